import { expect, test } from "@jest/globals";
import { readSettings, SettingsError } from "../../src/app/settings.js";

const KEY = ["-----BEGIN", "PRIVATE KEY-----\\nabc\\n-----END", "PRIVATE KEY-----"].join(" ");
const GOOD = { APP_ID: "1", PRIVATE_KEY: KEY, WEBHOOK_SECRET: "5f1c0a9e77d24b3c8e6f" };

test("reads what is given and fills in the rest", () => {
  expect(readSettings(GOOD)).toMatchObject({
    appId: 1,
    port: 3000,
    role: "both",
    workers: 4,
    apiUrl: null,
    database: { kind: "embedded", folder: ".handrail" },
  });
  expect(readSettings({ ...GOOD, GHE_HOST: "git.acme.example" }).apiUrl).toBe("https://git.acme.example/api/v3");
  expect(readSettings({ ...GOOD, DATABASE_URL: "postgres://db/x", HANDRAIL_ROLE: "web" }).role).toBe("web");
});

test.each([
  ["no secret", { WEBHOOK_SECRET: undefined }, /anybody could pretend to be GitHub/],
  ["an empty secret", { WEBHOOK_SECRET: "  " }, /anybody could pretend to be GitHub/],
  ["Probot's default", { WEBHOOK_SECRET: "development" }, /too easy to guess/],
  ["a short one", { WEBHOOK_SECRET: "abc123" }, /too easy to guess/],
  ["one letter many times", { WEBHOOK_SECRET: "a".repeat(40) }, /too easy to guess/],
  ["an easy old one", { WEBHOOK_SECRET_OLD: "secret" }, /WEBHOOK_SECRET_OLD is too easy/],
  ["no App", { APP_ID: undefined }, /APP_ID is missing/],
  ["no key", { PRIVATE_KEY: undefined }, /PRIVATE_KEY .* is missing/],
  ["a key that is none", { PRIVATE_KEY: "hello" }, /not a private key/],
  ["a worker without a shared database", { HANDRAIL_ROLE: "worker" }, /needs DATABASE_URL/],
  ["a role that there is not", { HANDRAIL_ROLE: "boss" }, /web, worker or both/],
])("does not start with %s, and says why", (_, change, words) => {
  expect(() => readSettings({ ...GOOD, ...change })).toThrow(words);
});

test("tells every problem at once", () => {
  const attempt = () => readSettings({});
  expect(attempt).toThrow(SettingsError);
  for (const name of ["APP_ID", "PRIVATE_KEY", "WEBHOOK_SECRET"]) expect(attempt).toThrow(new RegExp(name));
});
