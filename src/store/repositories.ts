import type { KnownRepository } from "../model/repository.js";
import type { Sql } from "./database.js";

/** One repository of the inventory. What the manifest says is kept; nothing is kept or counted per person. */
export interface InventoryRow extends KnownRepository {
  readonly manifest: unknown;
  readonly manifestPath: string | null;
  readonly notExperimentBy: string | null;
}

/** Writes what a payload says of a repository, under its id: a rename or a transfer changes one row. */
export async function saveRepository(sql: Sql, r: KnownRepository): Promise<void> {
  await sql.query(
    `insert into handrail.repositories
       (repository_id, node_id, installation_id, owner, name, default_branch, private, fork, archived, topics, properties)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (repository_id) do update set installation_id = excluded.installation_id, owner = excluded.owner,
       name = excluded.name, default_branch = excluded.default_branch, private = excluded.private,
       fork = excluded.fork, archived = excluded.archived, topics = excluded.topics,
       properties = excluded.properties, seen_at = now(), removed_at = null`,
    [
      r.id,
      r.nodeId,
      r.installationId,
      r.owner,
      r.name,
      r.defaultBranch,
      r.private,
      r.fork,
      r.archived,
      JSON.stringify(r.topics),
      JSON.stringify(r.properties),
    ],
  );
}

export async function saveManifest(sql: Sql, id: number, path: string | null, manifest: unknown): Promise<void> {
  await sql.query("update handrail.repositories set manifest = $2, manifest_path = $3 where repository_id = $1", [
    id,
    manifest === null ? null : JSON.stringify(manifest),
    path,
  ]);
}

export async function markNotExperiment(sql: Sql, id: number, actor: string): Promise<void> {
  await sql.query("update handrail.repositories set not_experiment_by = $2 where repository_id = $1", [id, actor]);
}

/** True for the one pull request on which a repository is asked what it is, however often and by whom it is asked. */
export async function asksOn(sql: Sql, id: number, pull: number): Promise<boolean> {
  const { rows } = await sql.query<{ asked_on_pull: number }>(
    `update handrail.repositories set asked_on_pull = coalesce(asked_on_pull, $2) where repository_id = $1
     returning asked_on_pull`,
    [id, pull],
  );
  return rows[0]?.asked_on_pull === pull;
}

/** True the first time, whoever asks: an experiment that is put away is asked once what was learned. */
export async function asksForLearning(sql: Sql, id: number): Promise<boolean> {
  const { rowCount } = await sql.query(
    `update handrail.repositories set learning_asked_at = now()
     where repository_id = $1 and learning_asked_at is null`,
    [id],
  );
  return rowCount === 1;
}

export async function removeRepositories(
  sql: Sql,
  installationId: number,
  ids: readonly number[] | "all",
): Promise<void> {
  await sql.query(
    `update handrail.repositories set removed_at = now()
     where installation_id = $1 and ($2::bigint[] is null or repository_id = any($2))`,
    [installationId, ids === "all" ? null : ids],
  );
}

export async function findRepository(sql: Sql, id: number): Promise<InventoryRow | null> {
  const { rows } = await sql.query<Row>(`${SELECT} where repository_id = $1`, [id]);
  return rows[0] === undefined ? null : inventoryRow(rows[0]);
}

export async function findRepositoryByName(sql: Sql, owner: string, name: string): Promise<InventoryRow | null> {
  const { rows } = await sql.query<Row>(
    `${SELECT} where lower(owner) = lower($1) and lower(name) = lower($2) and removed_at is null order by seen_at desc`,
    [owner, name],
  );
  return rows[0] === undefined ? null : inventoryRow(rows[0]);
}

export async function allRepositories(sql: Sql): Promise<readonly InventoryRow[]> {
  const { rows } = await sql.query<Row>(`${SELECT} where removed_at is null order by owner, name`);
  return rows.map(inventoryRow);
}

const SELECT = "select * from handrail.repositories";

interface Row {
  readonly repository_id: string;
  readonly node_id: string;
  readonly installation_id: string;
  readonly owner: string;
  readonly name: string;
  readonly default_branch: string;
  readonly private: boolean;
  readonly fork: boolean;
  readonly archived: boolean;
  readonly topics: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
  readonly manifest: unknown;
  readonly manifest_path: string | null;
  readonly not_experiment_by: string | null;
}

function inventoryRow(row: Row): InventoryRow {
  return {
    id: Number(row.repository_id),
    nodeId: row.node_id,
    installationId: Number(row.installation_id),
    owner: row.owner,
    name: row.name,
    defaultBranch: row.default_branch,
    private: row.private,
    fork: row.fork,
    archived: row.archived,
    topics: row.topics,
    properties: row.properties,
    manifest: row.manifest,
    manifestPath: row.manifest_path,
    notExperimentBy: row.not_experiment_by,
  };
}
