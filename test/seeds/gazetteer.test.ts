import { describe, expect, it } from "vitest";
import { knowledge } from "../helpers/knowledge.ts";

const { states, places, organizations, bodies, offices, people, topics } = knowledge.gazetteer;
const LANGUAGES = ["en", "de", "ur"] as const;
type Named = { readonly id: string; readonly names: Readonly<Record<string, readonly string[]>> };

const stateIds = new Set<string>(states.map(({ id }) => id));
const placeIds = new Set(places.map(({ id }) => id));
const organizationIds = new Set(organizations.map(({ id }) => id));
const bodyIds = new Set(bodies.map(({ id }) => id));

/** Names that two rows of a list share, in one language. */
function shared(rows: readonly Named[]): string[] {
  return LANGUAGES.flatMap((language) => {
    const owners = new Map<string, Set<string>>();
    for (const { id, names } of rows) {
      for (const name of names[language] ?? []) owners.set(name, (owners.get(name) ?? new Set()).add(id));
    }
    return [...owners].filter(([, ids]) => ids.size > 1).map(([name, ids]) => `${name}: ${[...ids].join(", ")}`);
  });
}

describe("the gazetteer", () => {
  it.each(Object.entries({ states, places, organizations, bodies, offices, people, topics }))(
    "gives each of its %s an id of its own",
    (_, rows) => {
      const seen = new Set<string>();
      expect(rows.map(({ id }) => id).filter((id) => seen.size === seen.add(id).size)).toEqual([]);
    },
  );

  it.each<[string, readonly Named[]]>([
    ["states", states],
    ["people", people],
    ["topics", topics],
  ])("gives no name to two of its %s", (_, rows) => {
    expect(shared(rows)).toEqual([]);
  });

  it("holds the states of the world", () => {
    expect(stateIds.size).toBeGreaterThanOrEqual(195);
  });
});

describe("last names", () => {
  it("mean one person at most where they stand alone", () => {
    const owners = new Map<string, Set<string>>();
    for (const { id, names } of people.filter(({ primary }) => primary)) {
      for (const name of [...names.en, ...names.de, ...names.ur.filter((own) => own.split(" ").length === 2)]) {
        const last = name.split(" ").at(-1) ?? "";
        owners.set(last, (owners.get(last) ?? new Set()).add(id));
      }
    }
    expect([...owners].filter(([, ids]) => ids.size > 1)).toEqual([]);
  });
});

describe("references within the gazetteer", () => {
  it.each<[string, readonly string[]]>([
    [
      "capitals are places",
      states.flatMap(({ id, capital }) =>
        capital === undefined || placeIds.has(capital) ? [] : [`${id}: ${capital}`],
      ),
    ],
    [
      "places lie in states",
      places.flatMap(({ id, country }) =>
        country === undefined || stateIds.has(country) ? [] : [`${id}: ${country}`],
      ),
    ],
    [
      "places stand for states or organizations",
      places.flatMap(({ id, standsFor }) => {
        const [prefix, target = ""] = standsFor?.split(":") ?? [];
        const exists = (prefix === "gov" ? stateIds : organizationIds).has(target);
        return standsFor === undefined || exists ? [] : [`${id}: ${standsFor}`];
      }),
    ],
    [
      "organizations belong to states",
      organizations.flatMap(({ id, country }) =>
        country === undefined || stateIds.has(country) ? [] : [`${id}: ${country}`],
      ),
    ],
    [
      "organizations are parts of organizations",
      organizations.flatMap(({ id, partOf }) =>
        partOf === undefined || organizationIds.has(partOf) ? [] : [`${id}: ${partOf}`],
      ),
    ],
    [
      "names of bodies are those of states",
      bodies.flatMap(({ id, proper }) =>
        proper.filter(({ country }) => !stateIds.has(country)).map(({ country }) => `${id}: ${country}`),
      ),
    ],
    [
      "heads of bodies head bodies",
      offices.flatMap(({ id, body }) => (body === undefined || bodyIds.has(body) ? [] : [`${id}: ${body}`])),
    ],
    [
      "offices are those of organizations",
      offices.flatMap(({ id, fixed }) =>
        fixed === undefined || organizationIds.has(fixed) ? [] : [`${id}: ${fixed}`],
      ),
    ],
    [
      "local titles are those of states",
      offices.flatMap(({ id, local }) =>
        local.filter(({ country }) => !stateIds.has(country)).map(({ country }) => `${id}: ${country}`),
      ),
    ],
    [
      "people are tied to states",
      people.flatMap(({ id, countries }) =>
        countries.filter((country) => !stateIds.has(country)).map((country) => `${id}: ${country}`),
      ),
    ],
  ])("%s that there are", (_, broken) => {
    expect(broken).toEqual([]);
  });

  it("no organization is a part of itself", () => {
    const partOf = new Map(organizations.map((organization) => [organization.id, organization.partOf]));
    const loops = organizations.filter(({ id }) => {
      const seen = new Set<string>();
      for (let at: string | undefined = id; at !== undefined; at = partOf.get(at)) {
        if (seen.has(at)) return true;
        seen.add(at);
      }
      return false;
    });
    expect(loops.map(({ id }) => id)).toEqual([]);
  });
});

describe("labels of bodies", () => {
  it.each(bodies)("of $id have a place for the state", ({ label }) => {
    expect(LANGUAGES.filter((language) => label[language].split("{state}").length !== 2)).toEqual([]);
  });
});

describe("the letters of names", () => {
  const all = (language: string): string[] => {
    const lists: readonly (Readonly<Record<string, readonly string[]>> | undefined)[] = [
      ...states.flatMap(({ names, adjectives, people: citizens }) => [names, adjectives, citizens]),
      ...places.map(({ names }) => names),
      ...organizations.flatMap(({ names, short }) => [names, short]),
      ...bodies.flatMap(({ nouns, proper }) => [nouns, ...proper.map(({ names }) => names)]),
      ...offices.flatMap(({ titles, feminine, local }) => [titles, feminine, ...local.map((own) => own.titles)]),
      ...people.flatMap(({ names, short }) => [names, short]),
      ...topics.map(({ names }) => names),
    ];
    return lists.flatMap((names) => names?.[language] ?? []);
  };

  it("are those of Urdu in Urdu, never those of an Arabic keyboard", () => {
    expect(all("ur").filter((name) => /[\u064A\u0643\u0647]/u.test(name))).toEqual([]);
  });

  it.each(LANGUAGES)("are composed in %s", (language) => {
    expect(all(language).filter((name) => name !== name.normalize("NFC"))).toEqual([]);
  });

  it.each(LANGUAGES)("hide no joiner or direction mark in %s", (language) => {
    expect(all(language).filter((name) => /[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u00A0]/u.test(name))).toEqual(
      [],
    );
  });

  it.each([
    ["en", /\p{Script=Latin}/u, /\p{Script=Arabic}/u],
    ["de", /\p{Script=Latin}/u, /\p{Script=Arabic}/u],
    ["ur", /\p{Script=Arabic}/u, /\p{Script=Latin}/u],
  ])("are of the script of %s", (language, own, foreign) => {
    expect(all(language).filter((name) => !own.test(name) || foreign.test(name))).toEqual([]);
  });
});
