import type { LanguagePack } from "../language/document.ts";
import { withoutEnd, type Token } from "../language/tokens.ts";

/** The ending of the case that a known name carries behind what the gazetteer calls it: the `s` of "Russlands". "" without one. */
export function endingOfKnown(tokens: readonly Token[], id: string, pack: LanguagePack): string {
  const last = tokens.at(-1);
  if (last === undefined) return "";
  const isName = (words: readonly Token[]): boolean =>
    pack.lexicon
      .match(words)
      .some((matches) =>
        matches.some(({ end, entry }) => end === words.length && "id" in entry && id.endsWith(`:${entry.id}`)),
      );
  const ending = pack.lexicon.data.language.nameEndings.find((candidate) => {
    if (candidate === "" || !last.norm.endsWith(candidate)) return false;
    // "Olaf Scholz'": an apostrophe is a token of its own.
    if (last.norm === candidate) return isName(tokens.slice(0, -1));
    return isName([...tokens.slice(0, -1), withoutEnd(last, candidate.length)]);
  });
  return ending ?? "";
}
