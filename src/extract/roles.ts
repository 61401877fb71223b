import { KINDS } from "../model/kinds.ts";
import type { LanguageData } from "../seeds/knowledge.ts";
import type { MentionItem } from "../model/mention.ts";
import { isReflexive, type Clause, type Owner, type Phrase } from "./parse.ts";

/** What the assignment of subject and object needs to know of a language. */
export interface RoleRules {
  readonly order: LanguageData["language"]["order"];
  readonly possessorMarkers: ReadonlySet<string>;
  readonly reporting: ReadonlySet<string>;
  /** For each verb, the nouns that its subject does it with: wage war, reject accusations. */
  readonly objectNouns: ReadonlyMap<string, ReadonlySet<string>>;
  /** Verbs that say of a noun no more than that somebody does it. */
  readonly doing: ReadonlySet<string>;
  readonly agentMarkers: ReadonlySet<string>;
  /** Markers of who does the same: as did. */
  readonly alikeMarkers: ReadonlySet<string>;
  /** Nouns that bare say how long something lasts. */
  readonly durations: ReadonlySet<string>;
}

export function roleRulesOf({ language, words, reporting, frames, verbs: { doing } }: LanguageData): RoleRules {
  const objectNouns = new Map<string, Set<string>>();
  for (const { verbs, nouns, nounMarker, gives } of frames) {
    const isObject = nounMarker === undefined && gives.some(({ subject }) => subject.split("|").includes("subject"));
    const isSource = nounMarker === undefined && gives.some(({ object }) => object.split("|").includes("subject"));
    if (!isObject && !isSource) continue;
    for (const verb of verbs) objectNouns.set(verb, new Set([...(objectNouns.get(verb) ?? []), ...nouns]));
  }
  return {
    order: language.order,
    possessorMarkers: new Set(words.possessorMarkers),
    reporting: new Set(reporting.verbs.map(({ lemma }) => lemma)),
    objectNouns,
    durations: new Set(words.durations),
    doing: new Set(doing),
    agentMarkers: new Set(words.agentMarkers),
    alikeMarkers: new Set(words.alikeMarkers),
  };
}

/** Finds subject and objects of every clause of a sentence, and gives nouns their possessors. */
export function assignRoles(clauses: readonly Clause[], rules: RoleRules): void {
  for (const clause of clauses) ownByDoing(clause, rules);
  for (const clause of clauses) {
    if (rules.order === "sov") {
      shareOwners(clause);
      passOwnersOn(clause);
    }
    attachOwners(clause, rules);
    ASSIGN[rules.order](clause, rules);
    assignRelative(clause, rules.order);
    joinAlike(clause, rules);
  }
  for (const clause of clauses) inheritSubject(clause, new Set());
  for (const clause of clauses) inheritObject(clause, rules.order);
  if (rules.order === "svo") for (const [i, clause] of clauses.entries()) shareComplements(clause, clauses[i - 1]);
}

/** "X condemned it, as did Y": who does the same stands beside the subject. */
function joinAlike(clause: Clause, { alikeMarkers }: RoleRules): void {
  const { subject, phrases, group } = clause;
  const alike = phrases.filter(({ marker }) => alikeMarkers.has(marker ?? "")).flatMap(({ members }) => members);
  if (alike.length === 0 || subject === undefined || subject.members.length === 0 || group === undefined) return;
  clause.subject = { ...subject, members: [...subject.members, ...alike] };
}

/** "allegations made by X", "the X-led invasion": who does what a noun says, in a participle that says no more, owns it. */
function ownByDoing(
  { kind, reducedPassive, group, antecedent, parent, phrases }: Clause,
  { doing, agentMarkers }: RoleRules,
): void {
  if (kind !== "participle" || !reducedPassive || antecedent === undefined || parent === undefined) return;
  const isNamed = antecedent.members.some(({ reference }) => reference.type !== "description");
  if (isNamed || antecedent.owners.length > 0 || !doing.has(group?.lemma ?? "")) return;
  const agent = phrases.find(({ marker }) => agentMarkers.has(marker ?? ""));
  const before = agent !== undefined && agent.from < antecedent.to;
  const owners = agent?.members.map((item): Owner => ({ item, by: before ? "genitive" : "adposition" })) ?? [];
  parent.phrases = parent.phrases.map((phrase) =>
    phrase.from === antecedent.from && phrase.date === undefined ? { ...phrase, owners } : phrase,
  );
}

