import { isAllCapitals, startsWithCapital } from "../language/fold.ts";
import type { Entry, EntryOf } from "../language/lexicon.ts";
import { isJoiner } from "../language/tokens.ts";
import { KINDS, stateId } from "../model/kinds.ts";
import type { MentionItem, OfficeWords, PronounReference, Reference, TokenRange } from "../model/mention.ts";
import type { Cursor } from "../language/cursor.ts";
import { organizationReference } from "./organizations.ts";
import { nameChain, nameNorms, nameText, type NameRegistry } from "./names.ts";

/** What stands before the head of a noun phrase and ties it to a state or body. */
interface Modifiers {
  readonly end: number;
  readonly country: string | undefined;
  readonly of: Reference | undefined;
  /** Where the words for that state or body begin. */
  readonly ownerFrom: number | undefined;
  readonly former: boolean;
  /** Whether the office is not held yet: president-elect. */
  readonly coming: boolean;
  readonly possessive: boolean;
  readonly possessor: PronounReference | undefined;
  readonly determined: boolean;
}

/** What stands before the head of a noun phrase of the kind, and says of whom or when it is. */
const FLAGS = ["former", "coming", "acting", "possessive", "determiner", "medium", "ordinal", "member"] as const;
/** What such a phrase begins with: a head, one of those, or an owner. Of nearly all other words it need not be asked. */
const OPENERS: ReadonlySet<Entry["type"]> = new Set([
  ...FLAGS,
  "office",
  "counterpart",
  "body",
  "acting-noun",
  "member-noun",
  "description",
  "place",
  "demonym",
  "region-adjective",
  "state",
  "organization",
] as const);

/** Most tokens of the name of an organization before its members. */
const MOST_NAME_TOKENS = 6;
/** Unknown adjectives that may stand between the modifiers and the head: "the senior US diplomat". */
const MOST_ADJECTIVES = 2;

/**
 * A noun phrase around an office, a body, a counterpart or a group of people who act for a state:
 * `[state | body] office [of state] [name]`. The grammar is one for all languages; the order of state, adposition and
 * name is a property of the language. `undefined` when none starts at `from`.
 */
export function nominalPhrase(cursor: Cursor, from: number, registry: NameRegistry): MentionItem | undefined {
  if (!cursor.isIn(from, OPENERS) && !isJoiner(cursor.sentence.tokens, from)) return undefined;
  const modifiers = readModifiers(cursor, from);
  const head = headAt(cursor, modifiers.end);
  if (head === undefined) return undefined;
  const { entry } = head;
  // "سربراہ کانفرنس": a title that begins the name of something else is none.
  if ((cursor.find(modifiers.end, "noun")?.end ?? 0) > head.end) return undefined;
  // "US troops": with its state before it, a noun with which a state acts is that state, whatever body it also names.
  const acting = cursor.find(modifiers.end, "acting-noun") ?? membersAt(cursor, modifiers.end);
  // "a Bolivian diplomat": one of them is somebody of his own.
  const one = cursor.find(modifiers.end, "office");
  const isOne = one !== undefined && one.end === acting?.end && one.entry.plural !== true;
  // "Syrian rebels", "Tigrayan forces": people of a state who do not act for it, and those of a region.
  const isGroup = isGroupOf(entry, modifiers);
  // "Catalan authorities": a region does not act as a state does; its authorities are a body of their own.
  const isOfRegion = regionOf(modifiers.of) !== undefined && entry.type === "body";
  if (acting !== undefined && modifiers.of !== undefined && acting.end >= head.end && !isOne && !isGroup && !isOfRegion)
    return actingState(cursor, { from, to: acting.end }, modifiers, modifiers.of);
  switch (entry.type) {
    case "office":
      return officePhrase(cursor, from, modifiers, registry);
    case "counterpart": {
      const name = nameAt(cursor, head.end, registry);
      return {
        from,
        to: name?.to ?? head.end,
        reference: name?.reference ?? { type: "counterpart", kind: KINDS.person },
        name: name?.range,
        offices: [{ office: COUNTERPART, former: false, of: modifiers.of }],
        country: modifiers.country,
        qualifies: false,
        tied: false,
        possessive: modifiers.possessive,
        ...(modifiers.possessor === undefined ? {} : { possessor: modifiers.possessor }),
      };
    }
    case "body": {
      // "a military accord": behind an indefinite article and before a noun it only says of what kind that is.
      if (modifiers.of === undefined && isIndefinite(cursor, modifiers.end - 1) && cursor.is(head.end, "noun"))
        return undefined;
      // "the UN's top court": a body of an organization is none of a state.
      const owned = regionOf(modifiers.of);
      if (modifiers.of !== undefined && !("country" in modifiers.of) && modifiers.country === undefined && !owned)
        return undefined;
      const place = entry.country === undefined ? placeAfter(cursor, head.end) : undefined;
      // "Peru's Congress": what is one state's by its name is another's where that is said.
      const said = modifiers.country ?? entry.country ?? place?.country ?? place?.capitalOf;
      const seat = entry.abroad === true || owned !== undefined ? undefined : seatAfter(cursor, head.end);
      const region = said === undefined ? (owned ?? regionOf(place?.reference) ?? seat?.region) : undefined;
      const country = said ?? seat?.country;
      // "Two Kurdish rebels were killed": some of them are not who acts.
      const unnamed = country === undefined && region === undefined;
      if (entry.regional === true && region === undefined) return undefined;
      if (entry.group === true && (unnamed || cursor.token(from - 1)?.shape === "number")) return undefined;
      const body: MentionItem = {
        from,
        to: place?.end ?? head.end,
        reference: {
          type: "body",
          kind: KINDS.organization,
          body: entry.id,
          country,
          ...(region === undefined ? {} : { region }),
        },
        name: { from: modifiers.ownerFrom ?? modifiers.end, to: place?.end ?? head.end },
        offices: [],
        country,
        qualifies: false,
        tied: country !== undefined && country !== entry.country,
        possessive: modifiers.possessive,
        ...(modifiers.possessor === undefined ? {} : { possessor: modifiers.possessor }),
      };
      return body;
    }
    default:
      return undefined;
  }
}

