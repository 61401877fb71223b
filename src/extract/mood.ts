import { fold } from "../language/fold.ts";
import type { Modality } from "../model/modality.ts";
import type { LanguageData, Relation } from "../seeds/knowledge.ts";
import type { FrameIndex, Row } from "./frame-index.ts";
import type { MentionItem } from "../model/mention.ts";
import { holdsAny, SOURCE, type Clause, type Phrase } from "./parse.ts";

type Reporting = LanguageData["reporting"];

/** A row of verbs that control, with the words that it asks for folded and a space around each. */
type Control = Reporting["control"][number] & { readonly spaced: readonly string[] };

/** What the language says about saying and wanting, ready to be asked by lemma. */
export interface MoodRules {
  readonly reporting: ReadonlyMap<string, readonly Reporting["verbs"][number][]>;
  readonly control: ReadonlyMap<string, readonly Control[]>;
  /** Lemmas of auxiliaries. */
  readonly auxiliaries: ReadonlySet<string>;
  readonly modals: ReadonlyMap<string, Reporting["modals"][number]>;
  /** What nouns say of the clause that they govern. */
  readonly nouns: ReadonlyMap<string, Modality>;
  /** Ids of adpositions whose complement is not so: without, instead of. */
  readonly absence: ReadonlySet<string>;
  /** Ids of adpositions of what comes later. */
  readonly before: ReadonlySet<string>;
  /** Ids of adpositions that bring what somebody is judged for, and words that announce it, with a space around each. */
  readonly ground: ReadonlySet<string>;
  readonly groundWords: readonly string[];
  /** Relations that judge their object. */
  readonly judging: ReadonlySet<string>;
  readonly frames: FrameIndex;
}

export function moodRulesOf(
  data: LanguageData,
  frames: FrameIndex,
  relations: ReadonlyMap<string, Relation>,
): MoodRules {
  const byLemma = <Rule extends { readonly lemma: string }>(rows: readonly Rule[]): Map<string, Rule[]> => {
    const map = new Map<string, Rule[]>();
    for (const row of rows) map.set(row.lemma, [...(map.get(row.lemma) ?? []), row]);
    return map;
  };
  return {
    reporting: byLemma(data.reporting.verbs),
    control: byLemma(
      data.reporting.control.map((row) => ({ ...row, spaced: row.with.map((word) => ` ${fold(word)} `) })),
    ),
    modals: new Map(data.reporting.modals.map((row) => [row.lemma, row])),
    nouns: new Map(
      data.reporting.nouns.flatMap(({ lemmas, modality }) => lemmas.map((lemma) => [lemma, modality] as const)),
    ),
    auxiliaries: new Set(data.verbs.auxiliaries.map(({ lemma }) => lemma)),
    absence: new Set(data.words.absenceMarkers),
    before: new Set(data.words.beforeMarkers),
    ground: new Set(data.words.groundMarkers),
    groundWords: data.words.groundWords.map((word) => ` ${fold(word)} `),
    judging: new Set([...relations.values()].filter(({ judges }) => judges).map(({ id }) => id)),
    frames,
  };
}

function holdsNoun({ subject, object, phrases }: Clause, noun: string | undefined): boolean {
  if (noun === undefined) return true;
  const holds = ({ nouns }: Phrase): boolean => nouns.some(({ lemma }) => lemma === noun);
  return (subject !== undefined && holds(subject)) || (object !== undefined && holds(object)) || phrases.some(holds);
}

/** The row by which a clause reports what somebody says. */
export function reportsSpeech(clause: Clause, rules: MoodRules): Reporting["verbs"][number] | undefined {
  const rows = clause.group === undefined ? undefined : rules.reporting.get(clause.group.lemma);
  return rows?.find(({ noun }) => holdsNoun(clause, noun));
}

/** The row by which a clause governs an infinitive or clause that did not happen, or not yet. */
function controls(clause: Clause, rules: MoodRules): Control | undefined {
  const rows = clause.group === undefined ? undefined : rules.control.get(clause.group.lemma);
  return rows?.find(({ noun, spaced }) => holdsNoun(clause, noun) && (spaced.length === 0 || holdsAny(clause, spaced)));
}

/** Whether a clause stands under one that says no more than that somebody tries to do it, or decides to. */
export function isWilled(clause: Clause, rules: MoodRules, how: "tries" | "decides"): boolean {
  if (!isGoverned(clause) || ownModality(clause, rules) !== "actual") return false;
  return controls(clause.parent, rules)?.[how] === true && modalityOf(clause.parent, rules) === "actual";
}

