import { TOOL } from "../../model/tool.js";
import { html } from "../../report/escape/html.js";
import type { Application } from "../application.js";

/** A plain page that says that we are here, and how much there is to do. Counts only: no name of anything. */
export async function statusPage({ database, now }: Application): Promise<string> {
  const { rows } = await database.pool.query<Counts>(COUNTS);
  const { repositories = "0", experiments = "0", handoffs = "0", waiting = "0" } = rows[0] ?? {};
  const lines = [
    ["Repositories known", repositories],
    ["Experiments with a manifest", experiments],
    ["Handoffs under way", handoffs],
    ["Jobs waiting", waiting],
  ] as const;
  const list = lines.map(([name, count]) => `<dt>${html(name)}</dt><dd>${html(count)}</dd>`).join("");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Handrail</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}dl{display:grid;grid-template-columns:1fr auto;gap:.25rem 1rem}dd{margin:0}</style>
</head><body><main><h1>Handrail is running</h1>
<p>Explore AI freely; bring Dev in when it becomes real.</p><dl>${list}</dl>
<p>Version ${html(TOOL.version)}, ${html(now().toISOString())}</p></main></body></html>
`;
}

interface Counts {
  readonly repositories: string;
  readonly experiments: string;
  readonly handoffs: string;
  readonly waiting: string;
}

const COUNTS = `select
  (select count(*) from handrail.repositories where removed_at is null) as repositories,
  (select count(*) from handrail.repositories where removed_at is null and manifest is not null) as experiments,
  (select count(*) from handrail.handoffs where state = 'open') as handoffs,
  (select count(*) from graphile_worker._private_jobs where attempts < max_attempts) as waiting`;
