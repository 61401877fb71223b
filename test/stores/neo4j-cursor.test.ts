import fc from "fast-check";
import { expect, test } from "vitest";
import type { CypherRow, RunCypher } from "../../src/stores/cypher.ts";
import { createBatches } from "../../src/stores/neo4j-batches.ts";
import { createCursor } from "../../src/stores/neo4j-cursor.ts";
import type { Draft } from "../../src/stores/neo4j-rows.ts";
import { createLabelsByPrefix } from "../../src/stores/neo4j-write.ts";

/** A database that holds these ids, in the order of UTF-8, as Neo4j does. */
function holding(ids: readonly string[]): RunCypher {
  const sorted = [...ids].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return async (_, { after, limit } = {}) =>
    sorted
      .filter((id) => Buffer.compare(Buffer.from(id), Buffer.from(String(after))) > 0)
      .slice(0, Number(limit))
      .map((id): CypherRow => ({ id, hash: id.endsWith("*") ? null : `#${id}` }));
}

const anId = fc
  .string({ unit: "binary", minLength: 1, maxLength: 3 })
  .filter((id) => id === Buffer.from(id).toString());
const ids = fc.uniqueArray(anId, { maxLength: 40 });

test("what a cursor finds, and what it calls gone, is what the two sets say", async () => {
  await fc.assert(
    fc.asyncProperty(ids, ids, async (held, wanted) => {
      const gone: string[] = [];
      const cursor = createCursor({ statement: "", read: holding(held), gone: ({ id }) => void gone.push(id) });
      const found: string[] = [];
      for (const id of [...wanted].sort()) if ((await cursor.find(id)) !== undefined) found.push(id);
      await cursor.finish();
      const ordered = (id: string): boolean => !/[\uD800-\uDFFF]/.test(id);
      expect(found).toEqual(wanted.filter((id) => held.includes(id) && ordered(id)).sort());
      const left = held.filter((id) => !wanted.includes(id) && ordered(id) && !id.endsWith("*"));
      expect(gone).toEqual(left.sort());
    }),
  );
});

test("a cursor goes through as many pages as there are", async () => {
  const held = Array.from({ length: 5003 }, (_, index) => String(index).padStart(6, "0"));
  const gone: string[] = [];
  const cursor = createCursor({ statement: "", read: holding(held), gone: ({ id }) => void gone.push(id) });
  expect(await cursor.find("003999")).toMatchObject({ id: "003999", hash: "#003999" });
  expect(await cursor.find("003999x")).toBeUndefined();
  await cursor.finish();
  expect(gone).toHaveLength(5002);
});

test("a graph that is not sorted is refused, since all that is passed over would be gone", async () => {
  const cursor = createCursor({ statement: "", read: holding(["a", "b"]), gone: () => undefined });
  await cursor.find("b");
  await expect(cursor.find("a")).rejects.toThrow(/sorted/);
});

test("every draft is in one batch of its like, and neither a batch nor all that wait grow without end", () => {
  const draft = fc.record({
    key: fc.constantFrom("a", "b", "c", "d", "e"),
    size: fc.integer({ min: 1, max: 900_000 }),
  });
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 200 }), (given) => {
      const batches = createBatches<{ readonly key: string }>();
      const seen: string[] = [];
      let waiting = 0;
      const take = (
        taken: Iterable<{ readonly key: { readonly key: string }; readonly drafts: readonly Draft[] }>,
      ): void => {
        for (const { key, drafts } of taken) {
          const size = drafts.reduce((sum, each) => sum + each.size, 0);
          expect(size).toBeLessThan(2_000_000 + 900_000);
          waiting -= size;
          seen.push(...drafts.map(({ id }) => `${key.key} ${id}`));
        }
      };
      given.forEach(({ key, size }, index) => {
        waiting += size;
        take(batches.add({ key }, { id: String(index), hash: "", size, toRow: () => ({ id: "", properties: {} }) }));
        expect(waiting).toBeLessThan(8_000_000);
      });
      take(batches.rest());
      expect(seen.sort()).toEqual(given.map(({ key }, index) => `${key} ${index}`).sort());
    }),
  );
});

test("the beginning of an id tells its label, unless nodes of both begin so", () => {
  const labels = createLabelsByPrefix();
  for (const id of ["person:a", "gov:PK", "a:b:c"]) labels.note(id, "Entity");
  for (const id of ["article:1", "a:x"]) labels.note(id, "Article");
  expect(labels.of("person:z")).toEqual(["Entity"]);
  expect(labels.of("article:z")).toEqual(["Article"]);
  expect(labels.of("a:z")).toEqual(["Entity", "Article"]);
  expect(labels.of("unknown:z")).toEqual(["Entity", "Article"]);
});
