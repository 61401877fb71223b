import { describe, expect, it } from "vitest";
import { createPersonLike } from "../../src/extract/likeness.ts";
import { createPhonetics } from "../../src/language/phonetic.ts";
import { knowledge } from "../helpers/knowledge.ts";

const personLike = createPersonLike(knowledge.gazetteer.people, createPhonetics(knowledge.letters));

describe("another spelling of a known name", () => {
  it.each([
    ["فرانک والٹر سٹائن مائیر", undefined, "person:frank-walter-steinmeier"],
    ["لنڈسی گراہم", undefined, "person:lindsey-graham"],
    ["Sergej Lavrow", undefined, "person:sergei-lavrov"],
    ["Ashraf Gani", undefined, "person:ashraf-ghani"],
    ["Recep Tayip Erdogan", undefined, "person:recep-tayyip-erdogan"],
    // Less like it, where the words say of which state he is.
    ["Juan Carlos Valera", "PA", "person:juan-carlos-varela"],
    ["Juan Carlos Valera", undefined, undefined],
    // Never of another state, of another number of words, or where two people are alike.
    ["Ashraf Gani", "IN", undefined],
    ["Lindsey Graham Bell", undefined, undefined],
    ["Ayatollah Khamini", "IR", undefined],
    ["Anna Lindh", undefined, undefined],
    ["Margaret Bondfield", undefined, undefined],
    ["Putin", "RU", undefined],
  ])("%s of %s", (name, country, id) => {
    expect(personLike(name, country)).toBe(id);
  });

  it("is nobody else's: each name of the gazetteer is that of its own person or too near another one's", () => {
    const wrong = knowledge.gazetteer.people.flatMap(({ id, names }) =>
      Object.values(names)
        .flat()
        .flatMap((name) => {
          const found = personLike(name, undefined);
          return found === undefined || found === `person:${id}` ? [] : [`${name}: ${found}`];
        }),
    );
    expect(wrong).toEqual([]);
  });
});
