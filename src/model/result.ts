import * as z from "zod";
import { STATUSES } from "./manifest.js";
import { MODES } from "./policy.js";
import { CONCLUSIONS } from "./verdict.js";
import { CONFIDENCES, DEPLOY_LEVELS, FAMILIES, OUTCOMES, TRIGGERS } from "./vocabulary.js";

/** What `--format json` prints: stable from the first day. Fields may be added, and none is changed. */

const Line = z.int().min(1);

const Place = z.object({
  path: z.string().meta({ description: "From the root of what was scanned, with `/` between the parts." }),
  startLine: Line.meta({ description: "From 1." }),
  startColumn: Line.meta({ description: "From 1, in UTF-16 units." }),
  endLine: Line,
  endColumn: Line.meta({ description: "One past the last." }),
  cell: Line.optional().meta({ description: "In a notebook: the cell, from 1; the lines are lines of that cell." }),
});

const Problem = z.object({
  line: Line,
  column: Line,
  severity: z.enum(["advice", "error"]),
  message: z.string(),
  replacement: z.string().optional().meta({ description: "The whole line as it should be." }),
});

export const DISPOSITIONS = [...OUTCOMES, "declared", "waived", "suppressed", "baseline"] as const;

const ResultFinding = Place.extend({
  rule: z.string().meta({ description: "The rule's id, `family/name`." }),
  family: z.enum(FAMILIES),
  disposition: z.enum(DISPOSITIONS).meta({ description: "The policy's word on this finding." }),
  clause: z.string().optional().meta({ description: "The sentence of the policy that is behind the disposition." }),
  dispositionReason: z.string().optional().meta({ description: "Who or what settled it, in words." }),
  expires: z.string().optional().meta({ description: "Waived findings: the last day, as YYYY-MM-DD." }),
  trigger: z.enum(TRIGGERS).nullable(),
  confidence: z.enum(CONFIDENCES),
  level: z.enum(DEPLOY_LEVELS).optional().meta({ description: "Findings of the family deploy-config only." }),
  message: z.string(),
  because: z.array(z.string()),
  remedy: z.string(),
  evidence: z.string().meta({ description: "The quoted text, with every secret taken out." }),
  fingerprint: z.string().meta({ description: "Stable across line moves and renames." }),
  alsoAt: z.array(Place).optional().meta({ description: "Other places that hold the very same thing." }),
});

const Count = z.int().min(0);

export const Result = z
  .object({
    schemaVersion: z.literal(1),
    tool: z.object({ name: z.literal("handrail"), version: z.string() }),
    policy: z.object({
      version: z.string().meta({ description: "`built-in` where no organisation's policy names one." }),
      mode: z.enum(MODES),
      source: z.enum(["built-in", "file", "org"]),
      state: z.enum(["ok", "last-good", "invalid"]).optional(),
      problems: z.array(Problem).optional(),
    }),
    manifest: z.object({
      path: z.string().nullable(),
      state: z.enum(["ok", "missing", "invalid"]),
      status: z.enum(STATUSES).nullable(),
      problems: z.array(Problem),
    }),
    verdict: z.enum(["clear", "advice", "handoff", "stop", "unknown"]),
    cause: z.string().optional().meta({ description: "Why the verdict is `unknown`." }),
    outOfScope: z.string().optional().meta({ description: "Why the policy doesn't cover this repository." }),
    conclusion: z.enum(CONCLUSIONS),
    triggers: z.array(z.enum(TRIGGERS)),
    findings: z.array(ResultFinding).meta({ description: "Sorted by path, line, column and rule." }),
    counts: z.object({ shown: Count, declared: Count, waived: Count, suppressed: Count, baseline: Count }),
    gaps: z.array(z.object({ path: z.string(), reason: z.string() })),
    stats: z.object({ files: Count, bytes: Count, milliseconds: z.number().min(0) }),
  })
  .meta({
    title: "Handrail result",
    description: "What Handrail found, what the policy says of it, and what follows.",
  });

export type Result = z.output<typeof Result>;
