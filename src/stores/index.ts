import type { EmbeddedStoreOptions } from "./embedded.ts";
import type { Neo4jStoreOptions } from "./neo4j-connection.ts";
import type { GraphStore } from "./store.ts";

/** What each store needs to know. The names are the stores' ids. */
export interface StoreOptions {
  readonly memory: undefined;
  readonly embedded: EmbeddedStoreOptions;
  readonly neo4j: Neo4jStoreOptions;
}

export type StoreId = keyof StoreOptions;

type Opener<Id extends StoreId> = (options: StoreOptions[Id]) => Promise<GraphStore>;

/** Every store, each loaded when it is asked for. A new store is a line here and passes the contract. */
const STORES: { readonly [Id in StoreId]: () => Promise<Opener<Id>> } = {
  memory: async () => (await import("./memory.ts")).createMemoryStore,
  embedded: async () => (await import("./embedded.ts")).openEmbeddedStore,
  neo4j: async () => (await import("./neo4j.ts")).openNeo4jStore,
};

export const STORE_IDS: readonly StoreId[] = Object.keys(STORES) as StoreId[];

/** Opens a store by its id. */
export async function openStore<Id extends StoreId>(id: Id, options: StoreOptions[Id]): Promise<GraphStore> {
  const open = await STORES[id]();
  return open(options);
}
