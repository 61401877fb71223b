import { MARGIN } from "../../src/resolve/entity-resolver.ts";
import { figure, type Section } from "./measure.ts";
import { blockingRecall, blockingShare, linkingOf, scoreLinks, scorePairs } from "./names/figures.ts";
import { BASELINES, createNameResolver } from "./names/methods.ts";
import { population } from "./names/population.ts";
import { readCities, readCountries, readPeople } from "./names/sets.ts";
import { knowledge } from "./program.ts";

const POPULATION = 10_000;

const people = createNameResolver(knowledge, "Person");
const places = createNameResolver(knowledge, "Place");

/** How well names of one person are told from names of two. */
export function namesOfPeople(): Promise<Section> {
  const sets = [
    ["first half", readPeople("people", "others", (i) => i % 2 === 0)],
    ["second half", readPeople("people", "others", (i) => i % 2 === 1)],
    ["written later", readPeople("people-later", "others-later")],
  ] as const;
  const rows = sets.flatMap(([name, { pairs }]) =>
    [people, ...BASELINES].map((method) => {
      const { precision, recall, f1, needed } = scorePairs(method, pairs);
      const same = pairs.filter((pair) => pair.same).length;
      return [
        name,
        String(same),
        String(pairs.length - same),
        method.name,
        ...[precision, recall, f1].map(percent),
        figure(needed),
      ];
    }),
  );
  return Promise.resolve({
    title:
      "Names of people in three languages: every two spellings of one, and names of people who are easily taken for each other. The comparison was made with the first half; the last set was written when it was finished. What others need to be one is what serves them best:",
    columns: ["people", "pairs of one", "of two", "method", "P", "R", "F1", "needed"],
    rows,
  });
}

/** How well names of places are linked across languages. */
export function namesOfPlaces(): Promise<Section> {
  const sets = [
    ["cities", readCities()],
    ["countries", readCountries(knowledge.gazetteer.states.map(({ id }) => id))],
  ] as const;
  const rows = sets.flatMap(([name, all]) =>
    (["ur", "de"] as const).flatMap((language) =>
      [places, ...BASELINES].map((method) => {
        const { first, precision, recall, needed } = scoreLinks(method, linkingOf(all, language, "en"), MARGIN);
        return [
          String(all.length),
          name,
          language,
          method.name,
          ...[first, precision, recall].map(percent),
          figure(needed),
        ];
      }),
    ),
  );
  return Promise.resolve({
    title:
      "Names of places, cities after GeoNames and countries after ICU, linked to English ones where one is alike enough and more alike than all others; many names of countries are translations:",
    columns: ["places", "of", "language", "method", "most alike is right", "P", "R", "needed"],
    rows,
  });
}

/** What is compared at all. */
export function blocking(): Promise<Section> {
  const { pairs } = readPeople("people", "others");
  return Promise.resolve({
    title: `Blocking of names of people: pairs of one person that share a key, and pairs of ${POPULATION} that do:`,
    columns: ["pairs of one kept, %", "all pairs compared, %"],
    rows: [[percent(blockingRecall(people, pairs)), percent(blockingShare(people, population(knowledge, POPULATION)))]],
  });
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