/** Mood and subject that a frame of the governing clause gives its complement: "urged X to …". */
function frameComplement(
  clause: Clause,
  rules: MoodRules,
): { readonly modality: Modality; readonly subject: string } | undefined {
  const rows = clause.group === undefined ? undefined : rules.frames.byVerb.get(clause.group.lemma);
  return rows?.find((row) => row.complement !== undefined && mayGovern(clause, row))?.complement;
}

/** Whether a row has what it needs in the clause, so that what depends on the clause depends on the row. */
function mayGovern(clause: Clause, { nouns, has, ends, wish }: Row): boolean {
  if (wish && !clause.governsWish) return false;
  if (nouns.length > 0 && !nouns.some((noun) => holdsNoun(clause, noun))) return false;
  if (has !== undefined && !clause.governsInfinitive && !holdsAny(clause, has.spaced)) return false;
  const filled = (slot: string): boolean =>
    slot === "object" || slot === "indirect"
      ? (clause.object ?? clause.indirect ?? clause.subject) !== undefined
      : phraseOfSlot(clause, slot, nouns) !== undefined;
  return ends.some(({ objects }) => objects.some(filled));
}

/** A clause under another that governs it: infinitive, complement, or participle behind an adposition ("of killing"). */
function isGoverned(clause: Clause): clause is Clause & { readonly parent: Clause } {
  return (
    clause.parent !== undefined &&
    (clause.kind === "infinitive" ||
      clause.kind === "complement" ||
      (clause.kind === "participle" && clause.relativeMarker !== undefined))
  );
}

/**
 * Gives governed clauses the subject that their governing verb wants: the object of "urge", the subject of "agree", and
 * whom a verb like "praise" judges.
 */
export function assignControlledSubject(clause: Clause, rules: MoodRules): void {
  const judged = judgedBy(clause, rules);
  if (judged !== undefined) clause.subject = { ...judged, marker: undefined };
  if (judged !== undefined || !isGoverned(clause)) return;
  // "urged X that he do Y": in a clause with its own subject only a pronoun stands for the one who is urged.
  if (clause.kind === "complement" && !hasPronounSubject(clause)) return;
  const { parent } = clause;
  const control = controls(parent, rules);
  const wanted =
    frameComplement(parent, rules)?.subject ?? (isReportedOf(clause, control) ? undefined : control?.subject);
  const own = wanted === undefined ? undefined : firstOfSlots(parent, wanted.split("|"));
  if (own !== undefined) clause.subject = { ...own, marker: undefined };
  else inheritControlled(clause, parent);
}

/** "asked X to stop doing Y": X does both. */
function inheritControlled(clause: Clause, parent: Clause): void {
  if (clause.sharesSubjectWith === parent && clause.antecedent === undefined) clause.subject = parent.subject;
}

function hasPronounSubject({ subject }: Clause): boolean {
  return subject?.members[0]?.reference.type === "pronoun";
}

/**
 * Whom the clause above judges for what a clause says: "criticised X for attacking Y", "lobte X dafür, Y zu helfen",
 * "thanked X because it helped".
 */
function judgedBy(clause: Clause, rules: MoodRules): Phrase | undefined {
  const { parent, kind, relativeMarker, subordinator } = clause;
  if (parent === undefined || frameComplement(parent, rules) !== undefined) return undefined;
  const announced = (): boolean => holdsAny(parent, rules.groundWords);
  const isGround =
    kind === "participle"
      ? relativeMarker !== undefined && rules.ground.has(relativeMarker)
      : kind === "infinitive"
        ? subordinator === undefined && announced()
        : hasPronounSubject(clause) && (subordinator === "cause" || (kind === "complement" && announced()));
  return isGround ? judgedIn(parent, rules) : undefined;
}

/** Whom the verb of a clause judges: the object of "praise", the possessor in "روس کی مذمت کی". */
export function judgedIn(clause: Clause, rules: MoodRules): Phrase | undefined {
  const rows = clause.group === undefined ? undefined : rules.frames.byVerb.get(clause.group.lemma);
  for (const row of rows ?? []) {
    const given = row.ends.find(({ relation }) => rules.judging.has(relation));
    if (given === undefined || !mayGovern(clause, row)) continue;
    const judged = firstOfSlots(clause, given.objects, row.nouns);
    if (judged !== undefined) return judged;
  }
  return undefined;
}

/** "I have spoken with X, said Y": only with an infinitive is what is said, said of the object. */
function isReportedOf({ kind }: Clause, control: Control | undefined): boolean {
  return kind === "complement" && control?.subject === "object" && control.modality !== "requested";
}

