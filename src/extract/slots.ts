import type { LanguagePack, Sentence } from "../language/document.ts";
import { KINDS, stateId } from "../model/kinds.ts";
import type { MentionItem, Reference } from "../model/mention.ts";
import { isUnder, type FrameIndex, type Row } from "./frame-index.ts";
import { holdsAny, SOURCE, type Clause, type NounUse, type Owner, type Phrase } from "./parse.ts";

/** What fills a slot: mentions, or a phrase that may be an event, or whoever says the clause, or whom the other end answers. */
export type Filler =
  | { readonly type: "mention"; readonly item: MentionItem; readonly phrase: Phrase | undefined }
  | { readonly type: "event"; readonly phrase: Phrase }
  | { readonly type: "speaker" }
  | { readonly type: "answered" };

export interface Slots {
  readonly clause: Clause;
  readonly sentence: Sentence;
  readonly index: FrameIndex;
  readonly noun: NounUse | undefined;
  readonly nounPhrase: Phrase | undefined;
  readonly frame: Row;
  readonly pack: LanguagePack;
  /** Whether the relation has events at the end that is being filled; else a noun without a name fills nothing. */
  takesEvents: boolean;
  /** Whether it has people there, so that somebody named by his office is meant, and not his state. */
  takesPeople: boolean;
}

export interface Filled {
  readonly fillers: readonly Filler[];
  readonly slot: string;
  readonly phrase: Phrase | undefined;
}

/** The first of the alternatives that is filled. `taken` is a phrase that fills the other end. */
export function fill(alternatives: readonly string[], slots: Slots, taken: Phrase | undefined): Filled | undefined {
  let nameless: Phrase | undefined;
  for (const slot of alternatives) {
    const filled = fillOne(slot, slots, taken);
    if (filled === undefined) continue;
    if (filled.fillers.length === 0) nameless ??= filled.phrase;
    // "after the meeting with X talking to reporters": who stands nearer is meant, though he has no name.
    else if (!isVerbLast(slots.pack) || nameless === undefined || !isFarther(filled, nameless)) return filled;
  }
  return undefined;
}

/** Whether a phrase under an adposition stands before another one that the same end may mean. */
function isFarther({ phrase }: Filled, other: Phrase): boolean {
  return (
    phrase?.marker !== undefined &&
    phrase.marker !== "object" &&
    other.marker !== undefined &&
    phrase.marker !== other.marker &&
    phrase.to <= other.from
  );
}

