import { expect, test } from "@jest/globals";
import fc from "fast-check";
import * as checks from "../../../src/text/identifiers/checksums.js";

/** Published samples: nobody's. */
test.each([
  ["card", checks.card, "4242424242424242"],
  ["IBAN", checks.iban, "GB82WEST12345698765432"],
  ["NINO", checks.nino, "AB123456C"],
  ["NHS", checks.nhs, "9434765919"],
  ["SIN", checks.sin, "130692544"],
  ["TFN", checks.tfn, "123456782"],
  ["Aadhaar", checks.aadhaar, "999941057058"],
  ["CPF", checks.cpf, "11144477735"],
  ["DNI", checks.dni, "12345678Z"],
  ["codice fiscale", checks.codiceFiscale, "RSSMRA85T10A562S"],
  ["NIR", checks.nir, "255081416802538"],
  ["Steuer-ID", checks.steuerId, "86095742719"],
  ["BSN", checks.bsn, "111222333"],
  ["PESEL", checks.pesel, "44051401359"],
] as const)("%s: the sample holds together, and not with another last character", (_, check, sample) => {
  expect(check(sample)).toBe(true);
  const last = sample.at(-1) ?? "";
  const others = (/\d/.test(last) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ").replace(last, "");
  const passing = [...others].filter((other) => check(sample.slice(0, -1) + other));
  expect(passing.length).toBeLessThan(others.length);
});

test("any text is an answer, never an error", () => {
  fc.assert(
    fc.property(fc.string(), (text) => Object.values(checks).every((check) => typeof check(text) === "boolean")),
  );
});
