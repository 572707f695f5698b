import type { Segment } from "../reading/segments.js";

/** A host that is named in a text, with its place. */
export interface NamedHost {
  readonly host: string;
  readonly start: number;
  readonly end: number;
}

/** What the names of managed databases, queues and warehouses end in. */
export const MANAGED_SUFFIXES = [
  "rds.amazonaws.com",
  "redshift.amazonaws.com",
  "redshift-serverless.amazonaws.com",
  "cache.amazonaws.com",
  "docdb.amazonaws.com",
  "es.amazonaws.com",
  "database.windows.net",
  "database.azure.com",
  "documents.azure.com",
  "redis.cache.windows.net",
  "servicebus.windows.net",
  "mongodb.net",
  "psdb.cloud",
  "neon.tech",
  "supabase.co",
  "cockroachlabs.cloud",
  "upstash.io",
  "snowflakecomputing.com",
  "cloud.databricks.com",
  "azuredatabricks.net",
  "gcp.databricks.com",
] as const;

const SUFFIX = new RegExp(`\\.(?:${MANAGED_SUFFIXES.map((suffix) => suffix.replace(/\./g, "\\.")).join("|")})\\b`, "g");
const DECLARED =
  /\b(?:db_?host|pg_?host|mysql_?host|redis_?host|database_?host|host(?:name)?|server|cluster_endpoint)["'\]]{0,2}\s{0,5}[=:,]\s{0,5}["'`]?(?<host>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})/gi;
const DATABASE =
  /postgres|mysql|mariadb|mongo|redis|psycopg|sqlalchemy|oracle|mssql|pymssql|pyodbc|snowflake|database|db_?host|pghost|redshift|clickhouse|dbname/i;
const SOCKET = /\/cloudsql\/(?<host>[a-z][a-z0-9-]{3,40}:[a-z0-9-]{3,40}:[A-Za-z0-9-]{1,80})/g;
const ADDRESS =
  /\b[a-z][a-z0-9+.-]{0,30}:\/\/(?:[^\s@/"'`<>]{1,200}@)?(?<host>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})/g;
const LABELS = /[A-Za-z0-9.-]{1,200}$/;
const REACH = 300;
const MOST = 200;

/** Hosts of managed databases and their like, wherever they stand. */
export function managedHosts({ text }: Segment): readonly NamedHost[] {
  return [...text.matchAll(SUFFIX)].slice(0, MOST).map(({ index, 0: suffix }) => {
    const labels = LABELS.exec(text.slice(Math.max(0, index - 200), index))?.[0] ?? "";
    return { host: `${labels}${suffix}`, start: index - labels.length, end: index + suffix.length };
  });
}

/** Hosts that are given to a name such as `host`, where a database is spoken of near it; and sockets of Cloud SQL. */
export function databaseHosts({ text }: Segment): readonly NamedHost[] {
  const declared = named(text, DECLARED).filter(({ start, end }) =>
    DATABASE.test(text.slice(Math.max(0, start - REACH), end + REACH)),
  );
  return [...declared, ...named(text, SOCKET)];
}

/** Hosts in addresses, and hosts given to a name such as `host`. */
export function addressedHosts({ text }: Segment): readonly NamedHost[] {
  return [...named(text, ADDRESS), ...named(text, DECLARED)];
}

function named(text: string, pattern: RegExp): readonly NamedHost[] {
  return [...text.matchAll(pattern)].slice(0, MOST).map((hit) => {
    const host = hit.groups?.host ?? "";
    const start = hit.index + hit[0].length - host.length;
    return { host, start, end: start + host.length };
  });
}
