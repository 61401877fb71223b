import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { DragomanError } from "../errors.ts";
import { withCompounds } from "./compounds.ts";
import { compileOthers } from "./compile-others.ts";
import * as gazetteer from "./gazetteer.schema.ts";
import type { Knowledge, LanguageData } from "./knowledge.ts";
import * as language from "./language.schema.ts";
import * as ontology from "./ontology.schema.ts";
import { readYaml } from "./yaml.ts";

/**
 * Reads everything under `seeds/`, checks it, and returns it as one value that JSON can hold.
 *
 * Throws `SEED_INVALID` with `file:line:column` for what breaks a schema, and with the file for a reference to nothing.
 */
export function compileKnowledge(folder: string): Knowledge {
  const file = (...parts: string[]): string => path.join(folder, ...parts);
  const states = readYaml(file("gazetteer", "states.yaml"), gazetteer.statesFile).states;
  const { organizations: all, types } = readYaml(file("gazetteer", "organizations.yaml"), gazetteer.organizationsFile);
  const { places, apart: placesApart } = readYaml(file("gazetteer", "places.yaml"), gazetteer.placesFile);
  const organizations = { organizations: all, organizationTypes: types };
  const content = {
    ontology: {
      kinds: readYaml(file("ontology", "kinds.yaml"), ontology.kindsFile).kinds,
      relations: readYaml(file("ontology", "relations.yaml"), ontology.relationsFile).relations,
      ...pick(readYaml(file("ontology", "events.yaml"), ontology.eventsFile), "roles", "counts", "events"),
    },
    gazetteer: {
      states,
      places,
      placesApart,
      ...organizations,
      bodies: readYaml(file("gazetteer", "bodies.yaml"), gazetteer.bodiesFile).bodies,
      offices: readYaml(file("gazetteer", "offices.yaml"), gazetteer.officesFile).offices,
      people: readYaml(file("gazetteer", "people.yaml"), gazetteer.peopleFile).people,
      termsOfOffice: pick(readYaml(file("gazetteer", "terms.yaml"), gazetteer.termsFile), "asOf", "terms"),
      topics: readYaml(file("gazetteer", "topics.yaml"), gazetteer.topicsFile).topics,
      holidays: readYaml(file("gazetteer", "holidays.yaml"), gazetteer.holidaysFile).holidays,
      givenNames: readYaml(file("gazetteer", "names.yaml"), gazetteer.namesFile).givenNames,
    },
    letters: readYaml(file("gazetteer", "letters.yaml"), gazetteer.lettersFile),
    languages: Object.fromEntries(
      readdirSync(file("languages"))
        .sort()
        .map((code) => [code, compileLanguage(file("languages", code))]),
    ),
    others: compileOthers(file("others")),
  };
  checkTerms(content.gazetteer);
  for (const [code, pack] of Object.entries(content.languages)) checkLanguage(code, pack, content.ontology);
  const version = createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
  return { version, ...content };
}

function compileLanguage(folder: string): LanguageData {
  const file = (name: string): string => path.join(folder, name);
  const properties = readYaml(file("language.yaml"), language.languageFile);
  const frames = readdirSync(file("frames"))
    .sort()
    .flatMap((name) => readYaml(file(path.join("frames", name)), language.framesFile).frames);
  const events = readYaml(file("events.yaml"), language.eventWordsFile);
  return {
    language: properties,
    words: readYaml(file("words.yaml"), language.wordsFile),
    verbs: readYaml(file("verbs.yaml"), language.verbsFile),
    frames: properties.compounds ? withCompounds(frames, events) : frames,
    reporting: readYaml(file("reporting.yaml"), language.reportingFile),
    events,
    calendar: readYaml(file("calendar.yaml"), language.calendarFile),
    counts: readYaml(file("counts.yaml"), language.countsFile),
    references: readYaml(file("references.yaml"), language.referencesFile),
  };
}

