import { describe, expect, test } from "vitest";
import { DragomanError } from "../../src/errors.ts";
import { decodeText } from "../../src/read/decode.ts";

const utf16 = (text: string, order: "little" | "big", mark: boolean): Buffer => {
  const bytes = Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");
  return order === "little" ? bytes : bytes.swap16();
};

const URDU = "وزیر خارجہ نے کہا۔\n";
const GERMAN = "Der Außenminister traf am Freitag ein.\r\n";

describe("what is text is decoded, and nothing but the byte order mark is taken away", () => {
  test.each([
    ["UTF-8", Buffer.from(URDU), URDU],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${GERMAN}`), GERMAN],
    ["a second mark is text", Buffer.from(`\uFEFF\uFEFFx`), "\uFEFFx"],
    ["UTF-16 little endian with a mark", utf16(URDU, "little", true), URDU],
    ["UTF-16 big endian with a mark", utf16(GERMAN, "big", true), GERMAN],
    ["UTF-16 little endian without a mark", utf16(GERMAN, "little", false), GERMAN],
    ["UTF-16 big endian without a mark", utf16(GERMAN, "big", false), GERMAN],
    ["Urdu in UTF-16 without a mark", utf16(URDU, "little", false), URDU],
    ["characters beyond the first plane", utf16("a 😀 b", "big", true), "a 😀 b"],
    ["composed letters", Buffer.from("Z\u00fcrich"), "Z\u00fcrich"],
    ["decomposed letters", Buffer.from("Zu\u0308rich"), "Zu\u0308rich"],
    ["line ends and trailing space", Buffer.from("a\r\nb\rc \n\n"), "a\r\nb\rc \n\n"],
    ["joiners and marks of direction", Buffer.from("می\u200cخواهم\u200f"), "می\u200cخواهم\u200f"],
  ])("%s", (_, bytes, text) => {
    expect(decodeText(bytes, "a.txt")).toBe(text);
  });
});

describe("what cannot be decoded without loss is an error that names the place", () => {
  test.each([
    [
      "a byte of Latin-1",
      Buffer.from([0x61, 0x0a, 0x62, 0xfc, 0x62]),
      /a\.txt: is not UTF-8 \(byte 3, in line 2\).*iconv/,
    ],
    ["an overlong form", Buffer.from([0x61, 0xe0, 0x80, 0xaf]), /byte 1\)/],
    ["half a character in UTF-8", Buffer.from([0x61, 0xed, 0xa0, 0x80]), /byte 1\)/],
    ["beyond the last character", Buffer.from([0xf4, 0x90, 0x80, 0x80]), /byte 0\)/],
    ["a character cut off at the end", Buffer.from([0x61, 0x62, 0xd9]), /byte 2\)/],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 8, 255, 1]), /binary file.*byte 4 is zero/],
    ["text with zeros on both sides", Buffer.from("a\0b\0\0c"), /binary file/],
    ["UTF-16 with half a unit", Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]), /begins as UTF-16, and is damaged at byte 4/],
    ["UTF-16 with half a character", utf16("ab\ud800c", "little", true), /damaged at byte 6/],
  ])("%s", (_, bytes, message) => {
    expect(() => decodeText(bytes, "a.txt")).toThrow(message);
    expect(() => decodeText(bytes, "a.txt")).toThrow(DragomanError);
  });

  test("every place at which a valid text can be cut within a character is found", () => {
    const bytes = Buffer.from("aä۔😀");
    for (const [length, offset] of [
      [2, 1],
      [4, 3],
      [6, 5],
      [7, 5],
      [8, 5],
    ] as const) {
      expect(() => decodeText(bytes.subarray(0, length), "a.txt")).toThrow(`byte ${offset})`);
    }
  });
});
