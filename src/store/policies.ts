import type { Sql } from "./database.js";

/** The last copy of an organisation's policy that could be read: used while a newer one is broken. */
export async function saveGoodPolicy(sql: Sql, owner: string, text: string): Promise<void> {
  await sql.query(
    `insert into handrail.policies (owner, text) values ($1, $2)
     on conflict (owner) do update set text = excluded.text, read_at = now()`,
    [owner, text],
  );
}

export async function lastGoodPolicy(sql: Sql, owner: string): Promise<string | null> {
  const { rows } = await sql.query<{ text: string }>("select text from handrail.policies where owner = $1", [owner]);
  return rows[0]?.text ?? null;
}