/** "ایران کے تیل اور جہاز رانی کی صنعت پر": who owns the first of several things owns the others that name no owner. */
function shareOwners(clause: Clause): void {
  for (const [i, phrase] of clause.phrases.entries()) {
    const next = clause.phrases[i + 1];
    const owners = phrase.owners.filter(({ by }) => by === "genitive");
    const isThing = phrase.marker === undefined && phrase.members.length === 0 && phrase.date === undefined;
    // One token parts them: a comma or a coordinator.
    if (!isThing || owners.length === 0 || next === undefined || next.from !== phrase.to + 1) continue;
    if (next.members.length + next.owners.length === 0 && next.date === undefined)
      clause.phrases[i + 1] = { ...next, owners };
  }
}

/**
 * "روس کے یوکرین پر حملے", "ان کی مصر کے وزیر اعظم سے قاہرہ میں ملاقات": a possessor before names, dates and phrases under
 * adpositions is that of the noun behind them.
 */
function passOwnersOn(clause: Clause): void {
  for (const [i, phrase] of clause.phrases.entries()) {
    const dangling = phrase.dangling && phrase.nouns.length + phrase.owners.length > 0;
    const owners = passedOwners(phrase);
    const owned = owners.length > 0 && isBetween(phrase) && !ownsWordsBefore(phrase);
    if (!dangling && !owned) continue;
    const at = nextNoun(clause, i, dangling ? () => true : isBetween);
    const noun = clause.phrases[at];
    if (noun === undefined || !follows(clause, at) || noun.nouns.length === 0 || noun.members.length > 0) continue;
    if (dangling) {
      // "حملے کی جرمنی نے مذمت کی": a noun and its mark stand before who does it.
      clause.phrases[at] = {
        ...noun,
        nouns: [...phrase.nouns, ...noun.nouns],
        owners: [...phrase.owners, ...noun.owners],
      };
      clause.phrases[i] = { ...phrase, nouns: [], owners: [] };
    } else {
      clause.phrases[at] = { ...noun, owners: [...joinedBefore(clause, i), ...owners, ...noun.owners] };
      clause.phrases[i] = { ...phrase, owners: phrase.owners.filter((owner) => !owners.includes(owner)) };
    }
  }
}

/** The owners in a phrase that can be those of a noun behind it: before a name, or before another possessor that refers to the subject. */
function passedOwners({ owners, nouns, members }: Phrase): readonly Owner[] {
  const own = owners.filter(({ by }) => by === "genitive");
  // "السیسی کا ان کی کوششوں پر شکریہ": who is named before a pronoun does not own it.
  if (nouns.length > 0) {
    const other = own.findIndex(({ item }) => item.reference.type === "pronoun");
    return other > 0 ? own.slice(0, other) : [];
  }
  // "شی جن پنگ کی اپنی رہائش گاہ پر میزبانی": what is one's own is nobody else's.
  const reflexive = own.findIndex(({ item }) => item.possessive || isReflexive(item));
  if (members.length === 0) return reflexive > 0 ? own.slice(0, reflexive) : [];
  // "شہباز شریف کی حکومت کے خلاف": a body or an office without a name has its owner.
  return members.every(
    ({ reference, name }) => reference.type === "body" || (reference.type === "office" && name === undefined),
  )
    ? []
    : own;
}

/** "ٹرمپ اور کم کی سنگاپور میں ملاقات": who is named bare before the first owner, with one word between, owns with him. */
function joinedBefore({ phrases, joints }: Clause, at: number): readonly Owner[] {
  const [before, phrase] = [phrases[at - 1], phrases[at]];
  if (before === undefined || phrase === undefined || before.marker !== undefined || before.date !== undefined)
    return [];
  if (before.nouns.length + before.owners.length > 0 || before.unknownHead || !joints.includes(before.to)) return [];
  if (phrase.from !== before.to + 1) return [];
  return before.members.map((item): Owner => ({ item, by: "genitive" }));
}

/** "لداخ کے علاقے کرگل میں": whether more than a mark stands between an owner and the name, which is what he owns. */
function ownsWordsBefore({ owners, members }: Phrase): boolean {
  const [first] = members;
  const last = owners.findLast(({ by }) => by === "genitive");
  return first !== undefined && last !== undefined && first.from > last.item.to + 1;
}

