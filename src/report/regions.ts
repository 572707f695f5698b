/** The parts of a body that are ours to rewrite. Everything outside of them belongs to people. */

const open = (name: string) => `<!-- facts:${name} -->`;
const close = (name: string) => `<!-- /facts:${name} -->`;

export function region(name: string, text: string): string {
  return `${open(name)}\n${text.trim()}\n${close(name)}`;
}

const REGION = /<!-- facts:([a-z]{1,20}) -->\n?([\s\S]{0,20000}?)<!-- \/facts:\1 -->/g;

/** `current` with the regions of `fresh` in it. A region that somebody took out stays out. */
export function rewriteRegions(current: string, fresh: string): string {
  const texts = new Map([...fresh.matchAll(REGION)].map(([whole, name = ""]) => [name, whole]));
  return current.replace(REGION, (whole, name: string) => texts.get(name) ?? whole);
}
