import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { zipSync } from "fflate";
import { zipMembers } from "../../../src/text/tables/zip.js";

const contents = (bytes: Uint8Array) =>
  Object.fromEntries(zipMembers(bytes).map(({ name, read }) => [name, Buffer.from(read()).toString()]));

test("what was packed comes out, deflated or stored", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-zé]{1,9}$/), fc.string({ maxLength: 500 }), { maxKeys: 5 }),
      fc.constantFrom(0 as const, 6 as const),
      (files, level) => {
        const packed = zipSync(
          Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])),
          { level, comment: "a comment" } as { level: 0 | 6 },
        );
        expect(contents(packed)).toEqual({ ...files });
      },
    ),
    { numRuns: 50 },
  );
});

/** Where the directory's first entry begins. */
const entryOf = (bytes: Uint8Array) => Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));

test("an archive that says less than it holds gives no more than it says", () => {
  const bytes = Buffer.from(zipSync({ a: Buffer.alloc(100_000, 97) }));
  bytes.writeUInt32LE(10, entryOf(bytes) + 24);
  expect(() => zipMembers(bytes)[0]?.read()).toThrow();
});

test("what is encrypted or packed in a rare way is left out", () => {
  const bytes = Buffer.from(zipSync({ a: Buffer.from("a") }));
  const [encrypted, rare] = [Buffer.from(bytes), Buffer.from(bytes)];
  encrypted.writeUInt16LE(1, entryOf(bytes) + 8);
  rare.writeUInt16LE(12, entryOf(bytes) + 10);
  expect([zipMembers(encrypted), zipMembers(rare)]).toEqual([[], []]);
});

test("other bytes are no archive", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => expect(() => zipMembers(bytes)).toThrow()));
});
