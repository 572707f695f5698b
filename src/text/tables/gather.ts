import { COLUMNS, LONGEST, ROWS, type Table } from "./table.js";

/**
 * Records with differing keys, gathered straight into rows: a column for each way to a value, in the order in which they
 * were first seen. Nothing is made for a record but its row.
 */
export interface Gathered {
  readonly columns: string[];
  readonly rows: string[][];
  readonly ways: Map<string, Way>;
  /** An address is among the values of the first rows. */
  mayReach: boolean;
  /** The columns of the last row that came with its own, and where they are. */
  last: { readonly columns: readonly string[]; readonly places: readonly number[] } | null;
}

/** A key: its column, where plain values stood under it, and the keys below it. */
interface Way {
  column: number;
  readonly below: Map<string, Way>;
}

const NONE = -1;
/** Only so many rows are asked for addresses. */
const PEEKED = 100;
const DEEPEST = 4;
const LONGEST_KEY = 100;
const LONGEST_LIST = 20;

export const gathered = (): Gathered => ({ columns: [], rows: [], ways: new Map(), mayReach: false, last: null });

export function addRecord(to: Gathered, record: ReadonlyMap<string, string>): void {
  const row = emptyRow(to);
  for (const [key, value] of record) put(to, row, wayTo(to.ways, key), key, value);
  to.rows.push(row);
}

/** Nested objects become columns with the way to them: `address.city`. Lists of plain values are joined. */
export function addObject(to: Gathered, value: object): void {
  const row = emptyRow(to);
  flatten(to, row, to.ways, "", value, 0);
  to.rows.push(row);
}

/** A row whose values stand in the order of the columns that are named. Takes the values over. */
export function addRow(to: Gathered, columns: readonly string[], values: string[]): void {
  if (to.last?.columns !== columns) to.last = { columns, places: columns.map((name) => placeOf(to, name)) };
  const { places } = to.last;
  if (values.length === to.columns.length && places.length === values.length && places.every((at, i) => at === i)) {
    notice(to, values);
    to.rows.push(values);
    return;
  }
  const row = emptyRow(to);
  for (const [i, value] of values.entries()) {
    const place = places[i] ?? placeOf(to, `column ${i + 1}`);
    if (place !== NONE) set(row, place, value);
  }
  notice(to, row);
  to.rows.push(row);
}

/** `total` is how many rows there are, as far as can be told. */
export function tableOf(from: Gathered, name: string, at: number, total: number): Table {
  const { columns, rows, mayReach } = from;
  for (const row of rows) while (row.length < columns.length) row.push("");
  return { name, columns, rows, total: Math.max(total, rows.length), mayReach, at };
}

/** True where no more rows are kept. */
export const isFilled = ({ rows }: Gathered): boolean => rows.length >= ROWS;

const emptyRow = ({ columns }: Gathered): string[] => new Array<string>(columns.length).fill("");

function wayTo(ways: Map<string, Way>, key: string): Way {
  const known = ways.get(key);
  if (known !== undefined) return known;
  const way = { column: NONE, below: new Map<string, Way>() };
  ways.set(key, way);
  return way;
}

/** The column of a name, made where there is none yet; none where there are enough. */
function placeOf(to: Gathered, name: string): number {
  const way = wayTo(to.ways, name);
  if (way.column === NONE && to.columns.length < COLUMNS) way.column = to.columns.push(name) - 1;
  return way.column;
}

function put(to: Gathered, row: string[], way: Way, name: string, value: string): void {
  if (way.column === NONE && to.columns.length < COLUMNS) way.column = to.columns.push(name) - 1;
  if (way.column !== NONE) set(row, way.column, value);
  if (!to.mayReach && to.rows.length < PEEKED) to.mayReach = value.includes("@");
}

function set(row: string[], place: number, value: string): void {
  while (row.length < place) row.push("");
  row[place] = value;
}

function notice(to: Gathered, values: readonly string[]): void {
  if (!to.mayReach && to.rows.length < PEEKED) to.mayReach = values.some((value) => value.includes("@"));
}

/** Goes on from so many values, and gives how many there are then: a record of very many isn't one about people. */
function flatten(
  to: Gathered,
  row: string[],
  ways: Map<string, Way>,
  prefix: string,
  value: object,
  depth: number,
  from = 0,
): number {
  let count = from;
  for (const key of Object.keys(value)) {
    if (count > COLUMNS) break;
    const entry = (value as Readonly<Record<string, unknown>>)[key];
    const own = key.length > LONGEST_KEY ? key.slice(0, LONGEST_KEY) : key;
    const text = plainText(entry);
    if (text !== null) {
      const way = wayTo(ways, own);
      put(to, row, way, way.column === NONE ? prefix + own : "", text);
      count++;
    } else if (depth < DEEPEST && isObject(entry)) {
      count = flatten(to, row, wayTo(ways, own).below, `${prefix}${own}.`, entry, depth + 1, count);
    }
  }
  return count;
}

/** A value as text; nothing for objects, and for lists that are long or hold more than plain values. */
function plainText(value: unknown): string | null {
  if (typeof value === "string") return value.length > LONGEST ? value.slice(0, LONGEST) : value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value === null) return "";
  const isList = Array.isArray(value) && value.length < LONGEST_LIST;
  return isList && value.every((item) => typeof item !== "object") ? value.join(", ").slice(0, LONGEST) : null;
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
