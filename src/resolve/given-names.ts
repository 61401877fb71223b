import type { Extraction } from "../model/extraction.ts";
import type { ArticleId, LanguageCode } from "../model/ids.ts";
import { DEFAULT_LABELS } from "../model/labels.ts";
import type { ResolvedEvent } from "../model/resolution.ts";
import { compareText } from "../model/text.ts";
import type { Verdict } from "../model/verdict.ts";
import { localAt } from "./anchors.ts";
import { aliasesOf } from "./naming.ts";

/** A name that somebody gave to an entity or event: in one language, or wherever a label is shown. */
export interface GivenName {
  readonly name: string;
  readonly language: LanguageCode | undefined;
}

/**
 * The names that verdicts give, by what bears them, the latest last. What a verdict pointed at may be parted since: then the
 * group that has most of it bears the name, among equals the one of the first place.
 */
export function givenNames<Group>(
  verdicts: readonly Verdict[],
  extractionOf: (article: ArticleId) => Extraction | undefined,
  groupOf: (article: ArticleId, letter: "e" | "v", index: number) => Group | undefined,
): ReadonlyMap<Group, readonly GivenName[]> {
  const given = new Map<Group, GivenName[]>();
  for (const { ruling } of verdicts) {
    if (ruling.type !== "rename") continue;
    const votes = new Map<Group, number>();
    const anchors = [...ruling.mentions].sort((a, b) => compareText(a.article, b.article) || a.start - b.start);
    for (const anchor of anchors) {
      const extraction = extractionOf(anchor.article);
      const local = extraction === undefined ? undefined : localAt(extraction, anchor);
      if (local === undefined) continue;
      const group = groupOf(anchor.article, local.startsWith("v") ? "v" : "e", Number(local.slice(1)));
      if (group !== undefined) votes.set(group, (votes.get(group) ?? 0) + 1);
    }
    const most = Math.max(0, ...votes.values());
    for (const [group, count] of votes) {
      if (count < most) continue;
      given.set(group, [...(given.get(group) ?? []), { name: ruling.name, language: ruling.language }]);
      break;
    }
  }
  return given;
}

/** Names by language with those that were given before all others. */
export function withGivenNames(
  names: Readonly<Record<string, readonly string[]>>,
  given: readonly GivenName[],
): Readonly<Record<string, readonly string[]>> {
  return given.reduce((all, { name, language }) => {
    const languages =
      language === undefined ? [...new Set([...Object.keys(all), ...DEFAULT_LABELS.slice(0, 1)])] : [language];
    const changed = languages.map((own) => [own, [...new Set([name, ...(all[own] ?? [])])]] as const);
    return { ...all, ...Object.fromEntries(changed) };
  }, names);
}

type Named = Pick<ResolvedEvent, "names" | "properNames" | "label" | "aliases" | "aliasCounts">;

/** What of an event changes with the names that it was given. Its label tells what it is as long as nobody says otherwise. */
export function givenTo(
  { names, properNames, label, aliases, aliasCounts }: Named,
  given: readonly GivenName[] = [],
): Named | undefined {
  if (given.length === 0) return undefined;
  const all = withGivenNames(names, given);
  const shown = given.findLast(({ language }) => language === undefined || language === DEFAULT_LABELS[0]);
  return {
    names: all,
    properNames: [...new Set([...properNames, ...given.map(({ name }) => name)])].sort(compareText),
    label: shown?.name ?? label,
    ...aliasesOf(all, new Map([["", new Map(aliases.map((alias, i) => [alias, aliasCounts[i] ?? 0]))]])),
  };
}