function fillOne(slot: string, slots: Slots, taken: Phrase | undefined): Filled | undefined {
  const { clause, nounPhrase, noun, frame } = slots;
  if (slot === "possessor's") {
    if (nounPhrase === undefined || noun === undefined) return undefined;
    const { direct, indirect } = possessorsOf(nounPhrase, noun, slots.pack);
    const owner = direct[1] ?? indirect[0];
    return owner === undefined ? undefined : { fillers: [mentionOf(owner)], slot, phrase: undefined };
  }
  if (slot.endsWith("'s")) {
    const phrase = phraseOf(slot.slice(0, -2), slots);
    if (phrase === undefined) return undefined;
    const owners = [phrase, ...coordinatedWith(phrase, slots)].flatMap((owned) =>
      ownersOf(withoutVictims(owned, slots.index), slots.takesPeople),
    );
    return { fillers: owners.map((item) => ({ type: "mention", item, phrase: undefined })), slot, phrase };
  }
  const ofPhrase = (phrase: Phrase | undefined): Filled | undefined =>
    phrase === undefined || phrase === taken || phrase === nounPhrase
      ? undefined
      : { fillers: fillersOf(phrase, slots), slot, phrase };
  const nominal = frame.verbs.length === 0;
  const passive = clause.group?.passive === true && !nominal;
  switch (slot) {
    case "subject":
      // "condemned the killing of X": who does what the verb says does not do what a noun inside its object says.
      if (nominal && nounPhrase !== undefined && noun !== undefined && !isHead(noun, nounPhrase, slots.sentence))
        return undefined;
      // "مذاکرات کے ذریعے حل چاہتا ہے": nor what stands under an adposition of which the row does not speak.
      if (nominal && isVerbLast(slots.pack) && frame.nounMarker === undefined && !isBareOrObject(nounPhrase))
        return undefined;
      if (clause.subject === undefined && clause.speaksFor && !passive)
        return { fillers: [{ type: "speaker" }], slot, phrase: undefined };
      return passive ? ofPhrase(agentOf(slots)) : (authorsOf(clause.subject, slots) ?? ofPhrase(clause.subject));
    case "object":
      if (passive) return ofPhrase(clause.subject) ?? ofPhrase(clause.object);
      // With the noun of the predicate standing bare, only a marked phrase is its object.
      if (nounPhrase !== undefined && isVerbLast(slots.pack))
        return ofPhrase(clause.object?.marker === "object" ? clause.object : undefined);
      return (
        ofPhrase(clause.object) ??
        (clause.indirect !== undefined && clause.object === nounPhrase ? ofPhrase(clause.indirect) : undefined)
      );
    case "indirect":
      return (
        ofPhrase(clause.indirect) ??
        (clause.object?.cases === undefined ? ofPhrase(clause.object) : undefined) ??
        (passive ? ofPhrase(clause.subject) : undefined)
      );
    case "possessor": {
      if (nounPhrase === undefined || noun === undefined) return undefined;
      const { direct, indirect } = possessorsOf(nounPhrase, noun, slots.pack);
      const [owner] = direct;
      // "معاہدے کی منظوری": what owns the noun is an event.
      if (
        owner === undefined &&
        indirect.length === 0 &&
        slots.takesEvents &&
        isVerbLast(slots.pack) &&
        ownedByEvent(nounPhrase, noun, slots.index)
      )
        return { fillers: [{ type: "event", phrase: nounPhrase }], slot, phrase: undefined };
      return owner === undefined
        ? undefined
        : { fillers: withCoordinated(owner, direct, slots.sentence).map(mentionOf), slot, phrase: undefined };
    }
    case "modifier": {
      // "sein China-Besuch": a name joined to the noun or before it, beside the one who owns it.
      const owner = nounPhrase?.owners.find(({ by }) => by === "modifier");
      return owner === undefined ? undefined : { fillers: [mentionOf(owner)], slot, phrase: undefined };
    }
    case "complement": {
      const about = clause.complement?.subject;
      // Where the verb stands last, the noun of the predicate stands at it and governs what the verb does.
      if (!isVerbLast(slots.pack) && clause.complement?.governor?.from !== nounPhrase?.from) return undefined;
      if (about === undefined || about.members.some(({ reference }) => reference.type === "pronoun")) return undefined;
      const named = about.members.length > 0 ? about.members : ownersOf(about, false);
      return { fillers: named.map((item) => ({ type: "mention", item, phrase: about })), slot, phrase: about };
    }
    case "condition":
      return ofPhrase(clause.condition?.subject);
    case "made":
      return ofPhrase(madeAbove(slots));
    case "self":
      if (clause.subject?.members[0]?.reference.type !== "pronoun") return undefined;
      return { fillers: [{ type: "speaker" }], slot, phrase: undefined };
    case "doer":
      return ofPhrase(doerBefore(clause));
    case "speaker":
    case "answered":
      return { fillers: [{ type: slot }], slot, phrase: undefined };
    case "noun": {
      if (nounPhrase === undefined) return undefined;
      // "Gastgeber des Gipfels": the noun can be that of a genitive inside the phrase.
      const at = noun?.index ?? -1;
      const own = nounPhrase.attributes?.find(({ from, to }) => from <= at && at < to) ?? nounPhrase;
      return { fillers: fillersOf(own, slots), slot, phrase: nounPhrase };
    }
    default:
      return ofPhrase(markedPhrase(slot, slots, taken));
  }
}

/**
 * "ایران نے بغداد پر میزائل داغے، جس کی عراق نے مذمت کی": who did what a relative clause behind the verb speaks of, where its
 * antecedent is nobody who did it or to whom it was done.
 */
function doerBefore({ kind, from, antecedent, parent, relativeRole, relativeMarker }: Clause): Phrase | undefined {
  if (kind !== "relative" || antecedent === undefined || parent?.group?.passive !== false) return undefined;
  if (parent.group.to > from || (relativeRole !== "possessor" && relativeMarker === undefined)) return undefined;
  return antecedent.marker === "subject" || antecedent.marker === "object" ? undefined : parent.subject;
}

