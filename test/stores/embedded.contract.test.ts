import { join } from "node:path";
import { openEmbeddedStore } from "../../src/stores/embedded.ts";
import { storeContract } from "../contract/store.ts";
import { tempFolder } from "../helpers/temp.ts";

storeContract({
  name: "embedded",
  create: () => openEmbeddedStore({ path: join(tempFolder(), "store") }),
});