/** Index of the next phrase with a noun, past phrases without one that may stand between. */
function nextNoun(clause: Clause, from: number, mayStand: (phrase: Phrase | undefined) => boolean): number {
  let at = from + 1;
  while (follows(clause, at) && clause.phrases[at]?.nouns.length === 0 && mayStand(clause.phrases[at])) at += 1;
  return at;
}

/** Whether a phrase may stand between a possessor and its noun: a date, a bare name, or one under an adposition. */
function isBetween(phrase: Phrase | undefined): boolean {
  if (phrase === undefined || phrase.marker === "object") return false;
  // "روس کی جرمنی نے مذمت کی": no state is another's, but a person may be a state's.
  if (phrase.marker === "subject") {
    // "اردوان کا شہباز شریف نے استقبال": nor is a person another's.
    const kinds = (kind: string) => (item: MentionItem) =>
      item.reference.type === "known" && item.reference.kind === kind && item.offices.length === 0;
    const ofPerson = phrase.owners.some(
      ({ item }) => item.reference.type === "known" && item.reference.kind === KINDS.person,
    );
    return phrase.members.every(kinds(KINDS.state)) || (ofPerson && phrase.members.every(kinds(KINDS.person)));
  }
  return phrase.date !== undefined || phrase.members.length > 0 || phrase.marker !== undefined;
}

/** Whether nothing stands between a phrase and the one before it. */
function follows({ phrases }: Clause, at: number): boolean {
  return phrases[at] !== undefined && phrases[at].from === phrases[at - 1]?.reach;
}

/** "the invasion of Ukraine", "die Invasion der Ukraine": the phrase becomes the owner of the noun before it. */
export function attachOwners(clause: Clause, rules: Pick<RoleRules, "possessorMarkers">): void {
  const kept: Phrase[] = [];
  for (const phrase of clause.phrases) {
    const before = kept.at(-1);
    const adjacent =
      before !== undefined &&
      before.to === phrase.from &&
      (before.nouns.length > 0 || before.unknownHead || before.members.length > 0);
    const byMarker = phrase.marker !== undefined && rules.possessorMarkers.has(phrase.marker);
    const byCase =
      phrase.marker === undefined &&
      phrase.date === undefined &&
      phrase.cases?.includes("gen") === true &&
      !phrase.cases.includes("acc") &&
      before?.members.length === 0;
    if (!adjacent || before === undefined || !(byMarker || byCase)) {
      kept.push(phrase);
      continue;
    }
    const by = byMarker ? "adposition" : "genitive";
    // "a unit of Iran's Revolutionary Guards" is theirs, and not Iran's.
    const named = phrase.members.map((item): Owner => ({ item, by }));
    // "the rejection of X's offer": who owns what an adposition brings owns the noun before it but loosely.
    const passed = byMarker ? phrase.owners.map((owner): Owner => ({ ...owner, by })) : phrase.owners;
    const owners = named.length > 0 ? named : passed;
    const nouns = before.members.length > 0 ? before.nouns : [...phrase.nouns, ...before.nouns];
    const owned: Phrase = { ...before, owners: [...before.owners, ...owners], nouns };
    // A genitive is a part of the phrase that it stands at; an adposition can also fill a slot of its own ("release of X").
    if (byMarker) kept.splice(kept.length - 1, 1, { ...before, owners: owned.owners }, { ...phrase, after: before });
    else
      kept[kept.length - 1] = {
        ...owned,
        to: phrase.to,
        reach: phrase.reach,
        attributes: [...(before.attributes ?? []), phrase],
      };
  }
  clause.phrases = kept;
}

type Assign = (clause: Clause, rules: RoleRules) => void;

const isBare = (phrase: Phrase): boolean => phrase.marker === undefined && phrase.date === undefined;

