import * as z from "zod";

/** The parts of GitHub's payloads that are used. Everything else in them is left alone. */

const Owner = z.object({ login: z.string() });

export const Repository = z.object({
  id: z.number(),
  node_id: z.string(),
  name: z.string(),
  owner: Owner,
  default_branch: z.string().default("main"),
  private: z.boolean(),
  fork: z.boolean().default(false),
  archived: z.boolean().default(false),
  topics: z.array(z.string()).default([]),
  custom_properties: z.record(z.string(), z.unknown()).default({}),
});
export type Repository = z.output<typeof Repository>;

const Labels = z.array(z.object({ name: z.string() })).default([]);

export const PullRequest = z.object({
  number: z.number(),
  state: z.string(),
  draft: z.boolean().default(false),
  updated_at: z.string(),
  labels: Labels,
  head: z.object({ sha: z.string() }),
  base: z.object({ sha: z.string(), ref: z.string() }),
});

const Issue = z.object({
  number: z.number(),
  state: z.string().default("open"),
  updated_at: z.string().default(""),
  pull_request: z.unknown().optional(),
});

const Comment = z.object({ id: z.number(), body: z.string().nullish(), updated_at: z.string().default("") });

export const Payload = z.object({
  action: z.string().optional(),
  installation: z.object({ id: z.number() }).optional(),
  repository: Repository.optional(),
  sender: z.object({ login: z.string(), type: z.string().default("User") }).optional(),
  pull_request: PullRequest.optional(),
  issue: Issue.optional(),
  comment: Comment.optional(),
  changes: z.object({ body: z.unknown().optional() }).nullish(),
  label: z.object({ name: z.string() }).nullish(),
  merge_group: z
    .object({
      head_sha: z.string(),
      base_sha: z.string(),
      head_commit: z.object({ tree_id: z.string() }).optional(),
    })
    .optional(),
  check_run: z
    .object({ head_sha: z.string(), name: z.string(), app: z.object({ id: z.number() }).nullish() })
    .optional(),
  check_suite: z.object({ head_sha: z.string(), app: z.object({ id: z.number() }).nullish() }).optional(),
  requested_action: z.object({ identifier: z.string() }).optional(),
  ref: z.string().optional(),
  before: z.string().optional(),
  after: z.string().optional(),
  head_commit: z.object({ tree_id: z.string().optional() }).nullish(),
  new_property_values: z.array(z.object({ property_name: z.string(), value: z.unknown() })).optional(),
  repositories_removed: z.array(z.object({ id: z.number() })).optional(),
});
export type Payload = z.output<typeof Payload>;
