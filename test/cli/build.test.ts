import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openJournal } from "../../src/folder/write-journal.ts";
import { runCli } from "../helpers/cli.ts";
import { tempFolder } from "../helpers/temp.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/articles", import.meta.url));

describe("build", () => {
  test("tells what it made, on standard output, and nothing else", async () => {
    const cwd = tempFolder();
    const run = await runCli(["build", SAMPLES], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toMatch(/^graph: 5 articles \(5 articles read, 0 known\), [\d,]+ nodes, [\d,]+ edges\n$/);
    expect((await runCli(["build", SAMPLES], { cwd })).stdout).toMatch(/\(0 articles read, 5 known\)/);
  });

  test("reads standard input", async () => {
    const cwd = tempFolder();
    const stdin = '{"id":"a","text":"Ein Text."}\n{"id":"b","text":"Another text."}\n';
    expect(await runCli(["build", "-"], { cwd, stdin })).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^graph: 2 articles/),
    });
  });

  test("that leaves something out tells what, builds the rest and fails", async () => {
    const cwd = tempFolder({
      "in/1.txt": "Ein Text.",
      "in/2.txt": "",
      "in/3.jsonl": '{"id":"c","text":"C"}\n{"id":\n',
      "in/4.txt": Buffer.from([0x66, 0xfc, 0x72]),
      "in/5.txt": Buffer.from([0, 1, 2, 3]),
      "in/6.png": "x",
    });
    const run = await runCli(["build", "in"], { cwd });
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^graph: 2 articles/);
    expect(run.stderr.split("\n")).toEqual([
      expect.stringMatching(/^error: in\/2\.txt: is empty/),
      expect.stringMatching(/^error: in\/3\.jsonl:2: is not JSON: /),
      expect.stringMatching(/^error: in\/4\.txt: is not UTF-8 \(byte 1\); convert it/),
      expect.stringMatching(/^error: in\/5\.txt: is a binary file/),
      "in: 1 file of other kinds passed over",
      "1 article is in no language that is known, or too short to tell: nothing is read there",
      "error: 4 parts of the input are not in the graph, as told above; the rest is",
      "",
    ]);
  });

  test.each([
    ["a missing folder", ["nowhere"], 1, /^error: nowhere: does not exist\n$/],
    ["an empty file", ["empty.txt"], 1, /^error: empty\.txt: is empty; /],
    ["a binary file", ["binary.txt"], 1, /^error: binary\.txt: is a binary file, not text \(byte 0 is zero\)\n$/],
    ["a file that is not UTF-8", ["latin.txt"], 1, /^error: latin\.txt: is not UTF-8 \(byte 1\); convert it/],
    ["a kind of file that is not read", ["a.docx"], 1, /^error: a\.docx: is a \.docx file, and only \.txt, /],
    [
      "a folder with nothing to read",
      ["none"],
      1,
      /^error: none: holds no article that can be read \(1 file of other kinds\)/,
    ],
    ["nothing on standard input", ["-"], 1, /^error: stdin: nothing came on standard input\n$/],
    ["no input", [], 2, /^error: missing required argument 'inputs'\n/],
    [
      "a date that is none",
      ["good.txt", "--published", "tomorrow"],
      2,
      /'tomorrow' is invalid. It must be a date of ISO 8601/,
    ],
    ["a language that is none", ["good.txt", "--lang", "German"], 2, /It must be a language code, such as de/],
    ["no thread at all", ["good.txt", "--jobs", "0"], 2, /It must be a whole number from 1/],
    ["an unknown option", ["good.txt", "--jbos", "2"], 2, /unknown option '--jbos'\n\(Did you mean --jobs\?\)/],
  ])("refuses %s, and makes no folder", async (_, args, code, stderr) => {
    const cwd = tempFolder({
      "good.txt": "Ein Text.",
      "empty.txt": "",
      "binary.txt": Buffer.from([0, 1, 2, 3]),
      "latin.txt": Buffer.from([0x66, 0xfc, 0x72]),
      "a.docx": "x",
      "none/picture.png": "x",
    });
    const run = await runCli(["build", ...args], { cwd });
    expect(run).toMatchObject({ code, stdout: "", stderr: expect.stringMatching(stderr) });
    expect(() => readFileSync(join(cwd, "graph", "journal.jsonl"))).toThrow(/ENOENT/);
  });
});

