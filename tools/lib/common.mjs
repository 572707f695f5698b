import { root } from "./load.mjs";

/** What all bundles share. */
export const COMMON = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  // jsonc-parser's other build loads its parts at run time, which a bundle can't follow.
  mainFields: ["module", "main"],
  legalComments: "none",
  logLevel: "warning",
};