/** "سعودی عرب اور قطر کا شکریہ": an owner with those whom a coordinator or a comma joins to him. */
function withCoordinated(owner: Owner, owners: readonly Owner[], sentence: Sentence): readonly Owner[] {
  const isJoint = (at: number): boolean =>
    sentence.tokens[at]?.shape === "mark" ||
    (sentence.matches[at] ?? []).some(({ entry }) => entry.type === "coordinator");
  const before = owners.find(({ item }) => item.to + 1 === owner.item.from && isJoint(item.to));
  return before === undefined ? [owner] : [...withCoordinated(before, owners, sentence), owner];
}

/** "Putin's policies and the Chinese government's silence": phrases that a coordinator joins to one, with the same marker or none. */
function coordinatedWith(phrase: Phrase, { clause, sentence }: Slots): Phrase[] {
  const joined = (at: number): boolean =>
    (sentence.matches[at] ?? []).some(({ entry }) => entry.type === "coordinator");
  const next = clause.phrases.find(
    ({ from, marker }) => from === phrase.to + 1 && (marker ?? phrase.marker) === phrase.marker,
  );
  return next !== undefined && joined(phrase.to) && next.members.length === 0 ? [next] : [];
}

/** Owners of the way that binds most closely: who stands before a noun owns it, and only without him who stands behind. */
function nearestOwners(owners: readonly Owner[]): readonly Owner[] {
  const nearest = (["genitive", "modifier", "adposition"] as const).find((way) => owners.some(({ by }) => by === way));
  return owners.filter(({ by }) => by === nearest);
}

/** "accused each other": all who do it, with all others of them. */
export function eachOther(fillers: readonly Filler[], { clause, index }: Slots): (readonly [Filler, Filler])[] {
  if (!holdsAny(clause, index.reciprocals)) return [];
  const [only] = fillers;
  if (fillers.length === 1 && only?.type === "mention" && isSeveral(only.item)) return [[only, only]];
  return fillers.flatMap((left) => fillers.filter((right) => right !== left).map((right) => [left, right] as const));
}

export function isVerbLast(pack: LanguagePack): boolean {
  return pack.lexicon.data.language.order === "sov";
}

function mentionOf({ item }: Owner): Filler {
  return { type: "mention", item, phrase: undefined };
}

/** A phrase without those to whom is done what its noun says: "the arrest of X" is not X's doing, nor is "X's arrest". */
function withoutVictims(phrase: Phrase, { suffered, inflicted }: FrameIndex): Phrase {
  const { owners, nouns } = phrase;
  const noun = nouns.at(-1)?.lemma ?? "";
  if (!suffered.has(noun) && !inflicted.has(noun)) return phrase;
  const isVictim = ({ item, by }: Owner): boolean =>
    by === "adposition" || (suffered.has(noun) && "kind" in item.reference && item.reference.kind === KINDS.person);
  const doers = owners.filter((owner) => !isVictim(owner));
  return doers.length === owners.length ? phrase : { ...phrase, owners: doers, members: [] };
}

/**
 * Who owns a phrase: "Russia's war", and, where no person is meant, the state of an office without a name: "prime minister of
 * Pakistan".
 */
function ownersOf({ owners, members }: Phrase, takesPeople: boolean): readonly MentionItem[] {
  // "struck militant camps": what kind of thing it is owns nothing.
  const naming = owners.filter(({ by, item }) => by !== "modifier" || item.reference.type !== "description");
  if (naming.length > 0) return nearestOwners(naming).map(({ item }) => item);
  return members.flatMap((item): MentionItem[] => {
    const ofOffice = item.name === undefined && !takesPeople ? item.offices[0]?.of : undefined;
    const of = stateOfBody(item) ?? ofOffice;
    return of === undefined ? [] : [{ ...item, reference: of, name: undefined, offices: [], unnamed: true }];
  });
}

/** The state that a body names as its own: "China's consulate", "the presidency of Brazil". */
function stateOfBody({ reference }: MentionItem): Reference | undefined {
  if (reference.type !== "body" || reference.country === undefined) return undefined;
  return { type: "known", kind: KINDS.state, id: stateId(reference.country) };
}

/**
 * Who owns a noun, the nearest first: "Russia's invasion of Ukraine" is Russia's, since who stands before the noun owns it
 * and only without him who stands behind; "of Imran Khan's Moscow's visit" is of Moscow, and Imran Khan is next. Who owns
 * another noun before it does so indirectly: "روس کے حملے کی مذمت".
 */
