/** Checks that tell a real token from one that only looks like it, without asking anybody. */

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The CRC-32 (IEEE) of ASCII text, as an unsigned number. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i) & 0xff;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A number in base 62 with the digits 0-9 A-Z a-z, filled with zeros on the left. */
export function base62(value: number, width: number): string {
  let rest = value;
  let text = "";
  do {
    text = BASE62.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  } while (rest > 0);
  return text.padStart(width, "0");
}

/**
 * True where the last six characters are the checksum of the thirty before them: GitHub's and npm's tokens.
 * Source: https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function endsInChecksum(token: string): boolean {
  const body = token.slice(-36, -6);
  return body.length === 30 && base62(crc32(body), 6) === token.slice(-6);
}

/**
 * The twelve digits of the account that an AWS access key id belongs to, or nothing for ids of the old kind.
 * Source: https://summitroute.com/blog/2018/06/20/aws_security_credential_types/ and the id's base 32 form.
 */
export function awsAccountOf(keyId: string): string | null {
  const body = keyId.slice(4);
  if (body.length !== 16 || /^[IJ]/.test(body)) return null;
  let bits = 0n;
  for (const letter of body.slice(0, 10)) {
    const digit = BASE32.indexOf(letter);
    if (digit < 0) return null;
    bits = (bits << 5n) | BigInt(digit);
  }
  const account = ((bits >> 2n) & 0x7fffffffff80n) >> 7n;
  return account.toString().padStart(12, "0").slice(-12);
}