/** The phrase that fills the first of some slots of a clause; `nouns` are those of which a possessor is one. */
function firstOfSlots(clause: Clause, slots: readonly string[], nouns: readonly string[] = []): Phrase | undefined {
  return slots.map((slot) => phraseOfSlot(clause, slot, nouns)).find((phrase) => phrase !== undefined);
}

function phraseOfSlot(clause: Clause, slot: string, nouns: readonly string[]): Phrase | undefined {
  const passive = clause.group?.passive === true;
  if (slot === "object" || slot === "indirect") return passive ? clause.subject : (clause.indirect ?? clause.object);
  if (slot === "subject") return clause.subject;
  if (slot === "possessor") {
    const owned = clause.phrases.find((phrase) => phrase.nouns.some(({ lemma }) => nouns.includes(lemma)));
    const owner = owned?.owners.find(({ by }) => by === "genitive");
    return owned === undefined || owner === undefined ? undefined : phraseOfOwner(owned, owner.item);
  }
  return clause.phrases.find(({ marker }) => marker === slot);
}

/** An owner by itself: of "روس کی مذمت" only Russia. */
function phraseOfOwner(owned: Phrase, item: MentionItem): Phrase {
  return { ...owned, from: item.from, to: item.to, members: [item], nouns: [], owners: [] };
}

/** "; Iran denies this": what is said stands in the clause itself. */
function saysThat({ object, group }: Clause): boolean {
  if (object === undefined || group === undefined || object.from < group.to) return false;
  const [only] = object.members;
  if (only !== undefined) return only.reference.type === "pronoun" && only.reference.of !== "person";
  return object.nouns.length === 0 && !object.unknownHead && object.to - object.from === 1;
}

/** Whether the clause tells of something that is done to its object: "…, kritisierte die USA" reports nothing before it. */
function actsOnObject(clause: Clause, rules: MoodRules): boolean {
  if (clause.group === undefined || clause.object === undefined || clause.object.members.length === 0) return false;
  const rows = rules.frames.byVerb.get(clause.group.lemma) ?? [];
  return rows.some(
    ({ nouns, has, ends }) =>
      nouns.length === 0 && has === undefined && ends.some(({ objects }) => objects.includes("object")),
  );
}

/**
 * Reporting clauses that stand behind what they report ("…", said X.) become the parents of the clauses before them.
 */
export function attachPostposedReports(clauses: readonly Clause[], rules: MoodRules): void {
  for (const [i, clause] of clauses.entries()) {
    if (i === 0 || clause.kind !== "main" || clause.parent !== undefined || reportsSpeech(clause, rules) === undefined)
      continue;
    // ", a charge he denies": what somebody denies is told before with its own verb, or in a sentence of its own.
    if (
      clause.coordinated ||
      reportsSpeech(clause, rules)?.modality === "denied" ||
      actsOnObject(clause, rules) ||
      saysThat(clause) ||
      clauses.some((other) => other.parent === clause)
    )
      continue;
    for (const earlier of clauses.slice(0, i)) {
      if (
        earlier.kind !== "relative" &&
        earlier.parent === undefined &&
        earlier !== clause &&
        reportsSpeech(earlier, rules) === undefined
      ) {
        earlier.kind = "complement";
        earlier.parent = clause;
        clause.complement ??= earlier;
        clause.governsWish ||= earlier.quoted || wishes(earlier, rules);
      }
    }
  }
}

/** Whether a clause says what should be. */
function wishes({ group }: Clause, rules: MoodRules): boolean {
  const modal = group?.auxiliaries.some((lemma) => rules.modals.get(lemma)?.modality === "requested") === true;
  return modal || group?.features.has("subjunctive") === true;
}

/** Modality of a clause: its own words first, then those of the clause that governs it. */
export function modalityOf(clause: Clause, rules: MoodRules): Modality {
  const own = ownModality(clause, rules);
  const { parent } = clause;
  if (own === "conditional" && isFutureOfPast(clause, rules)) return "planned";
  if (own !== "actual") return own;
  const main = mainOfConverb(clause);
  if (main !== undefined) return asFar(modalityOf(main, rules));
  if (parent === undefined) return own;
  if (isGoverned(clause)) return governedModality(clause, clause.parent, rules);
  // ", killing dozens": a free participle goes with its clause, but is not what that denies.
  if (clause.kind === "participle" && clause.antecedent === undefined) return asFar(modalityOf(parent, rules));
  return "actual";
}

function asFar(outer: Modality): Modality {
  return outer === "negated" || outer === "denied" ? "actual" : outer;
}