const svo: Assign = (clause, rules) => {
  const at = clause.group?.from;
  if (at === undefined) return;
  const before = clause.phrases.filter((phrase) => isBare(phrase) && phrase.from < at);
  const after = clause.phrases.filter((phrase) => isBare(phrase) && phrase.from >= at);
  // "Lukashenko, a close ally of Putin, …": behind a name a phrase that names nobody is an apposition.
  const last = before.at(-1);
  clause.subject = hostOf(before, clause) ?? last;
  const [first, second] = after;
  if (
    clause.subject === undefined &&
    clause.sharesSubjectWith === undefined &&
    first !== undefined &&
    rules.reporting.has(clause.group?.lemma ?? "") &&
    clause.kind === "main"
  ) {
    // ", said the minister": the subject stands behind its reporting verb.
    clause.subject = first;
    return;
  }
  const double =
    first !== undefined &&
    second !== undefined &&
    first.members.length > 0 &&
    second.from === first.to &&
    second.members.length === 0;
  clause.indirect = double ? first : undefined;
  clause.object = double ? second : first;
};

/** Whether a mention is an office or noun that says only what somebody is. */
function isUnnamed({ reference, name }: MentionItem): boolean {
  return name === undefined && (reference.type === "office" || reference.type === "description");
}

/**
 * "X, the leader of Y, …", "soldiers sent by X, an alliance, …": the phrase before one that names nobody and stands behind a
 * comma. A thing without an office may stand farther off.
 */
function hostOf(before: readonly Phrase[], { tokens }: Clause): Phrase | undefined {
  let at = before.length - 1;
  // "the leader of the opposition Y party": what stands directly behind an office is of it.
  while (at > 1 && before[at]?.from === before[at - 1]?.to && before[at - 1]?.members.every(isUnnamed) === true)
    at -= 1;
  // "X, the speaker of Y and leader of Z, …"
  const coordinated = at > 1 && before[at - 1]?.members.length === 0 && !isParted(before[at - 1], before[at], tokens);
  if (coordinated && before[at]?.members.every(isUnnamed) === true) return before[at - 2];
  const [host, apposed] = [before[at - 1], before[at]];
  if (host === undefined || apposed === undefined || !apposed.members.every(isUnnamed)) return undefined;
  if (apposed.members.length === 0) return before.findLast(({ members }) => members.length > 0);
  return isParted(host, apposed, tokens) ? host : undefined;
}

function isParted(before: Phrase | undefined, behind: Phrase | undefined, tokens: Clause["tokens"]): boolean {
  return tokens.slice(before?.to, behind?.from).some(({ shape }) => shape === "mark");
}

const v2: Assign = (clause, { objectNouns, durations }) => {
  const finite = clause.verbs[0]?.index ?? Infinity;
  // "hielt X sechs Jahre gefangen": how long is no object.
  const lasts = ({ nouns, members }: Phrase): boolean =>
    members.length === 0 && nouns.length > 0 && nouns.every(({ lemma }) => durations.has(lemma));
  const bare = clause.phrases.filter((phrase) => isBare(phrase) && !lasts(phrase));
  const can = (phrase: Phrase, wanted: "nom" | "acc" | "dat"): boolean => phrase.cases?.includes(wanted) ?? true;
  // "Das sagte Macron": a demonstrative alone is the subject only where nothing else can be.
  const able = bare.filter((phrase) => can(phrase, "nom"));
  const full = able.filter((phrase) => !isDemonstrative(phrase));
  const nominative = full.length > 0 ? full : able;
  // "Moskau zu besuchen": an infinitive looks like a plural and has no subject of its own.
  const isElliptic = clause.kind === "main" && clause.group?.features.has("participle") === true;
  const isFinite = (clause.group?.finite === true || isElliptic) && clause.kind !== "infinitive";
  const hasSubject = isFinite && clause.sharesSubjectWith === undefined;
  const sure = nominative.filter(
    (phrase) => phrase.cases !== undefined && !phrase.cases.includes("acc") && !phrase.cases.includes("dat"),
  );
  clause.subject =
    hasSubject || clause.kind === "relative"
      ? (sure[0] ?? nominative.find((phrase) => phrase.from < finite) ?? nominative[0])
      : undefined;
  if (clause.sharesSubjectWith !== undefined && isFinite && nominative[0] !== undefined && nominative[0].from < finite)
    clause.subject = nominative[0];
  // "Die Vorwürfe wies Moskau zurück": what the verb is done with is no subject where somebody named can be it.
  const withNouns = clause.group?.passive === true ? undefined : objectNouns.get(clause.group?.lemma ?? "");
  if (withNouns !== undefined && isThingOf(clause.subject, withNouns))
    clause.subject = nominative.find(({ members }) => members.length > 0) ?? clause.subject;
  // "Irlands größte Partei, Sinn Féin, hat …": an apposition between commas names the subject.
  const { subject } = clause;
  if (subject !== undefined && subject.from < finite)
    clause.subject = nominative.find((phrase) => namesSubject(phrase, subject, clause, finite)) ?? subject;
  // What else stands bare before the verb of a main clause is an apposition too.
  const apposed = ({ from }: Phrase): boolean =>
    clause.kind === "main" && from < finite && clause.subject !== undefined && clause.subject.from < from;
  const rest = bare.filter((phrase) => phrase !== clause.subject && phrase !== subject && !apposed(phrase));
  const dative = rest.find((phrase) => phrase.cases !== undefined && !can(phrase, "acc"));
  clause.object = rest.find((phrase) => phrase !== dative && can(phrase, "acc")) ?? undefined;
  clause.indirect = dative ?? rest.find((phrase) => phrase !== clause.object && can(phrase, "dat"));
  if (
    clause.indirect !== undefined &&
    clause.object !== undefined &&
    dative === undefined &&
    clause.indirect.from > clause.object.from
  ) {
    // Two bare phrases behind the subject: the person is the dative and stands first.
    if (clause.object.members.length > 0 && clause.indirect.members.length === 0)
      [clause.object, clause.indirect] = [clause.indirect, clause.object];
  }
  if (clause.group?.plural === true && clause.subject !== undefined) clause.subject = asPlural(clause.subject);
};

