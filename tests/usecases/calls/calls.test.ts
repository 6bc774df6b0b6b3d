// The calls of a day: what an outcome brings, how it is taken back, and the tally.
import { describe, expect, it } from 'vitest';
import { showCalls } from '../../../src/usecases/calls/show-calls';
import { recordOutcome, undoOutcome } from '../../../src/usecases/review/record-outcome';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { withCall } from '../../builders/customer-calls';
import { records } from '../../builders/our-firm';

describe('the calls of a day', () => {
  it('tell whom to ask for, and propose a business day for a promise', () => {
    const { world, id } = withCall();
    expect(showCalls(world.ports).calls).toMatchObject([{ customer: 'Acme Tools', amounts: '1,200.00 EUR' }]);
    expect(showReminder(world.ports, id).call).toMatchObject({ contacts: [], promises: [], promiseOn: '2026-11-11' });
  });

  it('count what was promised by the log, and no more once it is taken back', () => {
    const { world, id } = withCall();
    recordOutcome(world.ports, id, 'promised', '', { on: '2026-11-11', amount: 500, currency: 'EUR' });
    expect(showCalls(world.ports)).toMatchObject({
      calls: [],
      tally: { calls: 1, outcomes: { promised: 1 }, promised: '500.00 EUR' },
    });
    undoOutcome(world.ports, id);
    expect(records(world, 'AR Promises')).toMatchObject([{ State: 'cancelled' }]);
    const after = showCalls(world.ports);
    expect(after.tally).toEqual({ calls: 0, outcomes: {}, promised: '' });
    expect(after.calls).toMatchObject([{ customer: 'Acme Tools' }]);
  });

  it('do not count a message left as a contact that reached them', () => {
    const { world, id } = withCall();
    expect(recordOutcome(world.ports, id, 'left a message', '').message).toContain('does not count as a contact');
    undoOutcome(world.ports, id);
    expect(showCalls(world.ports).calls).toHaveLength(1);
  });

  it.each(['wants copies', 'asks for a plan', 'no longer trading', 'paid'])(
    'stop reminders after “%s” until a person or a day ends it, and go on when it is taken back',
    (outcome) => {
      const { world, id } = withCall();
      recordOutcome(world.ports, id, outcome, 'said Ann');
      expect(showCalls(world.ports)).toMatchObject({ calls: [], tally: { outcomes: { [outcome]: 1 } } });
      undoOutcome(world.ports, id);
      expect(showCalls(world.ports).calls).toMatchObject([{ customer: 'Acme Tools' }]);
    },
  );

  it('are not taken back where the promise was changed by hand since', () => {
    const { world, id } = withCall();
    recordOutcome(world.ports, id, 'promised', '', { on: '2026-11-11' });
    const [headers = [], row] = world.cells('AR Promises');
    if (row) row[headers.indexOf('State')] = 'kept';
    expect(() => undoOutcome(world.ports, id)).toThrow('on the card of Acme Tools');
  });
});