function isIndefinite(cursor: Cursor, index: number): boolean {
  return cursor.find(index, "determiner")?.entry.definite === false;
}

/** The place of the gazetteer that owns a body, and is no state. */
function regionOf(reference: Reference | undefined): string | undefined {
  return reference?.type === "known" && reference.kind === KINDS.place
    ? reference.id.replace(/^place:/, "")
    : undefined;
}

/** Whether words before a body of a region, or a group, say whose it is. */
function isGroupOf(entry: Entry, { country, of }: Modifiers): boolean {
  if (entry.type !== "body") return false;
  const { group, regional } = entry;
  return regionOf(of) === undefined ? group === true && country !== undefined : group === true || regional === true;
}

function actingState(
  cursor: Cursor,
  { from, to }: TokenRange,
  { country }: Modifiers,
  reference: Reference,
): MentionItem {
  return {
    from,
    to,
    reference,
    name: reference.type === "known" ? organizationNameIn(cursor, from, to) : undefined,
    offices: [],
    country,
    tied: false,
    qualifies: false,
    possessive: false,
  };
}

/** "UN officials" act for the UN, but are no name of it: where in the words its name stands. */
function organizationNameIn(cursor: Cursor, from: number, to: number): TokenRange | undefined {
  for (let i = from; i < to; i += 1) {
    const found = cursor.find(i, "organization");
    if (found !== undefined) return { from: i, to: found.end };
  }
  return undefined;
}

/** Marks an office that is whatever office the other one holds. */
export const COUNTERPART = "counterpart";

/** "the G7 countries", "die EU-Staaten": the members of an organization that is named before them. */
function membersAt(
  cursor: Cursor,
  index: number,
): { readonly end: number; readonly entry: EntryOf<"member-noun"> } | undefined {
  const found = cursor.find(index, "member-noun");
  if (found === undefined || cursor.is(found.end, "genitive")) return undefined;
  for (let from = index - 1; from >= 0 && index - from <= MOST_NAME_TOKENS; from -= 1) {
    const organization = cursor.find(from, "organization");
    if (organization === undefined || ![organization.end, cursor.skipJoiner(organization.end)].includes(index))
      continue;
    // "the NATO allies" are the two of them, where a list says so.
    return (cursor.find(from, "group")?.end ?? 0) < found.end ? found : undefined;
  }
  return undefined;
}

function headAt(cursor: Cursor, index: number): { readonly end: number; readonly entry: Entry } | undefined {
  const office = cursor.find(index, "office");
  const body = cursor.find(index, "body");
  // "Justice Department": a title that only begins the name of a body is none.
  const title = office === undefined || (body?.end ?? 0) <= office.end ? office : undefined;
  return (
    title ?? cursor.find(index, "counterpart") ?? body ?? cursor.find(index, "acting-noun") ?? membersAt(cursor, index)
  );
}

/** "UN envoy": a title that any state's office has only where the state stands with it: "Germany's UN envoy". */
function lacksState(cursor: Cursor, index: number): boolean {
  const office = cursor.find(index, "office")?.entry;
  return office?.stateSaid === true && office.country === undefined;
}

function readModifiers(cursor: Cursor, from: number): Modifiers {
  let end = from;
  let country: string | undefined;
  let of: Reference | undefined;
  let ownerFrom: number | undefined;
  let former = false;
  let coming = false;
  let possessor: PronounReference | undefined;
  let possessive = false;
  let determined = false;
  for (;;) {
    const index = cursor.skipJoiner(end);
    if (
      headAt(cursor, index) !== undefined &&
      !isPossessor(cursor, index) &&
      !(country === undefined && lacksState(cursor, index))
    ) {
      end = index;
      break;
    }
    const flag = cursor.find(index, ...FLAGS);
    // "said that Foreign Minister …": a word that can open a clause is no determiner of a title.
    // "der den Präsidenten traf": of two articles the first belongs to no title.
    if (flag?.entry.type === "determiner" && determined) break;
    if (flag !== undefined && !(flag.entry.type === "determiner" && opensClause(cursor, index))) {
      former ||= flag.entry.type === "former";
      coming ||= flag.entry.type === "coming";
      possessive ||= flag.entry.type === "possessive";
      if (flag.entry.type === "possessive") possessor = pronounOf(flag.entry);
      determined ||= flag.entry.type === "determiner";
      end = flag.end;
      continue;
    }
    const owner = ownerAt(cursor, index, country);
    if (owner !== undefined) {
      const region = regionOf(of);
      of = ownedReference(owner.reference, region, country);
      ownerFrom ??= index;
      country = owner.country ?? country;
      end = owner.end;
      continue;
    }
    const adjectives = adjectivesBeforeHead(cursor, index);
    if (adjectives === 0 || end === from) break;
    end = index + adjectives;
  }
  return { end, country, of, ownerFrom, former, coming, possessive, possessor, determined };
}