/**
 * Whether a phrase before the verb says who the subject is: behind a comma, and the subject names nobody, or offices whose
 * holders it names: "der Sprecher des Kremls, Dmitri Peskow, …".
 */
function namesSubject(phrase: Phrase, subject: Phrase, { phrases }: Clause, finite: number): boolean {
  const before = phrases[phrases.indexOf(phrase) - 1];
  if (before === undefined || phrase.from !== before.to + 1 || phrase.from < subject.to || phrase.to > finite)
    return false;
  if (subject.members.length === 0) return phrase.members.length > 0 && before === subject;
  const open = subject.members.every(({ name, offices }) => name === undefined && offices.length > 0);
  const holders = subject.members[0]?.offices.length === 0 ? 0 : phrase.members.length;
  return (
    (open || holders === subject.members.length) &&
    phrase.members.every(namesPerson) &&
    !subject.members.some(namesPerson)
  );
}

function namesPerson({ reference }: Phrase["members"][number]): boolean {
  return (reference.type === "known" || reference.type === "name") && reference.kind === KINDS.person;
}

/** Whether a phrase names nobody and can be an object that is one of the nouns. */
function isThingOf(phrase: Phrase | undefined, nouns: ReadonlySet<string>): boolean {
  if (phrase === undefined || phrase.members.length > 0 || phrase.cases?.includes("acc") === false) return false;
  return phrase.nouns.some(({ lemma }) => nouns.has(lemma));
}

/** "Sie verurteilten …": a pronoun that is also that of one woman, with the verb of several. */
function asPlural(phrase: Phrase): Phrase {
  const [item, ...more] = phrase.members;
  if (item?.reference.type !== "pronoun" || more.length > 0) return phrase;
  return { ...phrase, members: [{ ...item, reference: { ...item.reference, plural: true } }] };
}

function isDemonstrative({ from, to, members, nouns, owners, unknownHead }: Phrase): boolean {
  return to - from === 1 && members.length + nouns.length + owners.length === 0 && !unknownHead;
}

const sov: Assign = (clause) => {
  const bare = clause.phrases.filter((phrase) => isBare(phrase));
  const marked = clause.phrases.find((phrase) => phrase.marker === "subject");
  const obliged = clause.group?.obliged === true ? clause.phrases.find(({ marker }) => marker === "object") : undefined;
  clause.subject =
    marked ??
    sayer(clause) ??
    obliged ??
    (clause.group?.passive === true || sharesMarkedSubject(clause)
      ? undefined
      : (bare.find((phrase) => phrase.members.length > 0) ?? nameless(bare)));
  const objects = clause.phrases.filter((phrase) => phrase.marker === "object" && phrase !== clause.subject);
  const rest = bare.filter((phrase) => phrase !== clause.subject);
  clause.indirect = bare.findLast((phrase) => phrase.members.length > 0);
  clause.object = objects.at(-1) ?? rest.find((phrase) => phrase.members.length > 0) ?? rest.at(-1);
  if (clause.group?.passive === true) clause.subject = clause.object;
};

