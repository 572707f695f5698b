import type * as z from "zod";
import type * as file from "./manifest-file.js";

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

/** An exception for some files, with a reason and an end, as a person writes it. */
export type Waiver = z.output<typeof file.Waiver>;
export type Production = z.output<typeof file.Production>;

/** The keys of a manifest, in the order of the documentation. */
export const MANIFEST_KEYS = [
  "version",
  "name",
  "summary",
  "owner",
  "business-owner",
  "team",
  "status",
  "data",
  "data-kinds",
  "used-by",
  "environments",
  "ai",
  "needs",
  "spec",
  "request",
  "handoff",
  "started",
  "review-by",
  "ends",
  "learned",
  "share",
  "waivers",
  "production",
] as const;

/** The manifest as the rest of the program sees it. */
export interface Manifest {
  readonly name: string | null;
  readonly summary: string | null;
  readonly owner: readonly string[];
  readonly businessOwner: readonly string[];
  readonly team: string | null;
  readonly status: Status;
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
  readonly production: Production | null;
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

/** Where the published schemas are read from; an installation that serves its own says so when it writes a manifest. */
export const MANIFEST_SCHEMA = "https://handrail.example/schema/ai-experiment.v1.json";
