import type { Paragraph, Sentence, LanguagePack } from "../language/document.ts";
import { resolveDate, type DateExpression, type ResolvedDate, type Tense } from "../language/dates.ts";
import type { Phonetics } from "../language/phonetic.ts";
import type { EntityDraft, EventDraft, LocalId, Mention, Participant, StatementDraft } from "../model/extraction.ts";
import type { LanguageCode } from "../model/ids.ts";
import { KINDS } from "../model/kinds.ts";
import type { Modality } from "../model/modality.ts";
import type { MentionItem } from "../model/mention.ts";
import type { Span } from "../model/text.ts";
import type { TimeSpan } from "../model/time.ts";
import type { Knowledge, Relation } from "../seeds/knowledge.ts";
import { createArticleEvents, type ArticleEvent } from "./article-events.ts";
import { chunkSentence } from "./chunks.ts";
import { buildClauses, type ClauseRules } from "./clauses.ts";
import { createDiscourse, type Context } from "./discourse.ts";
import { contentOf, eventMention, eventRulesOf, type EventMention, type EventRules } from "./event-mentions.ts";
import { fitFrames, indexFrames, type Filler, type FrameFit, type FrameIndex } from "./frames.ts";
import { assignControlledSubject, attachPostposedReports, isAhead, modalityOf, moodRulesOf, reportsSpeech, sourcePhrases, type MoodRules } from "./mood.ts";
import type { Clause } from "./parse.ts";
import { assignRoles } from "./roles.ts";
import { verbRulesOf } from "./verbs.ts";
import type { World } from "./world.ts";

/** What an article gives when it has been read to its end. */
export interface ReadResult {
  readonly entities: readonly EntityDraft[];
  readonly events: readonly EventDraft[];
  readonly mentions: readonly Mention[];
  readonly sentences: readonly Span[];
  readonly statements: readonly StatementDraft[];
}

/** Reads an article sentence by sentence, in order; what was read before decides what "he" and "the call" mean. */
export interface Reader {
  /** Makes the people known whom the article calls by a complete name, and the authors of its posts. */
  readonly introduce: (sentence: Sentence, items: readonly MentionItem[], paragraph: Paragraph) => void;
  readonly author: (paragraph: Paragraph) => number | undefined;
  readonly read: (sentence: Sentence, items: readonly MentionItem[], paragraph: Paragraph, author: number | undefined) => void;
  readonly finish: () => ReadResult;
}

/** The rules of one language, as this stage needs them. */
interface Grammar {
  readonly pack: LanguagePack;
  readonly clauses: ClauseRules;
  readonly possessorMarkers: ReadonlySet<string>;
  readonly frames: FrameIndex;
  readonly mood: MoodRules;
  readonly events: EventRules;
}

/** A clause with all that is known of it. */
interface Reading {
  readonly clause: Clause;
  readonly modality: Modality;
  readonly attribution: readonly (number | { readonly words: string })[];
  readonly speaker: number | undefined;
  readonly tense: Tense;
}

const OFFICE_RULE = "office";
const BODY_RULE = "body-of-state";
const EVENT_RULE = "event";
const CONFIDENCE = { office: 0.95, partOf: 0.9, headline: 0.8, place: 0.9 } as const;

const grammars = new WeakMap<LanguagePack, Grammar>();

function grammarOf(pack: LanguagePack): Grammar {
  const known = grammars.get(pack);
  if (known !== undefined) return known;
  const { data } = pack.lexicon;
  const frames = indexFrames(data);
  const grammar: Grammar = {
    pack,
    clauses: { ...verbRulesOf(data), order: data.language.order, reporting: new Set(data.reporting.verbs.map(({ lemma }) => lemma)) },
    possessorMarkers: new Set(data.words.possessorMarkers),
    frames,
    mood: moodRulesOf(data, frames),
    events: eventRulesOf(data),
  };
  grammars.set(pack, grammar);
  return grammar;
}

