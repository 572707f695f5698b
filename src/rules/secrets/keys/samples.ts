import type { KeyForm } from "../../../catalogue/secrets/provider.js";
import { base62, crc32 } from "../../../text/checksums.js";
import { leadOf, type Pick, sampleOf, seeded } from "../../../text/shape.js";
import { isMadeUp } from "./made-up.js";

/**
 * A made-up value of a form, the same for the same seed: it has the shape and passes the form's checks, and nobody ever
 * issued it. Put together at run time, so that no file holds anything that looks like a key.
 */
export function sampleKey(form: KeyForm, seed: number): string {
  const pick = seeded(seed);
  for (let attempt = 0; attempt < 50; attempt++) {
    const value = checked(form, sampleOf(form.shape, pick), pick);
    if (!isMadeUp(value, leadOf(form.shape))) return value;
  }
  throw new RangeError(`No sample for ${form.shape}`);
}

function checked({ validator }: KeyForm, value: string, pick: Pick): string {
  if (validator === "crc32") return withChecksum(value);
  if (validator === "github-app-token") return `${value.slice(0, value.indexOf("eyJ"))}${madeUpJwt(pick)}`;
  if (validator === "aws-key-id") return value.replace(/^(....)[IJ]/, "$1Q");
  return value;
}

function withChecksum(value: string): string {
  const body = value.slice(0, -6);
  return `${body}${base62(crc32(body.slice(-30)), 6)}`;
}

function madeUpJwt(pick: Pick): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return [part({ alg: "RS256", typ: "JWT" }), part({ iss: "acme" }), sampleOf("{url:200}", pick)].join(".");
}

/** A line in which a value of the form would be found. */
export function sampleLine(form: KeyForm, value: string): string {
  const name = form.names?.[0] ?? "key";
  const near = form.near?.[0];
  return `${near === undefined ? "" : `# ${near}\n`}${name} = "${value}"\n`;
}