/** "پاکستان نے احتجاج کر کے سفیر کو دفتر خارجہ طلب کیا": behind a converb whose subject has its mark no bare name is the subject. */
function sharesMarkedSubject(clause: Clause): boolean {
  const other = clause.sharesSubjectWith;
  return other?.sharesSubjectWith === clause && other.phrases.some(({ marker }) => marker === "subject");
}

/** "امریکہ کی موجودگی ایک سازش ہے": of several bare phrases that name nobody the first is the subject, where somebody owns it. */
function nameless([first, ...more]: readonly Phrase[]): Phrase | undefined {
  return more.length > 0 && (first?.owners.length ?? 0) > 0 ? first : undefined;
}

/** "X کا کہنا ہے کہ": the owner of an infinitive that is the predicate does what it says. */
function sayer(clause: Clause): Phrase | undefined {
  const main = clause.verbs.find(({ entries }) => entries.every(({ features }) => features.has("infinitive")));
  const owning = main === undefined ? undefined : clause.phrases.findLast(({ to }) => to <= main.index);
  const owner = owning?.owners.at(-1);
  if (owning === undefined || owner === undefined || !isOnlyOwner(owning) || owning.marker !== undefined)
    return undefined;
  return { ...owning, members: [owner.item], owners: owning.owners.slice(0, -1) };
}

/** A genitive whose noun is not in the phrase. */
function isOnlyOwner({ members, nouns, unknownHead }: Phrase): boolean {
  return members.length === 0 && nouns.length === 0 && !unknownHead;
}

const ASSIGN: Readonly<Record<RoleRules["order"], Assign>> = { svo, v2, sov };

/** The antecedent of a relative or participle clause fills the place of its pronoun. */
function assignRelative(clause: Clause, order: RoleRules["order"]): void {
  const { antecedent } = clause;
  if (antecedent === undefined) return;
  const bare: Phrase = {
    ...(order === "svo" ? lastOfList(antecedent, clause) : antecedent),
    marker: undefined,
    cases: undefined,
  };
  if (clause.kind === "participle" || clause.kind === "infinitive") {
    clause.subject = bare;
    return;
  }
  const marker = clause.relativeMarker ?? (order === "sov" ? clause.relativeRole : undefined);
  if (order === "sov" && (marker === "subject" || marker === "object")) {
    assignMarked(clause, { ...bare, marker });
    return;
  }
  if (clause.relativeMarker !== undefined) {
    clause.phrases.push({ ...antecedent, marker: clause.relativeMarker });
    return;
  }
  switch (clause.relativeRole) {
    case "place":
      return;
    case "indirect":
      clause.indirect = bare;
      return;
    case "possessor":
      ownFirst(clause, antecedent, order);
      return;
    case "subject":
      // "der die Ukraine unterstützt": what looked like the subject is the object.
      if (clause.group?.passive !== true && clause.subject !== undefined) {
        // "der Israel einen Terrorstaat nannte": who is named before the object is what he is called, or gets it.
        if (clause.object === undefined) clause.object = clause.subject;
        else clause.indirect ??= clause.subject;
      }
      clause.subject = bare;
      return;
    default:
      // "die Russland unterstützt": where no case tells, who is named before the clause does what it says, unless place tells.
      if (
        order !== "svo" &&
        antecedent.members.length > 0 &&
        clause.object === undefined &&
        clause.subject?.cases?.includes("acc") !== false
      ) {
        if (clause.group?.passive !== true) clause.object = clause.subject;
        clause.subject = bare;
      } else if (clause.subject === undefined) clause.subject = bare;
      else if (clause.object === undefined) clause.object = bare;
  }
}

/** "between X and Y, which backs Z": the verb of one thing speaks of the last in a list. */
function lastOfList(antecedent: Phrase, { kind, group, subject }: Clause): Phrase {
  const last = antecedent.members.at(-1);
  if (kind !== "relative" || subject !== undefined || group?.singular !== true || last === undefined) return antecedent;
  return { ...antecedent, members: [last] };
}

