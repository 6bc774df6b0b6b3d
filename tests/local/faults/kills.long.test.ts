// Executions killed before every service call: no mail twice, no log that does not match, no customer lost from sight.
import { describe, expect, it } from 'vitest';
import { flowsOf } from '../../../src/local/faults/flows';
import { killedAtEachCall } from './killed-at-each-call';

describe('killed before any service call', () => {
  it.each(flowsOf(2).map((flow) => [flow.name, flow] as const))(
    '%s mails nobody twice, keeps its log, and leaves what it does not know to a person',
    (_, flow) => expect(killedAtEachCall(flow)).toBeGreaterThan(15),
    120_000,
  );
});
