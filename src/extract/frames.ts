import type { LanguagePack, Sentence } from "../language/document.ts";
import { KINDS } from "../model/kinds.ts";
import type { Frame, Relation } from "../seeds/knowledge.ts";
import { deedsOf } from "./deeds.ts";
import { isUnder, type FrameIndex, type Row, type RowWords } from "./frame-index.ts";
import { holdsAny, type Clause, type NounUse, type Phrase } from "./parse.ts";
import {
  eachOther,
  fill,
  headNouns,
  isTransparent,
  isVerbLast,
  pairs,
  together,
  type Filled,
  type Filler,
  type Slots,
} from "./slots.ts";

export interface FittedGives {
  readonly relation: string;
  readonly modality: Frame["gives"][number]["modality"];
  /** Whether a person must be at one end, or none may be. */
  readonly people: Frame["gives"][number]["people"];
  readonly ends: readonly (readonly [Filler, Filler])[];
  /** Slots that the ends came from. */
  readonly slots: readonly [string, string];
  /** Whom the end names that says which event it is, where the other one is not told: there are no `ends` then. */
  readonly alone?: readonly Filler[];
}

/** A row that fits a clause. */
export interface FrameFit {
  readonly frame: Frame;
  readonly gives: readonly FittedGives[];
  /** Tokens of the words that made it fit. */
  readonly trigger: readonly number[];
  readonly noun: NounUse | undefined;
  readonly nounPhrase: Phrase | undefined;
  /** Whether the noun tells it alone, without a verb of its own. */
  readonly nominal: boolean;
}

/** All rows that fit a clause, with the fillers of their slots. */
export function fitFrames(
  clause: Clause,
  sentence: Sentence,
  pack: LanguagePack,
  index: FrameIndex,
  relations: ReadonlyMap<string, Relation>,
): readonly FrameFit[] {
  const fits: FrameFit[] = [];
  const fit = (frame: Row, noun: NounUse | undefined, nounPhrase: Phrase | undefined): Fitted | undefined =>
    fitRow({ clause, sentence, index, noun, nounPhrase, frame, pack, takesEvents: true, takesPeople: true }, relations);
  const { group } = clause;
  const rows = group === undefined ? undefined : index.byVerb.get(group.lemma);
  if (group !== undefined && rows !== undefined) {
    const heads = headsOf(clause, index.nounsOfVerb.get(group.lemma)).filter(
      ({ phrase, nouns }) => !isVerbLast(pack) || nouns.some((noun) => isLast(noun, phrase, sentence)),
    );
    for (const frame of rows) {
      if (frame.nouns.length === 0) {
        if (!hasPredicateNoun(clause, frame)) push(fits, fit(frame, undefined, undefined), undefined, group.tokens);
        continue;
      }
      for (const { phrase, nouns } of heads) {
        if (!isUnder(frame, outerMarker(phrase, sentence))) continue;
        const noun = nouns.find(({ lemma }) => frame.nouns.includes(lemma));
        if (noun === undefined || !standsAtVerb(phrase, clause, pack)) continue;
        const found = fit(frame, noun, phrase);
        push(fits, found, noun, group.tokens);
        if (found !== undefined) break;
      }
    }
  }
  if (group?.passive === false && !group.perfect)
    for (const frame of index.byAuxiliary) push(fits, fit(frame, undefined, undefined), undefined, group.tokens);
  for (const phrase of clause.phrases) {
    for (const noun of phrase.nouns) {
      for (const frame of index.byNoun.get(noun.lemma) ?? NO_ROWS) {
        if (frame.nounMarker !== undefined && !isUnder(frame, outerMarker(phrase, sentence))) continue;
        push(fits, fit(frame, noun, phrase), noun, []);
      }
    }
  }
  for (const { clause: told, noun, nounPhrase, own, rows: ofNoun, elliptic } of deedsOf(
    clause,
    sentence,
    pack,
    index,
  )) {
    const of: FrameFit[] = [];
    for (const frame of ofNoun) {
      // What somebody is does not happen, and is only spoken of: "its membership in the EU".
      if (!elliptic && frame.gives.some(({ relation }) => relations.get(relation)?.group === "state")) continue;
      const slots: Slots = {
        clause: told,
        sentence,
        index,
        noun,
        nounPhrase: own,
        frame,
        pack,
        takesEvents: true,
        takesPeople: true,
      };
      const found = fitRow(slots, relations);
      if (found !== undefined && !of.some((other) => sharesRelation(other, found)))
        push(of, { ...found, nounPhrase, nominal: true }, noun, []);
    }
    fits.push(...of);
  }
  return fits.length < 2 ? fits : preferNouns(fits, pack);
}

