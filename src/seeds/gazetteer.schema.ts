import { z } from "zod";
import { header, namesInAll, namesInSome, slug, words } from "./common.schema.ts";

const country = z.string().regex(/^[A-Z]{2}$/, "an ISO 3166-1 alpha-2 code");

/** `seeds/gazetteer/states.yaml`: states and other polities, each one node whether it acts or is a place. */
export const statesFile = z.strictObject({
  ...header,
  states: z.array(
    z.strictObject({
      id: country,
      /** The usual name first, then official, short and older ones. */
      names: namesInAll,
      /** Adjectives. German: the base form without ending (`pakistanisch`); its endings are the language pack's. */
      adjectives: namesInSome,
      /** Words for the people, singular and plural. German: masculine singular and plural; feminine where irregular. */
      people: namesInSome,
      /** Whether names of its people begin with the name of the family, also in the press of others: Xi Jinping. */
      familyNamesFirst: z.boolean().default(false),
      /** Identifier of the capital in `places.yaml`. */
      capital: slug.optional(),
    }),
  ),
});

/** `seeds/gazetteer/places.yaml`: capitals, cities, regions, seas, buildings. */
export const placesFile = z.strictObject({
  ...header,
  /** Types of places that lie in no other place of their type: a city is in no city. */
  apart: z.array(z.string()).default([]),
  places: z.array(
    z.strictObject({
      id: slug,
      type: z.enum(["city", "region", "sea", "river", "mountain", "island", "building", "continent", "area"]),
      names: namesInAll,
      /** Adjectives of a region: "Catalan". German: the base form without ending. */
      adjectives: namesInSome.optional(),
      /** The state in which it lies, where that is one and undisputed. */
      country: country.optional(),
      /** Names that stand for a state or a body when they act: the Kremlin for Russia. Capitals do so without this. */
      standsFor: words.optional(),
    }),
  ),
});

/** `seeds/gazetteer/organizations.yaml`: bodies with a name of their own. */
export const organizationsFile = z.strictObject({
  ...header,
  /** What organizations of a type have in common. */
  types: z
    .array(
      z.strictObject({
        type: z.string(),
        /** Whether people are said to belong to one by its name beside theirs: "Nancy Faeser (SPD)", "Labour MP". */
        hasMembers: z.boolean().default(false),
        /** Whether its name before a noun makes the name of a part of it: "UN mission". */
        hasParts: z.boolean().default(false),
      }),
    )
    .default([]),
  organizations: z.array(
    z.strictObject({
      id: slug,
      type: z.enum([
        "igo",
        "ngo",
        "body",
        "party",
        "armed-group",
        "company",
        "media",
        "court",
        "bank",
        "religious",
        "other",
      ]),
      names: namesInSome,
      /** Abbreviations and short forms, matched with their case. */
      short: namesInSome.optional(),
      /** Of a party: words for one who belongs to it, and what may stand for it in brackets behind his name: "(R-Texas)". */
      members: namesInSome.optional(),
      marks: z.array(words).default([]),
      /** The state that it belongs to. */
      country: country.optional(),
      /** The place where it has its seat: where a text names the place behind it, that is where it is. */
      seat: slug.optional(),
      /** The organization that it is a part of. */
      partOf: slug.optional(),
      /** The type of event that its session is: who speaks "at the General Assembly" is at a meeting. */
      meets: z.string().optional(),
    }),
  ),
});

/**
 * `seeds/gazetteer/bodies.yaml`: bodies that every state has, as common nouns: foreign ministry, parliament, army.
 * `PK` + `foreign-ministry` is the organization `org:pk-foreign-ministry`.
 */
