import type { LanguageData } from "../seeds/knowledge.ts";

/** A form of a verb. `features` is a set such as finite and past; `split`: the prefix stands elsewhere in the clause. */
export interface VerbForm {
  readonly form: string;
  readonly lemma: string;
  readonly features: ReadonlySet<string>;
  readonly prefix?: string;
  readonly split: boolean;
  /** Whether the form holds the marker of its infinitive: einzuladen. */
  readonly marked: boolean;
}

type Verbs = LanguageData["verbs"];

/** Thousands of words go through the same few rules. */
const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  let expression = expressions.get(pattern);
  if (expression === undefined) expressions.set(pattern, (expression = new RegExp(pattern, "u")));
  return expression;
}

const featureSets = new Map<string, ReadonlySet<string>>();

/** The features of a key such as finite+past, one set for all forms that have them. */
export function featuresOf(key: string): ReadonlySet<string> {
  let features = featureSets.get(key);
  if (features === undefined) featureSets.set(key, (features = new Set(key.split("+"))));
  return features;
}

/** All forms of all verbs of a language. */
export function conjugateAll(verbs: Verbs): VerbForm[] {
  return verbs.verbs.flatMap((verb) => conjugate(verb, verbs));
}

function conjugate(verb: Verbs["verbs"][number], verbs: Verbs): VerbForm[] {
  const byFeatures = new Map<string, readonly string[]>();
  const paradigm = verbs.paradigms[verb.paradigm];
  if (paradigm !== undefined) {
    const stem = verb.lemma.replace(expressionOf(paradigm.stem[0]), paradigm.stem[1]);
    for (const { features, rules } of paradigm.forms) {
      const rule = rules.find(([pattern]) => expressionOf(pattern).test(stem));
      if (rule === undefined) continue;
      const form = stem.replace(expressionOf(rule[0]), rule[1]);
      byFeatures.set(features, [...(byFeatures.get(features) ?? []), form]);
    }
  }
  for (const [features, forms] of Object.entries(verb.forms)) byFeatures.set(features, forms);
  const { prefix } = verb;
  const lemma = prefix === undefined ? verb.lemma : prefix + verb.lemma;
  return [...byFeatures].flatMap(([key, forms]) => {
    const features = featuresOf(key);
    return forms.flatMap((form): VerbForm[] => {
      const base = { lemma, features, split: false, marked: false };
      if (prefix === undefined) return [{ ...base, form }];
      // Together in final position (einlud, eingeladen), apart in second position (lud … ein), with the marker between (einzuladen).
      const together = { ...base, form: prefix + form, prefix };
      if (features.has("finite")) return [together, { ...base, form, prefix, split: true }];
      if (!features.has("infinitive")) return [together];
      return [
        together,
        ...verbs.infinitiveMarkers.map((marker) => ({ ...together, form: prefix + marker + form, marked: true })),
      ];
    });
  });
}

/** A noun and its other forms by rules, of which every one that fits gives a form. */
export function declineNoun(noun: string, rules: readonly (readonly [string, string])[]): string[] {
  const forms = rules.flatMap(([pattern, replacement]) => {
    const expression = expressionOf(pattern);
    return expression.test(noun) ? [noun.replace(expression, replacement)] : [];
  });
  return [...new Set([noun, ...forms])];
}

/** A base form with each of the endings that it may carry. */
export function withEndings(base: string, endings: readonly string[]): string[] {
  return [base, ...endings.map((ending) => base + ending)];
}
