import { DragomanError } from "../errors.ts";
import { fold } from "../language/fold.ts";
import { listedWords } from "../language/lexicon.ts";
import { withLists } from "../language/lists.ts";
import { createShippedNames } from "../language/shipped-names.ts";
import type { Report } from "../model/diagnostic.ts";
import type { EntityList } from "../model/entity-list.ts";
import { readEntityList } from "../read/list-file.ts";
import type { Knowledge } from "../seeds/knowledge.ts";

/**
 * Reads lists of whom and what the user knows, and checks them against each other and against what is shipped.
 *
 * Throws `INPUT_UNREADABLE` and `LIST_INVALID`.
 */
export async function readLists(
  files: readonly string[],
  knowledge: Knowledge,
  report: Report,
): Promise<readonly EntityList[]> {
  if (files.length === 0) return [];
  const { kindOf } = createShippedNames(knowledge);
  const states = new Set(knowledge.gazetteer.states.map(({ id }) => id));
  const lists: EntityList[] = [];
  for (const file of files) {
    const list = await readEntityList(file, { kindOf, isState: (code) => states.has(code), fold, report });
    if (lists.some(({ name }) => name === list.name)) {
      const message = `a list of the name ${list.name} is given already, and takes its place by its name; rename one of them`;
      throw new DragomanError("LIST_INVALID", message, { at: file });
    }
    lists.push(list);
  }
  withLists(knowledge, lists);
  return lists;
}

/** Lists as they are in force when others are given: one takes the place of another of its name, and an empty one takes it away. */
export function replaceLists(current: readonly EntityList[], given: readonly EntityList[]): readonly EntityList[] {
  const names = new Set(given.map(({ name }) => name));
  return [...current.filter(({ name }) => !names.has(name)), ...given.filter(({ entities }) => entities.length > 0)];
}

/** Names that are told of a language. */
const MOST_NAMES = 10;

/** The knowledge with lists, and told what they come to: who is taken for whom, and which names no text can be read by. */
export function takeLists(knowledge: Knowledge, lists: readonly EntityList[], report: Report): Knowledge {
  const listed = withLists(knowledge, lists, report);
  for (const [language, names] of listedWords(listed)) {
    if (names.length === 0) continue;
    const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
    const what = `${names.slice(0, MOST_NAMES).join(", ")}${more}`;
    const message = `passed over in texts in ${language}, where they are other words too: ${what}; give fuller names as well`;
    report({ code: "LIST_TAKEN", severity: "note", message });
  }
  return listed;
}
