// Maps and sets that unpack what is asked for: of years of history a run looks at what is open today.

/** Where a map's values come from. */
export interface Packed<V> {
  /** The value under a key; undefined where there is none. The same object is not asked for twice. */
  get(key: string): V | undefined;
  /** Whether there is one, without unpacking it. */
  has(key: string): boolean;
  /** The keys, without unpacking what stands under them where that can be. */
  keys(): Iterable<string>;
  entries(): Iterable<readonly [string, V]>;
  /** The value under a key without what is of `day` or before, where that costs less. */
  since?(key: string, day: number): V | undefined;
}

/** A map over packed values. What is looked up is kept and may be changed in place; going over all of it unpacks all. */
export class PackedMap<V> extends Map<string, V> {
  private readonly gone = new Set<string>();
  private isWhole = false;

  constructor(private readonly packed: Packed<V>) {
    super();
  }

  override get(key: string): V | undefined {
    const known = super.get(key);
    if (known !== undefined || this.isWhole || this.gone.has(key)) return known;
    const value = this.packed.get(key);
    if (value !== undefined) super.set(key, value);
    return value;
  }

  /** What `since` tells. */
  since(key: string, day: number): V | undefined {
    const { packed, gone, isWhole } = this;
    if (!packed.since || super.has(key) || isWhole || gone.has(key)) return this.get(key);
    return packed.since(key, day);
  }

  override has(key: string): boolean {
    return super.has(key) || (!this.isWhole && !this.gone.has(key) && this.packed.has(key));
  }

  override delete(key: string): boolean {
    const was = this.has(key);
    super.delete(key);
    this.gone.add(key);
    return was;
  }

  override clear(): void {
    this.isWhole = true;
    super.clear();
  }

  /** What was unpacked or set so far. */
  atHand(): MapIterator<V> {
    return super.values();
  }

  /** All keys; nothing is unpacked for them. */
  *eachKey(): Generator<string> {
    yield* super.keys();
    if (this.isWhole) return;
    for (const key of this.packed.keys()) if (!super.has(key) && !this.gone.has(key)) yield key;
  }

  private unpack(): void {
    if (this.isWhole) return;
    for (const [key, value] of this.packed.entries()) if (!super.has(key) && !this.gone.has(key)) super.set(key, value);
    this.isWhole = true;
  }

  override get size(): number {
    this.unpack();
    return super.size;
  }

  override keys(): MapIterator<string> {
    this.unpack();
    return super.keys();
  }

  override values(): MapIterator<V> {
    this.unpack();
    return super.values();
  }

  override entries(): MapIterator<[string, V]> {
    this.unpack();
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  override forEach(each: (value: V, key: string, map: Map<string, V>) => void): void {
    this.unpack();
    super.forEach(each);
  }
}

/** The keys of a map, of one with packed values too, without unpacking any. */
export function eachKey(map: ReadonlyMap<string, unknown>): Iterable<string> {
  return map instanceof PackedMap ? map.eachKey() : map.keys();
}

/**
 * The value under a key for who asks for what is later than `day` alone: of one with packed values the rest may be missing.
 * @example since(contacts, 'acme', 20764)
 */
export function since<V>(map: ReadonlyMap<string, V>, key: string, day: number): V | undefined {
  return map instanceof PackedMap ? (map as PackedMap<V>).since(key, day) : map.get(key);
}

/** A set that is unpacked when it is first asked about. */
export class PackedSet extends Set<string> {
  private list: (() => readonly string[]) | null;

  constructor(list: () => readonly string[]) {
    super();
    this.list = list;
  }

  private unpack(): void {
    const { list } = this;
    this.list = null;
    for (const one of list?.() ?? []) super.add(one);
  }

  override has(one: string): boolean {
    this.unpack();
    return super.has(one);
  }

  override add(one: string): this {
    this.unpack();
    return super.add(one);
  }

  override delete(one: string): boolean {
    this.unpack();
    return super.delete(one);
  }

  override get size(): number {
    this.unpack();
    return super.size;
  }

  override keys(): SetIterator<string> {
    return this.values();
  }

  override values(): SetIterator<string> {
    this.unpack();
    return super.values();
  }

  override entries(): SetIterator<[string, string]> {
    this.unpack();
    return super.entries();
  }

  override [Symbol.iterator](): SetIterator<string> {
    return this.values();
  }

  override forEach(each: (value: string, again: string, set: Set<string>) => void): void {
    this.unpack();
    super.forEach(each);
  }
}