function governedModality(clause: Clause, parent: Clause, rules: MoodRules): Modality {
  const byNoun = clause.governor?.nouns.map(({ lemma }) => rules.nouns.get(lemma)).find((found) => found !== undefined);
  if (byNoun !== undefined) return byNoun;
  const report = reportsSpeech(parent, rules);
  const finite = clause.kind === "complement" && report !== undefined;
  // What somebody is judged for is taken to be so.
  if (judgedBy(clause, rules) !== undefined) return asFar(modalityOf(parent, rules));
  const control = finite ? undefined : controls(parent, rules);
  const given =
    frameComplement(parent, rules)?.modality ??
    (isOfInfinitive(clause, control, rules) ? undefined : control?.modality);
  // "began to attack", "managed to free": what is done if the verb above it is.
  if (given === "actual") return modalityOf(parent, rules);
  // "did not plan to attack" says that it will not be; "did not ask him to come" says nothing of whether he came.
  if (given !== undefined && parent.negated) return given === "planned" ? "negated" : "hypothetical";
  if (given !== undefined) return given;
  if (report?.modality !== undefined) return report.modality;
  if (report?.claim === true) return "alleged";
  if (parent.negated && report !== undefined) return "hypothetical";
  if (clause.kind === "infinitive") return infinitiveModality(parent, rules);
  return clause.kind === "participle" ? asFar(modalityOf(parent, rules)) : modalityOfReport(parent, rules);
}

/**
 * "ist zu besuchen", but "es ist das erste Mal, dass er kommt": an auxiliary without more words governs infinitives only.
 * "It is not so that …" says that it is not.
 */
function isOfInfinitive({ kind, parent }: Clause, control: Control | undefined, { auxiliaries }: MoodRules): boolean {
  if (kind !== "complement" || control === undefined || parent?.negated === true) return false;
  return auxiliaries.has(control.lemma) && control.noun === undefined && control.spaced.length === 0;
}

/** "said that it would attack": under a verb of the past without an "if" the conditional is the future. */
function isFutureOfPast(clause: Clause, rules: MoodRules): boolean {
  const { parent } = clause;
  return (
    clause.kind === "complement" &&
    clause.subordinator !== "condition" &&
    !clause.hasCondition &&
    parent?.group?.features.has("past") === true &&
    reportsSpeech(parent, rules)?.modality === undefined
  );
}

/** "having met X he will fly": a converb is as real as the clause that it stands before; only a negation is not shared. */
function mainOfConverb({ group, sharesSubjectWith: main, from }: Clause): Clause | undefined {
  const converb = group?.features.has("converb") === true && !group.finite;
  return converb && main !== undefined && main.group?.finite === true && main.from >= from ? main : undefined;
}

/** A free infinitive is a purpose: not said to have happened. */
function infinitiveModality(parent: Clause, rules: MoodRules): Modality {
  const outer = modalityOf(parent, rules);
  return outer === "actual" ? "planned" : outer;
}

function modalityOfReport(parent: Clause, rules: MoodRules): Modality {
  const outer = modalityOf(parent, rules);
  return outer === "conditional" || outer === "hypothetical" || outer === "alleged" ? outer : "actual";
}

function ownModality(clause: Clause, rules: MoodRules): Modality {
  if (clause.negated || rules.absence.has(clause.relativeMarker ?? "")) return "negated";
  if (clause.subordinator === "condition") return "conditional";
  const [hedge] = clause.hedges;
  if (hedge !== undefined) return hedge;
  for (const lemma of clause.group?.auxiliaries ?? []) {
    const modal = rules.modals.get(lemma);
    if (modal === undefined) continue;
    return (clause.group?.perfect === true ? modal.perfect : undefined) ?? modal.modality;
  }
  if (clause.group?.future === true) return "planned";
  if (clause.subordinator === "purpose" || isYetToCome(clause)) return "planned";
  return "actual";
}

/** "until X leaves Y": whether a clause tells in the present what is later than the clause above it. */
function isYetToCome({ subordinator, group }: Clause): boolean {
  return subordinator === "ahead" && group?.features.has("present") === true && !group.perfect;
}

/** Phrases that name a source: "according to X". */
export function sourcePhrases(clause: Clause): Phrase[] {
  return clause.phrases.filter(({ marker }) => marker === SOURCE);
}

/** Whether the clause speaks of what is to come, so that "Friday" is the next one. */
export function isAhead(clause: Clause, modality: Modality): boolean {
  return clause.group?.future === true || modality === "planned" || modality === "requested";
}
