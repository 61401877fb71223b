import type { Chunk, Phrase } from "./parse.ts";
import { hasFeature } from "./verbs.ts";

type PhraseChunk = Extract<Chunk, { type: "phrase" }>;

const isPassedOver = (chunk: Chunk | undefined): boolean =>
  chunk?.type === "adverb" ||
  chunk?.type === "negation" ||
  chunk?.type === "additive" ||
  chunk?.type === "hedge" ||
  (chunk?.type === "phrase" && chunk.phrase.date !== undefined);

/** The chunk before, past dates and words that change nothing: adverbs, negations, "also". */
export function wordBefore(chunks: readonly Chunk[], i: number): Chunk | undefined {
  return chunks[indexBefore(chunks, i)];
}

/** Where the chunk before stands; -1 when none does. */
export function indexBefore(chunks: readonly Chunk[], i: number): number {
  let j = i - 1;
  while (j >= 0 && isPassedOver(chunks[j])) j -= 1;
  return j;
}

/** What parts the phrase before a verb from what stands before that. */
export function isSeparated(chunks: readonly Chunk[], i: number): "coordinator" | "break" | undefined {
  const subject = phrasesBefore(chunks, i);
  if (subject.phrases.length === 0) return undefined;
  const before = wordBefore(chunks, subject.from);
  if (before?.type === "coordinator") return "coordinator";
  return before?.type === "break" || before?.type === "quote" ? "break" : undefined;
}

/**
 * The phrases that make up the subject before a verb: the phrase itself with what hangs on it, and between breaks the
 * name that it explains ("Marie Harf, the ministry's spokeswoman, said").
 */
export function phrasesBefore(
  chunks: readonly Chunk[],
  i: number,
): { readonly phrases: readonly PhraseChunk[]; readonly from: number } {
  const own: PhraseChunk[] = [];
  let from = i;
  for (let j = i - 1; j >= 0; j -= 1) {
    const chunk = chunks[j];
    if (chunk?.type === "phrase") {
      own.unshift(chunk);
      from = j;
      if (chunk.phrase.marker !== undefined || chunk.phrase.date !== undefined) continue;
      const [comma, name] = [chunks[j - 1], chunks[j - 2]];
      if (comma?.type === "break" && comma.comma && isName(name) && !isName(chunk) && opensClause(chunks[j - 3])) {
        own.unshift(name);
        from = j - 2;
      }
      break;
    }
    if (!isPassedOver(chunk) && !(chunk?.type === "break" && own.length === 0)) break;
  }
  return { phrases: own, from };
}

const isName = (chunk: Chunk | undefined): chunk is PhraseChunk =>
  chunk?.type === "phrase" &&
  chunk.phrase.marker === undefined &&
  chunk.phrase.members.some(({ name }) => name !== undefined);

const opensClause = (chunk: Chunk | undefined): boolean =>
  chunk === undefined || chunk.type === "break" || chunk.type === "quote" || chunk.type === "coordinator";

const ENDS_CLAUSE: ReadonlySet<string> = new Set([
  "coordinator",
  "relative",
  "complementizer",
  "subordinator",
  "quote",
  "stop",
]);

/** Whether the next finite verb still wants the phrase before this form as its subject: "The man killed on Monday was …". */
export function finiteFollows(chunks: readonly Chunk[], i: number, pastBreak: boolean): boolean {
  for (let j = i + 1; j < chunks.length; j += 1) {
    const chunk = chunks[j];
    if (chunk === undefined || ENDS_CLAUSE.has(chunk.type)) return false;
    if (chunk.type === "break") {
      const next = chunks[j + 1];
      if (pastBreak && next?.type === "verb" && hasFeature(next.entries, "finite")) return true;
      if (!pastBreak || !isPassedOver(next)) return false;
    }
    if (chunk.type !== "verb") continue;
    const before = wordBefore(chunks, j);
    const inGroup = before?.type === "verb" && before !== chunks[i];
    if (inGroup || chunks[j - 1]?.type === "infinitive" || !hasFeature(chunk.entries, "finite")) continue;
    if (before?.type === "break") return pastBreak;
    if (mayQualify(chunk, chunks[j + 1])) return false;
    return before?.type !== "phrase" || before.phrase.marker !== undefined || isObjectOf(before.phrase, chunks[i + 1]);
  }
  return false;
}

/** "for the help given to him": a form that may be a participle, and has what a passive has behind it. */
function mayQualify({ entries }: Extract<Chunk, { type: "verb" }>, next: Chunk | undefined): boolean {
  return hasFeature(entries, "participle") && next?.type === "phrase" && next.phrase.marker !== undefined;
}

/** Whether a phrase stands directly behind the verb and names nobody: "the minister appointed head of the party said". */
function isObjectOf(phrase: Phrase, next: Chunk | undefined): boolean {
  return next?.type === "phrase" && next.phrase === phrase && phrase.members.length === 0 && phrase.nouns.length === 0;
}

const isComma = (chunk: Chunk | undefined): boolean => chunk?.type === "break" && chunk.comma;

/** "the prisoners it calls criminals", "…, a charge the businessman denies": two phrases side by side, of which the second has the verb. */
export function isContactRelative(chunks: readonly Chunk[], i: number): boolean {
  const at = indexBefore(chunks, i);
  const [own, head] = [chunks[at], chunks[at - 1]];
  return (
    own?.type === "phrase" &&
    head?.type === "phrase" &&
    head.phrase.to === own.phrase.from &&
    head.phrase.date === undefined &&
    head.phrase.members.length === 0 &&
    (own.phrase.members.length > 0 || (head.phrase.nouns.length > 0 && isComma(chunks[at - 2])))
  );
}
