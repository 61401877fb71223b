import { createMemoryStore } from "../../src/stores/memory.ts";
import { storeContract } from "../contract/store.ts";

storeContract({ name: "in memory", create: createMemoryStore });
