import type { Reason } from "../model/identity.ts";
import { KINDS } from "../model/kinds.ts";
import { createNameKeys } from "./name-keys.ts";
import type { Profile, ProfileContext, ProfileName } from "./profile.ts";

/**
 * Likeness from which two complete names are one, within a script and across scripts (measured: `npm run bench`). There
 * are fewer places than people, and hardly any that differ as little as brothers do.
 */
const SAME_SCRIPT = 0.9;
const ACROSS_SCRIPTS = 0.82;
const ACROSS_SCRIPTS_OF_PLACES = 0.79;
const ARABIC = /[\u0600-\u06FF]/;
/** Share of what is needed from which a pair is worth a look. */
const UNSURE = 0.9;
/** Share of what is needed from which two are one who hold the same office in one place. */
const SAME_OFFICE = 0.85;
/** Share of what is needed below which two names are of two people, whoever is like both of them. */
const APART = 0.75;
/** How many months apart two may be said to hold an office and be one for that: a usual term. */
const TERM_MONTHS = 60;
/** Two that the gazetteer takes for one: above everything that names can say. */
export const SAME_ID = Number.MAX_VALUE;

/** Compares profiles by their names, and by what else is said of them. `inOneStory`: whether articles that tell one story hold both. */
export interface ProfileComparison {
  /** Keys under which profiles meet that may be the same. */
  readonly keysOf: (profile: Profile) => readonly string[];
  /** Keys under which one that has a name of a single word looks for those whose names have more. */
  readonly seeks: (profile: Profile) => readonly string[];
  /** Keys under which one that has a name of several words is found by those with a single one. */
  readonly offers: (profile: Profile) => readonly string[];
  /** How well the best names agree, as a share of what is needed: from 1 on they are one. `undefined`: they are not alike. */
  readonly compare: (a: Profile, b: Profile, inOneStory: boolean) => number | undefined;
  /** Whether nothing that is said of two says that they are two. */
  readonly mayBeOne: (a: Profile, b: Profile, inOneStory: boolean) => boolean;
  /** What speaks for two that were compared being one. */
  readonly reasonsOf: (a: Profile, b: Profile, inOneStory: boolean) => readonly Reason[];
}

