#!/usr/bin/env node
/**
 * Verifies what the headers of `seeds/gazetteer/states.yaml` and `places.yaml` say of their sources: that every state has
 * the name that Unicode CLDR gives it in each language of the seeds, and which spellings of cities CLDR's time zones have
 * that the seeds lack. It writes nothing; it fails when a state lacks its name.
 *
 * Run it with `npm run check-gazetteer` when CLDR has a new version or states are added.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const VERSION = "48.2.0";
const LANGUAGES = ["en", "de", "ur"];
const root = fileURLToPath(new URL("..", import.meta.url));
const cache = join(root, ".cache", "cldr");

mkdirSync(cache, { recursive: true });
const packages = ["cldr-localenames-full", "cldr-dates-full"].map((name) => `${name}@${VERSION}`);
const install = ["install", "--prefix", cache, "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", ...packages];
if (spawnSync("npm", install, { stdio: "inherit", shell: process.platform === "win32" }).status !== 0) process.exit(1);

const { states } = readYaml("states");
const { places } = readYaml("places");
/** Names of CLDR that are mostly other words, so that the seeds have them only with a word that tells them apart. */
const OTHER_WORDS = new Set(["ur CL", "ur GN", "ur ML", "ur PW"]);
const missing = LANGUAGES.flatMap((code) => {
  const { territories } = readCldr("cldr-localenames-full", code, "territories").localeDisplayNames;
  return states.flatMap(({ id, names }) => {
    const all = [territories[id], territories[`${id}-alt-short`]].filter((name) => name !== undefined);
    const known = all.length === 0 || all.some((name) => holds(names[code], name));
    return known || OTHER_WORDS.has(`${code} ${id}`) ? [] : [`${code} ${id}: ${all[0]}`];
  });
});
const spellings = LANGUAGES.flatMap((code) => {
  const cities = citiesOf(readCldr("cldr-dates-full", code, "timeZoneNames").dates.timeZoneNames.zone);
  return places.flatMap(({ id, type, names }) => {
    const name = type === "city" ? cities.get(id) : undefined;
    return name === undefined || holds(names[code], name) ? [] : [`${code} ${id}: ${name}`];
  });
});
console.log(`${states.length} states, of which CLDR has another name in ${missing.length} cases:`);
for (const line of missing) console.log(`  ${line}`);
console.log(`spellings of cities in CLDR that are not in the seeds: ${spellings.length}`);
for (const line of spellings) console.log(`  ${line}`);
if (missing.length > 0) process.exit(1);

function readYaml(name) {
  return parse(readFileSync(join(root, "seeds", "gazetteer", `${name}.yaml`), "utf8"));
}

function readCldr(name, code, file) {
  const path = join(cache, "node_modules", name, "main", code, `${file}.json`);
  return JSON.parse(readFileSync(path, "utf8")).main[code];
}

/** The cities that name time zones, by the slug of the zone: Asia/Karachi. */
function citiesOf(zones, found = new Map()) {
  for (const [key, value] of Object.entries(zones)) {
    if (typeof value !== "object") continue;
    if (typeof value.exemplarCity === "string") found.set(key.toLowerCase().replaceAll("_", "-"), value.exemplarCity);
    else citiesOf(value, found);
  }
  return found;
}

/** Whether a list has a name, whatever its case, brackets, and letters that are written in two ways. */
function holds(names, name) {
  const plain = (text) =>
    text
      .normalize("NFKD")
      .replace(/[\p{M}\u00AD’'‘ʻ.-]/gu, "")
      .replace(/ß/g, "ss")
      .replace(/ي/g, "ی")
      .replace(/&/g, "and")
      .replace(/\s+/g, "")
      .toLowerCase();
  const wanted = name.split(/\s*[(（)）]\s*/).filter((part) => part !== "");
  return wanted.some((part) => names.some((own) => plain(own) === plain(part)));
}
