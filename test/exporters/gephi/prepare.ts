import { execFile } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Artifact, findJars, javaCommand } from "../../helpers/maven.ts";

const run = promisify(execFile);

/** Gephi's own code without its windows: one jar of 80 MB with all that it needs. */
const TOOLKIT: Artifact = {
  group: "org.gephi",
  name: "gephi-toolkit",
  version: "0.10.1",
  classifier: "all",
  alone: true,
};
const PROGRAM = fileURLToPath(new URL("ReadGraph.java", import.meta.url));

/** A graph as Gephi holds it. */
export interface GephiGraph {
  /** What the import report says, with its level before it. */
  readonly issues: readonly string[];
  readonly dynamic: boolean;
  /** Types of Java by title. */
  readonly nodeColumns: Readonly<Record<string, string>>;
  readonly edgeColumns: Readonly<Record<string, string>>;
  readonly nodes: readonly (GephiElement & {
    readonly colour: string;
    readonly x: number;
    readonly y: number;
  })[];
  readonly edges: readonly (GephiElement & {
    readonly source: string;
    readonly target: string;
    readonly directed: boolean;
    readonly weight: number;
  })[];
}

interface GephiElement {
  readonly id: string;
  readonly label: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Reads graphs with Gephi: each a file, or a table of nodes and one of edges. Or why there is no Gephi. */
export type PreparedGephi =
  | { readonly read: (graphs: readonly (readonly string[])[]) => Promise<readonly GephiGraph[]> }
  | { readonly missing: string };

/** Finds Gephi in `.cache/gephi/`, else fetches it by Maven. */
export async function prepareGephi(): Promise<PreparedGephi> {
  try {
    const jars = await findJars(`gephi/${TOOLKIT.version}`, [TOOLKIT]);
    return {
      read: async (graphs) => {
        const files = graphs.map((group) => group.join(","));
        const { stdout } = await run(
          javaCommand(),
          ["-Djava.awt.headless=true", "-cp", jars.join(delimiter), PROGRAM, ...files],
          {
            maxBuffer: 2 ** 28,
          },
        );
        return stdout
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line) as GephiGraph);
      },
    };
  } catch (error) {
    return { missing: `no Gephi Toolkit: ${error instanceof Error ? error.message.trim() : String(error)}` };
  }
}
