import type { Phonetics } from "../language/phonetic.ts";
import type { SpokenName } from "../language/spoken-names.ts";
import type { EntityDraft, Extraction } from "../model/extraction.ts";
import { KINDS, stateId } from "../model/kinds.ts";
import { compareText } from "../model/text.ts";
import type { TermsOfOffice } from "../seeds/terms-of-office.ts";
import type { Linkable } from "./linkage.ts";

/**
 * Who an entity is, by what its article says of it. The entities of all articles that have one profile are one; only
 * profiles are compared, of which there are far fewer than entities.
 */
export interface Profile extends Linkable {
  readonly kind: string;
  /** Identifier in the gazetteer. */
  readonly known: string | undefined;
  /** The state that it is tied to. */
  readonly state: string | undefined;
  /** Names by which other articles may call it too: of people those that are complete. Distinct, sorted. */
  readonly names: readonly ProfileName[];
  /** Of a person without a complete name: the words by which its article calls it. */
  readonly parts: readonly string[];
  /** Of a person without id: the offices that its article says that he holds. Sorted. */
  readonly offices: readonly OfficeThere[];
}

/** An office of which there is one in one place at a time: `prime-minister` of `gov:PK`. */
export interface OfficeThere {
  readonly office: string;
  readonly of: string;
}

/** What is said of an entity: those of which the same is said have one profile, but for a tag or a place of their own. */
export function signatureOf({ kind, known, state, names }: EntityDraft, offices: readonly OfficeThere[]): string {
  const texts = new Set(names.map(({ text }) => text).sort(compareText));
  return known ?? JSON.stringify([kind, state ?? null, offices.map(keyOf), ...texts]);
}

function keyOf({ office, of }: OfficeThere): string {
  return `${office} ${of}`;
}

/**
 * The offices that an article says that somebody holds now, where it says where. `isSole`: whether one person holds an
 * office in one place at a time; others tell nobody from those who hold it beside him.
 */
export function officesOf(
  draft: EntityDraft,
  { entities }: Pick<Extraction, "entities">,
  isSole: (office: string) => boolean,
): readonly OfficeThere[] {
  const held = draft.offices.flatMap(({ office, of, former }) => {
    const home = draft.state === undefined ? undefined : stateId(draft.state);
    const where = of === undefined ? home : entities[Number(of.slice(1))]?.known;
    return former || where === undefined || !isSole(office) ? [] : [{ office, of: where }];
  });
  const distinct = new Map(held.map((there) => [keyOf(there), there]));
  return [...distinct.values()].sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

/** A name by which an entity is compared. */
export interface ProfileName {
  readonly text: string;
  readonly sounds: SpokenName;
}

/** What the profile of an entity is made with. */
export interface ProfileContext {
  readonly phonetics: Phonetics;
  /** Names that the gazetteer has for one of its entities. */
  readonly namesOf: (known: string) => readonly string[];
  /** Whether one person holds an office in one place at a time. */
  readonly isSole: (office: string) => boolean;
  /** Whether somebody known held an office at some time, where the gazetteer tells. */
  readonly held: TermsOfOffice["held"];
}

/**
 * Makes the profiles of entities. The profile is `undefined` where an entity has neither name nor id, so that nothing can
 * be said of who it is. `place` tells the entity from all others: whoever is called by a part of a name only is nobody
 * that another article may mean too. `made` gives the profile with a key where there is one. `offices`: as
 * `officesOf` gives them. `tag`: what has it is somebody of its own, whatever the gazetteer says.
 */
export function createProfiles({
  phonetics,
  namesOf,
}: Pick<ProfileContext, "phonetics" | "namesOf">): (
  draft: EntityDraft,
  place: string,
  made: (key: string) => Profile | undefined,
  beside?: { readonly offices?: readonly OfficeThere[]; readonly tag?: string | undefined },
) => Profile | undefined {
  const spoken = (names: readonly string[]): ProfileName[] =>
    names.map((text) => ({ text, sounds: phonetics.soundsOf(text) }));
  /** The names that say who bears them: of a person those of more than one word. */
  const completeNames = (names: readonly string[], kind: string): string[] =>
    names.filter((name) => phonetics.nameWords(name).length >= (kind === KINDS.person ? 2 : 1));

  return ({ kind, known, state, names }, place, made, { offices = [], tag } = {}) => {
    if (known !== undefined && tag === undefined) {
      const key = JSON.stringify([kind, known, state ?? null]);
      const all = spoken(completeNames(namesOf(known), kind));
      return made(key) ?? { key, kind, known, state, names: all, parts: [], offices: [] };
    }
    const texts = names.length > 0 || known === undefined ? names.map(({ text }) => text) : namesOf(known);
    if (texts.length === 0) return undefined;
    const all = [...new Set(texts)].sort(compareText);
    const complete = completeNames(all, kind);
    const said =
      complete.length === 0
        ? [kind, null, place]
        : [kind, null, state ?? null, ...complete, ...offices.map((there) => [keyOf(there)])];
    const key = JSON.stringify(tag === undefined ? said : [tag, ...said]);
    const parts = complete.length === 0 ? all : [];
    return made(key) ?? { key, kind, known: undefined, state, names: spoken(complete), parts, offices };
  };
}
