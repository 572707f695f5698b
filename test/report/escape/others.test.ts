import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { html } from "../../../src/report/escape/html.js";
import { terminal } from "../../../src/report/escape/terminal.js";
import { visible, visibleJson } from "../../../src/report/escape/visible.js";
import { commandData, commandProperty, plainLog } from "../../../src/report/escape/workflow-command.js";
import { HIDDEN, hostileText } from "../../support/hostile.js";

test("HTML: no tag, no attribute, no entity of the text's own", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(html(text)).not.toMatch(/[<>"'`]|&(?!(amp|lt|gt|quot|#39|#96);)/);
      expect(html(text)).not.toMatch(HIDDEN);
    }),
  );
});

test("terminal: one line, nothing hidden, no command to a runner wherever the line is broken", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const shown = terminal(text);
      expect(shown).not.toMatch(HIDDEN);
      expect(shown).not.toContain("\n");
      for (const word of shown.split(" ")) expect(word.trimStart().startsWith("::")).toBe(false);
      expect(shown).not.toContain("##[");
    }),
  );
});

test.each([
  ["a\nb", "a\\nb"],
  ["\u001b[31m", "\\u001b[31m"],
  ["\u202e", "\\u202e"],
  ["\u{e0041}", "\\u{e0041}"],
  ["plain é 漢字", "plain é 漢字"],
])("%j is written %j", (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test("JSON stays the same value, with nothing hidden in it", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const json = visibleJson(JSON.stringify({ text }));
      expect(JSON.parse(json)).toEqual({ text });
      expect(json).not.toMatch(HIDDEN);
      expect(json).not.toContain("##[");
    }),
  );
});

/** As a runner reads a command back. */
function read(line: string) {
  const [, properties = "", data = ""] = /^::error ([^:]*)::(.*)$/s.exec(line) ?? [];
  const plain = (text: string) => text.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%");
  const pairs = properties.split(",").map((pair) => pair.split("=", 1)[0] ?? "");
  const values = properties.split(",").map((pair) => pair.slice(pair.indexOf("=") + 1));
  return {
    names: pairs,
    values: values.map((value) => plain(value.replaceAll("%3A", ":").replaceAll("%2C", ","))),
    data: plain(data),
  };
}

test("a runner reads back exactly one command with the values that were meant", () => {
  fc.assert(
    fc.property(hostileText, hostileText, (file, message) => {
      const line = `::error file=${commandProperty(file)},line=${commandProperty("3")}::${commandData(message)}`;
      expect(line).not.toMatch(/[\r\n]/);
      expect(read(line)).toEqual({ names: ["file", "line"], values: [file, "3"], data: message });
    }),
  );
});

test("a log line is never read as a command", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      for (const line of plainLog(text).split(/\r\n|\r|\n/)) {
        expect(line.trimStart().startsWith("::")).toBe(false);
        expect(line).not.toContain("##[");
      }
    }),
  );
});
