import * as z from "zod";

/** What the repository's `ai-experiment.yml` says, after it was read kindly: words folded, scalars made lists, defaults in. */

export const STATUSES = ["idea", "exploring", "paused", "handoff", "production", "archived"] as const;
export const DATA_WORDS = ["none", "made-up", "public", "internal", "sensitive", "not-sure"] as const;
export const DATA_KINDS = [
  "personal",
  "customer",
  "employee",
  "health",
  "payment",
  "financial",
  "contract",
  "credentials",
  "regulated",
] as const;
export const USED_BY = ["just-me", "my-team", "other-teams", "customers"] as const;
export const NEEDS = ["production-systems", "sensitive-data", "real-world-impact", "help"] as const;

export type Status = (typeof STATUSES)[number];
export type DataWord = (typeof DATA_WORDS)[number];
export type DataKind = (typeof DATA_KINDS)[number];
export type UsedBy = (typeof USED_BY)[number];
export type Need = (typeof NEEDS)[number];

const Text = z.string().min(1);
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item)]);
const IsoDate = z.iso.date();

export const DataDeclaration = z.strictObject({
  paths: oneOrMore(Text).meta({ description: "Which files: globs, from the root of the repository." }),
  kind: z.enum(DATA_WORDS).meta({ description: "What is in them." }),
  source: Text.max(300).optional().meta({ description: "Where the files come from." }),
});

export const AiUse = z.strictObject({
  service: Text.meta({ description: "The id of the service in the organisation's list." }),
  account: Text.optional().meta({ description: "Which account is used." }),
  for: Text.optional().meta({ description: "What it is used for." }),
});

export const Waiver = z.strictObject({
  rule: Text.meta({ description: "A rule id or a family, for example `real-data`." }),
  paths: oneOrMore(Text),
  reason: Text.min(10).max(300),
  "approved-by": Text.optional(),
  expires: IsoDate,
  link: z.url().optional(),
});
export type Waiver = z.output<typeof Waiver>;

export const Production = z.strictObject({
  owner: Text,
  tier: z.enum(["small", "standard", "critical"]).optional(),
  "on-call": Text.optional(),
  slo: Text.optional(),
  runbook: Text.optional(),
  "keeps-data-for": Text.optional(),
});

/** The published shape: what a person may write. The reader accepts more, and says what it made of it. */
export const ManifestFile = z
  .object({
    version: z.literal(1).default(1).meta({ description: "The version of this file's format." }),
    name: Text.max(80)
      .optional()
      .meta({ description: "What you call it.", examples: ["Invoice sorter"] }),
    summary: Text.max(300).optional().meta({ description: "What are you trying to find out?" }),
    owner: oneOrMore(Text).meta({
      description: "Who to ask: a GitHub name, org/team or a work e-mail. One or a list.",
      examples: ["maria-lopez", "acme/finance-ops"],
    }),
    "business-owner": oneOrMore(Text)
      .optional()
      .meta({ description: "Who keeps the product idea. Without it: the owner." }),
    team: Text.optional(),
    status: z.enum(STATUSES).default("exploring"),
    data: z
      .union([z.enum(DATA_WORDS), z.array(z.union([z.enum(DATA_WORDS), DataDeclaration]))])
      .meta({ description: "What data it uses. `not-sure` is a fine answer.", examples: ["made-up"] }),
    "data-kinds": oneOrMore(z.enum(DATA_KINDS)).default([]),
    "used-by": z.enum(USED_BY).default("just-me"),
    environments: oneOrMore(Text)
      .default(["local"])
      .meta({ description: "Where it runs: ids from the organisation's policy." }),
    ai: oneOrMore(z.union([Text, AiUse]))
      .default([])
      .meta({ description: "Which AI services it uses." }),
    needs: oneOrMore(z.enum(NEEDS)).default([]),
    spec: Text.optional().meta({ description: "The product specification: a link or a path in this repository." }),
    request: z.url().optional(),
    handoff: z.url().optional(),
    started: IsoDate.optional(),
    "review-by": IsoDate.optional(),
    ends: IsoDate.optional(),
    learned: oneOrMore(Text).default([]),
    share: z.union([z.boolean(), z.enum(["yes", "no"])]).default(false),
    waivers: z.array(Waiver).default([]),
    production: Production.optional(),
  })
  .meta({ title: "AI experiment", description: "A few lines that say what this experiment is and who to ask." });

/** The manifest as the rest of the program sees it. */
export interface Manifest {
  readonly name: string | null;
  readonly summary: string | null;
  readonly owner: readonly string[];
  readonly businessOwner: readonly string[];
  readonly team: string | null;
  readonly status: Status;
  /** Each with the line it stands on. */
  readonly data: readonly DeclaredData[];
  readonly dataKinds: readonly DataKind[];
  readonly usedBy: UsedBy;
  readonly environments: readonly string[];
  readonly ai: readonly { readonly service: string; readonly account: string | null; readonly for: string | null }[];
  readonly needs: readonly Need[];
  readonly spec: string | null;
  readonly request: string | null;
  readonly handoff: string | null;
  readonly started: string | null;
  readonly reviewBy: string | null;
  readonly ends: string | null;
  readonly learned: readonly string[];
  readonly share: boolean;
  readonly waivers: readonly Waiver[];
  readonly production: z.output<typeof Production> | null;
  /** The line that each top-level key stands on, from 1. */
  readonly lines: Readonly<Record<string, number>>;
}

export interface DeclaredData {
  /** Globs; nothing means everywhere. */
  readonly paths: readonly string[] | null;
  readonly kind: DataWord;
  readonly source: string | null;
}

/** What the manifest says that a rule may use as evidence. */
export interface Declared {
  readonly data: readonly DeclaredData[];
  readonly ai: readonly string[];
  readonly environments: readonly string[];
}

export const NOTHING_DECLARED: Declared = { data: [], ai: [], environments: [] };

/** Where a manifest may be, in the order in which it is looked for. */
export const MANIFEST_PATHS = [
  "ai-experiment.yml",
  "ai-experiment.yaml",
  ".github/ai-experiment.yml",
  ".github/ai-experiment.yaml",
] as const;
