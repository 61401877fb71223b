/** Words that a memory holds before it begins to forget. A megabyte of news has some 15,000 different ones. */
const WORDS_KEPT = 20_000;
/** Places of an empty table, a power of two as all sizes of one. */
const FIRST_PLACES = 256;

/**
 * Remembers what a function says of a word, since an article has few words and many tokens. A word is looked up by its
 * letters where it stands in its text, and cut out of it only when it is new. Holds at most twice `WORDS_KEPT` words, of
 * which those that were not asked for lately go first, so that memory stays flat over any number of articles.
 */
export function rememberParts<Value>(make: (word: string) => Value): (text: string, from: number, to: number) => Value {
  let recent = new WordTable<Value>();
  let earlier = new WordTable<Value>();
  return (text, from, to) => {
    const hash = hashOf(text, from, to);
    const known = recent.find(text, from, to, hash);
    if (known !== undefined) return known.value;
    if (recent.size >= WORDS_KEPT) {
      earlier = recent;
      recent = new WordTable();
    }
    let row = earlier.find(text, from, to, hash);
    if (row === undefined) {
      const word = ownCopy(text.slice(from, to));
      row = { word, hash, value: make(word) };
    }
    recent.add(row);
    return row.value;
  };
}

/** The same for words that stand by themselves. */
export function rememberWords<Value>(make: (word: string) => Value): (word: string) => Value {
  const remembered = rememberParts(make);
  return (word) => remembered(word, 0, word.length);
}

interface Row<Value> {
  readonly word: string;
  readonly hash: number;
  readonly value: Value;
}

/** Words by their letters: a hash table in which a row that finds its place taken goes to the next that is free. */
class WordTable<Value> {
  size = 0;
  #rows: (Row<Value> | undefined)[] = emptyRows(FIRST_PLACES);

  find(text: string, from: number, to: number, hash: number): Row<Value> | undefined {
    const rows = this.#rows;
    const last = rows.length - 1;
    for (let place = hash & last; ; place = (place + 1) & last) {
      const row = rows[place];
      if (row === undefined || (row.hash === hash && isSame(row.word, text, from, to))) return row;
    }
  }

  add(row: Row<Value>): void {
    this.size += 1;
    // Half of the places stay free, so that few rows lie between a word and its place.
    if (2 * this.size > this.#rows.length) {
      const rows = this.#rows;
      this.#rows = emptyRows(2 * rows.length);
      for (const old of rows) if (old !== undefined) this.#put(old);
    }
    this.#put(row);
  }

  #put(row: Row<Value>): void {
    const rows = this.#rows;
    const last = rows.length - 1;
    let place = row.hash & last;
    while (rows[place] !== undefined) place = (place + 1) & last;
    rows[place] = row;
  }
}

function emptyRows<Value>(length: number): (Row<Value> | undefined)[] {
  return Array.from({ length }, () => undefined);
}

/** FNV-1a of the code units, whose upper bits are mixed into the lower ones, by which a place is found. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isSame(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i += 1) if (word.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  return true;
}

/** A part of a text keeps the whole text in memory for as long as it is kept itself; a copy does not. */
function ownCopy(word: string): string {
  return Buffer.from(word, "utf16le").toString("utf16le");
}