type Fitted = Omit<FrameFit, "trigger">;

const NO_ROWS: readonly Row[] = [];

/** "امداد کا بل پیش کیا": in a bare phrase a noun before a mark of the genitive is not what the verb is done with. */
function isLast({ index }: NounUse, { marker, to, nouns, dangling }: Phrase, { matches }: Sentence): boolean {
  if (marker !== undefined || dangling) return true;
  // A noun inside one of several words has the index of that one.
  const end = Math.max(...nouns.filter((noun) => noun.index === index).map(({ lemma }) => lemma.split(" ").length));
  return !matches.slice(index + end, to).some((found) => found.some(({ entry }) => entry.type === "genitive"));
}

/** Under what a noun stands: in "held rounds of talks" the talks are what is held. */
function outerMarker({ marker, after }: Phrase, sentence: Sentence): string | undefined {
  return marker !== undefined && after !== undefined && isTransparent(after, sentence) ? after.marker : marker;
}

/** The phrases of a clause whose head is one of the nouns, with the readings of the head that are: for most verbs none. */
function headsOf(
  { subject, object, phrases }: Clause,
  wanted: ReadonlySet<string> | undefined,
): readonly { readonly phrase: Phrase; readonly nouns: readonly NounUse[] }[] {
  if (wanted === undefined) return [];
  // "der Krieg, den er führt": the noun that a relative clause qualifies is its object, and none of its phrases.
  const relative = object === undefined || phrases.some(({ from }) => from === object.from) ? undefined : object;
  return [subject, relative, ...phrases].flatMap((phrase) => {
    if (phrase === undefined || phrase.nouns.length === 0) return [];
    const nouns = headNouns(phrase).filter(({ lemma }) => wanted.has(lemma));
    return nouns.length === 0 ? [] : [{ phrase, nouns }];
  });
}

/**
 * Where the verb stands last, the noun that makes one predicate with it is the last bare phrase before it. One under an
 * adposition is no part of the predicate where a copula has another noun.
 */
function standsAtVerb(phrase: Phrase, clause: Clause, pack: LanguagePack): boolean {
  if (!isVerbLast(pack)) return true;
  const marked = phrase.marker !== undefined;
  const copula = isCopula(clause.group?.lemma ?? "", pack);
  if (marked && !copula) return true;
  const at = clause.group?.from ?? Infinity;
  return !clause.phrases.some(
    (other) =>
      other.marker === undefined &&
      other.date === undefined &&
      // "فوجی قازقستان بھیجے": where to stands between.
      !((marked || !copula) && other.members.length > 0 && other.nouns.length === 0) &&
      other.from >= phrase.to &&
      other.to <= at,
  );
}

function isCopula(verb: string, pack: LanguagePack): boolean {
  return pack.lexicon.data.verbs.auxiliaries.some(({ lemma, role }) => lemma === verb && role === "copula");
}

/** "گیس ملی": a bare noun before a verb that stands last is what is got, where the row wants the verb alone. */
function hasPredicateNoun(clause: Clause, frame: Frame): boolean {
  if (!frame.alone) return false;
  const last = clause.phrases.findLast(({ to }) => to <= (clause.group?.from ?? 0));
  const bare = last !== undefined && last.marker === undefined && last.date === undefined && last.members.length === 0;
  return bare && (last.nouns.length > 0 || last.unknownHead);
}

/**
 * A verb with its noun says more than the noun alone, and a noun under its adposition more than the noun anywhere: where
 * both fit one noun, the row that asks for more stands.
 */
function preferNouns(fits: readonly FrameFit[], pack: LanguagePack): FrameFit[] {
  return fits.filter(
    (one) =>
      one.frame.verbs.length > 0 ||
      !fits.some(
        (other) =>
          other !== one &&
          asksMore(other.frame, one.frame) &&
          other.noun !== undefined &&
          (other.noun.index === one.noun?.index || (other.nounPhrase === one.nounPhrase && isVerbLast(pack))) &&
          sharesRelation(one, other),
      ),
  );
}

function asksMore(a: Frame, b: Frame): boolean {
  return a.verbs.length > 0 || (a.nounMarker !== undefined && b.nounMarker === undefined);
}

function sharesRelation(a: Fitted, b: Fitted): boolean {
  return a.gives.some(({ relation }) =>
    b.gives.some((other) => other.relation === relation && other.alone === undefined),
  );
}

