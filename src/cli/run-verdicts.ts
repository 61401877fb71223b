import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { writeText } from "../exporters/write.ts";
import { importVerdicts } from "../pipeline/import-verdicts.ts";
import { encodeVerdicts } from "../pipeline/verdict-file.ts";
import { readVerdicts } from "../pipeline/verdict-log.ts";
import { decodeText } from "../read/decode.ts";
import { unreadable } from "../read/unreadable.ts";
import { logDiagnostic } from "./logger.ts";
import { countOf, print } from "./output.ts";
import { createEventDisplay } from "./run-build.ts";

/** Writes the verdicts of a graph to a file or to standard output. */
export async function runVerdictsExport(folder: string, output: string): Promise<void> {
  const lines = encodeVerdicts(await readVerdicts(folder, logDiagnostic));
  if (output !== "-") await writeText(lines, output);
  else for (const line of lines) await print(line);
}

/** Takes the verdicts of a file, or of standard input, over into a graph, and tells how many there were. */
export async function runVerdictsImport(folder: string, file: string): Promise<void> {
  const at = file === "-" ? "standard input" : file;
  const bytes = await (file === "-" ? buffer(process.stdin) : readFile(file)).catch((error: unknown) => {
    throw unreadable(at, error);
  });
  const { onEvent, clear } = createEventDisplay();
  const { added, known, size } = await importVerdicts({
    graphFolder: folder,
    text: decodeText(bytes, at),
    at,
    onEvent,
  }).finally(clear);
  await print(
    `${folder}: ${countOf(added, "verdict")} taken over, ${known} known; ` +
      `${countOf(size.nodes, "node")}, ${countOf(size.edges, "edge")}\n`,
  );
}
