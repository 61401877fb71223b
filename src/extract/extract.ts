import type { Segmented } from "../language/document.ts";
import { createPhonetics } from "../language/phonetic.ts";
import type { Extraction } from "../model/extraction.ts";
import type { LanguageCode } from "../model/ids.ts";
import type { MentionItem } from "../model/mention.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import { createReader } from "./reader.ts";
import type { SentenceState } from "./state.ts";
import { homeState } from "./home.ts";
import { createWorld } from "./world.ts";
import type { Sentence } from "../language/document.ts";

/** What an article says, without the fields that its caller knows: article and key. */
export type Extracted = Omit<Extraction, "format" | "article" | "key">;

/**
 * Makes the stage that reads statements off an article whose mentions are known. `watch` is shown each sentence when it
 * was read.
 */
export function createExtractor(
  knowledge: Knowledge,
  watch: (sentence: SentenceState) => void = () => undefined,
): (segmented: Segmented, mentions: ReadonlyMap<Sentence, readonly MentionItem[]>) => Extracted {
  const phonetics = createPhonetics(knowledge.letters);
  const world = createWorld(knowledge, phonetics);
  return (segmented, mentions) => {
    const reader = createReader(
      knowledge,
      world,
      phonetics,
      segmented.article.text,
      homeState(segmented, mentions, world),
      segmented.anchor,
    );
    for (const paragraph of segmented.paragraphs) {
      for (const sentence of paragraph.sentences) reader.introduce(sentence, mentions.get(sentence) ?? [], paragraph);
    }
    for (const paragraph of segmented.paragraphs) if (paragraph.author !== undefined) reader.author(paragraph);
    for (const paragraph of segmented.paragraphs) {
      for (const sentence of paragraph.sentences) watch(reader.read(sentence, mentions.get(sentence) ?? [], paragraph));
    }
    return {
      language: segmented.language as LanguageCode,
      covered: segmented.covered,
      anchor: segmented.anchor,
      ...reader.finish(),
    };
  };
}
