import type { LanguagePack, Sentence } from "../language/document.ts";
import { KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import type { Span } from "../model/text.ts";
import type { Context } from "./discourse.ts";
import { endingOfKnown } from "./name-ending.ts";
import { judgedIn } from "./mood.ts";
import type { Clause, Phrase } from "./parse.ts";
import { addStatement, entityId, type SentenceState } from "./state.ts";

const OFFICE_RULE = "office";
const NAME_RULE = "part-by-name";
const PARTY_RULE = "party";
const BODY_RULE = "body-of-state";
const OFFICE_CONFIDENCE = 0.95;
const PART_OF_CONFIDENCE = 0.9;

/** Where a mention stands in its clause. */
export interface Position {
  readonly clause: Clause | undefined;
  /** Entities in other roles of the clause. */
  readonly others: readonly number[];
  readonly isSubject: boolean;
  /** Whether it is one of both ends of "between A and B". */
  readonly inPair?: boolean;
  /** Who says the clause. */
  readonly speaker: number | undefined;
  /** The phrase that it owns: "his" of "his visit". */
  readonly owned?: Phrase;
}

const NOWHERE: Position = { clause: undefined, others: [], isSubject: false, speaker: undefined };

/** The entities that a mention refers to; asked once a sentence, and remembered. What its words say of offices is stated. */
export function resolveItem(state: SentenceState, item: MentionItem, position: Position = NOWHERE): readonly number[] {
  const known = state.resolved.get(item);
  if (known !== undefined) return known;
  const { article, sentence, language } = state;
  const name = nameOf(item, sentence, article.text, state.grammar.pack);
  const found = article.discourse.resolve(item, contextOf(state, item, position, name));
  state.resolved.set(item, found);
  const named = item.name !== undefined || item.reference.type === "known" || item.reference.type === "name";
  const form = named ? "name" : item.reference.type === "pronoun" ? "pronoun" : "description";
  const { start, end } = name.span;
  for (const index of found) article.mentions.push({ start, end, of: entityId(index), form, language });
  if (found[0] !== undefined) stateOffices(state, item, found[0]);
  return found;
}

interface NameWords {
  readonly norms: readonly string[];
  readonly surface: string;
  readonly span: Span;
}

/** The name of a mention: its folded words, and as it stands, without an ending of the case. */
export function nameOf(item: MentionItem, sentence: Sentence, text: string, pack: LanguagePack): NameWords {
  const range = item.name ?? item;
  const tokens = sentence.tokens.slice(range.from, range.to);
  const span = { start: tokens[0]?.start ?? sentence.start, end: tokens.at(-1)?.end ?? sentence.start };
  const { reference } = item;
  const ending = reference.type === "known" ? endingOfKnown(tokens, reference.id, pack).length : 0;
  const surface =
    reference.type === "name" && item.name !== undefined ? reference.text : text.slice(span.start, span.end - ending);
  const words = tokens.filter(({ shape }) => shape === "word");
  return {
    span,
    surface,
    norms: words.map(({ norm }, i) => (i === words.length - 1 ? withoutEnding(norm, surface) : norm)),
  };
}

/** The folded last word of a name without the ending that its text has lost. */
function withoutEnding(norm: string, surface: string): string {
  const last =
    surface
      .split(/[\s-]+/)
      .at(-1)
      ?.toLowerCase() ?? norm;
  return norm.startsWith(last) ? last : norm;
}

const NOBODY: readonly number[] = [];
const ACTORS: readonly string[] = [KINDS.person, KINDS.state, KINDS.organization];
const PEOPLE: readonly string[] = [KINDS.person];
const THINGS: readonly string[] = [KINDS.state, KINDS.organization];

function contextOf(
  state: SentenceState,
  item: MentionItem,
  { clause, others, isSubject, inPair, speaker, owned }: Position,
  name: NameWords,
): Context {
  const { discourse } = state.article;
  const subject = clause?.subject?.members[0];
  // Who stands around it is asked for pronouns only, and for possessives before a noun.
  const isPronoun = item.reference.type === "pronoun" || item.possessor !== undefined;
  const named = isPronoun ? namedBefore(state, item) : NOBODY;
  const own = subject === undefined || subject === item ? undefined : state.resolved.get(subject)?.[0];
  const apposed = isBeforeItsName(item, clause);
  const first = apposed ? undefined : own;
  const around = governingOf(state, clause).filter((index) => !apposed || index !== own);
  const stranger = first === undefined && isStrangersClause(state, clause, item);
  return {
    sentence: state.index,
    token: item.from,
    language: state.language,
    nameNorms: name.norms,
    nameText: name.surface,
    others,
    subject: stranger ? undefined : (first ?? around.find((index) => index !== undefined) ?? discourse.lastSubject()),
    governing: stranger ? [undefined, ...around] : around,
    judged: judgedFor(state, clause, owned),
    togetherBefore: togetherBefore(state, item),
    peopleBefore: clause === undefined || !goesOn(clause) ? NOBODY : ofKinds(state, named, ACTORS),
    peopleSoFar: ofKinds(state, named, PEOPLE),
    thingsBefore: ofKinds(state, named, THINGS),
    statesAround: item.offices.length > 0 ? statesAround(state, item) : NO_STATES,
    speaker:
      item.reference.type === "pronoun" && item.reference.person === 1 ? firstPerson(state, clause, speaker) : speaker,
    owner: ownerBefore(state, item),
    isSubject,
    verbIsPlural: isSubject && clause?.group?.plural === true,
    acts: (isSubject && clause?.group?.passive !== true) || inPair === true,
  };
}

/** "lobte seinen Vorgänger X": what stands before a name and says who it is speaks of somebody else. */
function isBeforeItsName({ to, possessive }: MentionItem, clause: Clause | undefined): boolean {
  const named = clause?.antecedent?.members[0];
  return possessive && named !== undefined && clause?.subject?.members[0] === named && to <= named.from;
}

/** Whether a clause goes on with the subject of another: "met X and thanked him", "called X to thank him", "…, calling him". */
function goesOn({ sharesSubjectWith, coordinated, kind }: Clause): boolean {
  return sharesSubjectWith !== undefined && (coordinated || kind === "infinitive" || kind === "participle");
}

/** Who stands in the genitive directly before a body that does not say of which state it is. */
function ownerBefore(state: SentenceState, { reference, tied, from }: MentionItem): number | undefined {
  if (reference.type !== "body" || (reference.country ?? reference.region) !== undefined || tied) return undefined;
  for (const { phrases } of state.clauses)
    for (const { owners } of phrases)
      for (const { item, by } of owners)
        if (by === "genitive" && (item.to === from || item.to + 1 === from)) return resolveItem(state, item)[0];
  return undefined;
}

const NO_STATES: readonly string[] = [];

/** ISO codes of the states that the other mentions of a sentence name, by themselves or by words beside a name. */
function statesAround({ clauses }: SentenceState, item: MentionItem): readonly string[] {
  const all = clauses.flatMap(({ phrases }) =>
    phrases.flatMap(({ members, owners }) => [...members, ...owners.map((owner) => owner.item)]),
  );
  return all.flatMap((other) => (other === item ? [] : (other.country ?? [])));
}

/** Whom a clause judges for what a phrase names: "condemned Russia over its war". */
function judgedFor(state: SentenceState, clause: Clause | undefined, ground: Phrase | undefined): number | undefined {
  const { mood } = state.grammar;
  if (clause === undefined || ground?.marker === undefined || !mood.ground.has(ground.marker)) return undefined;
  const judged = judgedIn(clause, mood);
  const [item] = judged === undefined || judged.from === ground.from ? [] : judged.members;
  return item === undefined ? undefined : state.resolved.get(item)?.[0];
}

/** Those of the last phrase of several ("between A and B") that ends before a mention. */
function togetherBefore(state: SentenceState, item: MentionItem): readonly number[] {
  if (item.reference.type !== "pronoun") return NOBODY;
  let last: Phrase | undefined;
  for (const { phrases } of state.clauses) {
    for (const phrase of phrases)
      if (phrase.members.length > 1 && phrase.to <= item.from && phrase.to > (last?.to ?? -1)) last = phrase;
  }
  return last?.members.flatMap((member) => state.resolved.get(member) ?? []) ?? NOBODY;
}

/** Those who have been named in the sentence before a mention, in their order. */
function namedBefore({ resolved }: SentenceState, item: MentionItem): readonly number[] {
  const before = [...resolved].filter(([other, found]) => other.to <= item.from && found.length > 0);
  if (before.length === 0) return NOBODY;
  const inOrder = before.sort(([a], [b]) => a.from - b.from).flatMap(([, found]) => found);
  return [...new Set(inOrder.reverse())].reverse();
}

function ofKinds({ article }: SentenceState, indices: readonly number[], kinds: readonly string[]): readonly number[] {
  return indices.length === 0
    ? NOBODY
    : indices.filter((index) => kinds.includes(article.discourse.entity(index).kind));
}

/**
 * Who "I" is: the author of a post, or, in a quotation, who says it. Where reported speech keeps the person of who speaks, it
 * is one without marks, which goes on until somebody else speaks.
 */
function firstPerson(
  state: SentenceState,
  clause: Clause | undefined,
  speaker: number | undefined,
): number | undefined {
  if (state.paragraph.zone === "post") return state.author;
  // "Scholz und ich haben telefoniert, sagte X": what stands before its report is quoted without the marks too.
  const isReported = clause?.kind === "complement" && clause.parent !== undefined && clause.to <= clause.parent.from;
  if (isReported && speaker !== undefined) return speaker;
  const { reportsInOwnPerson } = state.grammar.pack.lexicon.data.language;
  const { discourse } = state.article;
  if (clause?.quoted === true) return speaker ?? discourse.lastSpeaker();
  return reportsInOwnPerson ? (speaker ?? discourse.speakerIn(state.index - 1)) : undefined;
}

/** States the offices that a mention ascribes to a person, and the state that it ties a body to. */
function stateOffices(state: SentenceState, item: MentionItem, index: number): void {
  const { discourse, statements } = state.article;
  const base = {
    subject: entityId(index),
    modality: "actual",
    attribution: [],
    evidence: state.span,
    trigger: [wordsOf(state, item)],
    language: state.language,
  } as const;
  for (const whole of wholesInName(state, item, index)) {
    addStatement(statements, {
      ...base,
      relation: "PART_OF",
      object: entityId(whole),
      rule: NAME_RULE,
      confidence: PART_OF_CONFIDENCE * state.trust,
    });
  }
  const owner = item.reference.type === "body" && item.tied ? discourse.stateOf(index) : undefined;
  if (owner !== undefined && owner !== index) {
    addStatement(statements, {
      ...base,
      relation: "PART_OF",
      object: entityId(owner),
      rule: BODY_RULE,
      confidence: PART_OF_CONFIDENCE * state.trust,
    });
  }
  const party = item.memberOf === undefined ? undefined : discourse.named(item.memberOf);
  if (party !== undefined) {
    addStatement(statements, {
      ...base,
      relation: "MEMBER_OF",
      object: entityId(party),
      rule: PARTY_RULE,
      confidence: OFFICE_CONFIDENCE * state.trust,
    });
  }
  const describes = item.name === undefined && (item.reference.type !== "office" || item.reference.several);
  if (item.offices.length === 0 || describes) return;
  for (const { office, of, member } of discourse.officesBy(item, index)) {
    addStatement(statements, {
      ...base,
      ...(member ? { relation: "MEMBER_OF" } : { relation: "HOLDS_OFFICE", office }),
      object: entityId(of),
      rule: OFFICE_RULE,
      confidence: OFFICE_CONFIDENCE * state.trust,
    });
  }
}

/** The organizations of which a name says that what it names is a part: "UN Security Council", "UN mission". */
function wholesInName({ sentence, article }: SentenceState, item: MentionItem, index: number): readonly number[] {
  const { reference, from, to } = item;
  const { discourse } = article;
  const named = (id: string): number[] => {
    const whole = discourse.named({ type: "known", kind: KINDS.organization, id });
    return whole === undefined || whole === index ? [] : [whole];
  };
  if (reference.type === "name") return reference.partOf === undefined ? [] : named(reference.partOf);
  if (reference.type !== "known" || reference.kind !== KINDS.organization) return [];
  const within = sentence.matches.slice(from, to).flatMap((matches, i) =>
    matches.flatMap(({ end, entry }) => {
      const isWhole = entry.type === "organization" && entry.name === undefined && end <= to && from + i < end;
      return isWhole && discourse.isPartOf(index, `org:${entry.id}`) ? [`org:${entry.id}`] : [];
    }),
  );
  return within.flatMap(named);
}

/** All words of a mention: the name with the title before it. */
function wordsOf({ sentence }: SentenceState, { from, to }: MentionItem): Span {
  const [first, last] = [sentence.tokens[from], sentence.tokens[to - 1]];
  return { start: first?.start ?? sentence.start, end: last?.end ?? sentence.end };
}

/** Pronouns and descriptions are resolved after names, so that they do not take what a name of the clause refers to. */
export function resolutionRank(item: MentionItem): number {
  return item.reference.type === "pronoun" ? 2 : item.name === undefined && item.reference.type !== "known" ? 1 : 0;
}

/**
 * Whom the subjects of the clauses around a clause refer to, innermost first, then those of the main clauses before it.
 * `undefined` is somebody of whom nothing else is known ("a driver said that he …"); nobody behind him is meant.
 */
function governingOf(state: SentenceState, clause: Clause | undefined): (number | undefined)[] {
  const around: Clause[] = [];
  for (let next = clause?.parent; next !== undefined; next = next.parent) around.push(next);
  const at = clause === undefined ? -1 : state.clauses.indexOf(clause);
  const before = state.clauses
    .slice(0, Math.max(at, 0))
    .filter((other) => other.parent === undefined && !around.includes(other))
    .toReversed();
  return [...frontedBefore(state, clause), ...around, ...before].flatMap((other) => {
    const found = subjectOf(state, other);
    return found !== undefined || isStranger(state, other.subject) ? [found] : [];
  });
}

/** "Nachdem X angekommen war, sagte er …": the clauses under a clause that stand before its verb, where they name who they speak of. */
function frontedBefore(state: SentenceState, clause: Clause | undefined): readonly Clause[] {
  const verb = clause?.group?.from;
  if (clause === undefined || verb === undefined) return [];
  const fronted = state.clauses.filter(
    ({ parent, kind, group, to }) => parent === clause && kind === "adverbial" && group !== undefined && to <= verb,
  );
  return fronted.filter((other) => {
    const item = other.subject?.members[0];
    const isNamed = item?.reference.type === "known" || item?.reference.type === "name";
    if (item === undefined || !isNamed) return false;
    resolveItem(state, item, { clause: other, others: NOBODY, isSubject: true, speaker: undefined });
    return true;
  });
}

/** Whether a phrase speaks of a person whom the article has not named: "a taxi driver", "officials". */
export function isStranger({ sentence, resolved }: SentenceState, phrase: Phrase | undefined): boolean {
  if (phrase === undefined) return false;
  const [member] = phrase.members;
  if (member !== undefined) {
    const { reference } = member;
    const isPerson = "kind" in reference && reference.kind === KINDS.person;
    return isPerson && resolved.get(member)?.length === 0;
  }
  const words = sentence.matches.slice(phrase.from, phrase.to).flat();
  return words.some(
    ({ entry, end }) =>
      end === phrase.to &&
      (entry.type === "occupation" ||
        entry.type === "office" ||
        (entry.type === "description" && entry.kind === KINDS.person)),
  );
}

/** "Dieser … seine Frau": whether somebody of whom nothing is known is the subject of the clause in which a mention stands. */
function isStrangersClause(state: SentenceState, clause: Clause | undefined, item: MentionItem): boolean {
  const subject = clause?.subject;
  if (subject === undefined || (item.from >= subject.from && item.to <= subject.to)) return false;
  const [only, ...more] = state.sentence.matches.slice(subject.from, subject.to);
  const pointsOnly = more.length === 0 && only?.some(({ type }) => type === "determiner") === true;
  return subject.members.length === 0 && (pointsOnly || isStranger(state, subject));
}

/** Whom the subject of a clause refers to, where that is known by now. */
function subjectOf({ resolved }: SentenceState, clause: Clause | undefined): number | undefined {
  const [item] = clause?.subject?.members ?? [];
  return item === undefined ? undefined : resolved.get(item)?.[0];
}
