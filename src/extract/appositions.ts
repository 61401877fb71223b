import { createCursor } from "../language/cursor.ts";
import type { LanguagePack, Sentence } from "../language/document.ts";
import type { MentionItem } from "../model/mention.ts";
import { chunkRulesOf } from "./chunk-rules.ts";
import { attachOwners, type RoleRules } from "./roles.ts";
import { createClause, type Apposition, type Chunk, type Clause, type NounUse, type Phrase } from "./parse.ts";

/**
 * Takes out of a sentence what stands beside a name and says only what it is: "X[, the son of Y,] met", "[the armed wing
 * of Y, ]X", "[Y's son] X". It stays with the phrase of the name, as a relative clause would: X, who is the son of Y.
 */
export function joinAppositions(chunks: readonly Chunk[], sentence: Sentence, pack: LanguagePack): Chunk[] {
  const rules = chunkRulesOf(pack.lexicon.data);
  const cursor = createCursor(sentence, pack);
  const isBefore = pack.lexicon.data.language.adpositions === "before";
  const kept: Chunk[] = [];
  const verbOf = ({ nouns }: Phrase): string | undefined =>
    nouns
      .map((noun) => (isWhole(noun, sentence) ? rules.apposedNouns.get(noun.lemma) : undefined))
      .find((verb) => verb !== undefined);

  /** A noun without a name and whose it is, from a chunk on, and the chunk behind it. */
  const descriptionAt = (at: number): { readonly phrases: readonly Phrase[]; readonly end: number } | undefined => {
    const first = phraseAt(chunks, at);
    if (first === undefined || first.members.length > 0 || first.date !== undefined || verbOf(first) === undefined)
      return undefined;
    const phrases = [first];
    let end = at + 1;
    // Where adpositions follow, what depends on a noun stands before it.
    for (;;) {
      const next = isBefore ? phraseAt(chunks, end) : undefined;
      if (next === undefined || (next.marker === undefined && next.cases?.includes("gen") !== true)) break;
      if (next.from !== phrases.at(-1)?.to) break;
      phrases.push(next);
      end += 1;
    }
    return first.owners.length > 0 || phrases.length > 1 ? { phrases, end } : undefined;
  };
  const withApposed = (phrase: Phrase, phrases: readonly Phrase[]): Chunk => {
    const [item] = phrase.members;
    const verb = phrases[0] === undefined ? undefined : verbOf(phrases[0]);
    if (item === undefined || verb === undefined) return { type: "phrase", phrase };
    const apposed: Apposition = { host: { ...phrase, owners: [], nouns: [] }, verb, phrases };
    return { type: "phrase", phrase: { ...phrase, apposed: [...(phrase.apposed ?? []), apposed] } };
  };

  for (let i = 0; i < chunks.length;) {
    const name = namedAt(chunks, i);
    if (name !== undefined) {
      const own = ownDescription(name, cursor.sentence, rules.apposedNouns);
      const host = own === undefined ? { type: "phrase" as const, phrase: name } : withApposed(name, [own]);
      const behind = isComma(chunks[i + 1]) ? descriptionAt(i + 2) : undefined;
      if (behind !== undefined && closes(chunks[behind.end])) {
        kept.push(withApposed(host.type === "phrase" ? host.phrase : name, behind.phrases));
        i = isComma(chunks[behind.end]) ? behind.end + 1 : behind.end;
      } else {
        kept.push(host);
        i += 1;
      }
      continue;
    }
    const before = descriptionAt(i);
    const parted = before !== undefined && isComma(chunks[before.end]);
    const at = before === undefined ? i : before.end + (parted ? 1 : 0);
    const named = before === undefined ? undefined : namedAt(chunks, at);
    const [first] = before?.phrases ?? [];
    const beside = parted
      ? closes(chunks[at + 1])
      : before?.phrases.length === 1 && named?.from === first?.to && (isBefore || first?.marker === undefined);
    if (before !== undefined && first !== undefined && named !== undefined && named.owners.length === 0 && beside) {
      const marker = named.marker ?? first.marker;
      kept.push(withApposed({ ...named, marker, pairs: named.pairs || first.pairs }, before.phrases));
      i = parted && isComma(chunks[at + 1]) ? at + 2 : at + 1;
      continue;
    }
    const chunk = chunks[i];
    if (chunk !== undefined) kept.push(chunk);
    i += 1;
  }
  return kept;
}