export const bodiesFile = z.strictObject({
  ...header,
  bodies: z.array(
    z.strictObject({
      id: slug,
      /** Nouns that name it together with a state: `foreign ministry`, `Außenministerium`, `وزارت خارجہ`. German: nominative singular. */
      nouns: namesInAll,
      /** How its full name is made: `Foreign Ministry of {state}`. */
      label: z.strictObject({ en: words, de: words, ur: words }),
      /** Whether the noun stands for the state itself: `Afghan government` is Afghanistan. */
      isState: z.boolean().default(false),
      /** Whether it is, without more, that of wherever something happens: `police`. */
      isLocal: z.boolean().default(false),
      /** Whether it also works outside its state, so that where it is says nothing of whose it is: army, embassy. */
      isAbroad: z.boolean().default(false),
      /** Whether it is people of a state or region who need not act for it: rebels, leaders. It is one only where the words say of which. */
      isGroup: z.boolean().default(false),
      /** Nouns that name it together with a region only: the troops of a state act as the state. */
      regional: namesInSome.optional(),
      /** Whether what it decides is a ruling: supreme court. */
      isCourt: z.boolean().default(false),
      /** Names that only one state's body has: `State Department` is the US foreign ministry. */
      proper: z
        .array(
          z.strictObject({
            country,
            /** Other states whose own has that name too; the article tells whose it is by what it speaks of most: Congress. */
            elsewhere: z.array(country).default([]),
            names: namesInSome,
          }),
        )
        .default([]),
    }),
  ),
});

/** `seeds/gazetteer/offices.yaml`: offices that people hold. */
export const officesFile = z.strictObject({
  ...header,
  offices: z.array(
    z.strictObject({
      id: slug,
      /** Where it is held: in a state (`state`), in an organization (`organization`), or in either. */
      of: z.enum(["state", "organization", "either"]),
      /** The body of the state that its holder heads or speaks for: `foreign-ministry`. */
      body: slug.optional(),
      label: z.strictObject({ en: words, de: words, ur: words }),
      /** Titles, the usual one first. German: masculine nominative singular. */
      titles: namesInAll,
      /** Titles that name it only where the state stands with them: a UN envoy is the UN's, Germany's UN envoy is hers. */
      ofStates: namesInSome.optional(),
      /** Feminine titles, where a language has them. */
      feminine: namesInSome.optional(),
      /**
       * Titles used in one state only: `Secretary of State` is a foreign minister in the US. `stateSaid`: one that is also a
       * name, and a title only where the state stands with it.
       */
      local: z
        .array(z.strictObject({ country, titles: namesInSome, stateSaid: z.boolean().default(false) }))
        .default([]),
      /**
       * Whether its holder leads a state. `any`: a title for whoever does, whatever his office is called: "the French leader".
       */
      leads: z.enum(["one", "any"]).optional(),
      /** Whether one person holds it in one place at a time: there is one foreign minister of a state, and many diplomats. */
      sole: z.boolean().default(false),
      /** Whether its holder is sent: "ambassador to X", "envoy for X" says where to, and not whose he is. */
      sent: z.boolean().default(false),
      /** Whether a title that organizations have as well is taken for the state's where nothing says whose it is. */
      supplied: z.boolean().default(false),
      /** Whether it is a rank, which is held in a state only where the words say so: "the Turkish general". */
      rank: z.boolean().default(false),
      /** Whether who has this title holds the office: a candidate does not. */
      held: z.boolean().default(true),
      /** Whether who has this title belongs to an organization without holding an office in it: a journalist of the BBC. */
      membership: z.boolean().default(false),
      /** Organizations whose office this is by its name: `UN Secretary-General`. */
      fixed: z.string().optional(),
    }),
  ),
});

/** `seeds/gazetteer/people.yaml`: people of politics. It links names; it never says who holds an office. */
export const peopleFile = z.strictObject({
  ...header,
  people: z.array(
    z.strictObject({
      id: slug,
      /** Full names, the usual one first, then spellings. */
      names: namesInAll,
      /** The states that they are tied to. */
      countries: z.array(country).min(1),
      /** Whether in world news the last name alone means this person: at most one of those who bear it. */
      primary: z.boolean().default(false),
      /** Last name by which articles call them, where it is not the last word. */
      short: namesInSome.optional(),
      gender: z.enum(["male", "female"]).optional(),
    }),
  ),
});

const monthOfYear = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month: 2016-03");

/**
 * `seeds/gazetteer/terms.yaml`: who held an office when. It tells which bearer of a name is meant; it never makes an edge.
 */
export const termsFile = z.strictObject({
  ...header,
  /** The month up to which the terms are known: who has no end held his office then. */
  asOf: monthOfYear,
  terms: z.array(
    z.strictObject({
      /** An office that one person holds at a time. */
      office: slug,
      /** ISO code of a state, or identifier of an organization. */
      of: words,
      /** In the order of time; whoever is not sure is left out. Months, both included. */
      holders: z.array(z.strictObject({ person: slug, from: monthOfYear, to: monthOfYear.optional() })).min(1),
    }),
  ),
});

