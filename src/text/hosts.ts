import { escapePattern } from "./escape-pattern.js";

/** Host names in text: what an address points at, and whether that is outside. */

const ADDRESS = /\b(?:https?|wss?):\/\/([^\s/"'`?#,;)\]|\\]{1,253})([^\s"'`?#,;)\]|\\]{0,200})/gi;
/** A part that is filled in at run time, in the writing of many languages. */
const FILLED_IN = /\$?\{\{?[^{}]{0,80}\}{1,2}|<[^<>]{0,60}>|%s|%\([a-z_]{1,40}\)s|\$[A-Z_]{2,60}/gi;
const MAY_FILL_IN = /[{<%$]/;
const LOCAL_NAMES = /^(localhost|.+\.localhost|host\.docker\.internal|0\.0\.0\.0|127(\.\d{1,3}){3}|\[?::1\]?)$/;
const PRIVATE = /^(10(\.\d{1,3}){3}|192\.168(\.\d{1,3}){2}|172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2})$/;
const INSIDE = /\.(local|internal|intranet|intra|corp|lan|home|svc|cluster\.local|localdomain)$/;
const RESERVED =
  /(^|\.)(example|test|invalid|example\.(com|org|net))$|^(your|my|some|the)[-_.]|placeholder|(^|[.-])your-|^(x{2,}|abc|xyz|foo|bar|example)[.-]|[-.]example[-.]|^\*(\.\*)*$/;

export interface Address {
  /** Lower case, without port and credentials; `*` where a part is filled in at run time. */
  readonly host: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Every address in a text, in order. */
export function addressesIn(text: string): readonly Address[] {
  const masked = !MAY_FILL_IN.test(text) ? text : text.replace(FILLED_IN, (part) => "*".padEnd(part.length, "\u0000"));
  return [...masked.matchAll(ADDRESS)].map((found) => ({
    host: plainHost((found[1] ?? "").replaceAll("\u0000", "")),
    path: (found[2] ?? "").replaceAll("\u0000", ""),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** The longest host that is read, with what is filled in at run time. */
const LONGEST_HOST = 253;

/**
 * A test that says whether an address in a text may lead to one of these hosts, in which `*` stands for any part. False
 * is certain; to say it, only what stands behind each `://` is looked at.
 */
export function addressTest(hosts: readonly string[]): (text: string) => boolean {
  const written = hosts.map((host) =>
    host
      .replace(/^\*|\*$/g, "")
      .split("*")
      .map(escapePattern)
      .join(`[^]{0,${LONGEST_HOST}}?`),
  );
  const pattern = new RegExp(written.join("|"), "i");
  return (text) => {
    for (let at = text.indexOf("://"); at >= 0; ) {
      // Of addresses that stand close together the stretch they share is looked at once.
      let end = at + 3 + LONGEST_HOST;
      let next = text.indexOf("://", at + 3);
      for (; next >= 0 && next <= end; next = text.indexOf("://", next + 3)) end = next + 3 + LONGEST_HOST;
      if (pattern.test(text.slice(at + 3, end))) return true;
      at = next;
    }
    return false;
  };
}

/** The host of one address or bare host name. */
export function hostOf(text: string): string | null {
  const first = addressesIn(text)[0];
  if (first !== undefined) return first.host;
  const bare = text.replace(FILLED_IN, "*").trim();
  return /^[\w*-]{1,63}(\.[\w*-]{1,63}){1,8}(:\d{1,5})?(\/\S{0,200})?$/.test(bare)
    ? plainHost(bare.split("/")[0] ?? "")
    : null;
}

function plainHost(text: string): string {
  return text
    .slice(text.lastIndexOf("@") + 1)
    .replace(/:(\d{1,5}|\*)?$/, "")
    .replace(/\.$/, "")
    .toLowerCase();
}

/** This computer, its containers, or a network that only the company can reach. */
export function isInsideHost(host: string): boolean {
  return LOCAL_NAMES.test(host) || PRIVATE.test(host) || INSIDE.test(host) || !host.includes(".");
}

/** A name that stands for another: reserved for examples, or "put yours here". */
export const isPlaceholderHost = (host: string): boolean => RESERVED.test(host);

/** A test for host patterns in which `*` stands for any part. */
export function hostPattern(pattern: string): (host: string) => boolean {
  if (!pattern.includes("*")) return (host) => host === pattern;
  const whole = new RegExp(`^${pattern.split("*").map(escapePattern).join("[\\w.*-]{1,200}")}$`);
  return (host) => host.length <= 253 && whole.test(host);
}
