import { isMadeUp } from "../keys/made-up.js";
import type { Segment } from "../reading/segments.js";

/** The address of a service with a login in it. */
export interface CredentialUrl {
  readonly scheme: string;
  readonly user: string;
  readonly password: string;
  readonly host: string;
  readonly database: string;
  readonly start: number;
  readonly end: number;
}

const PATTERN =
  /\b(?<scheme>postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|amqps?|mssql|sqlserver|snowflake|redshift|clickhouse|cockroachdb|oracle|neo4j|ftps?|sftp|smtps?)(?:\+[a-z0-9]{1,16})?:\/\/(?<user>[^\s:@/"'`<>{}$\\]{0,100}):(?<password>[^\s@/"'`<>{}$\\]{3,200})@(?<host>[A-Za-z0-9.-]{1,200})(?::\d{1,5})?(?:\/(?<database>[\w.-]{0,100}))?/g;

const SCHEMES =
  "postgres postgresql mysql mariadb mongodb redis rediss amqp amqps mssql sqlserver snowflake redshift clickhouse cockroachdb oracle neo4j ftp ftps sftp smtp smtps".split(
    " ",
  );

/** What an address with a login begins with: one of these is in the file. */
export const URL_KEYWORDS = SCHEMES.flatMap((scheme) => [`${scheme}://`, `${scheme}+`]);

/** The rarest part of such an address: most texts have none and are done with. */
const LOGIN = /:\/\/[^\s@/"'`<>{}$\\]{4,301}@/;

const MOST = 200;

export function credentialUrls({ text }: Segment): readonly CredentialUrl[] {
  if (!LOGIN.test(text)) return [];
  return [...text.matchAll(PATTERN)].slice(0, MOST).map(({ index, 0: whole, groups = {} }) => ({
    scheme: groups.scheme ?? "",
    user: groups.user ?? "",
    password: groups.password ?? "",
    host: (groups.host ?? "").toLowerCase(),
    database: groups.database ?? "",
    start: index,
    end: index + whole.length,
  }));
}

const LOCAL =
  /^(localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|\.(local|localhost|test|invalid|internal\.test)$|^host\.docker\.internal$/;
const DOCUMENTED =
  /(^|\.)(example\.(com|org|net)|your-?\w{0,20}|my-?(host|server|domain)\w{0,10})(\.|$)|^(host|hostname|server)\b/;

/** Hosts of the own computer and of compose files (`db`, `postgres`), and hosts that only documentation knows. */
export function isHarmlessHost(host: string): boolean {
  return !host.includes(".") || LOCAL.test(host) || DOCUMENTED.test(host);
}

const WEAK =
  /^(pass(word|wd)?|pwd|pw|secret|postgres|root|admin|test|guest|user(name)?|mysql|redis|mongo|rabbitmq|change.?me|my.?secret.?password|p4ss|foo|bar|baz|abc\d*|123\d*|x+|\*+|\.+|_+|%s|%\w+%|dummy|token|api.?key)\d{0,4}!?$/i;

/** A password that everybody writes when there is none to write. */
export function isPlaceholderPassword(password: string, user: string): boolean {
  return (
    WEAK.test(password) ||
    password.toLowerCase() === user.toLowerCase() ||
    /your|example|placeholder|redacted|\[|x{3}/i.test(password)
  );
}

/** Random, or at least made of several kinds of characters as a password is. */
export function isPasswordLike(password: string): boolean {
  if (!isMadeUp(password)) return true;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
  return password.length >= 8 && kinds >= 3;
}
