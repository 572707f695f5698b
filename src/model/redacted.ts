/** Text that is safe to show: no secret, no control characters, no endless lines. Only {@link redact} makes one. */
export type Redacted = string & { readonly __brand: "Redacted" };

/** So many characters of a secret in a row never survive redaction. */
export const SECRET_WINDOW = 8;
const LONGEST = 400;
const MASK = "…";

/** C0 and C1 controls, bidirectional overrides, zero-width characters, line and paragraph separators. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * The only way from raw text to text that may be shown.
 *
 * Promise: no run of {@link SECRET_WINDOW} or more characters of any of `secrets` is in the result
 * (a shorter secret is removed whole), nothing invisible is, and it is at most 400 characters long.
 */
export function redactor(secrets: readonly string[]): (text: string) => Redacted {
  const clean = [...new Set(secrets.map(visible))].filter((secret) => secret.trim() !== "");
  const short = clean.filter((secret) => secret.length < SECRET_WINDOW).sort((a, b) => b.length - a.length);
  const windows = new Set(clean.flatMap(windowsOf));
  return (text) => cap(maskShort(maskWindows(visible(text.slice(0, 4 * LONGEST)), windows), short)) as Redacted;
}

/** For text in which there is no secret: nothing invisible is left, and it is at most 400 characters long. */
export const redact = redactor([]);

function visible(text: string): string {
  return text.replace(INVISIBLE, " ");
}

function windowsOf(secret: string): readonly string[] {
  const count = secret.length - SECRET_WINDOW + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => secret.slice(i, i + SECRET_WINDOW));
}

function maskShort(text: string, secrets: readonly string[]): string {
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
}

function maskWindows(text: string, windows: ReadonlySet<string>): string {
  if (windows.size === 0) return text;
  const kept: string[] = [];
  let done = 0;
  let i = 0;
  while (i + SECRET_WINDOW <= text.length) {
    if (!windows.has(text.slice(i, i + SECRET_WINDOW))) {
      i++;
      continue;
    }
    let end = i + SECRET_WINDOW;
    while (windows.has(text.slice(end - SECRET_WINDOW + 1, end + 1))) end++;
    kept.push(text.slice(done, i), MASK);
    done = end;
    i = end;
  }
  return kept.join("") + text.slice(done);
}

function cap(text: string): string {
  const points = [...text];
  return points.length <= LONGEST ? text : `${points.slice(0, LONGEST - 1).join("")}${MASK}`;
}