/** `monthsOf`: the months in which a profile that has offices is said to hold them: `2016-03`. */
export function createProfileComparison(
  { phonetics, held }: Pick<ProfileContext, "phonetics" | "held">,
  monthsOf: (profile: Profile) => readonly string[],
): ProfileComparison {
  const nameKeys = createNameKeys(phonetics);
  /** Keys of single words of names. People are compared by names of several words only. */
  const partsOf = ({ kind, names }: Profile, has: (words: number) => boolean): string[] =>
    kind === KINDS.person
      ? []
      : names
          .filter(({ sounds }) => has(sounds.words.length))
          .flatMap(({ sounds }) => nameKeys(sounds).parts.map((part) => `${kind} ${part}`));
  /** How well the best names agree, as a share of what is needed; nothing that is below `atLeast`. */
  const likeness = (a: Profile, b: Profile, atLeast: number): number => {
    let best = 0;
    for (const left of a.names) {
      for (const right of b.names) {
        const needed = likenessNeeded(a.kind, left, right);
        best = Math.max(best, phonetics.likeness(left.sounds, right.sounds, atLeast * needed) / needed);
      }
    }
    return best;
  };
  /** The two names that agree best. */
  const bestNames = (a: Profile, b: Profile): readonly [string, string] => {
    const pairs = a.names.flatMap((left) => b.names.map((right) => [left, right] as const));
    const scored = pairs.map(([left, right]) => {
      const needed = likenessNeeded(a.kind, left, right);
      return {
        names: [left.text, right.text] as const,
        score: phonetics.likeness(left.sounds, right.sounds, 0) / needed,
      };
    });
    return scored.sort((x, y) => y.score - x.score)[0]?.names ?? ["", ""];
  };
  /** An office that both are said to hold in one place at about one time, or that one of them is known to have held when the other did. */
  const inOneOffice = (a: Profile, b: Profile): string | undefined => {
    const common = commonOffices(a, b);
    if (common.length > 0 && areNear(monthsOf(a), monthsOf(b))) return common[0];
    for (const [{ known }, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (known === undefined || other.offices.length === 0) continue;
      const months = monthsOf(other);
      const there = other.offices.find(({ office, of }) =>
        months.some((month) => held(known, office, of, { date: month }) === true),
      );
      if (there !== undefined) return `${there.office} ${there.of}`;
    }
    return undefined;
  };
  /** Whether one is said to hold an office all the time that somebody else than the other, who is known, held it. */
  const isAnothersOffice = ({ known }: Profile, other: Profile): boolean => {
    if (known === undefined || other.known !== undefined || other.offices.length === 0) return false;
    const months = monthsOf(other);
    return (
      months.length > 0 &&
      other.offices.some(({ office, of }) =>
        months.every((month) => held(known, office, of, { date: month }) === false),
      )
    );
  };
  const areOfOneState = (a: Profile, b: Profile): boolean =>
    a.state === undefined || b.state === undefined || a.state === b.state;
  /** Articles may err in whose somebody is and what: in one story that says nothing against two being one. */
  const agree = (a: Profile, b: Profile, inOneStory: boolean): boolean =>
    a.kind === b.kind &&
    (a.known === undefined || b.known === undefined || a.known === b.known) &&
    (inOneStory || isSameKnown(a, b) || (areOfOneState(a, b) && !isAnothersOffice(a, b) && !isAnothersOffice(b, a)));
  const isPartOf = (part: string, { sounds }: ProfileName): boolean =>
    sounds.words.some(
      (word) => phonetics.wordSimilarity(part, word) >= (inOneScript(part, word) ? SAME_SCRIPT : ACROSS_SCRIPTS),
    );
  /** Whether all that one is called by is a part of a name of the other. */
  const isCalledAs = (a: Profile, b: Profile): boolean =>
    a.parts.length > 0 && a.parts.every((part) => b.names.some((name) => isPartOf(part, name)));
  return {
    keysOf: (profile) => [
      ...profile.names.flatMap((name) => nameKeys(name.sounds).meets).map((key) => `${profile.kind} ${key}`),
      ...(profile.known === undefined ? [] : [profile.known]),
    ],
    seeks: (profile) => partsOf(profile, (words) => words === 1),
    offers: (profile) => partsOf(profile, (words) => words > 1),
    compare: (a, b, inOneStory) => {
      if (!agree(a, b, inOneStory)) return undefined;
      if (isSameKnown(a, b)) return SAME_ID;
      if (inOneStory && (isCalledAs(a, b) || isCalledAs(b, a))) return 1;
      const holdsTheSame = inOneOffice(a, b) !== undefined;
      const least = holdsTheSame ? SAME_OFFICE : UNSURE;
      const score = likeness(a, b, least);
      if (score < least) return undefined;
      return inOneStory || holdsTheSame ? Math.max(score, 1) : score;
    },
    mayBeOne: (a, b, inOneStory) =>
      agree(a, b, inOneStory) &&
      (a.names.length === 0 ||
        b.names.length === 0 ||
        a.kind !== KINDS.person ||
        a.known !== undefined ||
        b.known !== undefined ||
        likeness(a, b, APART) >= APART),
    reasonsOf: (a, b, inOneStory) => {
      const reasons: Reason[] = [];
      if (isSameKnown(a, b)) reasons.push({ feature: "id", detail: a.known ?? "" });
      else if (a.parts.length > 0 || b.parts.length > 0) {
        const [part, whole] = a.parts.length > 0 ? [a, b] : [b, a];
        reasons.push({ feature: "part", detail: `${part.parts.join(", ")} – ${namesOf(whole).join(", ")}` });
      } else reasons.push({ feature: "name", detail: bestNames(a, b).join(" – ") });
      if (a.state !== undefined && a.state === b.state) reasons.push({ feature: "state", detail: a.state });
      const office = inOneOffice(a, b);
      if (office !== undefined) reasons.push({ feature: "office", detail: office });
      if (inOneStory) reasons.push({ feature: "story", detail: "" });
      return reasons;
    },
  };
}

function namesOf({ names, parts }: Profile): readonly string[] {
  return names.length === 0 ? parts : names.map(({ text }) => text);
}

/** Offices that both are said to hold, with where. */
function commonOffices(a: Profile, b: Profile): readonly string[] {
  return a.offices.flatMap(({ office, of }) =>
    b.offices.some((other) => other.office === office && other.of === of) ? [`${office} ${of}`] : [],
  );
}

/** Whether some of the months are no more than a term apart; those that are not known may be. */
function areNear(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some((one) => b.some((other) => Math.abs(monthNumber(one) - monthNumber(other)) <= TERM_MONTHS));
}

function monthNumber(month: string): number {
  const [year, number] = month.split("-").map(Number);
  return (year ?? 0) * 12 + (number ?? 0);
}

function isSameKnown(a: Profile, b: Profile): boolean {
  return a.known !== undefined && a.known === b.known;
}

function likenessNeeded(kind: string, a: ProfileName, b: ProfileName): number {
  if (a.sounds.isArabic === b.sounds.isArabic) return SAME_SCRIPT;
  return kind === KINDS.place ? ACROSS_SCRIPTS_OF_PLACES : ACROSS_SCRIPTS;
}

function inOneScript(a: string, b: string): boolean {
  return ARABIC.test(a) === ARABIC.test(b);
}