export function createReader(knowledge: Knowledge, world: World, phonetics: Phonetics, text: string, home: string | undefined, anchor: TimeSpan): Reader {
  const relations = new Map(knowledge.ontology.relations.map((relation) => [relation.id, relation]));
  const families = new Map(knowledge.ontology.events.map((event) => [event.id, event.family]));
  const discourse = createDiscourse(world, phonetics, home);
  const events = createArticleEvents((type) => families.get(type) ?? type);
  const mentions: Mention[] = [];
  const statements: StatementDraft[] = [];
  const sentences: Span[] = [];
  const body: string[] = [];
  let sentenceIndex = -1;
  const previousFits = new Map<string, { readonly sentence: number; readonly ends: readonly (readonly [number, number])[] }>();

  const entityId = (index: number): LocalId => `e${index}`;
  const eventId = (event: ArticleEvent): LocalId => `v${event.index}`;
  const anchorDay = anchor.to;

  const addStatement = (statement: StatementDraft): void => {
    const same = statements.findIndex(
      (other) =>
        other.subject === statement.subject &&
        other.relation === statement.relation &&
        other.object === statement.object &&
        other.modality === statement.modality &&
        other.event === statement.event &&
        other.office === statement.office &&
        other.role === statement.role &&
        other.evidence.start === statement.evidence.start,
    );
    const old = statements[same];
    if (old === undefined) statements.push(statement);
    else if (old.confidence < statement.confidence) statements[same] = statement;
  };

  const read = (sentence: Sentence, items: readonly MentionItem[], paragraph: Paragraph, author: number | undefined): void => {
    sentenceIndex += 1;
    const { pack } = paragraph;
    const grammar = grammarOf(pack);
    const language = pack.code as LanguageCode;
    const span: Span = { start: sentence.start, end: sentence.end };
    sentences.push(span);
    if (paragraph.zone === "body") body.push(text.slice(span.start, span.end));
    const zone = paragraph.zone === "headline" ? CONFIDENCE.headline : 1;
    const day = paragraph.postedAt ?? anchorDay;

    const chunks = chunkSentence(sentence, items, pack);
    const clauses = buildClauses(chunks, grammar.clauses);
    assignRoles(clauses, { order: grammar.clauses.order, possessorMarkers: grammar.possessorMarkers, reporting: grammar.clauses.reporting });
    attachPostposedReports(clauses, grammar.mood);
    for (const clause of clauses) {
      assignControlledSubject(clause, grammar.mood);
      clause.speaksFor = paragraph.zone === "post" && clause.subject === undefined && clause.kind === "main";
    }

    const resolved = new Map<MentionItem, readonly number[]>();
    const readings = new Map<Clause, Reading>();
    const eventOf = new Map<number, ArticleEvent>();

    const resolveItem = (item: MentionItem, clause: Clause | undefined, others: readonly number[], isSubject: boolean, speaker: number | undefined): readonly number[] => {
      const known = resolved.get(item);
      if (known !== undefined) return known;
      const name = nameOf(item, sentence);
      const subject = clause?.subject?.members[0];
      const context: Context = {
        sentence: sentenceIndex,
        language,
        nameNorms: name.norms,
        nameText: name.surface,
        others,
        subject: subject === undefined || subject === item ? discourse.lastSubject() : (resolved.get(subject)?.[0] ?? discourse.lastSubject()),
        speaker: item.reference.type === "pronoun" && item.reference.person === 1 ? (paragraph.zone === "post" ? author : clause?.quoted === true ? (speaker ?? discourse.lastSpeaker()) : undefined) : speaker,
        isSubject,
      };
      const found = discourse.resolve(item, context);
      resolved.set(item, found);
      const named = item.name !== undefined || item.reference.type === "known";
      const form = named ? "name" : item.reference.type === "pronoun" ? "pronoun" : "description";
      for (const index of found) mentions.push({ ...name.span, of: entityId(index), form, language });
      noteOffices(item, found[0], sentence, language, zone);
      return found;
    };

    const readingOf = (clause: Clause): Reading => {
      const known = readings.get(clause);
      if (known !== undefined) return known;
      const outer = clause.parent === undefined ? undefined : readingOf(clause.parent);
      const reports = clause.parent !== undefined && clause.kind === "complement" && reportsSpeech(clause.parent, grammar.mood) !== undefined;
      const said = reports && clause.parent !== undefined ? speakerOf(clause.parent) : undefined;
      const sources = sourcePhrases(clause).flatMap(({ members }) => members).map((item) => resolveItem(item, clause, [], false, undefined)[0]).filter((index) => index !== undefined);
      const continued = reports || clause.parent !== undefined || sources.length > 0 ? [] : continuedSpeech(clause);
      const attribution = [...(outer?.attribution ?? []), ...continued, ...(said === undefined ? [] : [said]), ...sources];
      const own = attribution.at(-1);
      const modality = modalityOf(clause, grammar.mood);
      const reading: Reading = {
        clause,
        modality,
        attribution,
        speaker: typeof own === "number" ? own : paragraph.zone === "post" ? author : undefined,
        tense: isAhead(clause, modality) ? "future" : "past",
      };
      readings.set(clause, reading);
      return reading;
    };

    /** Indirect speech without a verb of saying, and a quotation that goes on, are still said by who spoke last. */
    const continuedSpeech = (clause: Clause): readonly number[] => {
      if (paragraph.zone === "post") return author === undefined ? [] : [author];
      const indirect = clause.group?.features.has("subjunctive") === true && ![...clause.group.features].some((feature) => feature === "past") && grammar.clauses.order === "v2";
      const last = discourse.lastSpeaker();
      return (indirect || clause.quoted) && last !== undefined ? [last] : [];
    };

    /** Who says what a reporting clause reports: its subject, or who issued the statement. */
    const speakerOf = (clause: Clause): number | { readonly words: string } | undefined => {
      const outer = clause.parent === undefined ? undefined : readingOf(clause.parent);
      const passive = clause.group?.passive === true;
      const phrase = passive ? clause.phrases.find(({ marker }) => marker !== undefined && grammar.frames.agentMarkers.has(marker)) : clause.subject;
      const agent = phrase ?? clause.phrases.find(({ marker }) => marker !== undefined && grammar.frames.agentMarkers.has(marker));
      const [item] = agent?.members ?? [];
      if (item !== undefined) {
        const [found] = resolveItem(item, clause, [], true, outer?.speaker);
        if (found !== undefined) return found;
      }
      if (agent === undefined) return undefined;
      const [first, last] = [sentence.tokens[agent.from], sentence.tokens[agent.to - 1]];
      return first === undefined || last === undefined ? undefined : { words: text.slice(first.start, last.end) };
    };

    for (const clause of clauses) {
      const reading = readingOf(clause);
      resolveClause(clause, reading);
    }
    for (const clause of clauses) readEvents(clause, readingOf(clause));
    for (const clause of clauses) readFrames(clause, readingOf(clause));
    for (const item of items) if (!resolved.has(item)) resolveItem(item, undefined, [], false, undefined);

    const main = clauses.find((clause) => clause.parent === undefined && clause.subject !== undefined);
    const [subject] = main?.subject?.members ?? [];
    const [found] = subject === undefined ? [] : (resolved.get(subject) ?? []);
    if (found !== undefined) discourse.noteSubject(found);
    const report = clauses.find((clause) => reportsSpeech(clause, grammar.mood) !== undefined);
    if (report !== undefined) {
      const said = speakerOf(report);
      if (typeof said === "number") discourse.noteSpeaker(said);
    }

    function resolveClause(clause: Clause, reading: Reading): void {
      const all = clause.phrases.flatMap((phrase) => phrase.members.map((item) => ({ item, phrase })));
      const plainFirst = [...all].sort((a, b) => rank(a.item) - rank(b.item) || a.item.from - b.item.from);
      for (const { item, phrase } of plainFirst) {
        const others = all.filter((other) => other.item !== item && other.phrase !== phrase).flatMap((other) => resolved.get(other.item) ?? []);
        resolveItem(item, clause, others, phrase.from === clause.subject?.from, reading.speaker);
      }
      for (const phrase of clause.phrases) for (const { item } of phrase.owners) resolveItem(item, clause, [], false, reading.speaker);
    }

    function readEvents(clause: Clause, reading: Reading): void {
      for (const phrase of clause.phrases) {
        const mention = eventMention(phrase, clause, sentence, pack, grammar.events);
        if (mention === undefined) continue;
        const event = recordMention(mention, clause, reading);
        if (event === undefined) continue;
        eventOf.set(phrase.from, event);
        mentions.push({ start: mention.start, end: mention.end, of: eventId(event), form: mention.name === undefined ? "description" : "name", language });
      }
    }

    function recordMention(mention: EventMention, clause: Clause, reading: Reading): ArticleEvent | undefined {
      const takesPlace = clauses.find((other) => other.kind === "relative" && other.antecedent?.from === mention.phrase.from) ?? (clause.subject?.from === mention.phrase.from ? clause : undefined);
      const happens = takesPlace?.group !== undefined && grammar.events.takePlace.has(takesPlace.group.lemma) ? takesPlace : undefined;
      const dates = [...mention.dates, ...(happens?.phrases.flatMap(({ date }) => (date === undefined ? [] : [date])) ?? [])];
      const places = [...mention.places, ...(happens?.phrases.filter(({ marker }) => marker !== undefined && grammar.events.placeMarkers.has(marker)).flatMap(({ members }) => members) ?? [])];
      const ahead = happens === undefined ? reading.tense === "future" : readingOf(happens).tense === "future" || isPlannedBy(happens);
      const linked = dates.length > 0 && mention.dates.length > 0 && pack.lexicon.data.events.linkers.length > 0;
      const place = places.map((item) => resolveItem(item, clause, [], false, undefined)[0]).find((index) => index !== undefined && discourse.entity(index).kind !== KINDS.person);
      const when = whenOf(dates, ahead || linked ? "future" : "past");
      const bare = mention.name === undefined && when === undefined && place === undefined && mention.ordinal === undefined;
      return events.record({
        type: mention.type,
        name: mention.name === undefined ? undefined : { text: mention.name, language },
        when,
        status: ahead || linked ? "planned" : "held",
        place,
        participants: [],
        ordinal: mention.ordinal,
        medium: mention.medium,
        topic: mention.topic,
        evidence: span,
        confidence: 0.8 * zone,
        refersBack: bare || (mention.name === undefined && mention.ordinal === undefined && mention.topic.length === 0),
      });
    }

    function isPlannedBy(clause: Clause): boolean {
      const modality = readingOf(clause).modality;
      return modality === "planned" || modality === "requested";
    }

    function whenOf(dates: readonly DateExpression[], tense: Tense): ResolvedDate | undefined {
      const all = dates.map((date) => resolveDate(date, day, tense));
      return all.find(({ time }) => time.date !== undefined) ?? all[0];
    }

    function readFrames(clause: Clause, reading: Reading): void {
      for (const fit of fitFrames(clause, sentence, pack, grammar.frames)) emit(fit, clause, reading);
      inheritEnds(clause, reading);
    }

    function emit(fit: FrameFit, clause: Clause, reading: Reading): void {
      const { frame } = fit;
      const trigger = fit.trigger.map((index) => sentence.tokens[index]).filter((token) => token !== undefined).map(({ start, end }): Span => ({ start, end }));
      let event: ArticleEvent | undefined;
      const rule = `${pack.code}.${frame.id}`;
      for (const given of fit.gives) {
        const relation = relations.get(given.relation);
        if (relation === undefined) continue;
        const modality = given.modality ?? reading.modality;
        const ends: (readonly [LocalId, LocalId])[] = [];
        for (const [left, right] of given.ends) {
          if (left === right) {
            for (const [a, b] of groupEnds(left, clause, reading)) ends.push([entityId(a), entityId(b)]);
            continue;
          }
          const object = endOf(right, relation.range, clause, reading, []);
          const subject = endOf(left, relation.domain, clause, reading, object.map(indexOf));
          for (const a of subject) for (const b of object) if (a !== b) ends.push([a, b]);
        }
        const entityEnds = ends.filter(([a, b]) => a.startsWith("e") && b.startsWith("e")).map(([a, b]) => [indexOf(a), indexOf(b)] as const);
        if (frame.event !== undefined && event === undefined && entityEnds.length > 0 && modality !== "negated") {
          event = recordFrameEvent(fit, clause, reading, entityEnds, given.slots, modality, rule);
        }
        for (const [a, b] of ends) {
          const target = b.startsWith("v") ? events.all[indexOf(b)] : undefined;
          addStatement(statement(relation, a, b, modality, reading, trigger, rule, frame.confidence * zone, target === undefined ? event : undefined, fit.noun?.index, clause));
          if (target !== undefined) noteInvitation(given.relation, a, target, fit, clause, reading);
        }
        if (entityEnds.length > 0) previousFits.set(`${frame.id} ${given.relation}`, { sentence: sentenceIndex, ends: entityEnds });
      }
    }

    function statement(
      relation: Relation,
      a: LocalId,
      b: LocalId,
      modality: Modality,
      reading: Reading,
      trigger: readonly Span[],
      rule: string,
      confidence: number,
      event: ArticleEvent | undefined,
      nounIndex: number | undefined,
      clause: Clause,
    ): StatementDraft {
      void nounIndex;
      const when = relation.group === "state" || event !== undefined ? undefined : clauseDate(clause, reading);
      return {
        subject: a,
        relation: relation.id,
        object: b,
        modality,
        attribution: reading.attribution.map((source) => (typeof source === "number" ? entityId(source) : source)),
        ...(event === undefined ? {} : { event: eventId(event) }),
        ...(when?.time.date === undefined ? {} : { time: when.time }),
        evidence: span,
        trigger,
        language,
        rule,
        confidence,
      };
    }

    function clauseDate(clause: Clause, reading: Reading): ResolvedDate | undefined {
      return whenOf(clause.phrases.flatMap(({ date }) => (date === undefined ? [] : [date])), reading.tense);
    }

    /** The local ids that a filler stands for, of the kinds that the relation allows there. */
    function endOf(filler: Filler, kinds: readonly string[], clause: Clause, reading: Reading, others: readonly number[]): readonly LocalId[] {
      if (filler.type === "speaker") return reading.speaker === undefined ? [] : [entityId(reading.speaker)];
      if (filler.type === "event") {
        const event = eventOf.get(filler.phrase.from);
        return event !== undefined && kinds.includes(KINDS.event) ? [eventId(event)] : [];
      }
      return resolveItem(filler.item, clause, others, filler.phrase?.from === clause.subject?.from, reading.speaker).flatMap((index) => {
        if (kinds.includes(discourse.entity(index).kind)) return [entityId(index)];
        // A relation between states that is told of their people is one of the states.
        const state = kinds.includes(KINDS.state) && !kinds.includes(KINDS.person) ? discourse.stateOf(index) : undefined;
        return state === undefined || discourse.entity(index).kind === KINDS.place ? [] : [entityId(state)];
      });
    }

    function groupEnds(filler: Filler, clause: Clause, reading: Reading): (readonly [number, number])[] {
      if (filler.type !== "mention") return [];
      const [a, b, ...more] = resolveItem(filler.item, clause, [], true, reading.speaker);
      return a === undefined || b === undefined || more.length > 0 ? [] : [[a, b]];
    }

    function recordFrameEvent(
      fit: FrameFit,
      clause: Clause,
      reading: Reading,
      ends: readonly (readonly [number, number])[],
      slots: readonly [string, string],
      modality: Modality,
      rule: string,
    ): ArticleEvent | undefined {
      const { frame } = fit;
      if (frame.event === undefined) return undefined;
      const nominal = fit.nounPhrase === undefined ? undefined : eventMention(fit.nounPhrase, clause, sentence, pack, grammar.events);
      const participants = new Map<string, Participant>();
      for (const pair of ends) {
        for (const [i, index] of pair.entries()) {
          if (discourse.entity(index).kind === KINDS.place) continue;
          const role = frame.roles[slots[i] ?? ""] ?? "participant";
          participants.set(`${index} ${role}`, { entity: entityId(index), role, evidence: span, rule, confidence: frame.confidence * zone });
        }
      }
      const status = modality === "planned" || modality === "requested" ? "planned" : "held";
      const [pair] = ends;
      if (pair !== undefined && ends.length === 1 && pair.every((index) => discourse.entity(index).kind === KINDS.person)) discourse.notePair(pair);
      const place = clause.phrases
        .filter(({ marker }) => marker !== undefined && grammar.events.placeMarkers.has(marker))
        .flatMap(({ members }) => members)
        .map((item) => resolveItem(item, clause, [], false, undefined)[0])
        .find((index) => index !== undefined && discourse.entity(index).kind === KINDS.place);
      const ordinal = nominal?.ordinal;
      const when = whenOf([...(nominal?.dates ?? []), ...clause.phrases.flatMap(({ date }) => (date === undefined ? [] : [date]))], status === "planned" ? "future" : reading.tense);
      const event = events.record({
        type: frame.event,
        name: nominal?.name === undefined ? undefined : { text: nominal.name, language },
        when,
        status,
        place,
        participants: [...participants.values()],
        ordinal,
        medium: frame.medium ?? nominal?.medium,
        topic: nominal?.topic ?? [],
        evidence: span,
        confidence: frame.confidence * zone,
        refersBack: false,
      });
      if (event !== undefined && fit.nounPhrase !== undefined) eventOf.set(fit.nounPhrase.from, event);
      return event;
    }

    /** An invitation ties inviter and invitee to the event. */
    function noteInvitation(relation: string, invitee: LocalId, event: ArticleEvent, fit: FrameFit, clause: Clause, reading: Reading): void {
      const inviting = fit.gives.find((given) => given.relation !== relation && given.ends.length > 0);
      if (inviting === undefined) return;
      event.invitees.add(indexOf(invitee));
      if (event.status === "held" && !event.dated) event.status = "planned";
      for (const [left] of inviting.ends) for (const id of endOf(left, [KINDS.person, KINDS.state, KINDS.organization], clause, reading, [])) event.inviters.add(indexOf(id));
    }

    /** "… also to the meeting": a clause that adds to the one before and leaves out who, takes the same ends. */
    function inheritEnds(clause: Clause, reading: Reading): void {
      const additive = clause.additive || clauses.some((other) => other.additive);
      if (!additive || clause.group === undefined) return;
      for (const frame of grammar.frames.byVerb.get(clause.group.lemma) ?? []) {
        const noun = clause.phrases.find((phrase) => phrase.nouns.some(({ lemma }) => frame.nouns.includes(lemma)));
        if (frame.nouns.length > 0 && noun === undefined) continue;
        const toEvent = frame.gives.find(({ relation }) => relations.get(relation)?.range.includes(KINDS.event) === true && relations.get(relation)?.range.length === 1);
        const toActor = frame.gives.find((given) => given !== toEvent);
        if (toEvent === undefined || toActor === undefined) continue;
        const before = previousFits.get(`${frame.id} ${toActor.relation}`);
        if (before === undefined || sentenceIndex - before.sentence > 1) continue;
        if (before.sentence === sentenceIndex) continue;
        const event = clause.phrases.map((phrase) => (toEvent.object.split("|").includes(phrase.marker ?? "") ? eventOf.get(phrase.from) : undefined)).find((found) => found !== undefined);
        const relation = relations.get(toEvent.relation);
        if (event === undefined || relation === undefined) continue;
        for (const [inviter, invitee] of before.ends) {
          event.inviters.add(inviter);
          event.invitees.add(invitee);
          addStatement(statement(relation, entityId(invitee), eventId(event), reading.modality, reading, [], `${pack.code}.${frame.id}`, frame.confidence * zone * 0.9, undefined, undefined, clause));
        }
      }
    }

    function noteOffices(item: MentionItem, person: number | undefined, where: Sentence, code: LanguageCode, factor: number): void {
      if (person === undefined) return;
      const entity = discourse.entity(person);
      const evidence: Span = { start: where.start, end: where.end };
      const base = { modality: "actual" as const, attribution: [], evidence, trigger: [], language: code };
      const [owner] = item.reference.type === "body" && item.tied ? [discourse.stateOf(person)] : [];
      if (owner !== undefined && owner !== person) {
        addStatement({ ...base, subject: entityId(person), relation: "PART_OF", object: entityId(owner), rule: BODY_RULE, confidence: CONFIDENCE.partOf * factor });
      }
      if (item.offices.length > 0 && item.name !== undefined) {
        for (const held of entity.offices) {
          if (held.of === undefined || !item.offices.some(({ office }) => office === held.office || office === "counterpart")) continue;
          addStatement({ ...base, subject: entityId(person), relation: "HOLDS_OFFICE", object: entityId(held.of), office: held.office, rule: OFFICE_RULE, confidence: CONFIDENCE.office * factor });
        }
      }
    }
  };

  const finish = (): ReadResult => {
    for (const event of events.all) {
      for (const participant of event.participants.values()) {
        addStatement({
          subject: participant.entity,
          relation: "PARTICIPATED_IN",
          object: eventId(event),
          modality: event.status === "planned" ? "planned" : "actual",
          attribution: [],
          role: participant.role,
          evidence: participant.evidence,
          trigger: [],
          language: languageAt(participant.evidence),
          rule: participant.rule,
          confidence: participant.confidence,
        });
      }
      const [evidence] = event.evidence;
      if (event.place !== undefined && evidence !== undefined) {
        addStatement({
          subject: eventId(event),
          relation: "LOCATED_IN",
          object: entityId(event.place),
          modality: event.status === "planned" ? "planned" : "actual",
          attribution: [],
          evidence,
          trigger: [],
          language: languageAt(evidence),
          rule: EVENT_RULE,
          confidence: CONFIDENCE.place * event.confidence,
        });
      }
    }
    return { entities: discourse.drafts(), events: events.drafts(anchor, contentOf(body)), mentions, sentences, statements };
  };

  const languageAt = (span: Span): LanguageCode =>
    statements.find(({ evidence }) => evidence.start === span.start)?.language ?? mentions.find(({ start }) => start >= span.start && start < span.end)?.language ?? ("und" as LanguageCode);

  const introduce = (sentence: Sentence, items: readonly MentionItem[], { pack }: Paragraph): void => {
    for (const item of items) {
      if (item.name === undefined || item.reference.type === "body") continue;
      const { norms, surface } = nameOf(item, sentence);
      discourse.introduce(item, norms, surface, pack.code as LanguageCode);
    }
  };

  /** The name of a mention: its folded words, and as it stands, without an ending of the case. */
  const nameOf = (item: MentionItem, sentence: Sentence): { readonly norms: readonly string[]; readonly surface: string; readonly span: Span } => {
    const range = item.name ?? item;
    const tokens = sentence.tokens.slice(range.from, range.to);
    const span = { start: tokens[0]?.start ?? sentence.start, end: tokens.at(-1)?.end ?? sentence.start };
    const surface = item.reference.type === "name" ? item.reference.text : text.slice(span.start, span.end);
    const words = tokens.filter(({ shape }) => shape === "word");
    return { span, surface, norms: words.map(({ norm }, i) => (i === words.length - 1 ? stripped(norm, surface) : norm)) };
  };

  return {
    introduce,
    read,
    finish,
    author: ({ author, pack }) => (author === undefined ? undefined : discourse.addAuthor(author.name, author.handle, pack.code as LanguageCode)),
  };
}

const indexOf = (id: LocalId): number => Number(id.slice(1));

/** Pronouns and descriptions are resolved after names, so that they do not take what a name of the clause refers to. */
function rank(item: MentionItem): number {
  return item.reference.type === "pronoun" ? 2 : item.name === undefined && item.reference.type !== "known" ? 1 : 0;
}

/** The folded last word of a name without the ending that its text has lost. */
function stripped(norm: string, nameText: string): string {
  const last = nameText.split(/[\s-]+/).at(-1)?.toLowerCase() ?? norm;
  return norm.startsWith(last) ? last : norm;
}