/** Slots that every language has; all others are names of its adpositions. */
const SLOTS = [
  "subject",
  "object",
  "indirect",
  "possessor",
  "modifier",
  "pair",
  "speaker",
  "self",
  "answered",
  "doer",
  "complement",
  "predicate",
  "made",
  "condition",
  "noun",
];

/** Refuses references to nothing: a frame with an unknown relation, verb, adposition or event type; a row twice. */
function checkLanguage(code: string, pack: LanguageData, world: Knowledge["ontology"]): void {
  const refuse = (what: string): never => {
    throw new DragomanError("SEED_INVALID", what, { at: `seeds/languages/${code}` });
  };
  const lemmas = new Set(
    pack.verbs.verbs
      .map((verb) => `${verb.prefix ?? ""}${verb.lemma}`)
      .concat(pack.verbs.verbs.map((verb) => verb.lemma)),
  );
  const relations = new Set(world.relations.map((relation) => relation.id));
  const types = new Set(world.events.map((event) => event.id));
  const roles = new Set(world.roles.map((role) => role.id));
  const slots = new Set([...SLOTS, ...pack.words.adpositions.map((adposition) => adposition.id)]);
  const seen = new Set<string>();
  for (const frame of pack.frames) {
    const at = `frame ${frame.id}`;
    if (seen.has(frame.id)) refuse(`${at} is given twice`);
    seen.add(frame.id);
    if (frame.verbs.length + frame.nouns.length + frame.auxiliaries.length === 0)
      refuse(`${at} has neither verbs nor nouns nor auxiliaries`);
    for (const lemma of [...frame.verbs, ...frame.auxiliaries, ...frame.under])
      if (!lemmas.has(lemma)) refuse(`${at}: verb ${lemma} is not in verbs.yaml`);
    if (frame.event !== undefined && !types.has(frame.event)) refuse(`${at}: no event type ${frame.event}`);
    for (const role of Object.values(frame.roles)) if (!roles.has(role)) refuse(`${at}: no role ${role}`);
    for (const { relation, subject, object } of frame.gives) {
      if (!relations.has(relation)) refuse(`${at}: no relation ${relation}`);
      for (const slot of [...subject.split("|"), ...object.split("|")])
        if (!slots.has(slot.replace(/'s$/, ""))) refuse(`${at}: no slot ${slot}`);
    }
  }
  for (const { lemma } of [
    ...pack.reporting.verbs,
    ...pack.reporting.control,
    ...pack.reporting.modals,
    ...pack.verbs.auxiliaries,
  ])
    if (!lemmas.has(lemma)) refuse(`reporting.yaml or auxiliaries: verb ${lemma} is not in verbs.yaml`);
}

/** Refuses a term of nobody or of no office, one that ends before it begins, and two at a time of an office for one. */
function checkTerms({ termsOfOffice, offices, states, organizations, people }: Knowledge["gazetteer"]): void {
  const sole = new Set(offices.flatMap(({ id, sole: isSole }) => (isSole ? [id] : [])));
  const places = new Set([...states, ...organizations].map(({ id }) => id));
  const known = new Set(people.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { office, of, holders } of termsOfOffice.terms) {
    const at = `${office} of ${of}`;
    const refuse = (what: string): never => {
      throw new DragomanError("SEED_INVALID", `${at}: ${what}`, { at: "seeds/gazetteer/terms.yaml" });
    };
    if (!sole.has(office)) refuse("offices.yaml has no such office that one person holds at a time");
    if (!places.has(of)) refuse("no such state or organization");
    if (seen.has(at)) refuse("given twice");
    seen.add(at);
    let before = "";
    for (const { person, from, to = termsOfOffice.asOf } of holders) {
      if (!known.has(person)) refuse(`people.yaml has no ${person}`);
      if (to < from) refuse(`the term of ${person} ends before it begins`);
      if (from < before) refuse(`${person} begins before the one before him ends`);
      before = to;
    }
  }
}

function pick<Value, Key extends keyof Value>(value: Value, ...keys: readonly Key[]): Pick<Value, Key> {
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as Pick<Value, Key>;
}
