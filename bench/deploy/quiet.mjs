// Demo apps that never leave the computer or a free host: each must give no handoff.

import { filesBelow, findingsIn } from "./lib.mjs";

/** An app is a folder with a file that says how to run it; a repository without any is one app. */
function appsIn(root) {
  const marks = filesBelow(root).filter((path) =>
    /(^|\/)(requirements\.txt|package\.json|pyproject\.toml|(docker-)?compose\.ya?ml|.*\.ipynb)$/i.test(path),
  );
  const folders = new Set(marks.map((path) => path.slice(0, Math.max(0, path.lastIndexOf("/")))));
  return Math.max(1, folders.size);
}

export async function quiet(root) {
  const { findings, stats } = await findingsIn(root);
  const loud = findings.filter(({ level }) => level >= "L2");
  return {
    repository: root.split("/").pop(),
    apps: appsIn(root),
    files: stats.files,
    notes: findings.length - loud.length,
    handoffs: loud.length,
    where: loud
      .map(({ location }) => `${location.path}:${location.startLine}`)
      .join(" ")
      .slice(0, 120),
  };
}
