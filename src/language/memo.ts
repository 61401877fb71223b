/** Words that a memory holds before it begins to forget. A megabyte of news has some 15,000 different ones. */
const WORDS_KEPT = 20_000;

/**
 * Remembers what a function says of a word, since an article has few words and many tokens. Holds at most twice
 * `WORDS_KEPT` words, of which those that were not asked for lately go first, so that memory stays flat over any number
 * of articles.
 */
export function rememberWords<Value>(make: (word: string) => Value): (word: string) => Value {
  let recent = new Map<string, Value>();
  let earlier = new Map<string, Value>();
  return (word) => {
    const known = recent.get(word);
    if (known !== undefined) return known;
    if (recent.size >= WORDS_KEPT) {
      earlier = recent;
      recent = new Map();
    }
    const own = ownCopy(word);
    const value = earlier.get(word) ?? make(own);
    recent.set(own, value);
    return value;
  };
}

/** A part of a text keeps the whole text in memory for as long as it is kept itself; a copy does not. */
function ownCopy(word: string): string {
  return Buffer.from(word, "utf16le").toString("utf16le");
}