/** "جس نے", "جسے", "جو": where marks tell, the antecedent is subject or object as its pronoun is. */
function assignMarked(clause: Clause, phrase: Phrase): void {
  if (phrase.marker === "object") {
    clause.phrases.push(phrase);
    clause.object = phrase;
    if (clause.group?.passive === true) clause.subject = phrase;
    return;
  }
  // "جو روس کا اتحادی ہے": what looked like the subject is the object.
  const looked = clause.subject;
  if (looked !== undefined && looked.marker === undefined && clause.object?.marker !== "object")
    clause.object ??= looked;
  clause.subject = { ...phrase, marker: undefined };
}

/** "deren Präsident": the antecedent owns the phrase behind its pronoun. */
function ownFirst(clause: Clause, { members }: Phrase, order: RoleRules["order"]): void {
  // "جن کی روس حمایت کرتا ہے": names may stand between, where a possessor may be parted from its noun.
  const owned = order === "sov" ? clause.phrases.findIndex((phrase) => phrase.nouns.length > 0) : 0;
  const at = Math.max(owned, 0);
  const first = clause.phrases[at];
  if (first === undefined) return;
  const full: Phrase = {
    ...first,
    owners: [...members.map((item): Owner => ({ item, by: "genitive" })), ...first.owners],
  };
  clause.phrases[at] = full;
  if (clause.subject === first) clause.subject = full;
  if (clause.object === first) clause.object = full;
  if (clause.indirect === first) clause.indirect = full;
}

function inheritSubject(clause: Clause, seen: Set<Clause>): Phrase | undefined {
  if (clause.subject !== undefined || seen.has(clause)) return clause.subject;
  seen.add(clause);
  if (clause.sharesSubjectWith !== undefined) clause.subject = inheritSubject(clause.sharesSubjectWith, seen);
  return clause.subject;
}

/**
 * "called him and congratulated": behind a converb, and in a clause that goes on with the subject of another, the object is
 * said once; so is whom one speaks with. A converb before the verb of its clause has that one's.
 */
function inheritObject(clause: Clause, order: RoleRules["order"]): void {
  const other = clause.sharesSubjectWith;
  if (other === undefined) return;
  const joined = other.sharesSubjectWith === clause;
  if (joined && other.from < clause.from) {
    if (clause.phrases.some(({ marker }) => marker === "object")) return;
    clause.object = other.phrases.find(({ marker }) => marker === "object") ?? clause.object;
  }
  if (order !== "sov" || clause.object?.marker === "object" || clause.phrases.some(isToSomebody)) return;
  if (other.parent !== clause.parent || !(joined || (clause.coordinated && clause.from - other.to <= 1))) return;
  const shared = other.phrases.filter(
    (phrase) => isToSomebody(phrase) && (phrase.marker === "object" || isPerson(phrase)),
  );
  const object = shared.find(({ marker }) => marker === "object") ?? shared[0];
  clause.phrases.push(...shared);
  if (object !== undefined) clause.object = { ...object, marker: "object" };
}

/** Markers of whom or what an act is directed at, where each is a postposition or a mark. */
function isToSomebody({ marker, date }: Phrase): boolean {
  return marker !== undefined && marker !== "subject" && date === undefined;
}

function isPerson({ members }: Phrase): boolean {
  return (
    members.length > 0 &&
    members.every(({ reference }) => reference.type === "known" && reference.kind === KINDS.person)
  );
}

/** "met and thanked X", "was invaded and occupied by X": what stands behind the second verb alone is that of the first too. */
function shareComplements(second: Clause, before: Clause | undefined): void {
  // "of abducting and murdering X": of two participles or infinitives beside each other none has the other's subject.
  const beside = before?.parent === second.parent && before?.kind === second.kind && second.kind !== "main";
  const first = beside ? before : second.sharesSubjectWith;
  if (first?.group === undefined || second.group === undefined || !second.coordinated) return;
  if (second.from - first.to > 1 || first.governsInfinitive) return;
  const verb = first.group.to;
  if (first.phrases.some(({ from }) => from >= verb)) return;
  const behind = second.phrases.filter(({ from }) => from >= second.from);
  first.phrases.push(...behind);
  if (first.group.passive === second.group.passive) first.object ??= second.object;
}
