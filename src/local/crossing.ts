// Values that cross between contexts: what google.script.run takes and refuses, and copies of plain data.

function tag(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Whether an object is a literal of some context, not an instance of a class. */
function isPlain(value: object): boolean {
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === null || (typeof proto === 'object' && Object.getPrototypeOf(proto) === null);
}

/**
 * The plain copy of a value as google.script.run carries it: undefined in arrays becomes null, undefined properties go.
 * @param path names the value in the error
 * @throws Error for a Date, a function or a circle anywhere in it
 * @example carried({ a: [1, undefined] }, 'argument 1') // { a: [1, null] }
 */
export function carried(value: unknown, path: string): unknown {
  return carriedPart(value, [path], []);
}

/** Carries a part; the path to it is only spelled when it is refused. */
function carriedPart(value: unknown, path: (string | number)[], above: object[]): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') throw illegal(path, typeof value);
  if (tag(value) === 'Date') throw illegal(path, 'Date');
  if (above.includes(value)) throw illegal(path, 'circular structure');
  above.push(value);
  const part = (key: string | number, entry: unknown): unknown => {
    path.push(key);
    const copy = carriedPart(entry, path, above);
    path.pop();
    return copy;
  };
  let copy: unknown[] | Record<string, unknown>;
  if (Array.isArray(value)) copy = Array.from(value, (entry, i) => part(i, entry));
  else {
    copy = {};
    for (const [key, entry] of Object.entries(value)) if (entry !== undefined) copy[key] = part(key, entry);
  }
  above.pop();
  return copy;
}

function illegal([name, ...keys]: (string | number)[], what: string): Error {
  const path = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return new TypeError(`Failed due to illegal value in property: ${name}${path} (${what})`);
}

/** A copy of a context's plain data in this realm; Dates become Dates of this realm, other objects stay what they are. */
export function localCopy(value: unknown, seen = new Map<object, unknown>()): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (tag(value) === 'Date') return new Date(Number(Reflect.apply(Date.prototype.getTime, value, [])));
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    seen.set(value, copy);
    for (let i = 0; i < value.length; i++) copy.push(localCopy(value[i], seen));
    return copy;
  }
  if (!isPlain(value)) return value;
  const copy: Record<string, unknown> = {};
  seen.set(value, copy);
  for (const [key, entry] of Object.entries(value)) copy[key] = localCopy(entry, seen);
  return copy;
}
