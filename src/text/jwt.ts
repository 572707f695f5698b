import { decodeBase64Text } from "./base64.js";

/** What a JSON web token says of itself. Its signature is not checked: nobody here has the key. */
export interface Claims {
  readonly [claim: string]: unknown;
}

/** The claims of a token of three parts, or nothing where it is no JSON web token. Never throws. */
export function claimsOf(token: string): Claims | null {
  const parts = token.split(".");
  if (parts.length !== 3 || token.length > 8192) return null;
  const header = objectIn(parts[0] ?? "");
  return header === null || typeof header["alg"] !== "string" ? null : objectIn(parts[1] ?? "");
}

function objectIn(part: string): Claims | null {
  const text = decodeBase64Text(part);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Claims) : null;
  } catch {
    return null;
  }
}
