import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Finding, Fingerprint, RuleId } from "../../src/model/finding.js";
import type { Waiver } from "../../src/model/manifest.js";
import { MODES, RULE_LEVELS } from "../../src/model/policy.js";
import type { Verdict } from "../../src/model/verdict.js";
import { CONFIDENCES, FAMILIES, OUTCOMES, TRIGGERS } from "../../src/model/vocabulary.js";
import { decide, type Evidence } from "../../src/policy/decide.js";
import { waiverKey } from "../../src/policy/waivers.js";
import { evidence, finding, loadedPolicy, manifest, reading } from "../support/findings.js";

const RULE_IDS = ["secrets/stripe-live-key", "data/people-table", "deploy/terraform", "ai/service"] as const;
const PATHS = ["a.csv", "src/pay.ts", "fixtures/list.csv"] as const;

const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    ruleId: fc.constantFrom<RuleId>(...RULE_IDS),
    family: fc.constantFrom(...FAMILIES),
    trigger: fc.option(fc.constantFrom(...TRIGGERS), { nil: null }),
    suggests: fc.constantFrom(...OUTCOMES),
    confidence: fc.constantFrom(...CONFIDENCES),
    path: fc.constantFrom(...PATHS),
    number: fc.nat(5),
  })
  .map(({ path, number, ...parts }) =>
    finding({
      ...parts,
      location: { path, startLine: number + 1, startColumn: 1, endLine: number + 1, endColumn: 2 },
      fingerprint: `${parts.ruleId}#${number}` as Fingerprint,
    }),
  );

const anyWaiver: fc.Arbitrary<Waiver> = fc.record({
  rule: fc.constantFrom<string>(...RULE_IDS, ...FAMILIES),
  paths: fc.subarray([...PATHS], { minLength: 1 }),
  reason: fc.constant("A reason of some length."),
  expires: fc.constantFrom("2026-11-20", "2026-12-20", "2030-01-01"),
});

const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    findings: fc.array(anyFinding, { maxLength: 6 }),
    gaps: fc.array(fc.record({ path: fc.constantFrom(...PATHS), reason: fc.constant("too large") }), { maxLength: 2 }),
    files: fc.nat(3),
    mode: fc.constantFrom(...MODES),
    rules: fc.dictionary(fc.constantFrom<string>(...RULE_IDS, ...FAMILIES), fc.constantFrom(...RULE_LEVELS)),
    waivers: fc.array(anyWaiver, { maxLength: 3 }),
    approved: fc.boolean(),
    hasManifest: fc.boolean(),
    handoff: fc.constantFrom("none", "open", "accepted" as const),
  })
  .map(({ findings, gaps, files, mode, rules, waivers, approved, hasManifest, handoff }) => {
    const law = hasManifest ? manifest({ waivers }) : null;
    return evidence({
      findings,
      gaps,
      stats: { files, bytes: files },
      policy: loadedPolicy({ mode, rules }),
      manifest: law,
      reading: reading(law),
      change: {
        baseline: new Set(),
        falseAlarms: new Map(),
        approvedWaivers: new Set(approved ? waivers.map(waiverKey) : []),
        handoff: handoff as "none" | "open" | "accepted",
      },
    });
  });

const BADNESS: Readonly<Record<Verdict["kind"], number>> = { clear: 0, advice: 1, unknown: 2, handoff: 3, stop: 4 };

test("the order of the findings doesn't matter", () => {
  fc.assert(
    fc.property(anyEvidence, (one) => {
      const forth = decide(one);
      const back = decide({ ...one, findings: [...one.findings].reverse() });
      expect([back.kind, back.conclusion, back.triggers]).toEqual([forth.kind, forth.conclusion, forth.triggers]);
    }),
  );
});

test("another finding never improves the verdict", () => {
  fc.assert(
    fc.property(anyEvidence, anyFinding, (one, more) => {
      const before = decide(one);
      const after = decide({ ...one, findings: [...one.findings, more] });
      expect(BADNESS[after.kind]).toBeGreaterThanOrEqual(BADNESS[before.kind]);
    }),
  );
});

test("an expired or unapproved waiver equals none", () => {
  fc.assert(
    fc.property(anyEvidence, fc.array(anyWaiver, { minLength: 1, maxLength: 3 }), (one, waivers) => {
      const without = manifest({ waivers: [] });
      const expired = manifest({ waivers: waivers.map((waiver) => ({ ...waiver, expires: "2026-11-23" })) });
      const waiting = manifest({ waivers });
      const dispositions = (law: typeof without, approved: readonly Waiver[]) =>
        decide({
          ...one,
          manifest: law,
          change: { ...one.change, approvedWaivers: new Set(approved.map(waiverKey)) },
        }).judged.map(({ disposition }) => disposition);
      expect(dispositions(expired, expired.waivers)).toEqual(dispositions(without, []));
      expect(dispositions(waiting, [])).toEqual(dispositions(without, []));
    }),
  );
});

test("in advise no conclusion ever blocks", () => {
  fc.assert(
    fc.property(anyEvidence, (one) => {
      const policy = loadedPolicy({ ...one.policy.policy, mode: "advise" });
      expect(["success", "neutral"]).toContain(decide({ ...one, policy }).conclusion);
    }),
  );
});

test("a gap is never silently clear", () => {
  fc.assert(
    fc.property(anyEvidence, (one) => {
      const verdict = decide(one);
      expect(verdict.gaps).toEqual(expect.arrayContaining([...one.gaps]));
      if (one.gaps.length > 0 && one.stats.files === 0) expect(["clear", "advice"]).not.toContain(verdict.kind);
    }),
  );
});

test("nothing disappears but what the policy switched off", () => {
  fc.assert(
    fc.property(anyEvidence, (one) => {
      const policy = loadedPolicy({ mode: one.policy.policy.mode });
      expect(decide({ ...one, policy }).judged).toHaveLength(one.findings.length);
    }),
  );
});

test("only the three triggers, or a manifest that asks, make a handoff", () => {
  fc.assert(
    fc.property(anyEvidence, (one) => {
      const { judged } = decide(one);
      for (const { finding: found, disposition } of judged) {
        if (disposition.kind !== "handoff" && disposition.kind !== "stop") continue;
        expect(found.trigger !== null || found.family === "manifest").toBe(true);
      }
    }),
  );
});
