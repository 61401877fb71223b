import type { Chunk } from "./parse.ts";
import { hasFeature, type VerbRules } from "./verbs.ts";

/** A word that opens a clause with its verb at the end. */
export type Opener =
  | Extract<Chunk, { type: "relative" | "subordinator" }>
  | { readonly type: "complementizer"; readonly index: number };
export type VerbChunk = Extract<Chunk, { type: "verb" }>;

/**
 * A stretch of a sentence without a break in it, and without a coordinator that parts clauses. Where the verb stands second
 * or last, each belongs to one clause as a whole; infinitives inside it apart.
 */
export interface Segment {
  readonly opener: Opener | undefined;
  /** Adposition before a relative pronoun: "mit dem". */
  readonly openerMarker: string | undefined;
  readonly afterBreak: boolean;
  /** Whether a mark that parts main clauses stands before it. */
  readonly afterStrong: boolean;
  readonly coordinated: boolean;
  readonly quoted: boolean;
  /** Whether quotation marks open at it. */
  readonly opensQuote: boolean;
  readonly chunks: Chunk[];
}

interface Draft {
  opener: Opener | undefined;
  openerMarker: string | undefined;
  afterBreak: boolean;
  afterStrong: boolean;
  coordinated: boolean;
  quoted: boolean;
  opensQuote: boolean;
  chunks: Chunk[];
}

/** Cuts the chunks of a sentence at breaks, at words that open clauses, and at coordinators between clauses. */
export function segmentsOf(chunks: readonly Chunk[], rules: VerbRules): Segment[] {
  const segments: Draft[] = [];
  let quoted = false;
  let draft = emptyDraft(quoted);
  const close = (): void => {
    if (draft.chunks.length > 0 || draft.opener !== undefined) segments.push(draft);
    draft = emptyDraft(quoted);
  };
  for (const [i, chunk] of chunks.entries()) {
    switch (chunk.type) {
      case "break":
      case "stop": {
        // Breaks in a row are one: ", – ".
        const isEmpty = draft.chunks.length === 0 && draft.opener === undefined;
        const { afterStrong, coordinated, opensQuote } = isEmpty ? draft : NO_LINK;
        close();
        const strong = afterStrong || (chunk.type === "break" && chunk.strong);
        Object.assign(draft, { afterBreak: true, afterStrong: strong, coordinated, opensQuote });
        break;
      }
      case "quote":
        quoted = chunk.open;
        if (chunk.open || holdsVerb(draft.chunks)) close();
        draft.quoted = quoted;
        draft.opensQuote ||= chunk.open;
        break;
      case "coordinator":
        if (draft.chunks.length === 0 && draft.opener === undefined) draft.coordinated = true;
        else if (partsClauses(draft, chunks, i, rules)) {
          close();
          draft.coordinated = true;
        }
        break;
      case "relative":
      case "subordinator":
      case "complementizer": {
        const before = draft.chunks.at(-1);
        const marker = chunk.type === "relative" && before?.type === "adposition" ? before.id : undefined;
        if (draft.opener !== undefined || holdsContent(draft.chunks)) {
          close();
        }
        draft.opener =
          chunk.type === "relative" || chunk.type === "subordinator"
            ? chunk
            : { type: "complementizer", index: chunk.index };
        draft.openerMarker = marker;
        break;
      }
      default:
        draft.chunks.push(chunk);
    }
  }
  close();
  return segments;
}

const NO_LINK = { afterStrong: false, coordinated: false, opensQuote: false };

function emptyDraft(quoted: boolean): Draft {
  return {
    opener: undefined,
    openerMarker: undefined,
    afterBreak: false,
    afterStrong: false,
    coordinated: false,
    quoted,
    opensQuote: false,
    chunks: [],
  };
}

const isVerb = (chunk: Chunk): chunk is VerbChunk => chunk.type === "verb";
const holdsVerb = (chunks: readonly Chunk[]): boolean => chunks.some(isVerb);
const holdsContent = (chunks: readonly Chunk[]): boolean =>
  chunks.some(({ type }) => type === "phrase" || type === "verb" || type === "attribute");

