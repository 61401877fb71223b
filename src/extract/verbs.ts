import type { LanguageData } from "../seeds/knowledge.ts";
import type { Clause, VerbEntry, VerbGroup } from "./parse.ts";

type Role = LanguageData["verbs"]["auxiliaries"][number]["role"];

/** What the verbs of a language do in a group. */
export interface VerbRules {
  readonly auxiliaries: ReadonlyMap<string, ReadonlySet<Role>>;
  readonly agentMarkers: ReadonlySet<string>;
  /** Lemmas whose perfect is built with the auxiliary of the passive. */
  readonly perfectWithPassive: ReadonlySet<string>;
}

export function verbRulesOf(data: LanguageData): VerbRules {
  const auxiliaries = new Map<string, Set<Role>>();
  for (const { lemma, role } of data.verbs.auxiliaries)
    auxiliaries.set(lemma, (auxiliaries.get(lemma) ?? new Set()).add(role));
  return {
    auxiliaries,
    agentMarkers: new Set(data.words.agentMarkers),
    perfectWithPassive: new Set(
      data.verbs.verbs.filter((verb) => verb.perfectWithPassive).map((verb) => (verb.prefix ?? "") + verb.lemma),
    ),
  };
}

const NO_ROLES: ReadonlySet<Role> = new Set();

export function hasFeature(entries: readonly VerbEntry[], feature: string): boolean {
  return entries.some(({ features }) => features.has(feature));
}

/**
 * Reads the verbs of a clause together: which is the main verb, with its separable prefix, and what the auxiliaries make
 * of it (passive, future, modal).
 */
export function groupVerbs(clause: Clause, rules: VerbRules): void {
  const { verbs } = clause;
  if (verbs.length === 0) return;
  const roles = (lemma: string): ReadonlySet<Role> => rules.auxiliaries.get(lemma) ?? NO_ROLES;
  // "ließ schließen": a form that wants a prefix which does not stand there is not that verb.
  const isAuxiliary = (entries: readonly VerbEntry[]): boolean =>
    entries.every(
      ({ lemma, split, prefix }) => roles(lemma).size > 0 || (split && !clause.prefixes.includes(prefix ?? "")),
    );
  // The main verb is the last that is no auxiliary. Where all can be auxiliaries it is the first that makes a predicate
  // with a noun, and alone an auxiliary is the verb ("is", "has").
  const main =
    verbs.findLast(({ entries }) => !isAuxiliary(entries)) ??
    verbs.find(({ entries }) => entries.some(({ lemma }) => roles(lemma).has("light"))) ??
    verbs.at(-1);
  if (main === undefined) return;
  const others = verbs.filter((verb) => verb !== main);
  const otherLemmas = lemmasOf(others);
  const has = (role: Role): boolean => otherLemmas.some((lemma) => roles(lemma).has(role));
  const next = verbs[verbs.indexOf(main) + 1];
  const wanted = chooseEntry(
    main.entries,
    clause.prefixes,
    others.length > 0 && (has("passive") || has("perfect")),
    clause.reducedPassive,
    next !== undefined && next.entries.every(({ lemma }) => isVector(roles(lemma))),
  );
  const participle =
    (wanted.features.has("participle") && !isInfinitiveHere(wanted, main.entries, clause, otherLemmas.map(roles))) ||
    passiveOfVector(verbs, main, roles);
  const passive =
    clause.reducedPassive ||
    (participle &&
      has("passive") &&
      !rules.perfectWithPassive.has(wanted.lemma) &&
      !(has("perfect") && !passiveForm(others, rules)));
  const all = others.length === 0 ? wanted.features : withFeatures(wanted, others);
  const group: VerbGroup = {
    lemma: wanted.lemma,
    auxiliaries: otherLemmas,
    features: all,
    finite: verbs.some(({ entries }) => hasFeature(entries, "finite")),
    passive,
    // One verb may build both: with a participle it is the passive, with an infinitive the future (werden).
    future:
      all.has("future") ||
      // "آنے والا ہے": who does it is about to.
      (wanted.features.has("agentive") && has("copula")) ||
      otherLemmas.some((lemma) => roles(lemma).has("future") && !(passive && roles(lemma).has("passive"))),
    perfect: participle && has("perfect"),
    obliged: !wanted.features.has("finite") && all.has("infinitive") && has("obligation"),
    plural: isPlural(verbs),
    singular: others.length === 0 && roles(wanted.lemma).size === 0 && isSingular(wanted),
    from: Math.min(...verbs.map(({ index }) => index)),
    to: Math.max(...verbs.map(({ to }) => to)),
    tokens: verbs.map(({ index }) => index),
  };
  clause.group = group;
}

