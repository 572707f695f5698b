import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decodeBase64Text } from "../../src/text/base64.js";
import { awsAccountOf, base62, crc32, endsInChecksum } from "../../src/text/checksums.js";
import { claimsOf } from "../../src/text/jwt.js";
import { isTyped, looksRandom } from "../../src/text/randomness.js";
import { sampleOf, seeded, shapePattern, tokenPattern } from "../../src/text/shape.js";

describe("checksums", () => {
  test("CRC-32 gives the published check value", () => {
    expect(crc32("123456789")).toBe(0xcbf43926);
  });

  test("a number in base 62 is filled with zeros", () => {
    expect([base62(0, 6), base62(61, 2), base62(62, 2)]).toEqual(["000000", "0z", "10"]);
  });

  test("the sample that GitHub's documentation prints fails its checksum, a made one passes", () => {
    expect(endsInChecksum(["ghp", "16C7e42F292c6912E7710c838347Ae178B4a"].join("_"))).toBe(false);
    const body = sampleOf("{an:30}", seeded(3));
    expect(endsInChecksum(`ghp_${body}${base62(crc32(body), 6)}`)).toBe(true);
    expect(endsInChecksum(`ghp_${body}000000`)).toBe(false);
  });

  test("an AWS key id tells its account, one of the old kind does not", () => {
    expect(awsAccountOf(["ASIAY34F", "ZKBOKMUTVV7A"].join(""))).toBe("609629065308");
    expect(awsAccountOf(["AKIAIOSF", "ODNN7EXAMPLE"].join(""))).toBeNull();
    expect(awsAccountOf("AKIA1111111111111111")).toBeNull();
  });
});

describe("randomness", () => {
  test.each([
    "customerInvoiceNumber",
    "productionDatabasePassword",
    "my-super-secret-password",
    "workflow_job_name_prefix",
  ])("%s is made of words", (text) => {
    expect(looksRandom(text)).toBe(false);
  });

  test("nearly every made-up key of twenty characters or more is random, and none counts as typed by hand", () => {
    for (const shape of ["{an:20}", "{low:24}", "{url:32}", "{b64:40}", "{hex:40}"]) {
      const values = Array.from({ length: 400 }, (_, seed) => sampleOf(shape, seeded(seed)));
      expect(values.filter(looksRandom).length).toBeGreaterThan(385);
      expect(values.filter(isTyped).length).toBeLessThan(4);
    }
  });

  test.each(["aaaaaaaa", "x1234567", "gfedcba9", "qwertyui", "00000000"])("%s was typed", (text) => {
    expect(isTyped(text)).toBe(true);
  });
});

describe("JSON web tokens", () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

  test("the claims are read", () => {
    expect(claimsOf([part({ alg: "HS256" }), part({ role: "anon" }), "c2ln"].join("."))).toEqual({ role: "anon" });
  });

  test.each(["", "a.b", "a.b.c", `${part({})}.${part({})}.x`, `${part({ alg: "x" })}.bm90IGpzb24.x`])(
    "%s is none",
    (text) => {
      expect(claimsOf(text)).toBeNull();
    },
  );
});

describe("base 64", () => {
  test("text comes back, anything else is nothing", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme-ascii" }), (text) => {
        expect(decodeBase64Text(Buffer.from(text).toString("base64"))).toBe(text);
      }),
    );
    expect(decodeBase64Text("not base 64!")).toBeNull();
    expect(decodeBase64Text(Buffer.from([0, 1, 2, 255]).toString("base64"))).toBeNull();
    expect(decodeBase64Text("abcde")).toBeNull();
  });
});

describe("shapes", () => {
  const shape = "ab_{hex:4-8}{-x|.y}{uuid}";

  test("what is made from a shape fits its pattern", () => {
    for (let seed = 0; seed < 50; seed++) {
      expect(sampleOf(shape, seeded(seed))).toMatch(new RegExp(`^${shapePattern(shape)}$`));
    }
  });

  test("a token is found at a word's edge, after an escape too, and never in a longer word", () => {
    const find = (text: string) => new RegExp(tokenPattern("ab_{hex:4}")).exec(text)?.groups?.["value"];
    expect(find("x=ab_12ef;")).toBe("ab_12ef");
    expect(find(String.raw`"\nab_12ef\n"`)).toBe("ab_12ef");
    expect(find("?k%3Dab_12ef")).toBe("ab_12ef");
    expect(find("cab_12ef")).toBeUndefined();
    expect(find("ab_12ef0")).toBeUndefined();
    expect(find("z_ab_12ef")).toBeUndefined();
  });

  test("an unknown class is our own mistake", () => {
    expect(() => shapePattern("{nope:3}")).toThrow(RangeError);
  });
});