/** Whether each side of a coordinator has a verb of its own: "traf A und besuchte B", not "hat A und B getroffen". */
function partsClauses(draft: Draft, chunks: readonly Chunk[], at: number, rules: VerbRules): boolean {
  const before = draft.chunks.filter(isVerb);
  const after = verbsUntilBreak(chunks, at + 1);
  if (before.length === 0 || after.length === 0) return false;
  if (draft.opener !== undefined) return true;
  if (after.some((verb) => isOnlyFinite(verb) && !followsMarker(chunks, verb))) return true;
  // "ist neutral und unterstützt Kiew": a verb with its object behind it is finite.
  const next = chunks[at + 1];
  const behind = chunks[at + 2];
  if (next?.type === "verb" && hasFeature(next.entries, "finite") && behind?.type === "phrase") return true;
  const [first] = before;
  const opens = first !== undefined && isAuxiliary(first, rules);
  return !opens || before.length > 1;
}

function followsMarker(chunks: readonly Chunk[], verb: VerbChunk): boolean {
  return chunks[chunks.indexOf(verb) - 1]?.type === "infinitive";
}

function verbsUntilBreak(chunks: readonly Chunk[], from: number): VerbChunk[] {
  const verbs: VerbChunk[] = [];
  for (const chunk of chunks.slice(from)) {
    if (chunk.type === "break" || chunk.type === "stop" || isOpener(chunk)) break;
    if (isVerb(chunk)) verbs.push(chunk);
  }
  return verbs;
}

function isOpener({ type }: Chunk): boolean {
  return type === "relative" || type === "subordinator" || type === "complementizer";
}

export function isAuxiliary({ entries }: VerbChunk, { auxiliaries }: VerbRules): boolean {
  return entries.every(({ lemma }) => (auxiliaries.get(lemma)?.size ?? 0) > 0);
}

/** Whether a form can be nothing but a finite verb. */
export function isOnlyFinite({ entries }: VerbChunk): boolean {
  return (
    hasFeature(entries, "finite") &&
    !entries.some(({ features }) => features.has("participle") || features.has("infinitive"))
  );
}

/** The verbs of a segment by what they can be, and where the finite one stands. */
export interface Shape {
  readonly finite: VerbChunk | undefined;
  /** Whether the finite verb can be nothing else. */
  readonly sure: boolean;
  /** Whether the segment begins with its finite verb. */
  readonly verbFirst: boolean;
  /** Whether nothing but verbs stands behind it. */
  readonly verbLast: boolean;
  /** Whether its mood is that of a condition: hätte, wäre, sollte. */
  readonly supposes: boolean;
  /** Infinitives with their marker. */
  readonly marked: readonly VerbChunk[];
  /** All other verbs. */
  readonly others: readonly VerbChunk[];
}

/** What may stand before the verb of a clause that begins with it. */
const LIGHT: ReadonlySet<Chunk["type"]> = new Set(["additive", "hedge", "negation", "attribute"]);

export function shapeOf({ chunks }: Segment): Shape {
  const verbs = chunks.filter(isVerb);
  const marked = verbs.filter(
    (verb) => verb.entries.some((entry) => entry.marked) || chunks[chunks.indexOf(verb) - 1]?.type === "infinitive",
  );
  const free = verbs.filter((verb) => !marked.includes(verb));
  const sure = free.find(isOnlyFinite);
  // "beschossen zu haben", "helfen zu wollen": before an infinitive with its marker stands no finite verb.
  const governed = (verb: VerbChunk): boolean => {
    const next = chunks[chunks.indexOf(verb) + 1];
    return next?.type === "infinitive" || marked.some((other) => other === next);
  };
  const finite = sure ?? free.find((verb) => hasFeature(verb.entries, "finite") && !governed(verb));
  const at = finite === undefined ? -1 : chunks.indexOf(finite);
  const behind = chunks.slice(at + 1);
  return {
    finite,
    sure: sure !== undefined,
    verbFirst: at >= 0 && !chunks.slice(0, at).some(({ type }) => !LIGHT.has(type)),
    verbLast: finite !== undefined && !behind.some(({ type }) => type === "phrase" || type === "prefix"),
    supposes:
      finite?.entries.some(
        ({ features }) => features.has("subjunctive") && !features.has("present") && !features.has("past"),
      ) === true,
    marked,
    others: free.filter((verb) => verb !== finite),
  };
}
