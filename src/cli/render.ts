import type { Verdict } from "../model/verdict.js";
import { screen, type Terminal } from "./terminal.js";

export const FORMATS = ["text", "json", "sarif", "markdown", "html", "cyclonedx"] as const;
export type Format = (typeof FORMATS)[number];

type Render = (verdict: Verdict, terminal: Terminal, toFile: boolean) => Promise<string>;

/** Each format loads its own writer and no other. */
const RENDER = {
  text: async (verdict, terminal, toFile) => {
    const { renderText } = await import("../report/text.js");
    const { colour, width } = screen(terminal);
    return renderText(verdict, { colour: colour && !toFile, width, milliseconds: terminal.elapsed() });
  },
  json: async (verdict, terminal) => {
    const { renderJson } = await import("../report/json.js");
    return renderJson(verdict, { milliseconds: terminal.elapsed() });
  },
  sarif: async (verdict) => {
    const [{ renderSarif }, { RULE_TEXTS }] = await Promise.all([
      import("../report/sarif.js"),
      import("../evaluate.js"),
    ]);
    return renderSarif(verdict, RULE_TEXTS);
  },
  markdown: async (verdict) => (await import("../report/markdown.js")).renderMarkdown(verdict),
  html: async (verdict) => (await import("../report/html.js")).renderHtml(verdict),
  cyclonedx: async (verdict) => (await import("../report/cyclonedx.js")).renderCycloneDx(verdict),
} as const satisfies Record<Format, Render>;

/** A verdict as a document that ends with a line feed. */
export async function render(verdict: Verdict, format: Format, terminal: Terminal, toFile: boolean): Promise<string> {
  const document = await RENDER[format](verdict, terminal, toFile);
  return document.endsWith("\n") ? document : `${document}\n`;
}
