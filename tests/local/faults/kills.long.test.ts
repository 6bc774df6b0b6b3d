// The kills once more, with a look at what follows after each single one, whatever it left behind.
import { describe, expect, it } from 'vitest';
import { flowsOf } from '../../../src/local/faults/flows';
import { killedAtEachCall } from './killed-at-each-call';

describe('killed before any service call, each kill looked at', () => {
  it.each(flowsOf(2).map((flow) => [flow.name, flow] as const))(
    '%s loses nothing and repeats nothing',
    { timeout: 600_000 },
    (_, flow) => expect(killedAtEachCall(flow, true)).toBeGreaterThan(15),
  );
});
