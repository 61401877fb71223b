import { openNeo4jStore } from "../../src/stores/neo4j.ts";
import { ringGraph } from "../helpers/graph.ts";
import type { Neo4jConnection } from "../helpers/neo4j-server.ts";

/** A program that loads a graph into the Neo4j named on its command line and says how far it is, to be killed. */
const [, , connection = "", size = ""] = process.argv;
const store = await openNeo4jStore(JSON.parse(connection) as Neo4jConnection);
process.stdout.write("begun\n");
await store.sync(ringGraph(Number(size)));
await store.close();
process.stdout.write("done\n");
