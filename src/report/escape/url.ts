/** An address that may be made clickable: http, https or mailto, percent-encoded, without a password in it. */
export type SafeUrl = string & { readonly __brand: "SafeUrl" };

const SCHEMES: ReadonlySet<string> = new Set(["https:", "http:", "mailto:"]);
const LONGEST = 2000;

/** The address, or nothing where it isn't one or isn't one to click on. */
export function safeUrl(text: string | undefined): SafeUrl | null {
  if (text === undefined || text.length > LONGEST || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (!SCHEMES.has(url.protocol) || url.username !== "" || url.password !== "") return null;
  return url.href.replace(/[\\<>;"'`]/g, percent) as SafeUrl;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
