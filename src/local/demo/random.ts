// A small generator of numbers that look random and are the same every time (mulberry32).

/** Draws from a fixed sequence. */
export interface Draw {
  /** A whole number from `from` to `to`, ends included. */
  whole(from: number, to: number): number;
  /** One of the list. */
  oneOf<T>(list: readonly [T, ...T[]]): T;
}

/**
 * A fixed sequence of numbers.
 *
 * @param seed any whole number
 * @example drawFrom(1).whole(1, 6) === drawFrom(1).whole(1, 6) // true
 */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return { whole, oneOf: (list) => list[whole(0, list.length - 1)] ?? list[0] };
}
