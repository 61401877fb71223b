import type { Sentence } from "../language/document.ts";
import type { Entry, Match } from "../language/lexicon.ts";

/** How often an article names each state: by its name, its people, its capital, or somebody known of it. */
export function countStates(sentences: readonly Sentence[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { matches } of sentences) {
    for (const here of matches) {
      const state = here.map(({ entry }) => stateIn(entry)).find((id) => id !== undefined);
      if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + 1);
    }
  }
  return counts;
}

function stateIn(entry: Entry): string | undefined {
  if (entry.type === "state" || entry.type === "demonym" || entry.type === "people") return entry.id;
  if (entry.type === "person") return entry.state;
  return entry.type === "place" ? entry.capitalOf : undefined;
}

/**
 * The sentence with the one of several parties or bodies of a name first that belongs to the state of which the article
 * speaks most: in an article on Austria the Social Democrats are hers. Where it names none of their states, those of
 * `press` come first, the states whose press writes in the language.
 */
export function withNamesakes(
  sentence: Sentence,
  states: ReadonlyMap<string, number>,
  press: readonly string[],
): Sentence {
  if (!sentence.matches.some(hasNamesakes)) return sentence;
  const rank = ({ entry }: Match): number => {
    const country = countryOf(entry);
    const at = country === undefined ? -1 : press.indexOf(country);
    return (states.get(country ?? "") ?? 0) + (at < 0 ? 0 : (press.length - at) / (press.length + 1));
  };
  const matches = sentence.matches.map((here) => {
    if (!hasNamesakes(here)) return here;
    const ranked = here.filter(isNamesake).sort((a, b) => b.end - a.end || rank(b) - rank(a));
    return here.map((match) => (isNamesake(match) ? (ranked.shift() ?? match) : match));
  });
  return { ...sentence, matches };
}

function isNamesake({ entry }: Match): boolean {
  return countryOf(entry) !== undefined;
}

function countryOf(entry: Entry): string | undefined {
  return entry.type === "organization" || entry.type === "body" ? entry.country : undefined;
}

function hasNamesakes(here: readonly Match[]): boolean {
  return here.some(
    (match, i) => isNamesake(match) && here.some((other, j) => j > i && isNamesake(other) && other.end === match.end),
  );
}
