import { sortSources, type Article, type ArticleSource } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import type { ArticleId } from "../model/ids.ts";
import { compareText } from "../model/text.ts";
import type { Turn, Verdict, VerdictState } from "../model/verdict.ts";
import type { JournalEntry } from "./journal-entry.ts";

/** An article that is in the graph, and what was read in it. Without `extraction` it has not been read yet. */
export interface LedgerRecord {
  readonly article: Article;
  readonly extraction: Extraction | undefined;
}

/** What a journal amounts to. */
export interface Ledger {
  /** Takes an entry in. Returns what is wrong with it, if it cannot follow on those before it. */
  apply(entry: JournalEntry): string | undefined;
  /** Whether an entry of this article would change nothing. */
  knows(article: Article): boolean;
  /** The articles that are in the graph, sorted by name, then id. */
  records(): readonly LedgerRecord[];
  /** What people decided, in the order in which they did, with what was taken back. */
  verdicts(): readonly VerdictState[];
}

interface Row {
  readonly text: string;
  /** Where the text stands now. None: it was removed, or another text took its name. */
  current: readonly ArticleSource[];
  /** Where it stood until another text took the name. */
  former: readonly ArticleSource[];
  extraction: Extraction | undefined;
}

/**
 * Folds the entries of a journal, in their order, into what they amount to.
 *
 * Sources of one text add up. A name stands for one text at a time: for the later one by date of publication, or, where
 * one of the two has no date, for the one that came later into the journal. The other stays in the history.
 */
export function createLedger(): Ledger {
  const rows = new Map<ArticleId, Row>();
  const holders = new Map<string, ArticleId>();
  const verdicts = new Map<string, { readonly verdict: Verdict; readonly turns: Turn[] }>();

  const sourceNamed = (id: ArticleId, name: string): ArticleSource | undefined =>
    rows.get(id)?.current.find((source) => source.name === name);

  /** The text that has the source's name already and keeps it, because it was published later. */
  const keeper = (id: ArticleId, source: ArticleSource): ArticleId | undefined => {
    const holder = holders.get(source.name);
    if (holder === undefined || holder === id) return undefined;
    const held = sourceNamed(holder, source.name)?.publishedAt;
    return held !== undefined && source.publishedAt !== undefined && source.publishedAt < held ? holder : undefined;
  };

  const addSource = (id: ArticleId, row: Row, source: ArticleSource): void => {
    if (keeper(id, source) !== undefined) {
      row.former = withSource(row.former, source);
      return;
    }
    const holder = holders.get(source.name);
    const loser = holder === undefined || holder === id ? undefined : rows.get(holder);
    if (loser !== undefined) {
      for (const lost of loser.current.filter(({ name }) => name === source.name)) {
        loser.former = withSource(loser.former, lost);
      }
      loser.current = loser.current.filter(({ name }) => name !== source.name);
    }
    holders.set(source.name, id);
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
          for (const source of entry.sources) addSource(entry.id, row, source);
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
      }
    },
    knows: ({ id, sources }) => {
      const row = rows.get(id);
      if (row === undefined) return false;
      return sources.every((source) => hasSource(keeper(id, source) === undefined ? row.current : row.former, source));
    },
    verdicts: () =>
      [...verdicts.values()].map(({ verdict, turns }) => ({
        verdict,
        turns,
        active: turns.at(-1)?.type !== "undo",
      })),
    records: () => {
      const records: LedgerRecord[] = [];
      for (const [id, { text, current, extraction }] of rows) {
        if (current.length > 0) records.push({ article: { id, text, sources: sortSources(current) }, extraction });
      }
      return records.sort(
        ({ article: a }, { article: b }) =>
          compareText(a.sources[0].name, b.sources[0].name) || compareText(a.id, b.id),
      );
    },
  };
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
