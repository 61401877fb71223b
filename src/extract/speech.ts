import type { MentionItem } from "../model/mention.ts";
import { authorOf } from "./slots.ts";
import { isAhead, modalityOf, reportsSpeech, sourcePhrases } from "./mood.ts";
import type { Clause, Phrase } from "./parse.ts";
import { resolveItem } from "./references.ts";
import type { Reading, SentenceState } from "./state.ts";

type Source = number | { readonly words: string };

/** Who says a clause and how: through the clauses that report it, outermost first. */
export function readingOf(state: SentenceState, clause: Clause): Reading {
  const known = state.readings.get(clause);
  if (known !== undefined) return known;
  const { parent } = clause;
  const { mood } = state.grammar;
  const outer = parent === undefined ? undefined : readingOf(state, parent);
  const { governor } = clause;
  const reported =
    parent !== undefined &&
    governor === undefined &&
    clause.kind === "complement" &&
    reportsSpeech(parent, mood) !== undefined;
  const said = reported ? speakerOf(state, parent) : ownerOfGovernor(state, governor);
  const sources = sourcePhrases(clause)
    .flatMap(({ members }) => members)
    .flatMap((item) => resolveItem(state, item).slice(0, 1));
  const continued = parent === undefined && sources.length === 0 ? continuedSpeech(state, clause) : [];
  const attribution: Source[] = [
    ...(outer?.attribution ?? []),
    ...continued,
    ...(said === undefined ? [] : [said]),
    ...sources,
  ];
  const modality = modalityOf(clause, mood);
  const innermost = attribution.at(-1);
  const reading: Reading = {
    modality,
    attribution,
    // "said that the proposal that X should …": who speaks of a proposal does not make it.
    speaker:
      governor !== undefined && said === undefined
        ? undefined
        : typeof innermost === "number"
          ? innermost
          : state.paragraph.zone === "post"
            ? state.author
            : undefined,
    tense: isAhead(clause, modality) ? "future" : "past",
  };
  state.readings.set(clause, reading);
  return reading;
}

/** "X's claim that …": who makes the claim says what it holds. */
function ownerOfGovernor(state: SentenceState, governor: Phrase | undefined): Source | undefined {
  const owner = governor?.owners.find(({ by }) => by !== "adposition") ?? governor?.owners[0];
  return owner === undefined ? undefined : resolveItem(state, owner.item)[0];
}

/** Indirect speech without a verb of saying (Konjunktiv), and a quotation that goes on, are still said by who spoke last. */
function continuedSpeech(state: SentenceState, clause: Clause): readonly number[] {
  if (state.paragraph.zone === "post") return state.author === undefined ? [] : [state.author];
  const features = clause.group?.features;
  const indirect =
    state.grammar.clauses.order === "v2" && features?.has("subjunctive") === true && !features.has("past");
  const last = state.article.discourse.lastSpeaker();
  return (indirect || clause.quoted) && last !== undefined ? [last] : [];
}

/** Who says what a reporting clause reports: its subject, in the passive who issued the statement, else the words that name a source. */
export function speakerOf(state: SentenceState, clause: Clause): Source | undefined {
  const outer = clause.parent === undefined ? undefined : readingOf(state, clause.parent);
  const { agentMarkers } = state.grammar.frames;
  const agent = clause.phrases.find(({ marker }) => marker !== undefined && agentMarkers.has(marker));
  const passive = clause.group?.passive === true;
  const { frames } = state.grammar;
  const phrase = passive ? (agent ?? authorOf(clause, frames)) : (clause.subject ?? agent);
  // "In the letter it is said": whoever wrote it has spoken last.
  if (passive && phrase === undefined) {
    const document = clause.phrases.find(
      ({ marker, nouns }) => marker !== undefined && nouns.some(({ lemma }) => frames.documents.has(lemma)),
    );
    if (document?.owners.length === 0) return state.article.discourse.lastSpeaker();
  }
  const owner = phrase === undefined || phrase.members.length === 0 ? ownerOfReport(state, clause) : undefined;
  if (owner === undefined && phrase === undefined) return undefined;
  const item = owner ?? phrase?.members[0];
  if (item !== undefined) {
    const [found] = resolveItem(state, item, { clause, others: [], isSubject: true, speaker: outer?.speaker });
    if (found !== undefined) return found;
  }
  if (phrase === undefined) return undefined;
  const [first, last] = [state.sentence.tokens[phrase.from], state.sentence.tokens[phrase.to - 1]];
  return first === undefined || last === undefined
    ? undefined
    : { words: state.article.text.slice(first.start, last.end) };
}

/** "X's position is that …": without a subject who acts, the owner of the noun of saying speaks. */
function ownerOfReport(state: SentenceState, clause: Clause): MentionItem | undefined {
  const noun = reportsSpeech(clause, state.grammar.mood)?.noun;
  const phrase = clause.phrases.find(({ nouns }) => nouns.some(({ lemma }) => lemma === noun));
  return phrase?.owners.findLast(({ by }) => by === "genitive")?.item;
}
