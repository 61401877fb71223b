import { DATE_PROPERTIES, identifier, NODE_LABELS, type NodeLabel } from "./cypher.ts";
import type { Transact } from "./neo4j-connection.ts";
import { untilNotTaken } from "./neo4j-taken.ts";

/** Constraints and indexes in Neo4j. All have names that begin alike, so that they are told from those of others. */

export const NAME_INDEX = "dragoman_names";

const INDEX_WAIT_SECONDS = 300;

/**
 * Constraints make their own indexes here, by which everything is found: without them a write looks at every node, and two
 * loads at once could make two nodes of one. The analyzer of names looks past case and accents.
 */
const OF_NODES: Readonly<Record<string, string>> = Object.fromEntries([
  ...NODE_LABELS.map((label) => [
    idName(label),
    `CREATE CONSTRAINT ${idName(label)} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  ]),
  ...DATE_PROPERTIES.map((date) => [
    dateName("Entity", date),
    `CREATE RANGE INDEX ${dateName("Entity", date)} IF NOT EXISTS FOR (n:Entity) ON (n.${date})`,
  ]),
  [
    NAME_INDEX,
    `CREATE FULLTEXT INDEX ${NAME_INDEX} IF NOT EXISTS FOR (n:${NODE_LABELS.join("|")}) ON EACH [n.label, n.aliases]
OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'standard-folding' } }`,
  ],
]);

/** What nodes need, whatever their kinds. */
export const NODE_SCHEMA: readonly string[] = Object.values(OF_NODES);

/** Every statement that a database with these relations needs, for those who make one in another way than by loading. */
export function schemaStatements(relations: readonly string[], dated: ReadonlySet<string>): readonly string[] {
  return [
    ...NODE_SCHEMA,
    ...relations.flatMap((relation) => [
      ...Object.values(ofRelation(relation)),
      ...(dated.has(relation) ? Object.values(ofDates(relation)) : []),
    ]),
  ];
}

/** What a database has, and what it gets before the first node or edge that needs it. */
export interface Neo4jSchema {
  /** Whether nodes with this label have been written before. */
  hasLabel(label: NodeLabel): boolean;
  /** Relations of which edges have been written before. */
  readonly relations: readonly string[];
  forNodes(): Promise<void>;
  forEdges(relation: string, dated: boolean): Promise<void>;
}

export async function openSchema(transact: Transact): Promise<Neo4jSchema> {
  const found = await transact("READ", (run) =>
    run("SHOW INDEXES YIELD name, labelsOrTypes WHERE name STARTS WITH 'dragoman_' RETURN name, labelsOrTypes"),
  );
  const names = new Set(found.map(({ name }) => String(name)));
  const types = found.flatMap(({ name, labelsOrTypes }) => {
    const type = Array.isArray(labelsOrTypes) && labelsOrTypes.length === 1 ? String(labelsOrTypes[0]) : undefined;
    return type !== undefined && !isLabel(type) && name === idName(type) ? [type] : [];
  });
  const ensure = async (wanted: Readonly<Record<string, string>>): Promise<void> => {
    const missing = Object.entries(wanted).filter(([name]) => !names.has(name));
    if (missing.length === 0) return;
    for (const [name, statement] of missing) {
      await untilNotTaken(() => transact("WRITE", (run) => run(statement)));
      names.add(name);
    }
    await transact("READ", (run) => run("CALL db.awaitIndexes($seconds)", { seconds: BigInt(INDEX_WAIT_SECONDS) }));
  };
  return {
    hasLabel: (label) => names.has(idName(label)),
    relations: types,
    forNodes: () => ensure(OF_NODES),
    async forEdges(relation, dated) {
      await ensure(ofRelation(relation));
      if (dated) await ensure(ofDates(relation));
    },
  };
}

function ofRelation(relation: string): Readonly<Record<string, string>> {
  const name = idName(identifier(relation));
  return { [name]: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ()-[r:${relation}]-() REQUIRE r.id IS UNIQUE` };
}

function ofDates(relation: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    DATE_PROPERTIES.map((date) => {
      const name = dateName(identifier(relation), date);
      return [name, `CREATE RANGE INDEX ${name} IF NOT EXISTS FOR ()-[r:${relation}]-() ON (r.${date})`];
    }),
  );
}

function idName(labelOrType: string): string {
  return `dragoman_${labelOrType.toLowerCase()}_id`;
}

function dateName(labelOrType: string, date: string): string {
  return `dragoman_${labelOrType.toLowerCase()}_${date.toLowerCase()}`;
}

function isLabel(name: string): name is NodeLabel {
  return (NODE_LABELS as readonly string[]).includes(name);
}
