import { openEmbeddedStore } from "../../src/stores/embedded.ts";

/** A program that asks the database named on its command line for something that never ends, to be killed. */
const [, , path = ""] = process.argv;
const store = await openEmbeddedStore({ path, readOnly: true });
await store.query?.("RETURN 1 AS one");
process.stdout.write("ready\n");
await store.query?.("MATCH (a)-[*]-(b) MATCH (c)-[*]-(d) RETURN count(*)");