describe("a list of the user's own", () => {
  const ARTICLE = "Jane Goodall met Angela Merkel in Berlin on Monday, and she said that the talks had been good.";
  const PEOPLE = "\uFEFFid;kind;names;same_as;note\r\nP-1;Person;Jane Goodall;Q184746;seen twice\r\n";

  test("names its nodes, is kept by the graph, and is told by stats and explain", async () => {
    const cwd = tempFolder({ "in/a.txt": ARTICLE, "people.csv": PEOPLE });
    const built = await runCli(["build", "in"], { cwd });
    expect(built).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^graph: 1 article \(1 article read, 0 known\)/),
    });
    const listed = await runCli(["build", "--gazetteer", "people.csv"], { cwd });
    expect(listed).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^graph: 1 article \(1 article read, 0 known\)/),
      stderr:
        "people.csv: not read: note; the columns of a list are id, kind, names, names_<language>, same_as, state\n",
    });
    const query = "MATCH (n) WHERE 'Q184746' IN n.sameAs RETURN n.id, n.label";
    const { stdout } = await runCli(["query", query, "--format", "csv"], { cwd });
    expect(stdout.trim().split(/\r?\n/)).toEqual(["n.id,n.label", "P-1,Jane Goodall"]);
    expect((await runCli(["stats"], { cwd })).stdout).toMatch(
      /\n\nRows by gazetteer of your own\n {2}people\.csv {2}1\n$/,
    );
    expect((await runCli(["explain", "P-1"], { cwd })).stdout).toMatch(/^ {2}same as +Q184746$/m);
    for (const format of ["json", "graphml"]) {
      expect((await runCli(["export", "--format", format], { cwd })).stdout).toMatch(/"?sameAs"?.*\["Q184746"\]/s);
    }
  });

  test("makes the same extractions with any number of threads", async () => {
    const articles = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`in/${i}.txt`, `${ARTICLE} ${i} came.`]));
    const cwd = tempFolder({ ...articles, "people.csv": PEOPLE });
    const args = (jobs: string): string[] => ["extract", "in", "--gazetteer", "people.csv", "--jobs", jobs];
    const [one, two] = [await runCli(args("1"), { cwd }), await runCli(args("2"), { cwd })];
    expect(one.stdout).toContain('"known":"person:=P-1"');
    expect(two.stdout).toBe(one.stdout);
  });

  test("with mistakes builds nothing, and each is told", async () => {
    const cwd = tempFolder({ "in/a.txt": ARTICLE, "p.csv": "id,kind,names\nP-1,Company,Acme\nP 2,Person,A B\n" });
    const run = await runCli(["build", "in", "--gazetteer", "p.csv"], { cwd });
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr.trim().split("\n")).toEqual([
      "error: p.csv:2, column kind: Company is no kind; one of Person, Government, Organization, Place is",
      'error: p.csv:3, column id: "P 2" holds a space or a control character; write - or _ in its place',
      expect.stringMatching(
        /^error: p\.csv:2, column kind: there are 2 mistakes in this list; the first: Company is no kind/,
      ),
    ]);
    expect(() => readFileSync(join(cwd, "graph", "journal.jsonl"))).toThrow(/ENOENT/);
  });
});

