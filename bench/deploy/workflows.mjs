// Which of GitHub's own workflow templates deploy (actions/starter-workflows at 1035244): the folder is the label.
// node bench/deploy/workflows.mjs FOLDER-OF-STARTER-WORKFLOWS
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { engine, filesBelow } from "./lib.mjs";

const EXPECTED = { deployments: true, ci: false, "code-scanning": false, automation: false, pages: false };

/** A template deploys when a finding of L2 or more says anything but publishing a package. */
export async function workflows(root) {
  const rows = Object.keys(EXPECTED).map((folder) => ({
    folder,
    templates: 0,
    deploy: 0,
    publish: 0,
    pages: 0,
    wrong: [],
  }));
  for (const path of filesBelow(root)) {
    const [folder = "", name = "", deeper] = path.split("/");
    const row = rows.find((one) => one.folder === folder);
    if (row === undefined || deeper !== undefined || !/\.ya?ml$/.test(name)) continue;
    const { findings } = await engine.findings([
      { path: `.github/workflows/${name}`, bytes: readFileSync(join(root, path)) },
    ]);
    const publishes = findings.filter(({ message }) =>
      /\bpublishes\b.*\b(package|gem|crate)\b|publishes a release/.test(message),
    );
    const deploys = findings.some((finding) => finding.level >= "L2" && !publishes.includes(finding));
    row.templates++;
    if (deploys) row.deploy++;
    if (publishes.length > 0) row.publish++;
    if (findings.some(({ message }) => /Pages/.test(message))) row.pages++;
    if (deploys !== EXPECTED[folder]) row.wrong.push(name);
  }
  return rows.map(({ wrong, ...row }) => ({ ...row, wrong: wrong.join(" ") }));
}
