import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

const PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";
const CACHE = fileURLToPath(new URL("../../.cache/", import.meta.url));
const TIMEOUT_MS = 20 * 60_000;

/** A jar of Maven Central, with all that it depends on unless it is wanted `alone`. */
export interface Artifact {
  readonly group: string;
  readonly name: string;
  readonly version: string;
  readonly classifier?: string;
  readonly alone?: boolean;
}

/** The Java that programs of the tests run in. */
export function javaCommand(): string {
  const home = process.env["JAVA_HOME"];
  return home === undefined || home === "" ? "java" : join(home, "bin", "java");
}

/** Why jars cannot be fetched, in words for people. Undefined when they can be, or have been. */
export async function whyNoJars(name: string): Promise<string | undefined> {
  if (existsSync(filesOf(name).classpath)) return undefined;
  const maven = await run("mvn", ["--version"]).catch(() => undefined);
  return maven === undefined ? "there is no Maven (mvn); install it" : undefined;
}

/**
 * The jars of some artifacts and of what they depend on. `.cache/<name>/` tells where they are, when it was written for these
 * artifacts and every file is still there; else Maven does, which fetches what is not in its own repository.
 */
export async function findJars(name: string, artifacts: readonly Artifact[]): Promise<readonly string[]> {
  const { folder, project, classpath } = filesOf(name);
  const wanted = projectOf(artifacts);
  const read = (file: string): Promise<string> => readFile(file, "utf8").catch(() => "");
  const known = (await read(classpath)).split(delimiter);
  if ((await read(project)) === wanted && known.every((path) => existsSync(path))) return known;
  await mkdir(folder, { recursive: true });
  await rm(classpath, { force: true });
  await writeFile(project, wanted);
  const goal = [`${PLUGIN}:build-classpath`, `-Dmdep.outputFile=${classpath}`, "-Dmaven.artifact.threads=8"];
  await run("mvn", ["--batch-mode", "--quiet", "--file", project, ...goal], { timeout: TIMEOUT_MS }).catch(
    (error: unknown) => {
      const output = typeof error === "object" && error !== null && "stdout" in error ? String(error.stdout) : "";
      throw new Error(`Maven could not fetch ${name}: ${output.trim().slice(-2000)}`, { cause: error });
    },
  );
  return (await readFile(classpath, "utf8")).split(delimiter);
}

function filesOf(name: string): { readonly folder: string; readonly project: string; readonly classpath: string } {
  const folder = join(CACHE, name);
  return { folder, project: join(folder, "pom.xml"), classpath: join(folder, "classpath.txt") };
}

function projectOf(artifacts: readonly Artifact[]): string {
  const dependencies = artifacts.map(({ group, name, version, classifier, alone = false }) => {
    const more = [
      classifier === undefined ? "" : `<classifier>${classifier}</classifier>`,
      alone ? "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>" : "",
    ].join("");
    return `    <dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version>${more}</dependency>\n`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>dragoman</groupId>
  <artifactId>for-tests</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
${dependencies.join("")}  </dependencies>
</project>
`;
}
