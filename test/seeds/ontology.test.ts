import { describe, expect, it } from "vitest";
import { knowledge } from "../helpers/knowledge.ts";

const { kinds, relations, events, roles } = knowledge.ontology;
const LANGUAGES = ["en", "de", "ur"] as const;

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** Every relation that the graph may hold, and whether it has a direction. */
const DIRECTED = words(`
  HOLDS_OFFICE MEMBER_OF PART_OF LOCATED_IN WROTE_TO VISITED HOSTED INVITED INVITED_TO PARTICIPATED_IN MEDIATED
  SIGNED SUPPORTS PRAISED CONGRATULATED THANKED AIDED URGED OPPOSES DENIED CRITICIZED ACCUSED THREATENED
  SANCTIONED EXPELLED SUMMONED PROTESTED_AGAINST ATTACKED KILLED ABDUCTED ARRESTED RELEASED WITHDREW_FROM
  OCCUPIES INVESTIGATED APPOINTED OUSTED SUCCEEDED DISCUSSED CALLED_FOR EXPRESSED_CONCERN MENTIONED_IN
`);
const SYMMETRIC = words(`
  FAMILY_OF SPOKE_WITH MET NEGOTIATED_WITH HAS_RELATIONS_WITH COOPERATES_WITH AGREED_WITH FOUGHT_WITH
`);
const EVENT_TYPES = words(`
  Call Meeting Summit Visit Speech Negotiation Agreement Vote Election Conflict Attack Ceasefire Protest
  Sanction Appointment Resignation Arrest Trial Aid Disaster Exercise Anniversary Statement Other
`);
const KINDS = words(`
  Person Government Organization Place Event Topic Article
`);

describe("relations", () => {
  it("are those of the guidelines, with their direction", () => {
    const ids = (symmetric: boolean): string[] =>
      relations
        .filter((relation) => relation.symmetric === symmetric)
        .map(({ id }) => id)
        .sort();
    expect(ids(false)).toEqual([...DIRECTED].sort());
    expect(ids(true)).toEqual([...SYMMETRIC].sort());
  });

  it.each(relations)("$id has a label in every language", ({ labels }) => {
    expect(LANGUAGES.filter((language) => labels[language].trim() === "")).toEqual([]);
  });

  it.each(relations)("$id joins kinds that there are", ({ domain, range }) => {
    expect([...domain, ...range].filter((kind) => !KINDS.includes(kind))).toEqual([]);
  });

  it.each(relations.filter(({ symmetric }) => symmetric))("$id, which has no direction, joins likes", (relation) => {
    expect(relation.domain).toEqual(relation.range);
    expect(relation.inverse).toBeUndefined();
  });

  it.each(relations.filter(({ symmetric, group }) => !symmetric && group !== "bookkeeping"))(
    "$id, which has a direction, reads from both ends",
    ({ inverse }) => {
      expect(LANGUAGES.filter((language) => inverse?.[language] === undefined)).toEqual([]);
    },
  );

  it.each(relations.filter(({ group }) => group === "action"))(
    "$id, which is an action, has an actor",
    ({ domain }) => {
      const actors = kinds.filter(({ actor }) => actor).map(({ id }) => id);
      expect(domain.filter((kind) => !actors.includes(kind))).toEqual([]);
    },
  );
});

describe("kinds", () => {
  it("are those of the guidelines and the article", () => {
    expect(kinds.map(({ id }) => id).sort()).toEqual([...KINDS].sort());
  });

  it("have a prefix of their own", () => {
    expect(new Set(kinds.map(({ prefix }) => prefix)).size).toBe(kinds.length);
  });
});

describe("types of events", () => {
  it("are those of the guidelines", () => {
    expect(events.map(({ id }) => id).sort()).toEqual([...EVENT_TYPES].sort());
  });

  it("are one family where reports of one event may take one for the other", () => {
    const familyOf = (type: string): string | undefined => events.find(({ id }) => id === type)?.family;
    const contacts = ["Call", "Meeting", "Summit", "Visit", "Negotiation"];
    expect(new Set(contacts.map(familyOf)).size).toBe(1);
    expect(familyOf("Attack")).not.toBe(familyOf("Meeting"));
  });

  it("and their roles are named once", () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(new Set(roles.map(({ id }) => id)).size).toBe(roles.length);
  });
});