function possessorsOf(
  { owners, nouns }: Phrase,
  noun: NounUse,
  pack: LanguagePack,
): { readonly direct: readonly Owner[]; readonly indirect: readonly Owner[] } {
  const others = owners.filter(({ item }) => item.from !== noun.index);
  // "der China-Besuch von Olaf Scholz": what is joined to the noun is its owner only where nothing else can be.
  const outside = others.some(({ by }) => by === "adposition");
  // "Russia's missile attack": where position tells, a noun before another one only says of what kind that is.
  const compounds = pack.lexicon.data.language.order === "svo";
  const own = ({ item }: Owner): boolean =>
    compounds || !nouns.some(({ index }) => index >= item.to && index < noun.index);
  const can = others.filter(
    (owner) => owner.by !== "modifier" || (own(owner) && (compounds || !outside || owner.item.qualifies)),
  );
  const distance = ({ item }: Owner): number => Math.abs(item.from - noun.index);
  const near = nearestOwners(can).toSorted((a, b) => distance(a) - distance(b) || b.item.from - a.item.from);
  const through = (owner: Owner): boolean => (owner.by === "genitive" || owner.item.qualifies) && !own(owner);
  const direct = near.filter((owner) => !through(owner));
  // "اسرائیلی حملوں کی مذمت": an adjective of a noun before it as well, where nobody owns that one.
  const behind = direct.length === 0 && near.length === 0 ? others.filter(through) : near.filter(through);
  return { direct, indirect: behind };
}

/** Whether the noun before it in its phrase, where the verb stands last, is that of an event. */
function ownedByEvent({ nouns }: Phrase, noun: NounUse, { eventNouns }: FrameIndex): boolean {
  const before = nouns.findLast(({ index }) => index < noun.index);
  return before !== undefined && eventNouns.has(before.lemma);
}

/** The phrase of a slot, whatever it holds. */
function phraseOf(slot: string, { clause }: Slots): Phrase | undefined {
  const passive = clause.group?.passive === true;
  if (slot === "object") return passive ? clause.subject : clause.object;
  if (slot === "subject") return clause.subject;
  if (slot === "indirect") return passive ? clause.subject : clause.indirect;
  if (slot === "predicate") return predicateOf(clause);
  const marked = clause.phrases.filter(({ marker }) => marker === slot);
  // "تہران میں اسرائیلی حملے میں": of several the one that somebody owns.
  return marked.find(({ owners, members }) => owners.length > 0 && members.length === 0) ?? marked[0];
}

/** What somebody is named or made: the office in "elected X president of France" and "X was elected president of France". */
function predicateOf({ group, object, phrases }: Clause): Phrase | undefined {
  const phrase = group?.passive === true ? object : phrases.find(({ from }) => from === object?.to);
  const isOffice = phrase?.members.some(({ name, offices }) => name === undefined && offices.length > 0) === true;
  return isOffice && phrase?.marker === undefined ? phrase : undefined;
}

/** "a UN report accused X": what somebody writes says what he says. */
function authorsOf(phrase: Phrase | undefined, { frame, index, clause }: Slots): Filled | undefined {
  if (phrase === undefined || !clause.phrases.some(({ from }) => from === phrase.from)) return undefined;
  if (frame.verbs.length === 0 || phrase.members.length > 0 || phrase.owners.length === 0) return undefined;
  if (!headNouns(phrase).some(({ lemma }) => index.documents.has(lemma))) return undefined;
  return {
    fillers: ownersOf(phrase, false).map((item) => ({ type: "mention", item, phrase })),
    slot: "subject",
    phrase,
  };
}

/** "appointed X as minister, replacing Y": whom the clause above a participle makes something. */
function madeAbove({ clause: { kind, parent, antecedent }, index }: Slots): Phrase | undefined {
  if (kind !== "participle" || parent === undefined || antecedent !== undefined) return undefined;
  const asOffice = ({ marker, members }: Phrase): boolean =>
    index.predicateMarkers.has(marker ?? "") && members.some(({ offices }) => offices.length > 0);
  if (predicateOf(parent) === undefined && !parent.phrases.some(asOffice)) return undefined;
  return parent.group?.passive === true ? parent.subject : parent.object;
}

