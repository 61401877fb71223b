import { z } from "zod";
import { MODALITIES } from "../model/modality.ts";
import { header, inEveryLanguage, words } from "./common.schema.ts";

const labels = inEveryLanguage(words);
const kind = z.string().regex(/^[A-Z][A-Za-z]+$/, "a name in PascalCase");
const relation = z.string().regex(/^[A-Z]+(?:_[A-Z]+)*$/, "a name in UPPER_SNAKE_CASE");

/** `seeds/ontology/kinds.yaml`: kinds of nodes. */
export const kindsFile = z.strictObject({
  ...header,
  kinds: z.array(
    z.strictObject({
      id: kind,
      /** First part of the ids of its nodes: `person` in `person:antony-blinken`. */
      prefix: z.string().regex(/^[a-z]+$/),
      labels,
      /** Whether it can act: be the subject of what somebody does. */
      actor: z.boolean(),
      /** Classes of schema.org that its nodes belong to. */
      classes: z.array(kind).min(1),
      /** Colour in the viewer, on light and on dark ground. */
      colour: z.strictObject({ light: z.string().regex(/^#[0-9a-f]{6}$/), dark: z.string().regex(/^#[0-9a-f]{6}$/) }),
    }),
  ),
});

/** `seeds/ontology/relations.yaml`. */
export const relationsFile = z.strictObject({
  ...header,
  relations: z.array(
    z.strictObject({
      id: relation,
      /** `action`: who did what to whom; `state`: how things stand; `bookkeeping`: where it is reported; `topical`: to free text. */
      group: z.enum(["action", "state", "bookkeeping", "topical"]),
      domain: z.array(kind).min(1),
      range: z.array(kind).min(1),
      symmetric: z.boolean().default(false),
      /** Whether to speak of it is to say that it is so, whatever is wished or feared for it: "could harm relations". */
      presupposed: z.boolean().default(false),
      /** Whether to try it is to do it: "tried to persuade", "versuchte zu vermitteln". */
      attempted: z.boolean().default(false),
      /** Whether a noun of it behind "before" tells of what is still to come: before the visit. */
      scheduled: z.boolean().default(false),
      /** Whether it judges its object for something: what its clause names as the ground is what the object does. */
      judges: z.boolean().default(false),
      /** Whether both ends hold one office, one after the other. */
      sharesOffice: z.boolean().default(false),
      /** Whether to decide it is to do it: "decided to expel the ambassador". */
      decided: z.boolean().default(false),
      /**
       * The type of the event that it is, for rows that name none, and what such an event is called, where its type does not
       * say; `of`: the end that says which event it is even where the other is not told ("the editor was arrested");
       * `remote`: it is such an event only where the clause says by which medium ("discussed it by phone").
       */
      event: z
        .strictObject({
          type: kind,
          of: z.enum(["subject", "object"]).optional(),
          labels: labels.optional(),
          remote: z.boolean().default(false),
        })
        .optional(),
      /** Relations that it answers: who denies something denies who accused him. */
      answers: z.array(relation).default([]),
      /** How that is told which it judges or claims, where it is about something that is said: an accusation is about what is alleged. */
      about: z.array(z.enum(MODALITIES)).default([]),
      /** PLOVER event class, where it has one. */
      plover: z
        .enum([
          "AGREE",
          "CONSULT",
          "SUPPORT",
          "CONCEDE",
          "COOPERATE",
          "AID",
          "RETREAT",
          "REQUEST",
          "ACCUSE",
          "REJECT",
          "THREATEN",
          "PROTEST",
          "SANCTION",
          "MOBILIZE",
          "COERCE",
          "ASSAULT",
        ])
        .optional(),
      /** How it reads from subject to object: "spoke with". */
      labels,
      /** How it reads from object to subject: "was invited by". Left out where the relation is symmetric. */
      inverse: labels.optional(),
    }),
  ),
});

/** What a state whose name stands before the noun of an event can be to it. */
export const TIES = ["actor", "place", "either", "none"] as const;

/** What the noun of an event may need to tell of one. */
export const NEEDS = ["date", "place", "actor", "both"] as const;

/** `seeds/ontology/events.yaml`: types of events. */
export const eventsFile = z.strictObject({
  ...header,
  roles: z.array(z.strictObject({ id: z.string().regex(/^[a-z]+$/), labels })),
  /** What people who are counted in an event meet with: killed, expelled. */
  counts: z.array(z.strictObject({ id: z.string().regex(/^[a-z]+$/), labels })),
  events: z.array(
    z.strictObject({
      id: kind,
      /** Types of one family may be reports of one event: a call that another article calls talks. */
      family: z.string().regex(/^[a-z]+$/),
      /** Whether those who take part are there in person: a visit. */
      inPerson: z.boolean().default(false),
      /** What a state is to an event of which it is said to be ("Germany's election"): who takes part, or where it is. */
      owner: z.enum(["actor", "place"]).default("actor"),
      /** The same for a state whose name only stands before the noun ("the Singapore summit"); `either` where that does not tell ("the Russian war"), `none` where it is neither ("Kosovo Day"). */
      modifier: z.enum(TIES).default("actor"),
      /**
       * What its nouns need, if no name, to tell of an event: a date, or, where they are used loosely ("a battle for votes
       * next year"), a place, or else somebody who takes part; `both` is somebody, and a place or date as well.
       */
      needs: z.enum(NEEDS).default("date"),
      /** Whether who does something at it takes part in it: "said at the talks", "lost in the war". */
      attended: z.boolean().default(false),
      /** Whether a day hardly has two of the type in one story, whoever is said to take part: summits, votes. */
      oneADay: z.boolean().default(false),
      /** Whether such events may happen between the same on days that follow each other: attacks. */
      repeats: z.boolean().default(false),
      /** Whether what it is of has been long before: an anniversary. */
      remembers: z.boolean().default(false),
      /** Kinds of those who can be its parties, where they are not all who act: no minister is one of a war. */
      parties: z.array(kind).optional(),
      /** Whether its type says too little for two with the same parties to be one. */
      various: z.boolean().default(false),
      /** Whether it is that of whoever owns it alone: a speech, a visit. */
      solo: z.boolean().default(false),
      /** Whether who awaits it is a party to it: a ruling. */
      awaited: z.boolean().default(false),
      /** Whether the body of a state is a party to it as its state: an agreement that its parliament approves. */
      ofStates: z.boolean().default(false),
      /** What people may meet with in it, of `counts`. */
      counts: z.array(z.string()).default([]),
      /** The role of who holds or makes it, where that is not `participant`. */
      doer: z.string().optional(),
      labels,
    }),
  ),
});
