#!/usr/bin/env node
// What `dist/cli.js` is. It runs the bundle beside it with what V8 made of that bundle when it was built, so that a
// small check compiles next to nothing. V8 turns down what another version of it made, or what is damaged; then the
// bundle is compiled as any file is. Not a module: Node takes longer to get ready for one.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { Script } = require("node:vm");

const filename = join(__dirname, BUNDLE);

function compiled() {
  try {
    return readFileSync(`${filename}.compiled`);
  } catch {
    return undefined;
  }
}

const script = new Script(readFileSync(filename, "latin1"), { filename, cachedData: compiled() });
script.runInThisContext()(require, pathToFileURL(__filename).href);
