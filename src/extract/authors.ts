import type { LanguageCode } from "../model/ids.ts";
import { KINDS } from "../model/kinds.ts";
import { wordsOf, type Entity, type Registry } from "./registry.ts";

/** Shortest last name that is recognised at the end of a handle. */
const HANDLE_NAME = 5;

/** Who stands behind the handles of posts: their authors by signature, others by the letters of their names. */
export interface Authors {
  readonly add: (name: string, handle: string, language: LanguageCode) => number;
  readonly byHandle: (handle: string) => number | undefined;
}

export function createAuthors(registry: Registry): Authors {
  const known = new Map<string, Entity>();
  return {
    add: (name, handle, language) => {
      const key = handle.toLowerCase();
      const author = known.get(key) ?? personSigned(registry, name, language);
      known.set(key, author);
      return author.index;
    },
    byHandle: (handle) => {
      const author = known.get(handle.toLowerCase());
      if (author !== undefined) return author.index;
      const letters = handle.replace(/[^\p{L}]/gu, "").toLowerCase();
      const fits = registry.people().filter(({ names }) => names.some((name) => spells(letters, wordsOf(name.text))));
      return fits.length === 1 ? fits[0]?.index : undefined;
    },
  };
}

/** The person of a signature: of the article, of the gazetteer, with and without a title before the name; else a new one. */
function personSigned(registry: Registry, name: string, language: LanguageCode): Entity {
  const plain = name.replace(/[^\p{L}\s.'-]/gu, " ").trim();
  const spaced = plain.includes(" ") ? plain : plain.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  const words = wordsOf(spaced);
  const readings = [words, words.slice(1)].filter((norms) => norms.length > 0);
  const here = readings
    .map((norms) => registry.personByName(norms, norms.join(" ")))
    .find((person) => person !== undefined);
  const id = readings
    .map((norms) => registry.world.personByName(norms, undefined, true))
    .find((found) => found !== undefined);
  const person = here ?? (id === undefined ? registry.createPerson() : registry.known(KINDS.person, id));
  if (person.names.length === 0) registry.addName(person, spaced, language);
  return person;
}

/** Whether the letters of a handle hold the last two words of a name, or end in its last word. */
function spells(letters: string, words: readonly string[]): boolean {
  const last = words.at(-1) ?? "";
  return (
    (words.length > 1 && letters.includes(words.slice(-2).join(""))) ||
    (last.length >= HANDLE_NAME && letters.endsWith(last))
  );
}
