/** A function that gives again what it made last, as long as it is given the same. */
export function keepLast<Given extends readonly unknown[], Made>(
  make: (...given: Given) => Made,
): (...given: Given) => Made {
  let last: { readonly given: Given; readonly made: Made } | undefined;
  return (...given) => {
    if (last === undefined || given.some((value, index) => value !== last?.given[index])) {
      last = { given, made: make(...given) };
    }
    return last.made;
  };
}
