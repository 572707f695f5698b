import { cellText } from "./records.js";
import { COLUMNS, type Extraction, ROWS } from "./table.js";

/** The first rows of a Parquet file. */
export async function readParquet(bytes: Uint8Array): Promise<Extraction> {
  const [{ parquetMetadata, parquetReadObjects, parquetSchema }, { compressors }] = await Promise.all([
    import("hyparquet"),
    import("hyparquet-compressors"),
  ]);
  const file = new Uint8Array(bytes).buffer;
  const metadata = parquetMetadata(file);
  const columns = parquetSchema(metadata)
    .children.map(({ element }) => element.name)
    .slice(0, COLUMNS);
  const total = Number(metadata.num_rows);
  const records = await parquetReadObjects({ file, metadata, compressors, rowEnd: Math.min(total, ROWS) });
  const rows = records.map((record) => columns.map((column) => cellText(record[column])));
  return { tables: [{ name: "rows", columns, rows, total, at: 0 }], gaps: [] };
}
