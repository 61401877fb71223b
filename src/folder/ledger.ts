import { addressOf, sortSources, type Article, type ArticleSource, type EarlierVersion } from "../model/article.ts";
import type { EntityList } from "../model/entity-list.ts";
import type { Extraction } from "../model/extraction.ts";
import type { ArticleId } from "../model/ids.ts";
import { compareText } from "../model/text.ts";
import { byInstant, type Anchor, type Turn, type Verdict, type VerdictState } from "../model/verdict.ts";
import type { JournalEntry } from "./journal-entry.ts";

/** An article that is in the graph, and what was read in it. Without `extraction` it has not been read yet. */
export interface LedgerRecord {
  readonly article: Article;
  readonly extraction: Extraction | undefined;
  /** The texts that stood under one of its names or at one of its addresses before it, the oldest first. */
  readonly earlier: readonly EarlierVersion[];
}

/** What a journal amounts to. */
export interface Ledger {
  /** Takes an entry in. Returns what is wrong with it, if it cannot follow on those before it. */
  apply(entry: JournalEntry): string | undefined;
  /** Whether an entry of this article would change nothing. */
  knows(article: Article): boolean;
  /** Names under which other texts stand at an address of this article, each with its text. */
  sharingAddress(article: Article): ReadonlyMap<string, ArticleId>;
  /** The articles that are in the graph, sorted by name, then id. */
  records(): readonly LedgerRecord[];
  /** What people decided, by when they did, whatever graph it came from, with what was taken back. Those of one instant are as they came. */
  verdicts(): readonly VerdictState[];
  /** The lists of the user that are in force, sorted by name. */
  lists(): readonly EntityList[];
  /** Where an article speaks of what a former id stood for. */
  former(id: string): Anchor | undefined;
}

interface Row {
  readonly text: string;
  /** Where the text stands now. None: it was removed, or another text took its place. */
  current: readonly ArticleSource[];
  /** Where it stood until another text took its place. */
  former: readonly ArticleSource[];
  extraction: Extraction | undefined;
}

/**
 * Folds the entries of a journal, in their order, into what they amount to.
 *
 * Sources of one text add up. A name stands for one text at a time: for the later one by date of publication, or, where
 * one of the two has no date, for the one that came later into the journal. The other stays in the history. So it is with
 * an address where an entry says that its text takes the place of another.
 */
