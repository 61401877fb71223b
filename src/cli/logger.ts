import { styleText } from "node:util";
import { createConsola, type ConsolaInstance, type LogObject } from "consola/core";
import type { Diagnostic } from "../model/diagnostic.ts";

/** How a line of each kind begins. What has no entry is written as it is. */
const MARKS: Readonly<Record<string, { readonly word: string; readonly colour: "red" | "yellow" }>> = {
  error: { word: "error: ", colour: "red" },
  warn: { word: "warning: ", colour: "yellow" },
};

/** Writes messages for people to standard error, one a line, so that standard output holds results only. */
export const logger: ConsolaInstance = createConsola({
  throttle: 0,
  level: 3,
  reporters: [{ log: (entry) => process.stderr.write(`${formatEntry(entry)}\n`) }],
});

/** Tells what a build or an open graph reports. */
export function logDiagnostic({ severity, message, at }: Diagnostic): void {
  const text = at === undefined ? message : `${at}: ${message}`;
  if (severity === "error") logger.error(text);
  else if (severity === "warning") logger.warn(text);
  else logger.info(text);
}

/** Whether colours may be used on a stream (https://no-color.org). */
export function hasColours(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && (process.env["NO_COLOR"] ?? "") === "";
}

function formatEntry({ type, args }: LogObject): string {
  const text = args.map((part: unknown) => toPlainText(String(part))).join(" ");
  const mark = MARKS[type];
  if (mark === undefined) return text;
  return `${hasColours(process.stderr) ? styleText(mark.colour, mark.word) : mark.word}${text}`;
}

/** Text from articles and names of files may hold codes that a terminal obeys. Line ends and tabs stay. */
export function toPlainText(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, "\uFFFD");
}
