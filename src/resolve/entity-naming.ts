import { hashOf, type ArticleId } from "../model/ids.ts";
import type { ResolvedEntity } from "../model/resolution.ts";
import { compareText } from "../model/text.ts";
import type { RankNames } from "./best-name.ts";
import type { CopiedNames } from "./copied-names.ts";
import { firstOf, placeOf, type Place } from "./earliest.ts";
import type { EntityGroup, EntityResolver, ResolvableRecord } from "./entity-resolver.ts";
import { withGivenNames, type GivenName } from "./given-names.ts";
import { aliasesOf, countNames, labelOf, namesByLanguage, slugOf, type KnownNames } from "./naming.ts";
import type { Description } from "./nodes.ts";

/** Digits of the hash that tells apart entities whose names give one id, and of that which does so where the first is one too. */
const SHORT_HASH = 4;
const LONG_HASH = 16;

/** What is asked to name an entity. */
export interface EntityNaming {
  readonly records: ReadonlyMap<ArticleId, ResolvableRecord>;
  readonly entities: Pick<EntityResolver, "bearersOf" | "namesOf">;
  readonly copiedNames: Pick<CopiedNames, "of">;
  /** Orders names of things of a kind, the best first. */
  readonly rankOf: (kind: string) => RankNames;
  readonly known: Pick<KnownNames, "inOrder" | "namesOf" | "nodeOf" | "sameAs">;
  /** Names that verdicts give. */
  readonly givenTo: (group: EntityGroup) => readonly GivenName[];
  /** What the ids of a kind begin with. */
  readonly prefixOf: (kind: string) => string;
  readonly romanize: (word: string) => string;
}

/** What the articles that speak of an entity call it. Whom the gazetteer knows has the id that it has there. */
export function describeEntity(
  group: EntityGroup,
  { records, entities, copiedNames, rankOf, known, givenTo, prefixOf, romanize }: EntityNaming,
): Description<ResolvedEntity> {
  const ids = known.inOrder(group.members.flatMap((profile) => profile.known ?? []));
  const [id] = ids;
  const kind = kindOf(group, id, entities);
  const used = countNames(group.members.flatMap((profile) => [entities.namesOf(profile), copiedNames.of(profile)]));
  const usual = namesByLanguage(used, id === undefined ? undefined : known.namesOf(id), rankOf(kind));
  const names = withGivenNames(usual, givenTo(group));
  const label = labelOf(names) ?? id ?? "";
  const sameAs = [...new Set(ids.flatMap(known.sameAs))];
  const node = { kind, label, ...aliasesOf(names, used), names, sameAs };
  if (id !== undefined) return { node, wishes: [() => known.nodeOf(id)] };
  const slug = `${prefixOf(kind)}:${slugOf(label, romanize)}`;
  const withHash = (digits: number): string => `${slug}-${hashOf(earliestOf(group, entities, records) ?? [], digits)}`;
  return { node, wishes: [() => slug, () => withHash(SHORT_HASH), () => withHash(LONG_HASH)] };
}

/** What somebody joined may be of several kinds: it is what the gazetteer says, else what most articles take it for. */
function kindOf(
  { members }: EntityGroup,
  known: string | undefined,
  { bearersOf }: Pick<EntityResolver, "bearersOf">,
): string {
  const [first] = members;
  if (members.every(({ kind }) => kind === first?.kind)) return first?.kind ?? "";
  const shipped = members.find((profile) => known !== undefined && profile.known === known);
  if (shipped !== undefined) return shipped.kind;
  const articles = new Map<string, number>();
  for (const profile of members)
    articles.set(profile.kind, (articles.get(profile.kind) ?? 0) + bearersOf(profile).size);
  return [...articles].sort(([a, x], [b, y]) => y - x || compareText(a, b))[0]?.[0] ?? "";
}

/** The first mention of an entity: only in the first article that names it need one look for it. */
function earliestOf(
  group: EntityGroup,
  entities: Pick<EntityResolver, "bearersOf">,
  records: ReadonlyMap<ArticleId, ResolvableRecord>,
): Place | undefined {
  const places = group.members.flatMap((profile) =>
    [...entities.bearersOf(profile).keys()].map((article) => placeOf(article, 0, records)),
  );
  const first = firstOf(places);
  if (first === undefined) return undefined;
  const [date, article] = first;
  const mentions = records.get(article)?.extraction.mentions ?? [];
  const starts = group.members
    .flatMap((profile) => entities.bearersOf(profile).get(article) ?? [])
    .map((index) => {
      const own = mentions.filter(({ of }) => of === `e${index}`).map(({ start }) => start);
      return own.length === 0 ? 0 : Math.min(...own);
    });
  return [date, article, Math.min(...starts)];
}
