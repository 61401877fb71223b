import { openNeo4jStore } from "../../src/stores/neo4j.ts";
import { createGraph } from "../../src/graph/memory.ts";
import { storeContract } from "../contract/store.ts";
import { leaseNeo4j } from "../helpers/neo4j.ts";

const neo4j = await leaseNeo4j();

storeContract({
  name: "Neo4j",
  skip: "skip" in neo4j ? neo4j.skip : undefined,
  create: async () => {
    if ("skip" in neo4j) throw new Error(neo4j.skip);
    const store = await openNeo4jStore(neo4j.connection);
    await store.write(createGraph([], []), { replace: true });
    return store;
  },
  dispose: () => ("skip" in neo4j ? undefined : neo4j.release()),
});
