import { expect, test } from "vitest";
import { describeLoad } from "../../src/cli/run-load.ts";
import type { SyncCounts } from "../../src/stores/neo4j-sync.ts";

function counts(total: number, given: Partial<SyncCounts> = {}): SyncCounts {
  return { total, made: 0, changed: 0, gone: 0, removed: 0, ...given };
}

test.each([
  [
    counts(10, { made: 10 }),
    counts(11, { made: 11 }),
    false,
    "Loaded 10 nodes and 11 edges into Neo4j: 10 nodes and 11 edges new",
  ],
  [
    counts(10, { made: 1, gone: 1, removed: 1 }),
    counts(11, { changed: 1, gone: 2, removed: 2 }),
    false,
    "Loaded 10 nodes and 11 edges into Neo4j: 1 node new, 1 edge changed, 1 node and 2 edges removed",
  ],
  [counts(10, { gone: 3 }), counts(11), false, "Neo4j has these 10 nodes and 11 edges already: nothing was written"],
  [counts(10), counts(1100, { made: 1000 }), true, "Would load 10 nodes and 1,100 edges into Neo4j: 1,000 edges new"],
  [counts(10), counts(11), true, "Would load 10 nodes and 11 edges into Neo4j: nothing to write"],
])("what a load came to, in words (%#)", (nodes, edges, dryRun, words) => {
  expect(describeLoad({ nodes, edges }, dryRun)).toBe(words);
});
