import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { decode, isUtf16, looksBinary } from "../../src/text/decode.js";

const bytes = (...parts: (number[] | Buffer)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));
const text = (content: Buffer) => {
  const decoded = decode(content);
  return decoded.kind === "text" ? decoded.text : null;
};

test.each([
  ["ASCII", Buffer.from("plain"), "plain"],
  ["UTF-8", Buffer.from("café €"), "café €"],
  ["UTF-8 with a mark", bytes([0xef, 0xbb, 0xbf], Buffer.from("mark €")), "mark €"],
  ["Windows-1252", bytes(Buffer.from("caf"), [0xe9, 0x80, 0x93, 0x81, 0x9f]), "café€“\x81Ÿ"],
  ["UTF-16 with a mark", bytes([0xff, 0xfe], Buffer.from("hi €", "utf16le")), "hi €"],
  ["UTF-16 the other way", bytes([0xfe, 0xff], Buffer.from("hi", "utf16le").swap16()), "hi"],
  ["UTF-16 without a mark", Buffer.from("password=1", "utf16le"), "password=1"],
  ["nothing", Buffer.alloc(0), ""],
  ["zeros", bytes([1, 2, 0, 4, 0, 0, 7, 8, 9]), null],
])("%s", (_, content, expected) => {
  expect(text(content)).toBe(expected);
  expect(looksBinary(content)).toBe(expected === null);
});

test("what was written as UTF-8 comes back, from any place in a larger buffer", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(9), (content, offset) => {
      fc.pre(!content.includes("\0") && !content.startsWith("\ufeff"));
      const own = Buffer.from(content);
      const large = Buffer.concat([Buffer.alloc(offset, 1), own, Buffer.alloc(3, 1)]);
      const view = large.subarray(offset, offset + own.length);
      fc.pre(!isUtf16(view));
      expect(text(view)).toBe(content);
    }),
  );
});

test("any bytes decode without a throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (content) => {
      expect(["text", "binary"]).toContain(decode(content).kind);
    }),
  );
});
