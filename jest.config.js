const transform = {
  "^.+\\.ts$": [
    "@swc/jest",
    { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "es6" }, sourceMaps: "inline" },
  ],
};

export default {
  testEnvironment: "node",
  // Some tests wait for processes: with more workers than processors their waiting overlaps.
  maxWorkers: 3,
  // On a machine that is busy with other things, too.
  testTimeout: 120_000,
  globalSetup: "<rootDir>/test/support/prepare.mjs",
  testSequencer: "<rootDir>/test/support/sequencer.mjs",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  transform,
};
