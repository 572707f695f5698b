import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Batch, packer, unpack } from "../../src/cli/batch.js";
import type { RawFile } from "../../src/model/source-file.js";

const KB = 1024;
const size = fc.oneof(fc.nat(9), fc.constantFrom(200 * KB, 300 * KB + 1, 512 * KB, 700 * KB));

function pack(files: readonly RawFile[]): readonly Batch[] {
  const { add, rest } = packer();
  return [...files.map(add), rest()].filter((batch) => batch !== null);
}

test("every file comes out once, in its order, with its bytes, at an even place", () => {
  fc.assert(
    fc.property(fc.array(size, { maxLength: 12 }), (sizes) => {
      const files = sizes.map((length, i) => ({ path: `${i}.txt`, bytes: new Uint8Array(length).fill(i + 1) }));
      const out = pack(files).flatMap((batch) => [...unpack(batch)]);
      expect(out.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
      for (const [i, { bytes }] of out.entries()) {
        expect(bytes.byteOffset % 2).toBe(0);
        expect(Buffer.from(bytes).equals(files[i]?.bytes ?? new Uint8Array())).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

test("small files share a batch, and nothing at all makes none", () => {
  expect(pack([1, 2, 3].map((n) => ({ path: `${n}`, bytes: new Uint8Array(n) })))).toHaveLength(1);
  expect(pack([])).toEqual([]);
});