/** A body that owns an office, with the region or the state that stands before it. */
function ownedReference(owner: Reference, region: string | undefined, country: string | undefined): Reference {
  if (owner.type !== "body") return owner;
  return region === undefined ? { ...owner, country: owner.country ?? country } : { ...owner, region };
}

/** What a possessive refers to, without its noun. */
export function pronounOf(entry: EntryOf<"possessive" | "pronoun">): PronounReference {
  const { person, plural, gender, of } = entry;
  return { type: "pronoun", person, plural, alsoPlural: entry.type === "pronoun" && entry.alsoPlural, gender, of };
}

/** Whether a determiner is rather a word that opens a clause, or, before a noun with a mark behind it, its subject. */
function opensClause(cursor: Cursor, index: number): boolean {
  if (cursor.is(index, "complementizer")) return true;
  const pronoun = cursor.find(index, "pronoun");
  return cursor.pack.lexicon.data.language.adpositions === "after" && pronoun?.entry.cases?.includes("nom") === true;
}

/** How many words that no list knows stand between here and a head. */
function adjectivesBeforeHead(cursor: Cursor, index: number): number {
  for (let count = 1; count <= MOST_ADJECTIVES; count += 1) {
    const token = cursor.token(index + count - 1);
    if (
      token?.shape !== "word" ||
      startsWithCapital(token.text) ||
      (cursor.sentence.matches[index + count - 1] ?? []).some(({ entry }) => entry.type !== "adjective")
    )
      return 0;
    const next = index + count;
    if (headAt(cursor, next) !== undefined || ownerAt(cursor, next) !== undefined) return count;
  }
  return 0;
}

/** Whether the head at the index only owns another one: "the foreign ministry's spokesman". */
function isPossessor(cursor: Cursor, index: number): boolean {
  const body = cursor.find(index, "body");
  const office = cursor.find(index, "office");
  return body !== undefined && (office?.end ?? 0) <= body.end && ownerAt(cursor, index) !== undefined;
}

/** A state, organization or body that stands before a head as its owner: by genitive, by joiner, or just before it. */
function ownerAt(
  cursor: Cursor,
  index: number,
  country?: string,
): { readonly end: number; readonly reference: Reference; readonly country: string | undefined } | undefined {
  const described = describedOwnerAt(cursor, index) ?? seatAt(cursor, index) ?? placeBeforeBody(cursor, index);
  if (described !== undefined) return described;
  const longest = cursor.find(index, "demonym", "state", "organization", "body", "region-adjective");
  // "Armenian Security Council secretary": behind a state its body comes before an organization of the same name.
  const body = country === undefined ? undefined : cursor.find(index, "body");
  const known = body !== undefined && body.end === longest?.end ? body : longest;
  const found = known?.entry.type === "body" ? (stateOfOffice(cursor, index, known.end) ?? known) : known;
  if (found === undefined) return undefined;
  const { entry } = found;
  const genitive = cursor.find(found.end, "genitive");
  // "ایران اور روس شامی صدر …": where a mark of the genitive follows the owner, only an adjective does without.
  if (genitive === undefined && entry.type === "state" && cursor.pack.lexicon.data.language.adpositions === "after")
    return undefined;
  const end = genitive?.end ?? cursor.skipJoiner(found.end);
  // "kritisierte die Kommission Ministerpräsident X": where nouns have capitals, a name owns what is joined to it alone.
  const isParted = cursor.pack.lexicon.data.language.capitals === "nouns" && end === found.end;
  if (isParted && entry.type === "organization") return undefined;
  // "Boliviens charismatischer Präsident": an ending of the genitive is one too.
  const owns = genitive !== undefined || endsAsOwner(cursor, index, found.end, entry);
  // Before another head, or before more words that qualify it.
  const leads =
    headAt(cursor, end) !== undefined ||
    cursor.is(end, "demonym", "former", "coming", "acting", "organization", "body");
  // "die von der Türkei inhaftierte Journalistin": who did it owns nobody.
  if (isAgent(cursor, index) && isParticiple(cursor, end)) return undefined;
  const adjectives = adjectivesOnly(cursor, end);
  const isAdjective = entry.type === "demonym" || entry.type === "region-adjective";
  if (!leads && !(adjectives && isAdjective) && !(owns && adjectives)) return undefined;
  if (entry.type === "body") {
    if (headAt(cursor, end)?.entry.type !== "office") return undefined;
    return {
      end,
      reference: { type: "body", kind: KINDS.organization, body: entry.id, country: entry.country },
      country: entry.country,
    };
  }
  if (entry.type === "organization") return { end, reference: organizationReference(entry), country: undefined };
  if (entry.type === "region-adjective") return { end, reference: placeReference(entry.id), country: undefined };
  return { end, reference: { type: "known", kind: KINDS.state, id: stateId(entry.id) }, country: entry.id };
}

/** Whether a name stands under an adposition that brings who did something: "von der Türkei". */
function isAgent(cursor: Cursor, index: number): boolean {
  const at = cursor.is(index - 1, "determiner") ? index - 2 : index - 1;
  const adposition = cursor.find(at, "adposition");
  return adposition !== undefined && cursor.pack.lexicon.data.words.agentMarkers.includes(adposition.entry.id);
}

