import { describe, expect, it } from "vitest";
import { MARGIN } from "../../src/resolve/entity-resolver.ts";
import { blockingRecall, blockingShare, linkingOf, scoreLinks, scorePairs } from "../bench/names/figures.ts";
import { createNameResolver } from "../bench/names/methods.ts";
import { population } from "../bench/names/population.ts";
import { readCities, readPeople } from "../bench/names/sets.ts";
import { knowledge } from "../helpers/knowledge.ts";

describe("names alone tell", () => {
  const people = createNameResolver(knowledge, "Person");

  it.each([
    ["people", "others"],
    ["people-later", "others-later"],
  ])("spellings of %s from %s who are easily taken for them", (spellings, others) => {
    const { precision, recall } = scorePairs(people, readPeople(spellings, others).pairs);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.93);
  });

  it("which city an Urdu name means", () => {
    const places = createNameResolver(knowledge, "Place");
    const { precision, recall } = scoreLinks(places, linkingOf(readCities(), "ur", "en"), MARGIN);
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.88);
  });

  it.each([
    ["Donald Trump Jr.", "ڈونلڈ ٹرمپ"],
    ["George H. W. Bush", "George W. Bush"],
    ["Hassan Nawaz", "حسین نواز"],
    ["A. Khan", "عمران خان"],
    ["Mohammad Khatami", "محمد رضا خاتمی"],
    ["Hamza Shahbaz Sharif", "شہباز شریف"],
    ["Hamad bin Khalifa", "Khalifa bin Hamad"],
    ["Hamad bin Khalifa", "خلیفہ بن حمد"],
    ["Farid Zakaria", "Farida Zakaria"],
    ["Li Peng", "Li Ping"],
    ["Rolf Schmidt", "Ralf Schmidt"],
    ["Nicola Sturgeon", "Nicolas Sturgeon"],
    ["Marine Le Pen", "Marion Le Pen"],
  ])("%s from %s", (a, b) => {
    expect(people.likeness(a, b)).toBeLessThan(1);
  });

  it.each([
    ["George W. Bush", "جارج ڈبلیو بش"],
    ["JD Vance", "جے ڈی وینس"],
    ["Abe Shinzo", "شنزو ایبے"],
    ["Salman bin Abdul Aziz", "سلمان بن عبدالعزیز"],
    ["Tzipi Livni", "زپی لیونی"],
    ["Wiktor Juschtschenko", "Viktor Yushchenko"],
    ["Abu Muhammad al-Dschaulani", "Abu Mohammed al-Jolani"],
    ["Yousuf Raza Gilani", "Jusuf Rasa Gilani"],
    ["Kim Yong Chol", "Kim Yong Chul"],
    ["Ahmed al-Sharaa", "Ahmad al-Shara"],
    ["Hamad bin Khalifa", "حمد بن خلیفہ"],
  ])("that %s is %s", (a, b) => {
    expect(people.likeness(a, b)).toBeGreaterThanOrEqual(1);
  });
});

describe("names find each other", () => {
  const people = createNameResolver(knowledge, "Person");

  it("by keys that hardly any two spellings of one lack, and few others share", () => {
    expect(blockingRecall(people, readPeople("people", "others").pairs)).toBeGreaterThanOrEqual(0.99);
    expect(blockingShare(people, population(knowledge, 10_000))).toBeLessThan(0.02);
  });

  it.each([
    ["Abu Dhabi", "Abudhabi"],
    ["Hong Kong", "ہانگکانگ"],
  ])("though one writes %s as one word: %s", (a, b) => {
    expect(blockingRecall(createNameResolver(knowledge, "Place"), [{ a, b, same: true }])).toBe(1);
  });
});