function push(fits: FrameFit[], found: Fitted | undefined, noun: NounUse | undefined, verbs: readonly number[]): void {
  if (found !== undefined) fits.push({ ...found, trigger: noun === undefined ? verbs : [noun.index, ...verbs] });
}

function fitRow(row: Slots, relations: ReadonlyMap<string, Relation>): Fitted | undefined {
  const { frame, clause, noun, nounPhrase } = row;
  if (frame.wish && !clause.governsWish) return undefined;
  if (!isLedAsAsked(frame, clause)) return undefined;
  if (frame.has !== undefined && !holdsWord(frame.has, clause)) return undefined;
  if (frame.hasNot !== undefined && holdsWord(frame.hasNot, clause)) return undefined;
  const gives: FittedGives[] = [];
  let single: FittedGives | undefined;
  for (const { relation, subjects: left, objects: right, modality, people } of frame.ends) {
    if (gives.some((earlier) => earlier.relation === relation)) continue;
    const { domain, range, event } = relations.get(relation) ?? {};
    const of = frame.of ?? event?.of;
    takeKinds(row, domain);
    const [same] = left;
    if (same !== undefined && same !== "pair" && left.length === 1 && right[0] === same) {
      const ends = together(row, same);
      if (ends.length > 0) gives.push({ relation, modality, people, ends, slots: [same, same] });
      continue;
    }
    if (left[0] === "pair" && right[0] === "pair") {
      const ends = pairs(row);
      if (ends.length > 0) gives.push({ relation, modality, people, ends, slots: ["pair", "pair"] });
      continue;
    }
    const subjects = fill(left, row, undefined);
    if (subjects === undefined) {
      takeKinds(row, range);
      row.takesEvents = false;
      const sufferers = of === "object" ? fill(right, row, undefined) : undefined;
      if (sufferers !== undefined) single ??= alone(relation, modality, "object", sufferers);
      continue;
    }
    takeKinds(row, range);
    const objects = fill(right, row, subjects.phrase);
    if (objects === undefined) {
      const mayBeMutual = isVerbLast(row.pack) || right.includes("object");
      const mutual = mayBeMutual ? eachOther(subjects.fillers, row) : [];
      if (mutual.length > 0) gives.push({ relation, modality, people, ends: mutual, slots: [subjects.slot, "object"] });
      else if (of === "subject") single ??= alone(relation, modality, "subject", subjects);
      continue;
    }
    const ends = subjects.fillers
      .flatMap((one) => objects.fillers.map((other) => [one, other] as const))
      .filter(([one, other]) => one.type !== "speaker" || !isSpeaker(other));
    gives.push({ relation, modality, people, ends, slots: [subjects.slot, objects.slot] });
  }
  if (gives.length === 0 && single !== undefined) gives.push(single);
  return gives.length === 0 ? undefined : { frame, gives, noun, nounPhrase, nominal: frame.verbs.length === 0 };
}

/** What a row gives of which only one end is told. */
function alone(
  relation: string,
  modality: FittedGives["modality"],
  end: "subject" | "object",
  { slot, fillers }: Filled,
): FittedGives {
  const slots = end === "subject" ? ([slot, ""] as const) : (["", slot] as const);
  return { relation, modality, people: undefined, ends: [], slots, alone: fillers };
}

/** "we must act": who speaks of himself says nothing to another. */
function isSpeaker(filler: Filler): boolean {
  return filler.type === "mention" && filler.item.reference.type === "pronoun" && filler.item.reference.person === 1;
}

/** Remembers what a relation has at the end that is being filled. */
function takeKinds(row: Slots, kinds: readonly string[] | undefined): void {
  row.takesEvents = kinds?.includes(KINDS.event) ?? true;
  row.takesPeople = kinds?.includes(KINDS.person) ?? true;
}

/** Whether the auxiliaries and the verb above the clause are those that a row asks for. */
function isLedAsAsked({ auxiliaries, under }: Frame, { group, parent, kind }: Clause): boolean {
  const above = kind === "adverbial" || kind === "relative" ? undefined : parent?.group;
  if (auxiliaries.length > 0 && !auxiliaries.some((lemma) => group?.auxiliaries.includes(lemma))) return false;
  return under.length === 0 || (above !== undefined && !above.passive && under.includes(above.lemma));
}

/** Whether one of the words stands in the clause; the marker of the infinitive does when an infinitive depends on the clause. */
function holdsWord({ spaced: words, infinitive }: RowWords, clause: Clause): boolean {
  if (infinitive) return clause.governsInfinitive;
  return holdsAny(clause, words);
}
