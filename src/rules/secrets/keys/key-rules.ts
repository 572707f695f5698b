import type { KeyForm, Provider } from "../../../catalogue/secrets/provider.js";
import { defineRule, type Example, type Rule } from "../../../model/rule.js";
import { sampleOf, seeded } from "../../../text/shape.js";
import { keysWith } from "./find.js";
import { formsOf, keywordsOf } from "./forms.js";
import { keyMatch } from "./key-match.js";
import { sampleKey, sampleLine } from "./samples.js";

type Kind = "live" | "neutral";

/** The rule for one kind of a provider's keys. Its examples are made when they are asked for, and never printed whole. */
export function keyRule(provider: Provider, kind: Kind, words: Pick<Rule, "id" | "summary" | "why" | "remedy">): Rule {
  const forms = provider[kind] ?? [];
  return defineRule({
    ...words,
    family: "production-secret",
    trigger: kind === "live" ? "production-systems" : null,
    confidence: kind === "live" ? "high" : "medium",
    suggests: kind === "live" ? "stop" : "advice",
    appliesTo: { keywords: [...new Set(forms.flatMap(keywordsOf))] },
    detect: (file, surroundings) =>
      keysWith(formsOf(provider, kind), file).flatMap((hit) => keyMatch(hit, file, surroundings)),
    get examples() {
      return { match: forms.map((form, seed) => found(provider, form, seed)), skip: silent(provider, forms) };
    },
  });
}

function found(provider: Provider, form: KeyForm, seed: number): Example {
  const value = sampleKey(form, seed + 1).replace(/^ASIA/, "AKIA");
  const secret = form.validator === "aws-key-id" ? `secret = "${sampleOf("{b64:40}", seeded(seed + 77))}"\n` : "";
  const suggests = provider.live?.includes(form) ? "stop" : "advice";
  return { path: "app.py", text: `${sampleLine(form, value)}${secret}`, shown: `key = "${form.shape}"`, suggests };
}

function silent(provider: Provider, forms: readonly KeyForm[]): readonly Example[] {
  const harmless = [...(provider.test ?? []), ...(provider.public ?? [])].map((shape, seed) => ({
    path: "app.py",
    text: `key = "${sampleOf(shape, seeded(seed + 11))}"\n`,
    shown: `key = "${shape}"`,
  }));
  const placeholders = forms.map((form) => ({
    path: "app.py",
    text: sampleLine(form, form.shape.replace(/\{[^}]*\}/g, "x".repeat(24))),
    shown: `key = "${form.shape.replace(/\{[^}]*\}/g, "xxxx")}"`,
  }));
  return [...harmless, ...placeholders];
}
