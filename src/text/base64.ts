/** The text in base 64 (plain or URL-safe, padded or not), or nothing where it is none or holds no printable text. */
export function decodeBase64Text(encoded: string, longest = 65_536): string | null {
  const compact = encoded.replace(/\s+/g, "");
  if (compact.length === 0 || compact.length > longest || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(compact)) return null;
  if (compact.replace(/=+$/, "").length % 4 === 1) return null;
  const text = Buffer.from(compact, "base64").toString("utf8");
  return isPrintable(text) ? text : null;
}

function isPrintable(text: string): boolean {
  return text !== "" && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/.test(text);
}