/** Who does it in a passive: a phrase with a marker of the agent. */
function agentOf({ clause, index }: Slots): Phrase | undefined {
  const all = clause.phrases.filter(({ marker }) => marker !== undefined && index.agentMarkers.has(marker));
  // "the arrest of X by Y was condemned by Z": where position tells, who does it stands behind the verb.
  const behind = index.position ? all.filter(({ from }) => from >= (clause.group?.from ?? 0)) : [];
  const agents = behind.length > 0 ? behind : all;
  // "als Nachfolger von X gewählt": what somebody is said to be has its possessor.
  const isPredicated = ({ after }: Phrase): boolean => index.predicateMarkers.has(after?.marker ?? "");
  return agents.find((phrase) => !isPredicated(phrase)) ?? authorOf(clause, index);
}

/** "wrote a letter in which X is urged", "in the letter written to X he said": who wrote it does in it what is said without an agent. */
export function authorOf(
  { kind, relativeMarker, reducedPassive, antecedent, parent }: Clause,
  { documents }: Pick<FrameIndex, "documents">,
): Phrase | undefined {
  const inside = kind === "relative" && relativeMarker !== undefined && relativeMarker !== "object";
  if (!inside && !(kind === "participle" && reducedPassive)) return undefined;
  const isDocument = antecedent?.nouns.some(({ lemma }) => documents.has(lemma)) === true;
  return isDocument && antecedent.owners.length === 0 && parent?.group?.passive !== true ? parent?.subject : undefined;
}

/**
 * The phrase under an adposition. Behind a noun that is not the row's own it belongs to that noun ("relations with Iran")
 * and fills no slot of the verb; for a noun alone it must stand directly at it.
 */
function markedPhrase(marker: string, slots: Slots, taken: Phrase | undefined): Phrase | undefined {
  const { clause, nounPhrase, frame, pack, index } = slots;
  const candidates = [...clause.phrases, ...behindAntecedent(slots)].filter(
    (phrase) => phrase.marker === marker && phrase !== taken && phrase.date === undefined,
  );
  const before = pack.lexicon.data.language.adpositions === "before";
  const nominal = frame.verbs.length === 0;
  const host = (phrase: Phrase): Phrase | undefined => {
    let at = phrase.after;
    while (at !== undefined && at.date !== undefined) at = at.after;
    return at;
  };
  const attached = (phrase: Phrase): boolean => {
    const at = host(phrase);
    if (at === undefined || at.marker === SOURCE || at.members.length > 0) return false;
    // "reiste als erster Kanzler nach Mali": what somebody is said to be has nothing behind it.
    return (
      !index.predicateMarkers.has(at.marker ?? "") &&
      (at.nouns.length > 0 ? at.marker === undefined || canTake(at, marker, slots) : at.unknownHead)
    );
  };
  // "kämpfte mit Milizen gegen X": at a noun of which nothing is known only who takes part in it stands.
  const isLoose = (phrase: Phrase): boolean => {
    const at = host(phrase);
    if (at?.marker === undefined || at.marker === marker || at.nouns.length > 0) return false;
    // "kam im Palast mit X zusammen": but "sprach über den Zwist mit X".
    return !index.participantMarkers.has(marker) || !index.topicMarkers.has(at.marker);
  };
  if (!before) {
    const at = nounPhrase?.from ?? clause.group?.from ?? Infinity;
    const own = nominal ? candidates : candidates.filter((phrase) => !belongsToNoun(phrase, slots));
    const inFront = own.filter((phrase) => phrase.to <= at);
    const inner = inFront.length > 1 && isOfInnerNoun(inFront.at(-1), slots);
    return inFront.at(inner ? -2 : -1) ?? (nominal ? undefined : own[0]);
  }
  if (nounPhrase !== undefined) {
    // "the nomination despite the words of X": what has a possessor behind it is the noun just before it.
    const isOthers = index.position && index.possessors.has(marker);
    const own = candidates.find(
      (phrase) => reaches(phrase, nounPhrase) && !(isOthers && belongsBetween(phrase, nounPhrase, index)),
    );
    const isNamed = own !== undefined && own.members.length + own.owners.length > 0;
    if (isNamed || nominal) return own;
    // "Waffen im Wert von einer Milliarde": what names nobody gives way to a phrase of the verb.
    const ofVerb = candidates.find((phrase) => !attached(phrase) || phrase.pairs || isObject(host(phrase), clause));
    return ofVerb !== undefined && ofVerb.members.length > 0 ? ofVerb : (own ?? ofVerb);
  }
  const free = candidates.filter(
    (phrase) =>
      !attached(phrase) ||
      isObject(host(phrase), clause) ||
      phrase.pairs ||
      isLoose(phrase) ||
      isAgentInObject(phrase, slots),
  );
  // "Nach seinem Besuch reiste er nach Peking": who or what is named fills the slot before a noun does.
  return free.find(({ members }) => members.length > 0) ?? free[0];
}

