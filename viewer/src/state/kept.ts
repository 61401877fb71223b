/** What the browser keeps for this page under a name, whatever that is; `undefined` where there is nothing. */
export function readKept(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`dragoman.${name}`) ?? "null") ?? undefined;
  } catch {
    // A browser may keep nothing for pages, and anything may stand there.
    return undefined;
  }
}

/** Keeps a value that JSON can say. Where the browser keeps nothing for pages, it lasts as long as the page. */
export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(`dragoman.${name}`, JSON.stringify(value));
  } catch {
    return;
  }
}