/** Whether a word with the ending of an adjective is a form of a verb, or one that no list holds: inhaftierte. */
function isParticiple(cursor: Cursor, index: number): boolean {
  const matches = cursor.sentence.matches[index] ?? [];
  const { adjectiveEndings } = cursor.pack.lexicon.data.language;
  const norm = cursor.token(index)?.norm ?? "";
  const isForm = matches.length === 0 || matches.some(({ type }) => type === "verb");
  return isForm && adjectiveEndings.some((ending) => ending !== "" && norm.endsWith(ending));
}

/** "U.S. Treasury Secretary": a state before an office that goes on behind the body of that name. */
function stateOfOffice(
  cursor: Cursor,
  index: number,
  end: number,
): { readonly end: number; readonly entry: EntryOf<"demonym" | "state"> } | undefined {
  const state = cursor.find(index, "demonym", "state");
  if (state === undefined) return undefined;
  const at = cursor.find(state.end, "genitive")?.end ?? cursor.skipJoiner(state.end);
  return (cursor.find(at, "office")?.end ?? 0) > end ? state : undefined;
}

/** Whether a state carries an ending of the genitive, in a language whose names have one and whose nouns have capitals. */
function endsAsOwner(cursor: Cursor, from: number, end: number, entry: Entry): boolean {
  const { capitals, nameEndings } = cursor.pack.lexicon.data.language;
  if (capitals !== "nouns" || !["state", "place"].includes(entry.type) || end !== from + 1) return false;
  const norm = cursor.token(from)?.norm ?? "";
  return nameEndings.some((ending) => ending !== "" && norm.endsWith(ending));
}

/** "Kremlin spokesman", "White House chief of staff": a seat of government before an office is that state's. */
function seatAt(cursor: Cursor, index: number): ReturnType<typeof ownerAt> {
  const place = cursor.find(index, "place");
  const country = place?.entry.seat;
  if (place === undefined || country === undefined) return undefined;
  const end = cursor.find(place.end, "genitive")?.end ?? cursor.skipJoiner(place.end);
  if (headAt(cursor, end)?.entry.type !== "office") return undefined;
  return { end, reference: { type: "known", kind: KINDS.state, id: stateId(country) }, country };
}

/** "Kabul's government", "Punjab police", "دمشق کی حکومت": a region, or a capital that stands for its state, before a body. */
function placeBeforeBody(cursor: Cursor, index: number): ReturnType<typeof ownerAt> {
  const place = cursor.find(index, "place");
  if (place === undefined || (place.entry.capitalOf === undefined && place.entry.region !== true)) return undefined;
  const genitive = cursor.find(place.end, "genitive");
  const end = genitive?.end ?? cursor.skipJoiner(place.end);
  const joined = end > place.end || cursor.pack.lexicon.data.language.capitals !== "nouns";
  if (!joined && !endsAsOwner(cursor, index, place.end, place.entry)) return undefined;
  if (headAt(cursor, end)?.entry.type !== "body") return undefined;
  const { id, capitalOf } = place.entry;
  if (capitalOf === undefined) return { end, reference: placeReference(id), country: undefined };
  return { end, reference: { type: "known", kind: KINDS.state, id: stateId(capitalOf) }, country: capitalOf };
}

/** "the department's spokeswoman": who is meant by the description is known to the article. */
function describedOwnerAt(cursor: Cursor, index: number): ReturnType<typeof ownerAt> {
  const described = cursor.find(index, "description");
  const genitive = described === undefined ? undefined : cursor.find(described.end, "genitive");
  if (described === undefined || genitive === undefined || described.entry.kind === KINDS.person) return undefined;
  // Where there are no articles, every description may be one that is known.
  const { adpositions } = cursor.pack.lexicon.data.language;
  const definite = adpositions === "after" || cursor.find(index - 1, "determiner")?.entry.definite === true;
  if (headAt(cursor, genitive.end)?.entry.type !== "office") return undefined;
  return {
    end: genitive.end,
    reference: { type: "description", kind: described.entry.kind, types: described.entry.types, definite },
    country: undefined,
  };
}

function adjectivesOnly(cursor: Cursor, index: number): boolean {
  for (let count = 0; count < MOST_ADJECTIVES; count += 1) {
    if (headAt(cursor, index + count) !== undefined) return count > 0;
    const token = cursor.token(index + count);
    const known = (cursor.sentence.matches[index + count] ?? []).some(
      ({ entry }) => entry.type !== "medium" && entry.type !== "adverb" && entry.type !== "adjective",
    );
    if (token?.shape !== "word" || known || startsWithCapital(token.text)) return false;
  }
  return headAt(cursor, index + MOST_ADJECTIVES) !== undefined;
}