/** Whether another noun stands between a noun and a phrase behind it, which is not who does it: "the arrest by X of Y". */
function belongsBetween(phrase: Phrase, noun: Phrase, { agentMarkers }: FrameIndex): boolean {
  for (let at = phrase.after; at !== undefined && at.from !== noun.from; at = at.after)
    if (at.date === undefined && !agentMarkers.has(at.marker ?? "")) return true;
  return false;
}

/** "the deal between A and B brokered by C": what stands at the noun that a participle or relative clause qualifies. */
function behindAntecedent({ clause, nounPhrase, index }: Slots): readonly Phrase[] {
  const { antecedent, kind, parent } = clause;
  const qualifies = kind === "participle" || kind === "relative";
  if (!qualifies || antecedent === undefined || nounPhrase?.from !== antecedent.from) return [];
  return (parent?.phrases ?? []).filter(
    (phrase) => phrase.marker !== undefined && !index.agentMarkers.has(phrase.marker) && reaches(phrase, antecedent),
  );
}

/** "spoke by phone with X": under an adposition of its own a noun holds only what a row says that it takes. */
function canTake(phrase: Phrase, marker: string, { index }: Slots): boolean {
  return headNouns(phrase).some(
    ({ lemma }) =>
      index.eventNouns.has(lemma) ||
      (index.byNoun.get(lemma) ?? []).some(({ gives }) =>
        gives.some(({ subject, object }) => `${subject}|${object}`.split("|").includes(marker)),
      ),
  );
}

/** "the killing of protesters by X": who does what the noun of the object says. */
function isAgentInObject(phrase: Phrase, { clause, index }: Slots): boolean {
  const object = clause.group?.passive === true ? clause.subject : clause.object;
  if (object === undefined || !index.agentMarkers.has(phrase.marker ?? "")) return false;
  const done = headNouns(object).some(({ lemma }) => index.suffered.has(lemma) || index.inflicted.has(lemma));
  return done && reaches(phrase, object);
}

function isObject(phrase: Phrase | undefined, clause: Clause): boolean {
  return phrase !== undefined && (phrase.from === clause.object?.from || phrase.from === clause.subject?.from);
}

/** "پاکستان پر [افغان علاقے پر] بمباری کا الزام": a phrase at the noun of the row belongs to a noun inside it that can have one such. */
function isOfInnerNoun(phrase: Phrase | undefined, { nounPhrase, noun, index, sentence }: Slots): boolean {
  if (phrase?.marker === undefined || nounPhrase === undefined || noun === undefined) return false;
  // "روس پر پابندیاں عائد": without a mark of the genitive both nouns are one predicate.
  const between = sentence.matches.slice(nounPhrase.from, noun.index);
  if (!between.some((found) => found.some(({ entry }) => entry.type === "genitive"))) return false;
  const { marker } = phrase;
  const takes = ({ lemma, index: at }: NounUse): boolean =>
    at < noun.index &&
    (index.byNoun.get(lemma) ?? []).some(({ gives }) => gives.some(({ object }) => object.split("|").includes(marker)));
  return phrase.reach === nounPhrase.from && nounPhrase.nouns.some(takes);
}

/** "ٹرمپ سے ملاقات کے بعد": before a noun that is told of under its adposition a phrase is that noun's, not the verb's. */
function belongsToNoun(phrase: Phrase, { clause, nounPhrase, index }: Slots): boolean {
  const next = clause.phrases.find(({ from }) => from === phrase.to);
  if (next === undefined || next === nounPhrase || next.marker === undefined) return false;
  return headNouns(next).some(({ lemma }) =>
    (index.byNoun.get(lemma) ?? []).some(
      (row) =>
        (isUnder(row, next.marker) || (row.nounMarker === undefined && next.marker === "object")) &&
        row.gives.some(({ subject, object }) => `${subject}|${object}`.split("|").includes(phrase.marker ?? "")),
    ),
  );
}

/** Whether only adpositional phrases and dates lie between a noun phrase and a phrase behind it. */
function reaches(phrase: Phrase, noun: Phrase): boolean {
  for (let at: Phrase | undefined = phrase.after; at !== undefined; at = at.after) {
    if (at.from === noun.from || (at.to === noun.to && at.from >= noun.from)) return true;
    if (at.marker === undefined && at.date === undefined) return false;
  }
  return false;
}

