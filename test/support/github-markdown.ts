import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** Markdown as GitHub turns it into HTML, before it cleans up and before it looks for references. */
export function toHtml(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

export const tagsIn = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*|!--)/gi)].map(([, name = ""]) => name.toLowerCase())),
];

export const targetsIn = (html: string): readonly string[] =>
  [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target = ""]) => target);

/** The text that GitHub searches for mentions and references: all but what is in code. */
export function searchedText(html: string): string {
  return decode(
    html
      .replace(/<code>[\s\S]*?<\/code>/g, " ")
      .replace(/<a [\s\S]*?<\/a>/g, " ")
      .replace(/<[^>]*>/g, " "),
  );
}

export function shownText(html: string): string {
  return decode(html.replace(/<[^>]*>/g, ""));
}

function decode(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** What GitHub would make active in searched text. */
export const REFERENCES: readonly RegExp[] = [
  /@[a-z0-9]/i,
  /#\d/,
  /\bGH-\d/i,
  /https?:\/\//i,
  /\bwww\.[a-z0-9]/i,
  /:[a-z0-9_+-]+:/i,
  /\b(fix(e[sd])?|close[sd]?|resolve[sd]?):?\s+#\d/i,
  /\b[0-9a-f]{40}\b/i,
];
