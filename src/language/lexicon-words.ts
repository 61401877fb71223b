import type { LanguageData } from "../seeds/knowledge.ts";
import type { AddEntry, ClosedClass, Entry, Requirement } from "./entries.ts";
import { startsWithCapital } from "./fold.ts";
import { conjugateAll, declineNoun, withEndings } from "./inflect.ts";

type AddAll = (phrases: readonly string[], entry: Entry, requirement?: Requirement) => void;

/** Takes the words of a language pack into its lexicon: closed classes, verbs, nouns of frames and events, the calendar. */
export function addLanguage(data: LanguageData, add: AddEntry): void {
  const addAll: AddAll = (phrases, entry, requirement) => {
    for (const phrase of phrases) add(phrase, entry, requirement);
  };
  addWords(data, addAll);
  addVerbs(data, addAll);
  addNouns(data, addAll);
  addCalendar(data, addAll);
}

function addWords(data: LanguageData, addAll: AddAll): void {
  const { words, reporting, references, events, verbs } = data;
  for (const { forms, cases, definite } of words.determiners) addAll(forms, { type: "determiner", cases, definite });
  for (const { forms, person, plural, gender, reflexive, of, cases } of words.possessives)
    addAll(forms, { type: "possessive", person, plural, gender, reflexive, of, cases });
  for (const { forms, id, pairs } of words.adpositions) addAll(forms, { type: "adposition", id, pairs });
  for (const { forms, role } of words.relatives) addAll(forms, { type: "relative", role });
  for (const { forms, kind } of words.subordinators) addAll(forms, { type: "subordinator", kind });
  for (const { forms, ...pronoun } of words.pronouns)
    addAll(forms, {
      type: "pronoun",
      ...pronoun,
      gender: pronoun.gender,
      cases: pronoun.cases,
      marker: pronoun.marker,
    });
  for (const { forms, modality } of reporting.hedges) addAll(forms, { type: "hedge", modality });
  for (const { forms, members, needsArticle } of references.groups)
    addAll(forms, { type: "group", members, needsArticle });
  for (const { forms, kind, types } of references.descriptions) addAll(forms, { type: "description", kind, types });
  for (const { forms, medium } of events.media)
    addAll(
      forms.flatMap((form) => withEndings(form, data.language.adjectiveEndings)),
      { type: "medium", medium },
    );
  for (const { forms, status } of events.statuses)
    addAll(
      forms.flatMap((form) => withEndings(form, data.language.adjectiveEndings)),
      { type: "event-status", status },
    );
  for (const { forms, value } of events.ordinals)
    addAll(
      forms.flatMap((form) => withEndings(form, data.language.adjectiveEndings)),
      { type: "ordinal", value },
    );
  const closed: readonly (readonly [ClosedClass, readonly string[]])[] = [
    ["genitive", words.genitive],
    ["scope-marker", words.scopeMarkers],
    ["subject-marker", words.subjectMarkers],
    ["object-marker", words.objectMarkers],
    ["coordinator", words.coordinators],
    ["complementizer", words.complementizers],
    ["negation", words.negations],
    ["additive", words.additives],
    ["adverb", words.adverbs],
    ["adjective", words.adjectives],
    ["particle", words.particles],
    ["honorific", words.honorifics],
    ["name-particle", words.nameParticles],
    ["coming", words.coming.flatMap((word) => withEndings(word, data.language.adjectiveEndings))],
    ["former", words.former.flatMap((word) => withEndings(word, data.language.adjectiveEndings))],
    ["acting", words.acting.flatMap((word) => withEndings(word, data.language.adjectiveEndings))],
    ["occupation", words.occupations.flatMap((word) => declineNoun(word, data.language.nounForms))],
    ["infinitive-marker", verbs.infinitiveMarkers],
    ["based-before", words.basedBefore.flatMap((word) => withEndings(word, data.language.adjectiveEndings))],
    ["based-behind", words.basedBehind],
    ["source", reporting.sources],
    ["counterpart", references.counterparts.flatMap((word) => declineNoun(word, data.language.nounForms))],
    ["age", references.ages],
    ["member-noun", references.memberNouns.flatMap((word) => declineNoun(word, data.language.nounForms))],
    ["acting-noun", references.actingNouns.flatMap((word) => declineNoun(word, data.language.nounForms))],
    ["follower-noun", references.followerNouns.flatMap((word) => declineNoun(word, data.language.nounForms))],
    ["organization-head", references.organizationHeads],
    ["organization-part", references.organizationParts],
    ["organization-word", references.organizationWords],
    ["thing-head", references.thingHeads],
    ["not-name", references.notNames.flatMap((word) => declineNoun(word, data.language.nounForms))],
    ["linker", events.linkers],
    ["transparent", events.transparent.flatMap((word) => declineNoun(word, data.language.nounForms))],
  ];
  for (const [type, phrases] of closed) addAll(phrases, { type });
}

function addVerbs(data: LanguageData, addAll: AddAll): void {
  for (const { form, lemma, features, prefix, split, marked } of conjugateAll(data.verbs))
    addAll([form], { type: "verb", lemma, features, prefix, split, marked });
}

function addNouns(data: LanguageData, addAll: AddAll): void {
  const lemmas = new Set([
    ...data.frames.flatMap((frame) => frame.nouns),
    ...data.events.nouns.flatMap(({ nouns }) => nouns),
    ...data.words.nouns,
    ...data.reporting.verbs.flatMap(({ noun }) => (noun === undefined ? [] : [noun])),
    ...data.reporting.control.flatMap(({ noun }) => (noun === undefined ? [] : [noun])),
    ...data.reporting.nouns.flatMap((row) => row.lemmas),
  ]);
  for (const lemma of lemmas) addAll(declineNoun(lemma, data.language.nounForms), { type: "noun", lemma });
}

function addCalendar(data: LanguageData, addAll: AddAll): void {
  const { days, months, weekdays, relative, partsOfDay } = data.calendar;
  // May is a month, may is none; mai is one where months have no capital.
  const addName = (name: string, entry: Entry): void => addAll([name], entry, { capital: startsWithCapital(name) });
  for (const [i, forms] of months.entries()) for (const form of forms) addName(form, { type: "month", value: i + 1 });
  for (const [i, forms] of weekdays.entries())
    for (const form of forms) addName(form, { type: "weekday", value: i + 1 });
  for (const [i, forms] of days.entries()) addAll(forms, { type: "day", value: i + 1 });
  for (const { forms, ...date } of relative) addAll(forms, { type: "relative-date", ...date });
  addAll(partsOfDay, { type: "part-of-day" });
}
