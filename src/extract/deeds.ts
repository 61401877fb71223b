import type { LanguagePack, Sentence } from "../language/document.ts";
import type { FrameIndex, Row } from "./frame-index.ts";
import { createClause, type Clause, type NounUse, type Owner, type Phrase } from "./parse.ts";
import { headNouns, isVerbLast } from "./slots.ts";

/**
 * A noun that, without the verb with which it makes a predicate, says what somebody does: "ٹرمپ کی ایران کو دھمکی" is what a
 * clause says with "ٹرمپ نے ایران کو دھمکی دی". The rows of the verb fit it as they fit such a clause.
 */
export interface Deed {
  /** The clause that it stands for: who does it is the subject, and what stands between him and the noun its phrases. */
  readonly clause: Clause;
  readonly noun: NounUse;
  /** The phrase of the noun, in the clause around it and in its own. */
  readonly nounPhrase: Phrase;
  readonly own: Phrase;
  readonly rows: readonly Row[];
  /** Whether the clause has all of its words but a copula, and so says what somebody is as well. */
  readonly elliptic: boolean;
}

/** The deeds that a clause tells of, in languages whose verb stands last. */
export function deedsOf(clause: Clause, sentence: Sentence, pack: LanguagePack, index: FrameIndex): readonly Deed[] {
  if (!isVerbLast(pack)) return [];
  return clause.phrases.flatMap((phrase, i): Deed[] => {
    if (phrase.nouns.length === 0 || phrase.members.length > 0 || phrase.date !== undefined) return [];
    if (phrase.marker !== undefined && index.aheadMarkers.has(phrase.marker)) return [];
    const noun = headNouns(phrase).find(({ lemma }) => index.byPredicate.has(lemma));
    if (noun === undefined || isPredicate(phrase, clause, sentence)) return [];
    const deed = deedAt(clause, phrase, i, noun, index) ?? stateAt(clause, phrase, i, noun, index);
    return deed === undefined ? [] : [deed];
  });
}

/** Whether a verb makes one predicate with a noun, and says itself who does it: that of the clause, or one that stands at the noun. */
function isPredicate({ marker, to }: Phrase, { group, phrases }: Clause, { matches }: Sentence): boolean {
  if (marker !== undefined) return false;
  const at = matches[to] ?? [];
  if (at.some(({ entry }) => entry.type === "verb") && !at.some(({ entry }) => entry.type === "genitive")) return true;
  if (group === undefined) return false;
  return !phrases.some((other) => other.from >= to && other.from < group.from);
}

function deedAt(clause: Clause, phrase: Phrase, i: number, noun: NounUse, index: FrameIndex): Deed | undefined {
  let start = i;
  while (start > 0 && belongs(clause.phrases[start - 1], clause.phrases[start])) start -= 1;
  const before = clause.phrases.slice(start, i);
  const freely = clause.group === undefined || phrase.marker !== undefined;
  const found = doersOf(before, phrase, noun, freely, index);
  if (found === undefined) return undefined;
  return deedOf(clause, phrase, noun, found, before, {
    rows: index.byPredicate.get(noun.lemma) ?? [],
    elliptic: false,
  });
}

/** "حماس جنگ بندی پر رضامند": in what has no verb, whose copula is left out, with who is named bare at its beginning. */
function stateAt(clause: Clause, phrase: Phrase, i: number, noun: NounUse, index: FrameIndex): Deed | undefined {
  if (clause.group !== undefined || phrase.marker !== undefined) return undefined;
  const at = clause.phrases.findLastIndex(
    ({ marker, members, date }, j) => j < i && marker === undefined && members.length > 0 && date === undefined,
  );
  const subject = clause.phrases[at];
  const joined = clause.phrases.slice(at, i).every(({ reach }, j) => reach === clause.phrases[at + j + 1]?.from);
  if (subject === undefined || !joined) return undefined;
  const rest = clause.phrases.slice(at + 1, i);
  const rows = index.byPredicate.get(noun.lemma)?.filter(({ copular }) => copular) ?? [];
  return deedOf(clause, phrase, noun, { doers: subject.members, rest, own: phrase }, rest, { rows, elliptic: true });
}

