import { describe, expect, test } from "@jest/globals";
import { BUILT_IN_POLICY, productionNames } from "../../../src/model/policy.js";
import { mayNameProduction } from "../../../src/rules/secrets/evidence/mentions.js";
import { judgePositions } from "../../../src/rules/secrets/evidence/production.js";
import { type Form, forms, patternOf } from "../../../src/rules/secrets/keys/forms.js";
import { sampleKey, sampleLine } from "../../../src/rules/secrets/keys/samples.js";
import { candidatesIn } from "../../../src/rules/secrets/values/candidates.js";
import { credentialUrls, URL_KEYWORDS } from "../../../src/rules/secrets/values/urls.js";
import { type Pick, sampleOf, seeded } from "../../../src/text/shape.js";

const GLUE = ["", " ", "\n", '"', "=", "-", "_", "/", ".", "x", "\\n", "%3D", "\u0130", "\ud83d\ude00"];

const SAMPLES = 20;

function samplesOf({ form }: Form): readonly string[] {
  if (form.names !== undefined) return [sampleLine(form, sampleKey(form, 3))];
  return Array.from({ length: SAMPLES }, (_, seed) => sampleKey(form, seed));
}

/** Whole values, values cut short, values one behind the other and beginnings alone, with something between them. */
function textFor({ lead }: Form, samples: readonly string[], pick: Pick): string {
  const whole = () => samples[pick(samples.length)] ?? "";
  const cut = () => whole().slice(pick(9), -1 - pick(9));
  const pieces = [whole, whole, cut, () => lead, () => lead.toUpperCase(), () => sampleOf("{an:1-60}", pick)];
  return Array.from({ length: 24 }, () => `${pieces[pick(pieces.length)]?.()}${GLUE[pick(GLUE.length)]}`).join("");
}

const places = (matches: Iterable<RegExpExecArray>) =>
  Array.from(matches, ({ index, 0: text, groups }) => [index, text, groups?.value]);

describe("a form is found at its fixed text as the plain pattern finds it in the whole text", () => {
  test.each(forms().map((form) => [`${form.provider.id} ${form.form.shape}`, form] as const))("%s", (_, form) => {
    const pattern = new RegExp(patternOf(form.form), "g");
    const samples = samplesOf(form);
    let found = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const text = textFor(form, samples, seeded(seed));
      const plain = places(text.matchAll(pattern));
      expect(places(form.findIn(text))).toEqual(plain);
      found += plain.length;
    }
    expect(found).toBeGreaterThan(0);
  });

  test("in the same text twice, and after a search that was left early", () => {
    const [form] = forms();
    const text = `${sampleKey(form?.form ?? { shape: "" }, 4)} `.repeat(3);
    for (const _ of form?.findIn(text) ?? []) break;
    expect(places(form?.findIn(text) ?? [])).toHaveLength(3);
    expect(places(form?.findIn(text) ?? [])).toHaveLength(3);
  });
});

describe("texts that are passed over", () => {
  const PRODUCTION = { ...productionNames(BUILT_IN_POLICY), words: ["production", "prod", "live", "eu-west", "prod2"] };
  const PIECES =
    "prod Prod PROD product live Live LIVE deliver eu west EU West production db DB x 1 22 2024 - _ . / é non";

  test("no name that leads to production is in a text that is said to hold none", () => {
    const pieces = PIECES.split(" ");
    const said = { production: 0, passed: 0 };
    for (let seed = 1; seed <= 4000; seed++) {
      const pick = seeded(seed);
      const value = Array.from({ length: 1 + pick(5) }, () => pieces[pick(pieces.length)]).join("");
      const { says } = judgePositions([{ kind: "word", value }], PRODUCTION);
      const passed = !mayNameProduction({ text: `read("${value}")` }, PRODUCTION);
      if (says === "production") said.production++;
      if (passed) said.passed++;
      expect([value, says === "production" && passed]).toEqual([value, false]);
    }
    expect(said.production).toBeGreaterThan(100);
    expect(said.passed).toBeGreaterThan(100);
  });

  test("a word right behind an escape is seen", () => {
    expect(mayNameProduction({ text: 'run: "a\\nprod"' }, PRODUCTION)).toBe(true);
    expect(mayNameProduction({ text: "run: nonprodx, products" }, PRODUCTION)).toBe(false);
  });

  test("what the organisation lists is seen without a word for production", () => {
    const listed = { ...PRODUCTION, accounts: ["111122223333"], vaults: ["Acme.Safe(1)"] };
    expect(mayNameProduction({ text: "arn:aws:iam::111122223333:role/reader" }, listed)).toBe(true);
    expect(mayNameProduction({ text: "op://acme.safe(1)/db" }, listed)).toBe(true);
    expect(mayNameProduction({ text: "op://acmexsafe(1)/db" }, listed)).toBe(false);
  });

  test.each(URL_KEYWORDS)("an address that begins with %s is read", (begin) => {
    const scheme = begin.endsWith("+") ? `${begin}driver://` : begin;
    const text = `URL=${scheme}app:${sampleOf("{an:20}", seeded(7))}@db.acme.example/orders`;
    expect(credentialUrls({ text, lower: text, place: (start, end) => ({ range: [start, end] }) })).toHaveLength(1);
  });

  test("an address without a user is read, and one without a password isn't", () => {
    const read = (text: string) =>
      credentialUrls({ text, lower: text, place: (start, end) => ({ range: [start, end] }) }).length;
    expect(read("redis://:abc@cache.acme.example")).toBe(1);
    expect(read("redis://app@cache.acme.example")).toBe(0);
  });

  const value = sampleOf("{an:11}", seeded(31));
  test.each(
    ["=", ":", ":=", "=>"].flatMap((sign) =>
      ['"', "'", "`"].flatMap((quote) => ["", "   "].map((gap) => [sign, quote, gap])),
    ),
  )("a value behind %s in %s%s is a candidate, its digit first or last", (sign = "", quote = "", gap = "") => {
    for (const text of [`7${value}`, `${value}7`.padEnd(200, "kT")]) {
      const line = `client_secret${gap}${sign}${gap}${quote}${text}${quote};`;
      const segment = {
        text: line,
        lower: line,
        place: (start: number, end: number) => ({ range: [start, end] as const }),
      };
      expect(candidatesIn(segment, false).map((one) => one.value)).toEqual([text]);
    }
  });
});
