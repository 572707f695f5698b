import { entriesOf, itemsOf, type PlacedText, type Tree, textAt, textOf } from "../../../text/tree.js";

/** Keys below which, or at which, a Kubernetes object names a secret. */
const NAMED_BELOW = new Set(["secretKeyRef", "secretRef", "remoteRef", "secretStoreRef"]);
const NAMED_AT = new Set(["secretName", "existingSecret", "envSlug", "itemPath", "objectName"]);
const MOST = 50;

/** The secrets that an object uses, by their names and by the places that they come from. */
export function secretUses(document: Tree, kind: string): readonly PlacedText[] {
  const found: PlacedText[] = [];
  walk(document, found);
  const own = kind === "SealedSecret" ? textAt(document, "metadata", "name") : undefined;
  return own === undefined ? found : [own, ...found];
}

function walk(tree: Tree, found: PlacedText[]): void {
  if (found.length >= MOST) return;
  for (const { key, value } of entriesOf(tree)) {
    const text = NAMED_AT.has(key) ? textOf(value) : undefined;
    const named = NAMED_BELOW.has(key) ? (textAt(value, "key") ?? textAt(value, "name")) : undefined;
    const name = NAMED_BELOW.has(key) && key !== "remoteRef" ? textAt(value, "name") : undefined;
    found.push(...[text, name ?? named].filter((one) => one !== undefined));
    if (text === undefined && !NAMED_BELOW.has(key)) walk(value, found);
  }
  for (const item of itemsOf(tree)) walk(item, found);
}