/** What an apposition says, as a clause under the one in which its name stands: "who is the son of Y". */
export function clausesOfAppositions(
  clauses: readonly Clause[],
  sentence: Sentence,
  rules: Pick<RoleRules, "possessorMarkers">,
): Clause[] {
  const found = clauses.flatMap((parent) =>
    parent.phrases.flatMap(({ apposed }) => (apposed ?? []).map((one) => clauseOf(one, parent, sentence))),
  );
  for (const clause of found) attachOwners(clause, rules);
  return found;
}

function clauseOf({ host, verb, phrases }: Apposition, parent: Clause, sentence: Sentence): Clause {
  const [from, to] = [phrases[0]?.from ?? host.from, phrases.at(-1)?.to ?? host.to];
  const clause = createClause("relative", from, parent);
  const norms = sentence.tokens.slice(from, to).map(({ norm }) => norm);
  return Object.assign(clause, {
    to,
    antecedent: host,
    relativeRole: "subject",
    subject: host,
    phrases: [...phrases],
    words: ` ${norms.join(" ")} `,
    quoted: parent.quoted,
    group: {
      lemma: verb,
      auxiliaries: [],
      features: new Set(["finite", "present"]),
      finite: true,
      passive: false,
      future: false,
      perfect: false,
      plural: false,
      singular: false,
      obliged: false,
      from,
      to,
      tokens: [],
    },
  } satisfies Partial<Clause>);
}

/** Letters by which the forms of one noun differ in length. */
const ENDING_LETTERS = 2;

/** Whether a noun is a word of its own, and no compound that ends in it: Mann, but not Landsmann. */
function isWhole({ lemma, index }: NounUse, { tokens }: Sentence): boolean {
  const [first = ""] = lemma.split(" ");
  return (tokens[index]?.norm.length ?? 0) <= first.length + ENDING_LETTERS;
}

/** The nouns before a name in its own phrase, with who owns them: "Y's son X". */
function ownDescription(phrase: Phrase, sentence: Sentence, wanted: ReadonlyMap<string, string>): Phrase | undefined {
  const [item] = phrase.members;
  if (item === undefined || phrase.owners.length === 0) return undefined;
  const before = [...phrase.nouns.filter(({ index }) => index < item.from), ...nounsIn(sentence, item)];
  const nouns = before.filter((noun) => wanted.has(noun.lemma) && isWhole(noun, sentence));
  if (nouns.length === 0) return undefined;
  return { ...phrase, members: [], nouns, marker: undefined, to: item.name?.from ?? item.from };
}

/** The nouns among the words of a mention that stand before the name in it: "son X". */
function nounsIn({ matches }: Sentence, { from, name }: MentionItem): readonly NounUse[] {
  const before = matches.slice(from, name?.from ?? from);
  return before.flatMap((found, i) =>
    found.flatMap(({ entry }) => (entry.type === "noun" ? [{ lemma: entry.lemma, index: from + i }] : [])),
  );
}

function phraseAt(chunks: readonly Chunk[], at: number): Phrase | undefined {
  const chunk = chunks[at];
  return chunk?.type === "phrase" ? chunk.phrase : undefined;
}

/** A phrase that is one name. */
function namedAt(chunks: readonly Chunk[], at: number): Phrase | undefined {
  const phrase = phraseAt(chunks, at);
  const [item, ...more] = phrase?.members ?? [];
  if (item === undefined || more.length > 0) return undefined;
  return item.name !== undefined || item.reference.type === "known" || item.reference.type === "name"
    ? phrase
    : undefined;
}

function isComma(chunk: Chunk | undefined): boolean {
  return chunk?.type === "break" && chunk.comma;
}

/** Whether an apposition can end before a chunk: at a mark, or at the end. */
function closes(chunk: Chunk | undefined): boolean {
  return chunk === undefined || chunk.type === "break" || chunk.type === "stop";
}