function fillersOf(phrase: Phrase, slots: Slots): Filler[] {
  const target = throughTransparent(phrase, slots);
  const acting = isVerbLast(slots.pack) ? [] : actorsBehind(target, slots);
  if (acting.length > 0) return acting.map((item) => ({ type: "mention", item, phrase: target }));
  if (target.members.length > 0) return target.members.map((item) => ({ type: "mention", item, phrase: target }));
  // "دفتر خارجہ اور وزارت دفاع کے اہلکاروں سے": those with whom a body acts stand for it.
  const act = isVerbLast(slots.pack) && target.owners.length > 0 && endsInActing(target, slots);
  if (act) return target.owners.map(({ item }) => ({ type: "mention", item, phrase: target }));
  const happens = slots.takesEvents && target.nouns.some(({ lemma }) => slots.index.eventNouns.has(lemma));
  return happens ? [{ type: "event", phrase: target }] : [];
}

/** "fighters of X", "negotiators from X and Y": behind nouns for those who act, for whom they do. */
function actorsBehind(phrase: Phrase, slots: Slots): readonly MentionItem[] {
  const { clause, index, sentence } = slots;
  const { members, owners } = phrase;
  const ofGroup = members.flatMap((item) => groupOf(item, sentence));
  if (ofGroup.length > 0) return ofGroup;
  const isNameless = ({ name, reference }: MentionItem): boolean =>
    name === undefined && (reference.type === "description" || reference.type === "office");
  if (!members.every(isNameless)) return [];
  const last = sentence.matches[phrase.to - 1] ?? [];
  if (!last.some(({ entry }) => entry.type === "acting-noun" || entry.type === "follower-noun")) return [];
  const owning = owners.filter(({ by }) => by === "adposition").map(({ item }) => item);
  const origin = clause.phrases.find(
    ({ after, marker }) => after?.from === phrase.from && index.origin.has(marker ?? ""),
  );
  return owning.length > 0 ? owning : (origin?.members ?? []);
}

/** "fighters of the Taliban": the group whose members act. */
function groupOf(item: MentionItem, { matches }: Sentence): readonly MentionItem[] {
  const of = item.name === undefined ? item.offices[0]?.of : undefined;
  const follows = (matches[item.from] ?? []).some(({ entry }) => entry.type === "follower-noun");
  return of === undefined || !follows ? [] : [{ ...item, reference: of, offices: [], unnamed: true }];
}

/** Whether the last word of a phrase, before its marker, is a noun with which a state or body acts. */
function endsInActing({ from, to, owners }: Phrase, { sentence }: Slots): boolean {
  const start = Math.max(from, ...owners.map(({ item }) => item.to));
  for (let i = to - 1; i >= start; i -= 1) {
    if ((sentence.matches[i] ?? []).some(({ entry }) => entry.type === "acting-noun")) return true;
    if (i < to - 3) return false;
  }
  return false;
}

/** "invited to participation in the summit": a noun that only hands on gives way to the phrase that depends on it. */
function throughTransparent(phrase: Phrase, { clause, sentence }: Slots): Phrase {
  if (!isTransparent(phrase, sentence)) return phrase;
  return clause.phrases.find((next) => next.after === phrase || next.from === phrase.to) ?? phrase;
}

/** Whether a phrase names no thing, but how many or how much there is of what depends on it: "a round of". */
export function isTransparent({ from, to }: Phrase, sentence: Sentence): boolean {
  return sentence.matches.slice(from, to).some((all) => all.some(({ entry }) => entry.type === "transparent"));
}

