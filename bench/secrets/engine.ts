/** What the benchmark needs of the engine, bundled by its tools. */
export { PROVIDERS } from "../../src/catalogue/secrets/providers.js";
export { BUILT_IN_POLICY, productionNames } from "../../src/model/policy.js";
export { RULES } from "../../src/rules/index.js";
export { sampleKey, sampleLine } from "../../src/rules/secrets/keys/samples.js";
export { scan } from "../../src/scan/scan.js";
export { sampleOf, seeded } from "../../src/text/shape.js";
