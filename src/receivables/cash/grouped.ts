// Things under their keys: one thing more under a key of a map.

/** Adds to the list that a map has under a key. @example addUnder(byCustomer, 'acme', invoice) */
export function addUnder<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key);
  if (group) group.push(one);
  else groups.set(key, [one]);
}
