import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { openEmbeddedStore } from "../../src/stores/embedded.ts";
import { storeContract } from "../contract/store.ts";
import { keptFolder } from "../helpers/temp.ts";

const folder = keptFolder();

storeContract({
  name: "embedded",
  create: () => openEmbeddedStore({ path: join(mkdtempSync(join(folder.path, "of-")), "store") }),
  dispose: folder.remove,
});
