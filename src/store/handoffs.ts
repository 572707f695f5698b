import type { Cause } from "../model/handoff.js";
import type { Sql } from "./database.js";

export type StoredState = "intended" | "open" | "accepted" | "not-now" | "withdrawn";

/** One experiment's way to Dev. The key survives renames and transfers. */
export interface HandoffKey {
  readonly repositoryNodeId: string;
  readonly manifestPath: string;
}

export interface StoredHandoff extends HandoffKey {
  readonly repositoryId: number;
  readonly state: StoredState;
  /** `owner/name` of the repository the issue is in. */
  readonly intake: string | null;
  readonly issueNumber: number | null;
  /** The pull request that writes `status: production`. */
  readonly acceptPull: number | null;
  readonly causes: readonly Cause[];
  readonly factsDigest: string | null;
  readonly waitsOn: "dev" | "team";
  readonly waitsSince: Date;
  readonly reminders: number;
  /** Items of the readiness list that GitHub confirmed when it was accepted, by id. */
  readonly promised: readonly string[];
  /** What was said since of those that changed. */
  readonly drift: StoredDrift;
  readonly openedAt: Date;
}

export interface StoredDrift {
  readonly items: readonly string[];
  readonly times: number;
  readonly saidAt: Date | null;
}

/** The row is there before the issue is: a crash in between is found by looking for the issue, not by making another. */
export async function intendHandoff(sql: Sql, key: HandoffKey, repositoryId: number): Promise<StoredHandoff> {
  await sql.query(
    `insert into handrail.handoffs (repository_node_id, manifest_path, repository_id, state)
     values ($1, $2, $3, 'intended') on conflict do nothing`,
    [key.repositoryNodeId, key.manifestPath, repositoryId],
  );
  const found = await findHandoff(sql, key);
  if (found === null) throw new Error("The handoff that was just noted is not there.");
  return found;
}

export async function findHandoff(sql: Sql, key: HandoffKey): Promise<StoredHandoff | null> {
  const { rows } = await sql.query<Row>(
    "select * from handrail.handoffs where repository_node_id = $1 and manifest_path = $2",
    [key.repositoryNodeId, key.manifestPath],
  );
  return rows[0] === undefined ? null : handoff(rows[0]);
}

export async function findHandoffByIssue(sql: Sql, intake: string, issue: number): Promise<StoredHandoff | null> {
  const { rows } = await sql.query<Row>(
    "select * from handrail.handoffs where lower(intake) = lower($1) and issue_number = $2",
    [intake, issue],
  );
  return rows[0] === undefined ? null : handoff(rows[0]);
}

export async function handoffsIn(sql: Sql, states: readonly StoredState[]): Promise<readonly StoredHandoff[]> {
  const { rows } = await sql.query<Row>("select * from handrail.handoffs where state = any($1) order by opened_at", [
    states,
  ]);
  return rows.map(handoff);
}

export type HandoffPatch = Partial<
  Pick<
    StoredHandoff,
    | "state"
    | "intake"
    | "issueNumber"
    | "acceptPull"
    | "causes"
    | "factsDigest"
    | "waitsOn"
    | "waitsSince"
    | "reminders"
    | "promised"
    | "drift"
  >
>;

const COLUMNS: Readonly<Record<keyof HandoffPatch, string>> = {
  state: "state",
  intake: "intake",
  issueNumber: "issue_number",
  acceptPull: "accept_pull",
  causes: "causes",
  factsDigest: "facts_digest",
  waitsOn: "waits_on",
  waitsSince: "waits_since",
  reminders: "reminders",
  promised: "promised",
  drift: "drift",
};

const AS_JSON: ReadonlySet<keyof HandoffPatch> = new Set(["causes", "promised", "drift"]);

export async function updateHandoff(sql: Sql, key: HandoffKey, patch: HandoffPatch): Promise<void> {
  const parts = Object.entries(COLUMNS).filter(([name]) => name in patch) as [keyof HandoffPatch, string][];
  if (parts.length === 0) return;
  const assignments = parts.map(([, column], i) => `${column} = $${i + 3}`).join(", ");
  const values = parts.map(([name]) => (AS_JSON.has(name) ? JSON.stringify(patch[name]) : patch[name]));
  await sql.query(`update handrail.handoffs set ${assignments} where repository_node_id = $1 and manifest_path = $2`, [
    key.repositoryNodeId,
    key.manifestPath,
    ...values,
  ]);
}

interface Row {
  readonly repository_node_id: string;
  readonly manifest_path: string;
  readonly repository_id: string;
  readonly state: StoredState;
  readonly intake: string | null;
  readonly issue_number: number | null;
  readonly accept_pull: number | null;
  readonly causes: readonly Cause[];
  readonly facts_digest: string | null;
  readonly waits_on: "dev" | "team";
  readonly waits_since: Date;
  readonly reminders: number;
  readonly promised: readonly string[];
  readonly drift: { readonly items: readonly string[]; readonly times: number; readonly saidAt: string | null };
  readonly opened_at: Date;
}

function handoff(row: Row): StoredHandoff {
  return {
    repositoryNodeId: row.repository_node_id,
    manifestPath: row.manifest_path,
    repositoryId: Number(row.repository_id),
    state: row.state,
    intake: row.intake,
    issueNumber: row.issue_number,
    acceptPull: row.accept_pull,
    causes: row.causes,
    factsDigest: row.facts_digest,
    waitsOn: row.waits_on,
    waitsSince: row.waits_since,
    reminders: row.reminders,
    promised: row.promised,
    drift: { ...row.drift, saidAt: row.drift.saidAt === null ? null : new Date(row.drift.saidAt) },
    openedAt: row.opened_at,
  };
}
