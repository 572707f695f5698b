import { visible } from "./visible.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/** Hostile text for HTML, between tags or inside a quoted attribute. */
export function html(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (mark) => ENTITIES[mark] ?? "");
}