function officePhrase(
  cursor: Cursor,
  from: number,
  modifiers: Modifiers,
  registry: NameRegistry,
): MentionItem | undefined {
  const titles: Title[] = [];
  let end = modifiers.end;
  for (;;) {
    const at = titles.length === 0 ? end : cursor.skipJoiner(end);
    // "وزیر خارجہ شاہ محمود قریشی": what begins a known name is no second title.
    if (titles.length > 0 && cursor.is(at, "person")) break;
    const next = titleAt(cursor, at, modifiers) ?? secondTitle(cursor, at, modifiers, registry);
    if (next === undefined) break;
    titles.push(next.title);
    end = next.end;
  }
  if (titles[0] === undefined) return undefined;
  if (modifiers.end === from && isRatherVerb(cursor, from, end)) return undefined;
  // "president-elect": what says that the office is not held yet can be joined to the title.
  const elect = isJoiner(cursor.sentence.tokens, end) ? cursor.find(end + 1, "coming") : undefined;
  end = elect?.end ?? end;
  const after = placeAfter(cursor, end);
  // "told leaders at the UN": where several are is not whose they are.
  const several = cursor.find(modifiers.end, "office")?.entry.plural === true && isPlural(cursor, from, modifiers.end);
  const isWhose = after !== undefined && (after.possessor || !(several || titles.some((title) => title.sent)));
  const place = modifiers.of === undefined && isWhose ? after : undefined;
  // "the US ambassador to Russia, Michael McFaul": where he is sent stands between his office and his name.
  const post = after?.end ?? (titles.some((title) => title.sent) ? seatEnd(cursor, end) : undefined);
  const sent = post !== undefined && isBeforeName(cursor, post, registry);
  end = place?.end ?? (sent ? post : scopeEnd(cursor, end, registry));
  const found = nameWithTitle(cursor, modifiers.end, end) ?? nameAt(cursor, end, registry);
  // "die drei Senatoren Biden befragt hatten": several who hold it are not one who is named.
  const isOther =
    found !== undefined &&
    (ownsNoun(cursor, found.range, registry) ||
      (several && !cursor.is(found.to, "coordinator") && !isComma(cursor, found.to)));
  const name = isOther ? undefined : found;
  const first = titleOfHolder(cursor, modifiers, titles[0], name);
  titles[0] = first;
  // "President Xi Jinping of China": where the state stands behind the name, and something ties it to the office.
  const behind =
    name !== undefined &&
    modifiers.of === undefined &&
    place === undefined &&
    first.country === undefined &&
    cursor.is(name.to, "adposition", "determiner")
      ? placeAfter(cursor, name.to)
      : undefined;
  const country = modifiers.country ?? place?.country ?? first.country ?? behind?.country;
  const of =
    modifiers.of ??
    describedBefore(cursor, from) ??
    place?.reference ??
    (after === undefined && titles.some(({ ofState }) => !ofState) ? unknownOwner(cursor, end) : undefined) ??
    behind?.reference ??
    (first.country === undefined
      ? undefined
      : { type: "known" as const, kind: KINDS.state, id: stateId(first.country) });
  const held = modifiers.coming || elect !== undefined ? [] : titles;
  const offices = held.map(({ id }): OfficeWords => ({ office: id, former: modifiers.former, of }));
  return {
    from,
    to: behind?.end ?? name?.to ?? end,
    reference: name?.reference ?? { type: "office", kind: KINDS.person, several },
    name: name?.range,
    offices,
    country,
    qualifies: false,
    tied: false,
    possessive: modifiers.possessive,
    ...(modifiers.possessor === undefined ? {} : { possessor: modifiers.possessor }),
  };
}

/**
 * Whether a title that has the form of a plural is one: where cases have endings, "Präsidenten" is one man too, unless an
 * article of nominative and accusative alike stands before it.
 */
function isPlural(cursor: Cursor, from: number, head: number): boolean {
  if (cursor.pack.lexicon.data.language.capitals !== "nouns") return true;
  for (let i = from; i < head; i += 1) {
    const cases = cursor.find(i, "determiner")?.entry.cases;
    if (cases?.includes("nom") === true && cases.includes("acc")) return true;
  }
  return false;
}

function isComma(cursor: Cursor, index: number): boolean {
  return cursor.token(index)?.text === "," || cursor.token(index)?.text === "،";
}

/** "president of the club", "Präsident des Vereins": whose an office is that no list knows, so that it is no state's. */
function unknownOwner(cursor: Cursor, index: number): Reference | undefined {
  const { language, words } = cursor.pack.lexicon.data;
  const adposition = cursor.find(index, "adposition");
  const marked = adposition !== undefined && words.possessorMarkers.includes(adposition.entry.id);
  const article = cursor.find(marked ? adposition.end : index, "determiner");
  const cases = article?.entry.cases;
  const genitive = cases?.includes("gen") === true && !cases.includes("acc");
  if (language.adpositions !== "before" || !(marked || genitive)) return undefined;
  const at = article?.end ?? adposition?.end ?? index;
  if (cursor.find(at, "description")?.entry.kind === KINDS.state) return undefined;
  return { type: "description", kind: KINDS.organization, types: undefined, definite: false };
}

/** "lobte der Kanzler Macrons Rede": a name of the article in the genitive, before a noun, is not that of the office. */
function ownsNoun(cursor: Cursor, { from, to }: TokenRange, registry: NameRegistry): boolean {
  const { capitals } = cursor.pack.lexicon.data.language;
  const norm = cursor.token(to - 1)?.norm ?? "";
  if (capitals !== "nouns" || to > from + 1 || registry.stripEnding(norm) === norm) return false;
  return startsWithCapital(cursor.token(to)?.text ?? "");
}

/** "company president", "agency spokesman": a common noun for an organization before a title says where the office is held. */
function describedBefore(cursor: Cursor, from: number): Reference | undefined {
  const described = cursor.find(from - 1, "description");
  if (described?.end !== from || described.entry.kind !== KINDS.organization) return undefined;
  return { type: "description", kind: described.entry.kind, types: described.entry.types, definite: true };
}

/** "King Abdullah II": a known name that its title begins. */
function nameWithTitle(cursor: Cursor, from: number, end: number): FoundName | undefined {
  const known = cursor.find(from, "person");
  if (known === undefined || known.end <= end) return undefined;
  const reference = { type: "known", kind: KINDS.person, id: `person:${known.entry.id}` } as const;
  return { to: known.end, range: { from, to: known.end }, reference };
}

