import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The last of its releases for the Neo4j of the tests. */
const VERSION = "5.26.19";
const MAVEN_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";
const CACHE = fileURLToPath(new URL(`../../../.cache/apoc/${VERSION}/`, import.meta.url));
const MAVEN_TIMEOUT_MS = 10 * 60_000;

/** The jars of APOC, from `.cache/apoc/` where every file that it names is still there, else from Maven. */
export async function findApoc(): Promise<readonly string[]> {
  const file = join(CACHE, "classpath.txt");
  const known = await readFile(file, "utf8").catch(() => undefined);
  if (known?.split(delimiter).every((path) => existsSync(path)) === true) return known.split(delimiter);
  await mkdir(CACHE, { recursive: true });
  await writeFile(join(CACHE, "pom.xml"), POM);
  const goal = [`${MAVEN_PLUGIN}:build-classpath`, `-Dmdep.outputFile=${file}`];
  await run("mvn", ["--batch-mode", "--quiet", "--file", join(CACHE, "pom.xml"), ...goal], {
    timeout: MAVEN_TIMEOUT_MS,
  });
  return (await readFile(file, "utf8")).split(delimiter);
}

/** Its artifacts leave to the server's distribution what they need for GraphML: the rest of the list. */
const ARTIFACTS = [
  ["org.neo4j.procedure", "apoc-core", VERSION],
  ["org.neo4j.procedure", "apoc-common", VERSION],
  ["com.fasterxml.woodstox", "woodstox-core", "6.5.1"],
  ["org.apache.commons", "commons-collections4", "4.4"],
  ["org.apache.hadoop.thirdparty", "hadoop-shaded-guava", "1.1.1"],
  [
    "org.apache.hadoop",
    "hadoop-common",
    "3.3.6",
    "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>",
  ],
] as const;

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>dragoman</groupId>
  <artifactId>apoc-for-tests</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
${ARTIFACTS.map(
  ([group, artifact, version, more = ""]) =>
    `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>${more}</dependency>`,
).join("\n")}
  </dependencies>
</project>
`;
