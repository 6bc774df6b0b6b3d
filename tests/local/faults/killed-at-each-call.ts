// Doing something again and again, each time killed before the next service call, and judging what follows.
import { expect } from 'vitest';
import { BREAKS } from '../../../src/local/faults/breaks';
import { brokenCalls, inWords, tryBroken } from '../../../src/local/faults/broken-calls';
import type { Flow } from '../../../src/local/faults/flows';

/**
 * What a kill leaves behind is judged once for each world: where two kills leave the same, the same follows.
 *
 * @param always judges after each kill, whatever it leaves behind
 * @returns how often it was killed
 */
export function killedAtEachCall(flow: Flow, always = false): number {
  const seen = new Set<string>();
  let killed = 0;
  for (const call of brokenCalls(flow, 1)) {
    if (call.side !== 'before' || call.break !== BREAKS[0]) continue;
    expect(tryBroken(call, always ? new Set() : seen), inWords(call)).toEqual([]);
    killed += 1;
  }
  return killed;
}