export function createLedger(): Ledger {
  const rows = new Map<ArticleId, Row>();
  const holders = new Map<string, ArticleId>();
  const verdicts = new Map<string, { readonly verdict: Verdict; readonly turns: Turn[] }>();
  const formers = new Map<string, Anchor>();
  /** The names that stand at an address. */
  const addresses = new Map<string, Set<string>>();
  const lists = new Map<string, EntityList>();

  const sourcesNamed = (id: ArticleId, name: string): readonly ArticleSource[] =>
    rows.get(id)?.current.filter((source) => source.name === name) ?? [];

  /** Another text's sources under a name. */
  const heldByOther = (id: ArticleId, name: string): readonly ArticleSource[] => {
    const holder = holders.get(name);
    return holder === undefined || holder === id ? [] : sourcesNamed(holder, name);
  };

  /** Names of other texts at the address of a source. */
  const namesAt = (id: ArticleId, source: ArticleSource): readonly string[] => {
    const address = addressOf(source);
    const names = address === undefined ? [] : [...(addresses.get(address) ?? [])];
    return names.filter((name) => heldByOther(id, name).some((held) => addressOf(held) === address));
  };

  /** Whether another text keeps its place under one of these names, because it was published later. */
  const yields = (id: ArticleId, { publishedAt }: ArticleSource, names: readonly string[]): boolean =>
    publishedAt !== undefined &&
    names.some((name) =>
      heldByOther(id, name).some((held) => held.publishedAt !== undefined && publishedAt < held.publishedAt),
    );

  const addSource = (id: ArticleId, row: Row, source: ArticleSource, replaces: readonly string[]): void => {
    const rivals = [source.name, ...namesAt(id, source).filter((name) => replaces.includes(name))];
    if (yields(id, source, rivals)) {
      row.former = withSource(row.former, source);
      return;
    }
    for (const name of rivals) {
      const loser = rows.get(holders.get(name) ?? id);
      if (loser === undefined || loser === row) continue;
      for (const lost of loser.current.filter((held) => held.name === name))
        loser.former = withSource(loser.former, lost);
      loser.current = loser.current.filter((held) => held.name !== name);
      holders.delete(name);
    }
    holders.set(source.name, id);
    const address = addressOf(source);
    if (address !== undefined) addresses.set(address, (addresses.get(address) ?? new Set()).add(source.name));
    row.current = withSource(row.current, source);
  };

  const remove = (row: Row): void => {
    for (const { name } of row.current) holders.delete(name);
    row.current = [];
    row.former = [];
  };

  return {
    apply: (entry) => {
      switch (entry.type) {
        case "article": {
          const row = rows.get(entry.id) ?? { text: entry.text, current: [], former: [], extraction: undefined };
          rows.set(entry.id, row);
          for (const source of entry.sources) addSource(entry.id, row, source, entry.replaces ?? []);
          return undefined;
        }
        case "extraction": {
          const row = rows.get(entry.extraction.article);
          if (row === undefined) return unknownArticle(entry.extraction.article);
          row.extraction = entry.extraction;
          return undefined;
        }
        case "removal": {
          const row = rows.get(entry.article);
          if (row === undefined) return unknownArticle(entry.article);
          remove(row);
          return undefined;
        }
        case "verdict": {
          const { verdict } = entry;
          if (!verdicts.has(verdict.id)) verdicts.set(verdict.id, { verdict, turns: [] });
          return undefined;
        }
        case "undo":
        case "redo": {
          const judged = verdicts.get(entry.verdict);
          if (judged === undefined) return `is about the verdict ${entry.verdict}, which no line before it holds`;
          judged.turns.push(entry);
          return undefined;
        }
        case "list": {
          if (entry.list.entities.length === 0) lists.delete(entry.list.name);
          else lists.set(entry.list.name, entry.list);
          return undefined;
        }
        case "former":
          for (const [id, anchor] of entry.nodes) formers.set(id, anchor);
          return undefined;
      }
    },
    knows: ({ id, sources }) => {
      const row = rows.get(id);
      if (row === undefined) return false;
      return sources.every(
        (source) =>
          hasSource(row.current, source) ||
          (hasSource(row.former, source) && yields(id, source, [source.name, ...namesAt(id, source)])),
      );
    },
    former: (id) => formers.get(id),
    verdicts: () =>
      [...verdicts.values()]
        .map(({ verdict, turns: all }): VerdictState => {
          const turns = all.toSorted(byInstant);
          return { verdict, turns, active: turns.at(-1)?.type !== "undo" };
        })
        .sort((a, b) => byInstant(a.verdict, b.verdict)),
    sharingAddress: ({ id, sources }) =>
      new Map(sources.flatMap((source) => namesAt(id, source)).map((name) => [name, holders.get(name) ?? id])),
    lists: () => [...lists.values()].sort((a, b) => compareText(a.name, b.name)),
    records: () => {
      const records: LedgerRecord[] = [];
      const earlierThan = historyOf([...rows].flatMap(([id, { former }]) => former.map((source) => ({ id, source }))));
      for (const [id, { text, current, extraction }] of rows) {
        if (current.length === 0) continue;
        const article = { id, text, sources: sortSources(current) };
        records.push({ article, extraction, earlier: earlierThan(article) });
      }
      return records.sort(
        ({ article: a }, { article: b }) =>
          compareText(a.sources[0].name, b.sources[0].name) || compareText(a.id, b.id),
      );
    },
  };
}

type Version = Pick<EarlierVersion, "id" | "source">;

function historyOf(versions: readonly Version[]): (article: Article) => readonly EarlierVersion[] {
  const byPlace = new Map<string, Version[]>();
  for (const version of versions) {
    for (const place of placesOf(version.source)) byPlace.set(place, [...(byPlace.get(place) ?? []), version]);
  }
  return ({ id, sources }) => {
    const places = new Set(sources.flatMap(placesOf));
    const found = new Map(
      [...places]
        .flatMap((place) => byPlace.get(place) ?? [])
        .filter((version) => version.id !== id)
        .map((version) => [`${version.id} ${version.source.name}`, version]),
    );
    // Sorting is stable: those of one day, and those without a date, stay as they came.
    const sorted = [...found.values()].sort((a, b) =>
      compareText(a.source.publishedAt ?? "", b.source.publishedAt ?? ""),
    );
    const now = sources.flatMap(({ publishedAt }) => publishedAt ?? []).at(-1);
    return sorted.map((version, i): EarlierVersion => {
      const until = i + 1 < sorted.length ? sorted[i + 1]?.source.publishedAt : now;
      return until === undefined ? version : { ...version, until };
    });
  };
}

/** What of a source no two texts have at one time. */
function placesOf(source: ArticleSource): readonly string[] {
  const address = addressOf(source);
  return [`name ${source.name}`, ...(address === undefined ? [] : [`address ${address}`])];
}

function withSource(sources: readonly ArticleSource[], source: ArticleSource): readonly ArticleSource[] {
  return sortSources([...sources, source]);
}

function hasSource(sources: readonly ArticleSource[], source: ArticleSource): boolean {
  return sources.length > 0 && withSource(sources, source).length === sources.length;
}

function unknownArticle(id: ArticleId): string {
  return `is about the article ${id}, which no line before it holds`;
}