/** Most words of what an office is for. */
const SCOPE_WORDS = 7;

/** Behind an office and what it is for, where a name follows: "مشیر برائے تجارت و سرمایہ کاری عبدالرزاق داؤد". */
function scopeEnd(cursor: Cursor, index: number, registry: NameRegistry): number {
  // A title may hold such a word itself, and what it is for goes on behind it.
  const goesOn = [index - 1, index - 2, index - 3].some((at) => cursor.is(at, "scope-marker"));
  const scope = cursor.find(index, "scope-marker") ?? (goesOn ? cursor.find(index, "coordinator") : undefined);
  if (scope === undefined) return index;
  for (let i = scope.end + 1; i < scope.end + SCOPE_WORDS; i += 1) {
    if (cursor.token(i)?.shape !== "word" || cursor.is(i, "subject-marker", "object-marker", "adposition", "verb"))
      break;
    const name = nameAt(cursor, i, registry);
    if (name !== undefined && (name.reference.type === "known" || name.range.to - name.range.from > 1)) return i;
  }
  return index;
}

function isBeforeName(cursor: Cursor, index: number, registry: NameRegistry): boolean {
  return cursor.token(index)?.text === "," || nameAt(cursor, index, registry) !== undefined;
}

/** A bare "head" is a verb more often than an office, unless what he is the head of stands behind it. */
function isRatherVerb(cursor: Cursor, from: number, end: number): boolean {
  if (end > from + 1 || !cursor.is(from, "verb") || startsWithCapital(cursor.token(from)?.text ?? "")) return false;
  const adposition = cursor.find(end, "adposition");
  return adposition === undefined || !cursor.pack.lexicon.data.words.possessorMarkers.includes(adposition.entry.id);
}

interface Title {
  readonly id: string;
  readonly sent: boolean;
  /** Whether only states have it. */
  readonly ofState: boolean;
  readonly country: string | undefined;
}

/**
 * The office that a title names: of several states' offices with one title that of the state before it, else one that
 * every state has, and of these one that can be held where the words say; a title that only some states have says no state
 * when it is that of several.
 */
function titleAt(
  cursor: Cursor,
  index: number,
  { country, of }: Pick<Modifiers, "country" | "of">,
  holders?: readonly string[],
): { readonly end: number; readonly title: Title } | undefined {
  const all = (cursor.sentence.matches[index] ?? []).flatMap(({ end, entry }) => {
    if (entry.type !== "office") return [];
    const isAnothers = holders !== undefined && entry.country !== undefined && !holders.includes(entry.country);
    const isUnsaid = entry.stateSaid === true && (country === undefined || (entry.country ?? country) !== country);
    return isUnsaid || isAnothers ? [] : [{ end, entry }];
  });
  if (all.length === 0) return undefined;
  const there = country !== undefined ? "state" : of === undefined ? undefined : "organization";
  const end = Math.max(...all.map((match) => match.end));
  const longest = all.filter((match) => match.end === end).map(({ entry }) => entry);
  const chosen =
    longest.find((entry) => entry.country === country) ??
    longest.find((entry) => entry.country === undefined && (entry.of === there || entry.of === "either")) ??
    longest.find((entry) => entry.country === undefined) ??
    longest[0];
  if (chosen === undefined) return undefined;
  const states = new Set(longest.filter(({ id }) => id === chosen.id).map((entry) => entry.country));
  return {
    end,
    title: {
      id: chosen.id,
      sent: chosen.sent === true,
      ofState: chosen.of === "state",
      country: states.size === 1 ? chosen.country : undefined,
    },
  };
}

/** "Chancellor Olaf Scholz": a title that means another office in another state is, of a known person, that of his own. */
function titleOfHolder(cursor: Cursor, modifiers: Modifiers, title: Title, name: FoundName | undefined): Title {
  if (title.country === undefined || modifiers.country !== undefined || name?.reference.type !== "known") return title;
  const states = cursor.pack.lexicon.statesOf(name.reference.id.replace(/^person:/, ""));
  if (states.includes(title.country)) return title;
  return titleAt(cursor, modifiers.end, modifiers, states)?.title ?? title;
}

/** "state councillor and foreign minister Wang Yi": one name behind two offices holds both. */
function secondTitle(
  cursor: Cursor,
  index: number,
  where: Pick<Modifiers, "country" | "of">,
  registry: NameRegistry,
): ReturnType<typeof titleAt> {
  const and = cursor.find(index, "coordinator");
  const title = and === undefined ? undefined : titleAt(cursor, and.end, where);
  return title !== undefined && nameAt(cursor, title.end, registry) !== undefined ? title : undefined;
}

interface PlaceAfter {
  readonly end: number;
  readonly reference: Reference;
  readonly country: string | undefined;
  /** Whether it owns the office, and is not only where its holder is sent: "of", not "to". */
  readonly possessor: boolean;
  /** The state whose capital it is. */
  readonly capitalOf?: string;
}

/** Past adjectives between an article and an owner: "the leader of the outlawed Kurdistan Workers' Party". */
function pastAdjectives(cursor: Cursor, index: number): number {
  for (let at = index; at <= index + 2 * MOST_ADJECTIVES; at += 1) {
    if (cursor.is(at, "state", "organization", "body", "demonym", "description")) return at;
    const token = cursor.token(at);
    const joins = at > index && isJoiner(cursor.sentence.tokens, at);
    const known = (cursor.sentence.matches[at] ?? []).some(
      ({ type, entry }) =>
        type !== "adjective" && type !== "adverb" && !(entry.type === "verb" && entry.features.has("participle")),
    );
    if (!joins && (token?.shape !== "word" || startsWithCapital(token.text) || known)) return index;
  }
  return index;
}

