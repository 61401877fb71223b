import type { LanguagePack } from "../language/document.ts";
import type { Relation } from "../seeds/knowledge.ts";
import type { ClauseRules } from "./clause-builder.ts";
import { countRulesOf, type CountRules } from "./counts.ts";
import { eventRulesOf, type EventRules } from "./event-mentions.ts";
import { indexFrames, type FrameIndex } from "./frame-index.ts";
import { moodRulesOf, type MoodRules } from "./mood.ts";
import { roleRulesOf, type RoleRules } from "./roles.ts";
import { verbRulesOf } from "./verbs.ts";

/** The rules of one language, as this stage needs them. */
export interface Grammar {
  readonly pack: LanguagePack;
  readonly clauses: ClauseRules;
  readonly roles: RoleRules;
  readonly frames: FrameIndex;
  readonly mood: MoodRules;
  readonly events: EventRules;
  readonly counts: CountRules;
}

const grammars = new WeakMap<LanguagePack, Grammar>();

/** The grammar of a language, made once for each pack. */
export function grammarOf(pack: LanguagePack, relations: ReadonlyMap<string, Relation>): Grammar {
  const known = grammars.get(pack);
  if (known !== undefined) return known;
  const { data } = pack.lexicon;
  const frames = indexFrames(data, relations);
  const grammar: Grammar = {
    pack,
    clauses: {
      ...verbRulesOf(data),
      order: data.language.order,
      reporting: new Set(data.reporting.verbs.map(({ lemma }) => lemma)),
      nounsOfVerb: frames.nounsOfVerb,
      governingNouns: new Set(data.reporting.nouns.flatMap(({ lemmas }) => lemmas)),
      absenceMarkers: new Set(data.words.absenceMarkers),
      aheadMarkers: new Set(data.words.aheadMarkers),
      includingPredicates: new Set(data.words.includingPredicates),
    },
    roles: roleRulesOf(data),
    frames,
    mood: moodRulesOf(data, frames, relations),
    events: eventRulesOf(data),
    counts: countRulesOf(data),
  };
  grammars.set(pack, grammar);
  return grammar;
}
