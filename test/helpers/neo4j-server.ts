import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import neo4j from "neo4j-driver";
import { type Artifact, findJars, javaCommand, whyNoJars } from "./maven.ts";

/** The last release line of Neo4j that runs on Java 17, pinned so that every run tests the same server. */
export const NEO4J_VERSION = "5.26.30";

/** `neo4j-server` brings the protocols and the Cypher engine, `neo4j` the storage engine and the entry point. */
const ARTIFACTS: readonly Artifact[] = [
  { group: "org.neo4j.app", name: "neo4j-server", version: NEO4J_VERSION },
  { group: "org.neo4j", name: "neo4j", version: NEO4J_VERSION },
];
const JARS = `neo4j/${NEO4J_VERSION}`;
const START_TIMEOUT_MS = 120_000;

const run = promisify(execFile);

/** How to reach a server. Goes between processes as JSON. */
export interface Neo4jConnection {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

export interface Neo4jServer {
  readonly connection: Neo4jConnection;
  /** Kills it, as a power cut would. Its data stay for `restart`. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, on the same port. */
  restart(options?: Pick<Neo4jServerOptions, "settings" | "maxFileKb">): Promise<void>;
  /** A folder with the command `neo4j-admin`, which works on this server while it does not run. */
  readonly bin: string;
  /** Ends it, and removes its home. */
  stop(): Promise<void>;
}

export interface Neo4jServerOptions {
  /** Further lines of its configuration. */
  readonly settings?: readonly string[];
  /** Run fast rather than start fast: for measurements. */
  readonly tuned?: boolean;
  /** No file of it can grow beyond this (in kB). */
  readonly maxFileKb?: number;
  /** More jars on its class path, as its own launcher does with plugins. */
  readonly jars?: readonly string[];
  /** Puts more into its home before it starts. */
  readonly prepare?: (home: string) => Promise<void>;
}

/** Why there is no server here, in words for people. Undefined when one can be started. */
export async function whyNoServer(): Promise<string | undefined> {
  if (process.platform === "win32") return "the tests start Neo4j through a POSIX shell; set NEO4J_URI";
  const java = await javaMajor();
  if (java === undefined) return "there is no Java; install Java 17, or set NEO4J_URI";
  if (java < 17) return `Java is ${java}; install Java 17, or set NEO4J_URI`;
  const missing = await whyNoJars(JARS);
  return missing === undefined ? undefined : `${missing}, or set NEO4J_URI`;
}

/**
 * Starts a Neo4j Community server from the artifacts of Maven Central, with a home of its own that vanishes with it.
 *
 * It listens on a free port of the loopback address for Bolt only, with a random password. About six seconds, once
 * Maven has the artifacts (200 MB, kept in Maven's own repository).
 */
export async function startNeo4j(options: Neo4jServerOptions = {}): Promise<Neo4jServer> {
  const { tuned = false, prepare } = options;
  const classpath = [...(await findJars(JARS, ARTIFACTS)), ...(options.jars ?? [])].join(delimiter);
  const home = await mkdtemp(join(tmpdir(), "dragoman-neo4j-"));
  const port = await freePort();
  const kept = join(home, "kept");
  const bin = join(home, "bin");
  for (const folder of [bin, join(home, "conf")]) await mkdir(folder);
  await prepare?.(home);
  const jvm = [...(tuned ? TUNED : STARTED_FAST), ...OPENED, "-Dfile.encoding=UTF-8", "-cp", classpath];
  const server = [...jvm, "org.neo4j.server.CommunityEntryPoint", `--home-dir=${home}`, ...CONSOLE, join(home, "conf")];
  await writeFile(join(bin, "neo4j-admin"), adminScript(home, [javaCommand(), ...jvm]), { mode: 0o755 });
  const start = async ({ settings = [], maxFileKb }: Neo4jServerOptions): Promise<ChildProcess> => {
    await rm(kept, { force: true });
    await writeFile(join(home, "conf", "neo4j.conf"), configuration(port, settings));
    const limit = maxFileKb === undefined ? "unlimited" : String(maxFileKb * 2);
    const args = ["-c", KEEPER, "sh", home, kept, limit, javaCommand(), ...server];
    const started = spawn("/bin/sh", args, { stdio: ["pipe", "pipe", "pipe"] });
    await whenStarted(started).catch(async (error: unknown) => {
      await stop(started);
      throw error;
    });
    return started;
  };
  let keeper = await start(options);
  try {
    const connection = { uri: `bolt://127.0.0.1:${port}`, username: "neo4j", database: "neo4j" };
    const password = randomBytes(18).toString("base64url");
    await setFirstPassword(connection.uri, password);
    return {
      connection: { ...connection, password },
      kill: async () => {
        await writeFile(kept, "");
        await stop(keeper);
      },
      restart: async ({ settings = [], ...rest } = {}) => {
        keeper = await start({ ...rest, settings: [...(options.settings ?? []), ...settings] });
      },
      bin,
      stop: async () => {
        await stop(keeper);
        await rm(home, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await stop(keeper);
    throw error;
  }
}

/**
 * Runs the server ("$@" after the home folder, the file that says that this is to stay, and the size of a file at most)
 * until it ends or until this shell's input closes, which it does when the process of the tests stops or dies in whatever
 * way. Then the server is killed, since nothing in it is worth a slow goodbye, and its home is removed. Nobody may be left
 * to read what the shell says about that, hence the trap.
 */
const KEEPER = `
home=$1; kept=$2; ulimit -f "$3"; shift 3
trap '' PIPE
exec 3<&0
"$@" 3<&- </dev/null & server=$!
(read -r _ <&3; kill -9 "$server") 2>/dev/null & reader=$!
wait "$server"; status=$?
kill "$reader" 2>/dev/null
[ -e "$kept" ] || rm -rf "$home"
exit "$status"
`;

function configuration(port: number, settings: readonly string[]): string {
  return [
    "server.default_listen_address=127.0.0.1",
    `server.bolt.listen_address=127.0.0.1:${port}`,
    `server.bolt.advertised_address=127.0.0.1:${port}`,
    "server.http.enabled=false",
    "server.https.enabled=false",
    // The graphs of the tests are small; what matters is to leave the machine to the tests.
    "server.memory.pagecache.size=64m",
    "db.tx_log.preallocate=false",
    "db.tx_log.rotation.size=1m",
    "dbms.usage_report.enabled=false",
    // What is said later counts.
    "server.config.strict_validation.enabled=false",
    ...settings,
    "",
  ].join("\n");
}

/** What the launcher of Neo4j does, without its look for a Java. */
function adminScript(home: string, java: readonly string[]): string {
  const command = java.map((word) => `'${word}'`).join(" ");
  return `#!/bin/sh\nexport NEO4J_HOME='${home}' NEO4J_CONF='${join(home, "conf")}'\nexec ${command} org.neo4j.cli.AdminTool "$@"\n`;
}

/** Start fast rather than run fast: one collector thread, and no time spent on optimising what runs for seconds. */
const STARTED_FAST = ["-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];
const TUNED = ["-Xms1g", "-Xmx2g", "-XX:+UseParallelGC"];
/** Neo4j's own launcher opens these packages too: off-heap memory is reached through them. */
const OPENED = ["nio", "io", "util.concurrent"]
  .map((name) => `--add-opens=java.base/java.${name}=ALL-UNNAMED`)
  .concat("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
/** The log goes to standard output, where the line "Started." is waited for. */
const CONSOLE = ["--console-mode", "--config-dir"];

async function javaMajor(): Promise<number | undefined> {
  const output = await run(javaCommand(), ["-version"]).catch(() => undefined);
  const major = /version "(\d+)/.exec(output?.stderr ?? "")?.[1];
  return major === undefined ? undefined : Number(major);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("a listening server has no port");
  return address.port;
}

function whenStarted(keeper: ChildProcess): Promise<void> {
  const { stdout, stderr } = keeper;
  if (stdout === null || stderr === null) throw new Error("the server's output is not piped");
  const log: string[] = [];
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => {
      clearTimeout(timer);
      reject(new Error(`Neo4j ${what}:\n${log.slice(-30).join("\n")}`));
    };
    const timer = setTimeout(() => fail(`did not start within ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
    keeper.once("error", (error) => fail(error.message));
    keeper.once("exit", (code) => fail(`ended with code ${code} before it had started`));
    createInterface(stderr).on("line", (line) => log.push(line));
    createInterface(stdout).on("line", (line) => {
      log.push(line);
      if (!line.endsWith(" Started.")) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

/** A new server knows `neo4j` with the password `neo4j`, which may do nothing but change it. */
async function setFirstPassword(uri: string, password: string): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic("neo4j", "neo4j"), { telemetryDisabled: true });
  try {
    await driver.executeQuery(
      "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
      { old: "neo4j", new: password },
      { database: "system" },
    );
  } finally {
    await driver.close();
  }
}

async function stop(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return;
  const ended = new Promise((resolve) => keeper.once("exit", resolve));
  keeper.stdin?.end();
  await ended;
}
