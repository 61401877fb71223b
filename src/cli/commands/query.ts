import { type Command, Option } from "commander";
import { collectParameter, graphOption, parseCount, parseTimeout } from "../options.ts";
import type { QueryCommandOptions } from "../run-query.ts";

export function addQuery(program: Command): void {
  program
    .command("query")
    .summary("ask the graph in Cypher")
    .description(
      "Answers a Cypher query from the embedded database, or with --neo4j from the Neo4j that NEO4J_URI names.\n" +
        "A query can only read.",
    )
    .argument("<cypher>", "the query")
    .addOption(graphOption().conflicts("neo4j"))
    .option("--neo4j", "ask Neo4j (NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE)")
    .addOption(new Option("--uri <uri>", "address of Neo4j, instead of NEO4J_URI").implies({ neo4j: true }))
    .addOption(
      new Option("-p, --parameter <name=value>", "value of $name, as JSON or as text; can be repeated").argParser(
        collectParameter,
      ),
    )
    .addOption(
      new Option("--format <format>", "how to write the rows").choices(["table", "json", "csv"]).default("table"),
    )
    .addOption(new Option("--limit <rows>", "rows at most (default: 10000)").argParser(parseCount))
    .addOption(new Option("--timeout <seconds>", "end the query after so long (default: 30)").argParser(parseTimeout))
    .addHelpText(
      "after",
      `
Examples:
  dragoman query "MATCH (p:Person) RETURN p.label, p.mentions ORDER BY p.mentions DESC LIMIT 10"
  dragoman query 'MATCH (n:Entity {id: $id})-[r]-(m) RETURN type(r), m.label' -p id=gov:PK
  dragoman query 'MATCH (e:Event) WHERE e.date >= $from RETURN e.label, e.date' -p from=2022-05 --format csv
  NEO4J_URI=neo4j://localhost NEO4J_PASSWORD=… dragoman query --neo4j "MATCH (n) RETURN count(n)"`,
    )
    .action(async (cypher: string, options: QueryCommandOptions) => {
      const { runQuery } = await import("../run-query.ts");
      await runQuery(cypher, options);
    });
}
