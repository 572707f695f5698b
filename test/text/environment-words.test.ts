import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { environmentOf, tokensOf } from "../../src/text/environment-words.js";

const WORDS = ["production", "prod", "prd", "live"];

test.each([
  "production",
  "PROD",
  "prd",
  "prod-eu",
  "prod1",
  "PROD_DATABASE_URL",
  "databaseUrlProd",
  "ProdDatabase",
  "STRIPE_LIVE_KEY",
  "acme-prod-kv",
  "prod/orders/db-AbCdEf",
  "orders.prod.acme.example",
  "DB_PASSWORD_PROD",
  "prod/dev-tools",
  "app-prod",
])("%s is production", (text) => {
  expect(environmentOf(text, WORDS)).toBe("production");
});

test.each([
  "non-production",
  "nonprod",
  "NON_PROD_KEY",
  "preprod",
  "pre-prod",
  "not_live",
  "prod-like",
  "production-clone",
  "prod-readiness-checklist",
  "staging",
  "dev/prod-db",
  "test-prod-db",
  "PROD_TEST_KEY",
  "sandbox.prod.acme.example",
  "localhost",
])("%s is another environment", (text) => {
  expect(environmentOf(text, WORDS)).toBe("other");
});

test.each([
  "",
  "product",
  "products",
  "reproduce",
  "producer",
  "productivity",
  "liveness",
  "live-reload",
  "live_stream_url",
  "prod_id",
  "deliver",
  "alive",
  "OPENAI_API_KEY",
  "github-pages",
  "x".repeat(5000),
])("%s says nothing", (text) => {
  expect(environmentOf(text, WORDS)).toBe("none");
});

test("an organisation's own word counts, also one of several parts", () => {
  expect(environmentOf("acme-eu-live-db", ["eu-live"])).toBe("production");
  expect(environmentOf("acme-us-live-db", ["eu-live"])).toBe("none");
  expect(environmentOf("hemma-drift", ["drift"])).toBe("production");
});

test("names are split at separators and humps, and counting digits are taken off", () => {
  expect(tokensOf("myProdDB_02-euWest")).toEqual(["my", "prod", "db", "02", "eu", "west"]);
});

test("never throws, and a longer word is never taken for a word in it", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(["production", "other", "none"]).toContain(environmentOf(text, WORDS));
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,8}$/), (tail) => {
      fc.pre(!["uction"].includes(tail));
      expect(environmentOf(`prod${tail}`, WORDS)).toBe("none");
    }),
  );
});