function deedOf(
  clause: Clause,
  phrase: Phrase,
  noun: NounUse,
  { doers, rest, own }: Doers,
  before: readonly Phrase[],
  by: Pick<Deed, "rows" | "elliptic">,
): Deed | undefined {
  const [first] = doers;
  if (first === undefined) return undefined;
  const told = createClause("main", Math.min(first.from, phrase.from, ...before.map(({ from }) => from)));
  told.phrases = [...rest, own];
  told.subject = {
    ...phrase,
    from: first.from,
    to: doers.at(-1)?.to ?? first.to,
    marker: undefined,
    members: doers,
    nouns: [],
    owners: [],
  };
  told.object = rest.findLast(({ marker }) => marker === "object");
  told.tokens = clause.tokens;
  told.to = phrase.to;
  return { clause: told, noun, nounPhrase: phrase, own, ...by };
}

/** Whether a phrase stands at the next one as a part of what its noun tells: under a mark other than that of the subject, or a date. */
function belongs(phrase: Phrase | undefined, next: Phrase | undefined): boolean {
  if (phrase === undefined || phrase.reach !== next?.from) return false;
  return phrase.date !== undefined || (phrase.marker !== undefined && phrase.marker !== "subject");
}

interface Doers {
  readonly doers: readonly Owner["item"][];
  /** The other phrases before the noun, and that of the noun, without them. */
  readonly rest: readonly Phrase[];
  readonly own: Phrase;
}

/**
 * Who does what a noun says: who owns it over the phrases between ("X کا Y پر حملہ"), stands under a marker of the agent
 * ("X کی جانب سے"), or owns it where it is said before him to whom it is done ("Y پر امریکی حملہ").
 */
function doersOf(
  before: readonly Phrase[],
  phrase: Phrase,
  noun: NounUse,
  freely: boolean,
  { agentMarkers }: FrameIndex,
): Doers | undefined {
  const named = before.filter(({ members, date }) => members.length > 0 && date === undefined);
  const far = phrase.owners.filter(({ item, by }) => by === "genitive" && item.from < phrase.from);
  if (far.length > 0) return leaving(far, before, phrase);
  const agent = named.find(({ marker }) => marker !== undefined && agentMarkers.has(marker));
  if (agent !== undefined)
    return { doers: agent.members, rest: before.filter((other) => other !== agent), own: phrase };
  // "ٹرمپ کی ایران کو دھمکی": in front of whom it is done to.
  const target = freely ? named.find(({ marker }) => marker === "object") : undefined;
  const ahead = target?.owners.filter(({ item, by }) => by === "genitive" && item.to < (target.members[0]?.from ?? 0));
  if (target !== undefined && ahead !== undefined && ahead.length > 0) {
    const bare = { ...target, owners: target.owners.filter((owner) => !ahead.includes(owner)) };
    return {
      doers: ahead.map(({ item }) => item),
      rest: before.map((other) => (other === target ? bare : other)),
      own: phrase,
    };
  }
  const within = phrase.owners.filter(({ item, by }) => item.from >= phrase.from && by !== "adposition");
  const [first, second] = within;
  if (first === undefined) return undefined;
  // "X کی Y کی مذمت": in what has no verb the first of two owners, next to the other.
  if (freely && phrase.marker === undefined && second !== undefined && second.item.from === first.item.to + 1)
    return leaving([first], before, phrase);
  const next = within.filter(({ item }) => !phrase.nouns.some(({ index }) => index >= item.to && index < noun.index));
  return named.length === 0 || next.length === 0 ? undefined : leaving(next, before, phrase);
}

function leaving(owners: readonly Owner[], before: readonly Phrase[], phrase: Phrase): Doers {
  const own = { ...phrase, owners: phrase.owners.filter((owner) => !owners.includes(owner)) };
  return { doers: owners.map(({ item }) => item), rest: before, own };
}
