/** Adds one to the list that a map holds under a key; the first one makes the list. */
export function addTo<K, V>(groups: Map<K, V[]>, key: K, one: V): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [one]);
  else known.push(one);
}
