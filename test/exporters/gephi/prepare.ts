import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Gephi's own code without its windows: one jar of 80 MB with all that it needs. */
const VERSION = "0.10.1";
const MAVEN_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";
const CACHE = fileURLToPath(new URL(`../../../.cache/gephi/${VERSION}/`, import.meta.url));
const PROGRAM = fileURLToPath(new URL("ReadGraph.java", import.meta.url));
const MAVEN_TIMEOUT_MS = 10 * 60_000;

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
    const jar = await findJar();
    return {
      read: async (graphs) => {
        const files = graphs.map((group) => group.join(","));
        const { stdout } = await run(javaCommand(), ["-Djava.awt.headless=true", "-cp", jar, PROGRAM, ...files], {
          maxBuffer: 2 ** 28,
        });
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

function javaCommand(): string {
  const home = process.env["JAVA_HOME"];
  return home === undefined || home === "" ? "java" : join(home, "bin", "java");
}

async function findJar(): Promise<string> {
  const file = join(CACHE, "classpath.txt");
  const known = await readFile(file, "utf8").catch(() => undefined);
  if (known !== undefined && existsSync(known)) return known;
  await mkdir(CACHE, { recursive: true });
  await writeFile(join(CACHE, "pom.xml"), POM);
  const goal = [`${MAVEN_PLUGIN}:build-classpath`, `-Dmdep.outputFile=${file}`];
  await run("mvn", ["--batch-mode", "--quiet", "--file", join(CACHE, "pom.xml"), ...goal], {
    timeout: MAVEN_TIMEOUT_MS,
  });
  return readFile(file, "utf8");
}

/** The jar holds what it depends on, so none of that is fetched. */
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>dragoman</groupId>
  <artifactId>gephi-for-tests</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.gephi</groupId><artifactId>gephi-toolkit</artifactId><version>${VERSION}</version>
      <classifier>all</classifier>
      <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>
    </dependency>
  </dependencies>
</project>
`;
