import { fold } from "../language/fold.ts";
import { KINDS } from "../model/kinds.ts";
import type { Frame, LanguageData, Relation } from "../seeds/knowledge.ts";

/** What a row gives, with the alternatives of its slots apart. */
interface RowGives {
  readonly relation: string;
  readonly modality: Frame["gives"][number]["modality"];
  readonly people: Frame["gives"][number]["people"];
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
}

/** Words of which one must stand in a clause, or none may. */
export interface RowWords {
  /** Folded, with a space around each. */
  readonly spaced: readonly string[];
  /** Whether one of them is the marker of an infinitive. */
  readonly infinitive: boolean;
}

/** A row, ready to be tried on clauses. The words that it asks for are folded. */
export interface Row extends Frame {
  /** Whether its verb can be a copula, which may be left out. */
  readonly copular: boolean;
  /** The adpositions one of which its noun stands under; none where it stands bare. */
  readonly markers: readonly string[];
  readonly ends: readonly RowGives[];
  readonly has: RowWords | undefined;
  readonly hasNot: RowWords | undefined;
}

/** The rows of a language, found by verb or noun. */
export interface FrameIndex {
  readonly byVerb: ReadonlyMap<string, readonly Row[]>;
  readonly byNoun: ReadonlyMap<string, readonly Row[]>;
  /** Rows of a verb with a noun that stands bare at it and that somebody named does, by that noun. */
  readonly byPredicate: ReadonlyMap<string, readonly Row[]>;
  /** Rows that ask for nothing but an auxiliary. */
  readonly byAuxiliary: readonly Row[];
  /** For each verb, its rows that ask somebody to an event. */
  readonly inviting: ReadonlyMap<string, readonly Row[]>;
  /** For each verb, the nouns that its rows ask for. */
  readonly nounsOfVerb: ReadonlyMap<string, ReadonlySet<string>>;
  readonly agentMarkers: ReadonlySet<string>;
  /** Markers under which what a noun says did not happen, or not yet. */
  readonly aheadMarkers: ReadonlySet<string>;
  /** Markers of what somebody is said to be: as. */
  readonly predicateMarkers: ReadonlySet<string>;
  /** Whether the place of a phrase tells what it is to the verb. */
  readonly position: boolean;
  readonly possessors: ReadonlySet<string>;
  /** Markers of where those come from who act for somebody: negotiators from. */
  readonly origin: ReadonlySet<string>;
  /** Markers that bring who takes part in what a noun tells: with. */
  readonly participantMarkers: ReadonlySet<string>;
  /** Ids of adpositions that bring the topic of an event. */
  readonly topicMarkers: ReadonlySet<string>;
  /** Nouns of what somebody writes or says. */
  readonly documents: ReadonlySet<string>;
  /** Words that make a plural subject the object too, with a space around each: each other. */
  readonly reciprocals: readonly string[];
  /** Nouns that may be an event. */
  readonly eventNouns: ReadonlySet<string>;
  /** Nouns of what is done to who stands behind them, and to a person before them: arrest; to who stands behind only: invasion. */
  readonly suffered: ReadonlySet<string>;
  readonly inflicted: ReadonlySet<string>;
}

export function indexFrames(data: LanguageData, relations: ReadonlyMap<string, Relation>): FrameIndex {
  const byVerb = new Map<string, Row[]>();
  const byNoun = new Map<string, Row[]>();
  const byPredicate = new Map<string, Row[]>();
  const inviting = new Map<string, Row[]>();
  const byAuxiliary: Row[] = [];
  const add = (map: Map<string, Row[]>, key: string, row: Row): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [row]);
    else list.push(row);
  };
  const infinitiveMarkers = new Set(data.verbs.infinitiveMarkers.map(fold));
  const copulas = new Set(data.verbs.auxiliaries.flatMap(({ lemma, role }) => (role === "copula" ? [lemma] : [])));
  const wordsOf = (words: readonly string[]): RowWords | undefined =>
    words.length === 0
      ? undefined
      : { spaced: words.map(spaced), infinitive: words.some((word) => infinitiveMarkers.has(word)) };
  for (const given of data.frames) {
    const frame = rowOf(given, copulas, wordsOf);
    const invites = frame.gives.some(({ relation }) => isRequestToEvent(relations.get(relation)));
    for (const verb of frame.verbs) {
      add(byVerb, verb, frame);
      if (invites) add(inviting, verb, frame);
    }
    if (frame.verbs.length === 0) for (const noun of frame.nouns) add(byNoun, noun, frame);
    else if (isOfSubject(frame)) for (const noun of frame.nouns) add(byPredicate, noun, frame);
    if (frame.verbs.length + frame.nouns.length === 0) byAuxiliary.push(frame);
  }
  const nounsOfVerb = [...byVerb].map(([verb, rows]) => [verb, new Set(rows.flatMap(({ nouns }) => nouns))] as const);
  return {
    byVerb,
    byNoun,
    byPredicate,
    byAuxiliary,
    inviting,
    nounsOfVerb: new Map(nounsOfVerb.filter(([, nouns]) => nouns.size > 0)),
    agentMarkers: new Set(data.words.agentMarkers),
    aheadMarkers: new Set([...data.words.aheadMarkers, ...data.words.absenceMarkers]),
    predicateMarkers: new Set(data.words.predicateMarkers),
    possessors: new Set(data.words.possessorMarkers),
    position: data.language.order === "svo",
    origin: new Set(data.words.originMarkers),
    participantMarkers: new Set(data.events.participantMarkers),
    topicMarkers: new Set(data.events.topicMarkers),
    documents: new Set(data.words.documents),
    reciprocals: data.words.reciprocals.map(fold).map(spaced),
    eventNouns: new Set(data.events.nouns.flatMap(({ nouns }) => nouns)),
    suffered: new Set(data.words.sufferedNouns),
    inflicted: new Set(data.words.inflictedNouns),
  };
}

/** Whether a row says what its subject does, with a noun under no adposition. */
function isOfSubject({ markers, ends }: Row): boolean {
  return markers.length === 0 && ends.some(({ subjects }) => subjects.includes("subject"));
}

/** Whether a relation asks somebody to an event: to be invited to it. */
export function isRequestToEvent(relation: Relation | undefined): boolean {
  return relation?.plover === "REQUEST" && relation.range.every((kind) => kind === KINDS.event);
}

const spaced = (word: string): string => ` ${word} `;

function rowOf(
  frame: Frame,
  copulas: ReadonlySet<string>,
  wordsOf: (words: readonly string[]) => RowWords | undefined,
): Row {
  const [asked, refused] = [frame.with.map(fold), frame.without.map(fold)];
  return {
    ...frame,
    copular: frame.verbs.some((verb) => copulas.has(verb)),
    markers: frame.nounMarker?.split("|") ?? [],
    with: asked,
    without: refused,
    has: wordsOf(asked),
    hasNot: wordsOf(refused),
    ends: frame.gives.map(({ relation, modality, people, subject, object }) => ({
      relation,
      modality,
      people,
      subjects: subject.split("|"),
      objects: object.split("|"),
    })),
  };
}

/** Whether the noun of a row may stand under an adposition, or bare. */
export function isUnder({ markers }: Row, marker: string | undefined): boolean {
  return marker === undefined ? markers.length === 0 : markers.includes(marker);
}