/** `seeds/gazetteer/names.yaml`: given names by script. They show that a name is a person's; they name nobody. */
export const namesFile = z.strictObject({
  ...header,
  givenNames: z.record(z.string(), z.array(words)),
});

/** `seeds/gazetteer/topics.yaml`: what events and talks are about, so that reports in several languages can be compared. */
export const topicsFile = z.strictObject({
  ...header,
  topics: z.array(z.strictObject({ id: slug, names: namesInAll })),
});

const month = z.number().int().min(1).max(12);
/** How many days a holiday lasts. */
const days = z.number().int().min(1).default(1);
/** When a holiday begins in a year. `weekday`: ISO weekday; `nth`: which one of the month, from its end where negative. */
const beginning = z.union([
  z.strictObject({ month, day: z.number().int().min(1).max(31), days }),
  z.strictObject({ month, weekday: z.number().int().min(1).max(7), nth: z.number().int().min(-1).max(4), days }),
  /** Days after Easter Sunday of the western churches, and of those that keep to the Julian calendar. */
  z.strictObject({ easter: z.number().int(), days }),
  z.strictObject({ orthodoxEaster: z.number().int(), days }),
]);

/** `seeds/gazetteer/holidays.yaml`: names of days and months that no pattern of a calendar makes. */
export const holidaysFile = z.strictObject({
  ...header,
  holidays: z.array(
    z
      .strictObject({
        id: slug,
        names: namesInAll,
        /** When it is; left out where the Gregorian calendar does not tell. */
        on: beginning.optional(),
        /** The date, or first and last day, that it has in a year. */
        examples: z.record(z.string().regex(/^\d{4}$/), z.string()).default({}),
      })
      .refine(({ on, examples }) => (on === undefined) === (Object.keys(examples).length === 0), {
        error: "a holiday with a date needs an example, one without has none",
      }),
  ),
});

/** `seeds/gazetteer/letters.yaml`: how letters sound, for the comparison of names across scripts. */
export const lettersFile = z.strictObject({
  ...header,
  /** Sound classes of letters and groups of letters, by script; the longest group that fits is taken. */
  sounds: z.record(z.string(), z.record(z.string(), z.string())),
  /** Rewritings at the start (`^`) or end (`$`) of a folded word, before sounds are looked up, by script. */
  edges: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
  /** Costs of one class for another, each way; classes not listed cost the full price. */
  substitutions: z.array(z.tuple([z.string(), z.string(), z.number()])),
  /** Costs of a class that only one name has. */
  omissions: z.record(z.string(), z.number()),
  /** Weights of classes in the length of a name; the others weigh 1. */
  weights: z.record(z.string(), z.number()),
  /**
   * Classes that the skeleton of a name leaves out, and those that it takes for one; those that are of one kind, which
   * hold where spellings differ more; and of these the ones that vary even so.
   */
  skeleton: z.strictObject({
    drop: z.string(),
    merge: z.record(z.string(), z.string()),
    kinds: z.record(z.string(), z.string()),
    unsteady: z.string(),
  }),
  /** Words in names that do not count: al, von, bin. */
  particles: z.array(words),
  /** Names that many bear before their own, and honorifics: a name that lacks one can be that of the same person. */
  light: z.array(words),
  /** Words that tell bearers of one name apart, all that mean the same in one list: junior. */
  generations: z.array(z.array(words).min(1)),
  /** Names of Latin letters in other scripts, by which these write initials. */
  descent: z.array(words),
  toldApart: z.strictObject({
    endings: z.array(z.string().regex(/^[a-z]+$/)),
    vowels: z.array(z.string().regex(/^[a-z]+$/)),
  }),
  letterNames: z.record(words, z.string().regex(/^[a-z]$/)),
  /** Given names that sound alike, each with its usual spellings. */
  givenNames: z
    .array(z.array(words).min(1))
    .refine((lists) => new Set(lists.flatMap((list) => [...new Set(list)])).size === lists.flat().length, {
      error: "a spelling stands twice",
    }),
});
