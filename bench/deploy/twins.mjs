// Repositories that keep production and other environments side by side: the folder is the label.

import { findingsIn } from "./lib.mjs";

const PRODUCTION = /(^|\/)(prod|production)\//;
const OTHER = /(^|\/)(non-prod|staging|base|infrastructure|qa|stage|dev)\//;

/** Every finding below a folder for production must be L3, and none below another one. */
export async function twins(root) {
  const { findings } = await findingsIn(root);
  const places = findings.flatMap(({ level, location, alsoAt }) =>
    [location, ...alsoAt].map(({ path }) => ({ path, level })),
  );
  const production = places.filter(({ path }) => PRODUCTION.test(path) && !OTHER.test(path.split(PRODUCTION)[0] ?? ""));
  const other = places.filter(({ path }) => OTHER.test(path) && !production.some((one) => one.path === path));
  return {
    repository: root.split("/").pop(),
    production: production.length,
    "of these L3": production.filter(({ level }) => level === "L3").length,
    other: other.length,
    "wrongly L3": other.filter(({ level }) => level === "L3").length,
  };
}
