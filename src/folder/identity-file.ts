import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Identity, UnsurePair } from "../model/identity.ts";
import { readFileLines } from "./file-lines.ts";

/** Writes what nodes are made of, a node a line. */
export function writeIdentityFile(path: string, identities: Iterable<Identity>): Promise<void> {
  return writeLines(path, identities);
}

/** Reads, one at a time, what `writeIdentityFile` wrote. */
export function readIdentityFile(path: string): AsyncGenerator<Identity> {
  return readLines<Identity>(path);
}

/** Writes pairs of nodes that somebody should decide on, in their order. */
export function writeUnsureFile(path: string, pairs: Iterable<UnsurePair>): Promise<void> {
  return writeLines(path, pairs);
}

/** Reads what `writeUnsureFile` wrote. */
export async function readUnsureFile(path: string): Promise<readonly UnsurePair[]> {
  const pairs: UnsurePair[] = [];
  for await (const pair of readLines<UnsurePair>(path)) pairs.push(pair);
  return pairs;
}

async function writeLines(path: string, values: Iterable<unknown>): Promise<void> {
  await pipeline(Readable.from(toLines(values)), createWriteStream(path, { flush: true }));
}

function* toLines(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`;
}

async function* readLines<Value>(path: string): AsyncGenerator<Value> {
  for await (const { text } of readFileLines(path)) yield JSON.parse(text) as Value;
}
