import type { Diagnostic } from "../model/diagnostic.ts";
import { extractTexts, type ExtractTextsOptions } from "../pipeline/extract-texts.ts";
import { encodeExtraction } from "../read/json-lines.ts";
import { readInputs, type ReadOptions } from "../read/read-inputs.ts";
import { logDiagnostic, logger } from "./logger.ts";
import { countOf, print } from "./output.ts";

type Options = Pick<ReadOptions, "publishedAt" | "language"> & Pick<ExtractTextsOptions, "jobs" | "gazetteers">;

/** Writes what articles say to standard output. Returns whether everything that was given is in it. */
export async function runExtract(inputs: readonly string[], options: Options): Promise<boolean> {
  let errors = 0;
  const report = (diagnostic: Diagnostic): void => {
    if (diagnostic.severity === "error") errors += 1;
    logDiagnostic(diagnostic);
  };
  const texts = readInputs(inputs, { ...options, report });
  for await (const { found, extraction } of extractTexts(texts, { ...options, report })) {
    await print(encodeExtraction(found, extraction));
  }
  if (errors > 0) {
    const what = countOf(errors, "part of the input is", "parts of the input are");
    logger.error(`${what} left out, as told above; the rest is written`);
  }
  return errors === 0;
}