const NO_LEMMAS: readonly string[] = [];

/** The lemmas that some verbs can have, each once. */
function lemmasOf(verbs: Clause["verbs"]): readonly string[] {
  if (verbs.length === 0) return NO_LEMMAS;
  const lemmas = new Set<string>();
  for (const { entries } of verbs) for (const { lemma } of entries) lemmas.add(lemma);
  return [...lemmas];
}

/** The features of a verb and of all others of its group. */
function withFeatures({ features }: VerbEntry, others: Clause["verbs"]): ReadonlySet<string> {
  const all = new Set(features);
  for (const { entries } of others) for (const entry of entries) for (const feature of entry.features) all.add(feature);
  return all;
}

/**
 * "wird X empfangen": beside the auxiliary of both, a participle that is also the infinitive is that where an object stands
 * beside the subject.
 */
function isInfinitiveHere(
  { lemma }: VerbEntry,
  entries: readonly VerbEntry[],
  { phrases, reducedPassive }: Clause,
  auxiliaries: readonly ReadonlySet<Role>[],
): boolean {
  const [only, ...more] = auxiliaries;
  if (reducedPassive || more.length > 0 || only?.has("passive") !== true || !only.has("future")) return false;
  if (!entries.some((entry) => entry.lemma === lemma && entry.features.has("infinitive"))) return false;
  const bare = phrases.filter(
    ({ marker, date, cases, from }) =>
      marker === undefined &&
      date === undefined &&
      // "der Sprecher der Regierung": a genitive stands at its noun.
      !(cases?.includes("gen") === true && phrases.some(({ to }) => to === from)),
  );
  return bare.length > 1;
}

/** A verb that only colours the one before it, which stands as its stem: "بنا لیا". */
function isVector(roles: ReadonlySet<Role>): boolean {
  return roles.has("light") && !roles.has("passive") && !roles.has("perfect");
}

/** "کر دیا گیا": the auxiliary of the passive stands behind the participle of such a verb. */
function passiveOfVector(
  verbs: Clause["verbs"],
  main: Clause["verbs"][number],
  roles: (lemma: string) => ReadonlySet<Role>,
): boolean {
  const [vector, passive] = verbs.slice(verbs.indexOf(main) + 1);
  return (
    vector !== undefined &&
    passive !== undefined &&
    vector.entries.every(({ lemma }) => isVector(roles(lemma))) &&
    hasFeature(vector.entries, "participle") &&
    passive.entries.some(({ lemma }) => roles(lemma).has("passive"))
  );
}

/** Whether the finite verb can only have a plural subject. */
function isPlural(verbs: Clause["verbs"]): boolean {
  let finite = false;
  for (const { entries } of verbs) {
    for (const { features } of entries) {
      if (!features.has("finite")) continue;
      if (!features.has("plural")) return false;
      finite = true;
    }
  }
  return finite;
}

/** "backs": a present form that is not the base form. */
function isSingular({ features }: VerbEntry): boolean {
  return features.has("present") && features.has("finite") && !features.has("base") && !features.has("plural");
}

/** Whether an auxiliary of the passive stands there that does not build the perfect in this group. */
function passiveForm(others: Clause["verbs"], rules: VerbRules): boolean {
  return others.some(({ entries }) =>
    entries.some(({ lemma }) => rules.auxiliaries.get(lemma)?.has("passive") === true),
  );
}

/** The reading of an ambiguous form: with its prefix where that stands in the clause, as participle behind an auxiliary. */
function chooseEntry(
  entries: readonly VerbEntry[],
  prefixes: readonly string[],
  behindAuxiliary: boolean,
  reduced: boolean,
  beforeVector: boolean,
): VerbEntry {
  const stem = beforeVector ? entries.find(({ features }) => features.has("base")) : undefined;
  if (stem !== undefined) return stem;
  const withPrefix = entries.filter(
    (entry) => entry.split && entry.prefix !== undefined && prefixes.includes(entry.prefix),
  );
  const pool = withPrefix.length > 0 ? withPrefix : entries.filter((entry) => !entry.split);
  const usable = pool.length > 0 ? pool : entries;
  const participles = usable.filter(({ features }) => features.has("participle"));
  const finites = usable.filter(({ features }) => features.has("finite") || features.has("base"));
  const [chosen] = behindAuxiliary || reduced ? [...participles, ...usable] : [...finites, ...usable];
  return chosen ?? (entries[0] as VerbEntry);
}
