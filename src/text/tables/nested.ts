/** Text within text: percent encoding, base64, and JSON in a string. Looked into at most twice. */

const LEAST_BASE64 = 32;
const MOST_BASE64 = 4 * 1024 * 1024;

/** What a string may hold beside itself, decoded up to twice; the string itself where nothing had to be decoded. */
export function embedded(text: string): readonly string[] {
  const once = decodedOnce(text);
  if (once === null) return [text];
  return [decodedOnce(once) ?? once];
}

function decodedOnce(text: string): string | null {
  return percentDecoded(text) ?? base64Decoded(text);
}

function percentDecoded(text: string): string | null {
  if (!text.includes("%") || !/%(?:25)?40|%7B%22/i.test(text)) return null;
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

function base64Decoded(text: string): string | null {
  if (!/^[A-Za-z0-9+/_=-]{32}/.test(text)) return null;
  const compact = text.length <= MOST_BASE64 && text.length >= LEAST_BASE64 ? text.replace(/\s/g, "") : "";
  if (compact.length < LEAST_BASE64 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(compact)) return null;
  const decoded = Buffer.from(compact, "base64").toString("utf8");
  return isReadable(decoded) ? decoded : null;
}

/** True for a text without controls and without marks of a wrong encoding at its head. */
export function isReadable(text: string): boolean {
  const head = text.slice(0, 400);
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    const unit = head.charCodeAt(i);
    if (unit === 0xfffd || (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13)) odd++;
  }
  return odd === 0 && head.length > 10;
}

/** Running text with its percent encoding taken out, twice where it was put in twice; the same text where there is none. */
export function percentDecodedText(text: string): string {
  const once = percentDecoded(text);
  return once === null ? text : (percentDecoded(once) ?? once);
}