/** Both ends at once: "between A and B" at the noun, or a subject of several. */
export function pairs(slots: Slots): (readonly [Filler, Filler])[] {
  const { clause, nounPhrase, frame } = slots;
  const nominal = frame.verbs.length === 0;
  const subject = clause.group?.passive === true && !nominal ? agentOf(slots) : clause.subject;
  const between = [...clause.phrases, ...behindAntecedent(slots)].filter((phrase) => phrase.pairs && isPlural(phrase));
  const near =
    nounPhrase === undefined
      ? between[0]
      : (between.find((phrase) => reaches(phrase, nounPhrase)) ??
        between.find((phrase) => noOtherNoun(phrase, nounPhrase, slots)));
  if (near !== undefined) return combine(near.members.map((item) => ({ type: "mention", item, phrase: near })));
  if (nominal && nounPhrase !== undefined) {
    const owners = nounPhrase.owners.filter(
      ({ by, item }) => by !== "modifier" || item.qualifies || isSeveral(item) || isJoined(item, nounPhrase),
    );
    // "At their summit X and Y pledged peace": the subject behind says whose it is.
    const ahead = subject !== undefined && subject.from > nounPhrase.from && subject.members.length > 1;
    if (ahead && owners.some(({ item }) => item.reference.type === "pronoun" && item.reference.plural))
      return combine(subject.members.map((item) => ({ type: "mention", item, phrase: subject })));
    if (owners.length > 1 || owners.some(({ item }) => isSeveral(item)))
      return combine(owners.map(({ item }) => ({ type: "mention", item, phrase: nounPhrase })));
    return [];
  }
  const acting = subject === undefined || isVerbLast(slots.pack) ? [] : actorsBehind(subject, slots);
  if (acting.length > 1) return combine(acting.map((item) => ({ type: "mention", item, phrase: subject })));
  // "die Regierungschefs Deutschlands und Frankreichs": who own the subject stand for it.
  const several = subject?.members.length === 0 && subject.marker !== "object" ? subject.owners : [];
  if (several.length > 1) return combine(several.map(mentionOf));
  if (subject === undefined || subject.marker === "object" || !isPlural(subject)) return [];
  return combine(subject.members.map((item) => ({ type: "mention", item, phrase: subject })));
}

/** Those of one phrase under an adposition with each other: "ترکی اور یونان میں معاہدہ". */
export function together(slots: Slots, marker: string): (readonly [Filler, Filler])[] {
  const phrase = markedPhrase(marker, slots, undefined);
  return phrase !== undefined && phrase.members.length > 1 ? combine(fillersOf(phrase, slots)) : [];
}

function isPlural(phrase: Phrase): boolean {
  return phrase.members.length > 1 || phrase.members.some(isSeveral);
}

/** "the two ministers", "they": one mention of several. */
function isSeveral({ reference }: MentionItem): boolean {
  return reference.type === "group" || (reference.type === "pronoun" && reference.plural);
}

/** "US-China relations": two names that only a hyphen parts. */
function isJoined({ from, to }: MentionItem, { owners }: Phrase): boolean {
  return owners.some(({ item }) => item.from === to + 1 || from === item.to + 1);
}

function noOtherNoun(phrase: Phrase, noun: Phrase, { clause, index, pack }: Slots): boolean {
  const [from, to] = phrase.from > noun.from ? [noun.to, phrase.from] : [phrase.to, noun.from];
  // Where adpositions follow, what stands under one takes no pair that is before it, unless it can have one.
  const takesPair = (other: Phrase): boolean =>
    other.marker === undefined || !isVerbLast(pack) || other.nouns.some(({ lemma }) => index.eventNouns.has(lemma));
  return !clause.phrases.some(
    (other) =>
      other.from >= from && other.to <= to && other.date === undefined && other.nouns.length > 0 && takesPair(other),
  );
}

/** All pairs of a list; a single filler, a group, is paired with itself and taken apart when it is resolved. */
function combine(fillers: readonly Filler[]): (readonly [Filler, Filler])[] {
  const [only] = fillers;
  if (fillers.length === 1 && only !== undefined) return [[only, only]];
  return fillers.flatMap((left, i) => fillers.slice(i + 1).map((right) => [left, right] as const));
}

/** The readings of the head of a phrase: the last noun in it. */
export function headNouns({ nouns }: Phrase): readonly NounUse[] {
  if (nouns.length < 2) return nouns;
  const last = Math.max(...nouns.map(({ index }) => index));
  return nouns.filter(({ index }) => index === last);
}

function isBareOrObject(phrase: Phrase | undefined): boolean {
  return phrase?.marker === undefined || phrase.marker === "object";
}

/** Whether a noun is the head of its phrase, or stands at the noun of the predicate without a mark of the genitive: "مذاکرات شروع". */
function isHead(noun: NounUse, phrase: Phrase, { matches }: Sentence): boolean {
  const heads = headNouns(phrase);
  if (heads.includes(noun)) return true;
  const end = heads[0]?.index ?? noun.index;
  return !matches.slice(noun.index, end).some((found) => found.some(({ entry }) => entry.type === "genitive"));
}