function placeReference(id: string): Reference {
  return { type: "known", kind: KINDS.place, id: `place:${id}` };
}

/**
 * The state in which or in whose capital a body is: "die Regierung in Kiew", "die Behörden in Myanmar"; or the region:
 * "rebels in Darfur".
 */
function seatAfter(
  cursor: Cursor,
  index: number,
): { readonly country?: string | undefined; readonly region?: string } | undefined {
  const adposition = cursor.find(index, "adposition");
  if (adposition === undefined || !cursor.pack.lexicon.data.words.seatMarkers.includes(adposition.entry.id))
    return undefined;
  const at = cursor.find(adposition.end, "determiner")?.end ?? adposition.end;
  const place = cursor.find(at, "place")?.entry;
  const country = cursor.find(at, "state")?.entry.id ?? place?.capitalOf;
  return country === undefined && place?.region === true ? { region: place.id } : { country };
}

/** "the US ambassador | in Warsaw": behind the state or place in which somebody is. */
function seatEnd(cursor: Cursor, index: number): number | undefined {
  const adposition = cursor.find(index, "adposition");
  if (adposition === undefined || !cursor.pack.lexicon.data.words.seatMarkers.includes(adposition.entry.id))
    return undefined;
  const at = cursor.find(adposition.end, "determiner")?.end ?? adposition.end;
  return cursor.find(at, "place", "state")?.end;
}

/** `of Pakistan`, `der Ukraine`, `von Russland` behind a head, in languages whose adpositions stand before the noun. */
function placeAfter(cursor: Cursor, index: number): PlaceAfter | undefined {
  const { language, words } = cursor.pack.lexicon.data;
  if (language.adpositions !== "before") return undefined;
  const adposition = cursor.find(index, "adposition");
  const byAdposition = adposition !== undefined && words.holderMarkers.includes(adposition.entry.id);
  const start = byAdposition ? adposition.end : index;
  let at = start;
  const possessor = !byAdposition || words.possessorMarkers.includes(adposition.entry.id);
  const determiner = cursor.find(at, "determiner");
  const genitive = determiner?.entry.cases?.includes("gen") === true;
  if (!byAdposition && !genitive && !(language.capitals === "nouns" && cursor.is(at, "state", "organization")))
    return undefined;
  at = pastAdjectives(cursor, determiner?.end ?? at);
  // "spokeswoman for the department", "Sprecherin des Ministeriums": who is meant is known to the article.
  const described = cursor.find(at, "description");
  // "head of the party Ennahda", "Chef der Partei Ennahda": what the common noun is called stands behind it.
  const common = described ?? cursor.find(start, "description");
  const called = common?.entry.kind === KINDS.organization ? cursor.find(common.end, "organization") : undefined;
  if (called !== undefined)
    return { end: called.end, reference: organizationReference(called.entry), country: undefined, possessor };
  const named = startsWithCapital(cursor.token(described?.end ?? at)?.text ?? "");
  // "spokesman for the aid group Oxfam": what has a name is no other one.
  if (described !== undefined && described.entry.kind === KINDS.organization && named && language.capitals === "names")
    return undefined;
  if (described !== undefined && described.entry.kind === KINDS.organization) {
    const definite = determiner?.entry.definite === true;
    const { types } = described.entry;
    const reference: Reference = { type: "description", kind: KINDS.organization, types, definite };
    return { end: described.end, reference, country: undefined, possessor };
  }
  const longest = cursor.find(at, "state", "organization", "body", "place");
  const organization = cursor.find(at, "organization");
  // "the president of the Security Council": where no state stands with it, an organization comes before a body of its name.
  const owner = organization?.end === longest?.end ? organization : longest;
  const demonym = cursor.find(at, "demonym", "region-adjective");
  if (owner === undefined && demonym === undefined) return undefined;
  if ((owner === undefined || owner.entry.type === "place") && demonym !== undefined) {
    const body = cursor.find(demonym.end, "body");
    if (body === undefined) return undefined;
    const { type, id } = demonym.entry;
    const whose = type === "demonym" ? { country: id } : { country: undefined, region: id };
    return {
      end: body.end,
      reference: { type: "body", kind: KINDS.organization, body: body.entry.id, ...whose },
      country: whose.country,
      possessor,
    };
  }
  const owned = owner === undefined ? undefined : ownedBy(cursor, owner);
  if (owned !== undefined) return { ...owned, possessor };
  // "the governor of Texas", but not "reporters at the White House".
  if (owner === undefined || (owner.entry.type === "place" && !possessor)) return undefined;
  const { entry } = owner;
  if (entry.type === "state")
    return {
      end: owner.end,
      reference: { type: "known", kind: KINDS.state, id: stateId(entry.id) },
      country: entry.id,
      possessor,
    };
  if (entry.type === "organization" || entry.type === "place") {
    const reference = entry.type === "place" ? placeReference(entry.id) : organizationReference(entry);
    const { capitalOf } = entry.type === "place" ? entry : {};
    // "the Serb List party": what an organization is may stand behind its name.
    const kind = entry.type === "organization" ? cursor.find(owner.end, "description") : undefined;
    const end = kind?.entry.kind === KINDS.organization ? kind.end : owner.end;
    return { end, reference, country: undefined, possessor, ...(capitalOf && { capitalOf }) };
  }
  return {
    end: owner.end,
    reference: { type: "body", kind: KINDS.organization, body: entry.id, country: entry.country },
    country: entry.country,
    possessor,
  };
}

