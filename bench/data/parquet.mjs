// The plainest Parquet file: one group of rows, every column required text, nothing compressed.
// Source of the layout: parquet.apache.org, "File Format" and "parquet.thrift".

const [I32, I64, BINARY, LIST, STRUCT] = [5, 6, 8, 9, 12];
const BYTE_ARRAY = 6;

function varint(number) {
  const bytes = [];
  for (let rest = BigInt(number); ; rest >>= 7n) {
    if (rest < 128n) return [...bytes, Number(rest)];
    bytes.push(Number(rest & 127n) | 128);
  }
}

const text = (value) => [...varint(Buffer.byteLength(value)), ...Buffer.from(value)];
const number = (value) => varint(BigInt(value) * 2n);

/** Fields in Thrift's compact protocol: each is [id, type, bytes], in order of the ids. */
function struct(...fields) {
  let last = 0;
  const bytes = fields.flatMap(([id, type, value]) => {
    const head = ((id - last) << 4) | type;
    last = id;
    return [head, ...value];
  });
  return [...bytes, 0];
}

const list = (type, items) => [
  ...(items.length < 15 ? [(items.length << 4) | type] : [0xf0 | type, ...varint(items.length)]),
  ...items.flat(),
];

function page(values) {
  const body = Buffer.concat(
    values.flatMap((value) => {
      const bytes = Buffer.from(value);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      return [length, bytes];
    }),
  );
  const data = struct([1, I32, number(values.length)], [2, I32, number(0)], [3, I32, number(3)], [4, I32, number(3)]);
  const head = struct(
    [1, I32, number(0)],
    [2, I32, number(body.length)],
    [3, I32, number(body.length)],
    [5, STRUCT, data],
  );
  return Buffer.concat([Buffer.from(head), body]);
}

/** A table of text as the bytes of a file. */
export function parquet(columns, rows) {
  const parts = [Buffer.from("PAR1")];
  let at = 4;
  const chunks = columns.map((column, i) => {
    const bytes = page(rows.map((row) => String(row[i])));
    const meta = struct(
      [1, I32, number(BYTE_ARRAY)],
      [2, LIST, list(I32, [number(0)])],
      [3, LIST, list(BINARY, [text(column)])],
      [4, I32, number(0)],
      [5, I64, number(rows.length)],
      [6, I64, number(bytes.length)],
      [7, I64, number(bytes.length)],
      [9, I64, number(at)],
    );
    const chunk = struct([2, I64, number(at)], [3, STRUCT, meta]);
    parts.push(bytes);
    at += bytes.length;
    return chunk;
  });
  const root = struct([4, BINARY, text("schema")], [5, I32, number(columns.length)]);
  const leaves = columns.map((column) =>
    struct([1, I32, number(BYTE_ARRAY)], [3, I32, number(0)], [4, BINARY, text(column)], [6, I32, number(0)]),
  );
  const group = struct([1, LIST, list(STRUCT, chunks)], [2, I64, number(at)], [3, I64, number(rows.length)]);
  const footer = Buffer.from(
    struct(
      [1, I32, number(1)],
      [2, LIST, list(STRUCT, [root, ...leaves])],
      [3, I64, number(rows.length)],
      [4, LIST, list(STRUCT, [group])],
    ),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([...parts, footer, length, Buffer.from("PAR1")]);
}
