import type { Name } from "../model/extraction.ts";
import type { ArticleId } from "../model/ids.ts";
import type { CopyGroup } from "./copies.ts";
import type { NameCounts } from "./naming.ts";
import type { Profile } from "./profile.ts";

/** The names that an article has for a profile. */
export interface NamedProfile {
  readonly profile: Profile;
  readonly names: readonly Name[];
}

/** What counts of names have too much because copies of one text repeat them. */
export interface CopiedNames {
  /** Takes in which groups of copies are no more, and which are new. */
  readonly change: (groups: { readonly gone: readonly CopyGroup[]; readonly made: readonly CopyGroup[] }) => void;
  /** Numbers below zero, to be added to the counts of a profile's names. */
  readonly of: (profile: Profile) => NameCounts;
}

interface Surplus extends Name {
  readonly profile: string;
  readonly by: number;
}

/** `namedIn` tells what an article names. */
export function createCopiedNames(namedIn: (article: ArticleId) => readonly NamedProfile[]): CopiedNames {
  const counts = new Map<string, Map<string, Map<string, number>>>();
  // Kept, because the articles may be gone when their group is.
  const surpluses = new Map<CopyGroup, readonly Surplus[]>();

  const add = ({ profile, language, text }: Surplus, by: number): void => {
    const languages = counts.get(profile) ?? new Map<string, Map<string, number>>();
    const names = languages.get(language) ?? new Map<string, number>();
    const now = (names.get(text) ?? 0) + by;
    if (now === 0) names.delete(text);
    else names.set(text, now);
    if (names.size === 0) languages.delete(language);
    else languages.set(language, names);
    if (languages.size === 0) counts.delete(profile);
    else counts.set(profile, languages);
  };
  const surplusOf = (group: CopyGroup): readonly Surplus[] => {
    const found = new Map<string, { name: Surplus; times: number }>();
    for (const { profile, names } of group.flatMap(namedIn)) {
      for (const { language, text } of names) {
        const key = JSON.stringify([profile.key, language, text]);
        const entry = found.get(key) ?? { name: { profile: profile.key, language, text, by: 0 }, times: 0 };
        entry.times += 1;
        found.set(key, entry);
      }
    }
    return [...found.values()].filter(({ times }) => times > 1).map(({ name, times }) => ({ ...name, by: times - 1 }));
  };

  return {
    change: ({ gone, made }) => {
      for (const group of gone) {
        for (const surplus of surpluses.get(group) ?? []) add(surplus, surplus.by);
        surpluses.delete(group);
      }
      for (const group of made) {
        const surplus = surplusOf(group);
        surpluses.set(group, surplus);
        for (const each of surplus) add(each, -each.by);
      }
    },
    of: (profile) => counts.get(profile.key) ?? new Map(),
  };
}