/**
 * "(head of) Egypt's intelligence service", "(Chef des) Geheimdienstes SBU": the body or organization that a state or an
 * organization owns, or by which name a body goes.
 */
function ownedBy(
  cursor: Cursor,
  { end, entry }: { readonly end: number; readonly entry: Entry },
): Omit<PlaceAfter, "possessor"> | undefined {
  if (entry.type === "body") {
    const name = cursor.find(end, "organization", "body");
    if (name?.entry.type === "organization")
      return { end: name.end, reference: organizationReference(name.entry), country: undefined };
    if (name?.entry.type !== "body" || name.entry.country === undefined) return undefined;
    const { id, country } = name.entry;
    return { end: name.end, reference: { type: "body", kind: KINDS.organization, body: id, country }, country };
  }
  const genitive = cursor.find(end, "genitive");
  if (genitive === undefined || (entry.type !== "state" && entry.type !== "organization")) return undefined;
  const body = entry.type === "state" ? cursor.find(genitive.end, "body") : undefined;
  const organization = cursor.find(genitive.end, "organization");
  if (entry.type === "state" && body !== undefined && body.end >= (organization?.end ?? 0)) {
    const reference: Reference = {
      type: "body",
      kind: KINDS.organization,
      body: body.entry.id,
      country: entry.id,
    };
    return { end: body.end, reference, country: entry.id };
  }
  if (organization === undefined) return undefined;
  return { end: organization.end, reference: organizationReference(organization.entry), country: undefined };
}

interface FoundName {
  readonly to: number;
  readonly range: TokenRange;
  readonly reference: Reference;
}

/**
 * Whom of the known people a single word names: one whom the article names in full, or the one whom it means in world
 * news, unless the article names somebody else of that name and not him.
 */
export function knownAlone(cursor: Cursor, { from, to }: TokenRange, registry: NameRegistry): Reference | undefined {
  if (to > from + 1) return undefined;
  // Without capitals too much passes for a part of somebody's name.
  const cased = cursor.pack.lexicon.data.language.capitals !== "none";
  for (const { end, entry } of cursor.sentence.matches[from] ?? []) {
    if (end !== to || (entry.type !== "person" && entry.type !== "surname") || entry.id === undefined) continue;
    const means = !("alone" in entry) || entry.alone;
    const id = `person:${entry.id}`;
    const named = registry.names(id);
    if (!named && cased && registry.isPart(nameNorms(cursor, { from, to }))) continue;
    if (named || means) return { type: "known", kind: KINDS.person, id };
  }
  return undefined;
}

/** محمد نواز شریف: a known person with one more given name before his own, in a script that does not show where a name begins. */
export function knownWithin(cursor: Cursor, { from, to }: TokenRange): Reference | undefined {
  if (cursor.pack.lexicon.data.language.capitals !== "none" || !cursor.is(from, "given-name")) return undefined;
  const person = cursor.find(from + 1, "person");
  if (person?.end !== to || to - from < 3) return undefined;
  return { type: "known", kind: KINDS.person, id: `person:${person.entry.id}` };
}

/** Not "Premier League", and not "Gouverneurin Alaskas": what stands behind a title may name a thing or a place. */
function canBePerson(cursor: Cursor, { from, to }: TokenRange): boolean {
  if (cursor.pack.lexicon.data.language.capitals === "none") return true;
  if (cursor.is(to - 1, "surname", "person")) return true;
  // An abbreviation names no person: "die Behörde BNPB".
  if (to === from + 1 && isAllCapitals(cursor.token(from)?.text ?? "")) return false;
  const place = cursor.find(from, "place");
  return !cursor.is(to - 1, "thing-head", "organization-head") && (place === undefined || place.end < to);
}

/** A person's name, with honorifics before it: in the gazetteer, a part of a name of the article, or unknown. */
export function nameAt(cursor: Cursor, from: number, registry: NameRegistry): FoundName | undefined {
  let start = from;
  for (
    let honorific = cursor.find(start, "honorific");
    honorific !== undefined;
    honorific = cursor.find(start, "honorific")
  )
    start = honorific.end;
  const token = cursor.token(start);
  if (token?.shape === "handle" && token.text.startsWith("@")) {
    return {
      to: start + 1,
      range: { from: start, to: start + 1 },
      reference: { type: "handle", kind: KINDS.person, handle: token.text },
    };
  }
  const known = cursor.find(start, "person");
  const chain = nameChain(cursor, start, registry);
  if (known !== undefined && known.end > start + 1 && known.end >= (chain?.to ?? 0)) {
    const range = { from: start, to: known.end };
    return { to: known.end, range, reference: { type: "known", kind: KINDS.person, id: `person:${known.entry.id}` } };
  }
  if (chain === undefined || !canBePerson(cursor, chain)) return undefined;
  const one = knownAlone(cursor, chain, registry) ?? knownWithin(cursor, chain);
  if (one !== undefined) return { to: chain.to, range: chain, reference: one };
  return {
    to: chain.to,
    range: chain,
    reference: { type: "name", kind: KINDS.person, text: nameText(cursor, chain, registry) },
  };
}
