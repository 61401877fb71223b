import { isUtf8 } from "node:buffer";
import { DragomanError } from "../errors.ts";

const REMEDY = "convert it to UTF-8 first, for example with: iconv -f WINDOWS-1252 -t UTF-8";

/**
 * Decodes a text: UTF-8, or UTF-16 in either byte order. A byte order mark is removed, nothing else is changed.
 *
 * UTF-16 without a byte order mark is taken as such only where nothing speaks against it. Whatever cannot be decoded
 * without loss throws `INPUT_UNREADABLE`: a replacement character would shift no offset and falsify every quote.
 */
export function decodeText(bytes: Buffer, at: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), "little", at);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes.subarray(2), "big", at);
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    const text = guessUtf16(bytes);
    if (text !== undefined) return text;
    throw new DragomanError("INPUT_UNREADABLE", `is a binary file, not text (byte ${zero} is zero)`, { at });
  }
  if (!isUtf8(bytes)) {
    const offset = invalidUtf8Offset(bytes);
    const line = countLines(bytes.subarray(0, offset));
    const place = line === 1 ? `byte ${offset}` : `byte ${offset}, in line ${line}`;
    throw new DragomanError("INPUT_UNREADABLE", `is not UTF-8 (${place}); ${REMEDY}`, { at });
  }
  const text = bytes.toString("utf8");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function decodeUtf16(bytes: Buffer, order: "little" | "big", at: string): string {
  const problem = (offset: number): DragomanError =>
    new DragomanError("INPUT_UNREADABLE", `begins as UTF-16, and is damaged at byte ${offset + 2}; ${REMEDY}`, { at });
  if (bytes.length % 2 !== 0) throw problem(bytes.length - 1);
  const text = toUtf16(bytes, order);
  const half = text.search(/\p{Surrogate}/u);
  if (half !== -1) throw problem(half * 2);
  return text;
}

function toUtf16(bytes: Buffer, order: "little" | "big"): string {
  return (order === "little" ? bytes : Buffer.from(bytes).swap16()).toString("utf16le");
}

/**
 * The text, if bytes that hold zeros are clearly UTF-16: spaces and line ends put zeros into one half of each unit
 * only, and every unit is an assigned character that occurs in text.
 */
function guessUtf16(bytes: Buffer): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < bytes.length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  if (even > 0 && odd > 0) return undefined;
  const text = toUtf16(bytes, odd > 0 ? "little" : "big");
  return /[^\P{C}\p{Cf}\t\n\f\r]/u.test(text) || !/\s/u.test(text) ? undefined : text;
}

/** Offset of the first byte that begins no well-formed sequence (Unicode 16, table 3-7). */
function invalidUtf8Offset(bytes: Uint8Array): number {
  let offset = 0;
  while (offset < bytes.length) {
    const length = sequenceLength(bytes, offset);
    if (length === 0) return offset;
    offset += length;
  }
  return offset;
}

/** Bytes of the well-formed sequence at `offset`, or 0 where there is none. */
function sequenceLength(bytes: Uint8Array, offset: number): number {
  const first = bytes[offset] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  // Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  for (let index = 1; index < length; index += 1) {
    const next = bytes[offset + index] ?? 0;
    if (next < (index === 1 ? lowest : 0x80) || next > (index === 1 ? highest : 0xbf)) return 0;
  }
  return length;
}

function countLines(bytes: Uint8Array): number {
  let lines = 1;
  for (const byte of bytes) if (byte === 0x0a) lines += 1;
  return lines;
}