describe("a corrected article", () => {
  const head =
    "BERLIN - German Foreign Minister Annalena Baerbock spoke with US Secretary of State Antony Blinken on Friday.";
  const wrong = `${head}\n\nShe criticised Hungary.`;
  const right = `${head}\n\nShe praised Poland.`;
  const facts = async (cwd: string): Promise<readonly string[]> =>
    (
      await runCli(["query", "MATCH (a)-[r]->(b:Entity) RETURN r.id, type(r), b.id ORDER BY r.id", "--format", "csv"], {
        cwd,
      })
    ).stdout
      .trim()
      .split(/\r?\n/)
      .slice(1);

  test("takes the old one's place: its facts are gone, the others keep their ids, and explain tells of it", async () => {
    const cwd = tempFolder({ "in/a.txt": wrong, "in/index.jsonl": '{"id":"a","date":"2022-05-06"}' });
    await runCli(["build", "in"], { cwd });
    const before = await facts(cwd);
    const idOf = async (): Promise<string> =>
      (await runCli(["query", "MATCH (a:Article) RETURN a.id", "--format", "csv"], { cwd })).stdout
        .trim()
        .split(/\r?\n/)[1] ?? "";
    const old = await idOf();
    writeFileSync(join(cwd, "in/a.txt"), right);
    writeFileSync(join(cwd, "in/index.jsonl"), '{"id":"a","date":"2022-05-07"}');
    // What was read in the old text is no reason to leave the new one unread.
    expect(await runCli(["build", "in", "--keep-extractions"], { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^graph: 1 article \(1 article read, 0 known\)/),
    });
    const after = await facts(cwd);
    expect(before.filter((fact) => fact.includes("gov:HU"))).not.toEqual([]);
    expect(after.filter((fact) => fact.includes("gov:HU"))).toEqual([]);
    expect(after.filter((fact) => fact.includes("gov:PL"))).not.toEqual([]);
    const spoke = before.filter((fact) => /HOLDS_OFFICE/.test(fact));
    expect(spoke).not.toEqual([]);
    expect(after).toEqual(expect.arrayContaining(spoke));
    const { stdout } = await runCli(["explain", await idOf()], { cwd });
    expect(stdout).toContain(
      `Earlier versions, no longer in the graph:\n  ${old}  a, of 2022-05-06, until 2022-05-07\n`,
    );
    expect((await runCli(["explain", old], { cwd })).stderr).toContain(
      `${old} is an earlier version of ${await idOf()} (a)`,
    );
  });
});

describe("a graph folder that cannot be used", () => {
  test.each([
    ["is a file", "file.txt", /^error: file\.txt: is a file, not a folder; name another folder for the graph\n$/],
    ["holds something else", "in", /^error: in: holds other files and is no graph; name a new or an empty folder/],
  ])("%s", async (_, graph, stderr) => {
    const cwd = tempFolder({ "in/a.txt": "Ein Text.", "file.txt": "x" });
    expect(await runCli(["build", "in/a.txt", "--graph", graph], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(stderr),
    });
  });

  test("is being written by another process, which is named", async () => {
    const cwd = tempFolder({ "a.txt": "Ein Text." });
    const journal = await openJournal(join(cwd, "graph"), () => undefined);
    const run = await runCli(["build", "a.txt"], { cwd });
    await journal.close();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`error: graph/lock: process ${process.pid} on ${hostname()}, since `);
  });

  test("is read-only", async () => {
    const cwd = tempFolder({ "a.txt": "Ein Text." });
    mkdirSync(join(cwd, "graph"));
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, "graph"), 0o555);
    // Permissions do not bind root, so root asks as somebody else.
    const run = await runCli(["build", "a.txt"], { cwd, ...(process.getuid?.() === 0 ? { uid: 65_534 } : {}) });
    expect(run).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^error: graph: may not be written; name another folder, or change its permissions\n$/,
      ),
    });
  });

  test.skipIf(process.platform === "win32")(
    "has no room left: what was written is kept, and the next build goes on",
    async () => {
      const cwd = tempFolder({ "a.txt": "Ein Text.", "b.txt": "Satz. ".repeat(20_000) });
      await runCli(["build", "a.txt"], { cwd });
      const before = readFileSync(join(cwd, "graph", "journal.jsonl"));
      // A limit on the size of files is met by the same code as a full disk, and needs no disk to be filled.
      const full = await runCli(["build", "b.txt"], { cwd, maxFileKb: 64 });
      expect(full).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(
          /^error: graph\/journal\.jsonl: there is no room left to write; free some and run/,
        ),
      });
      expect(readFileSync(join(cwd, "graph", "journal.jsonl"))).toEqual(before);
      expect(await runCli(["build", "b.txt"], { cwd })).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^graph: 2 articles/),
      });
    },
  );
});

test("a graph of another version is refused, with what to do", async () => {
  const cwd = tempFolder({
    "a.txt": "Ein Text.",
    "graph/journal.jsonl": '{"format":"dragoman-journal","formatVersion":9}\n',
  });
  for (const args of [["build", "a.txt"], ["stats"], ["rebuild"]]) {
    expect(await runCli(args, { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^error: graph\/journal\.jsonl:1: was written by a newer Dragoman \(format 9, .*update it\n$/,
      ),
    });
  }
  rmSync(join(cwd, "graph"), { recursive: true });
});
