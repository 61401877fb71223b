import { openEmbeddedStore } from "../../src/stores/embedded.ts";
import { ringGraph } from "../helpers/graph.ts";

/** A program that writes a graph into the database named on its command line and says how far it is, to be killed. */
const [, , path = ""] = process.argv;
const store = await openEmbeddedStore({ path });
await store.write(ringGraph(20_000), {
  onProgress: ({ phase, done }) => process.stdout.write(`${phase} ${done}\n`),
});
