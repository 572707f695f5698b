import type { Sql } from "./database.js";

/** Kept from the first start on: `first` only counts when there is none yet, whatever is given later. */
export async function keptSetting(sql: Sql, name: string, first: string): Promise<string> {
  await sql.query("insert into handrail.settings values ($1, $2) on conflict do nothing", [name, first]);
  const { rows } = await sql.query<{ value: string }>("select value from handrail.settings where name = $1", [name]);
  return rows[0]?.value ?? first;
}
