// What people mark by hand: they replied, mail came back, handed over, paid by direct debit.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { customerEvent, type EventFacts, type EventKind } from '../../../src/dunning/history/events';
import { defaultPolicy } from '../../../src/dunning/policy/default-policy';
import {
  customer,
  Desk,
  decisionOf,
  dispute,
  type FactsChange,
  type InvoiceText,
  proposalOf,
  said,
} from '../../builders/dunning-facts';

const LINE: InvoiceText = { no: '1', due: '2026-11-02', open: 500 };
const TIMELY: FactsChange = { segment: 'Timely' };
const ACME = { key: 'acme', name: 'Acme' };

function marked(on: string, kind: EventKind, facts: EventFacts = {}, desk = new Desk()): Desk {
  desk.append(on, [customerEvent(kind, ACME, 'ann@ourfirm.example', '', facts)]);
  return desk;
}

describe('"they replied"', () => {
  it('pauses the customer for five business days, and says until when', () => {
    const desk = marked('2026-11-20', 'replied');
    expect(said(desk.facts('2026-11-26', [LINE], TIMELY))).toBe('blocked replied');
    const { reasons, nextDate } = decisionOf(desk.facts('2026-11-20', [LINE], TIMELY), '1');
    expect(reasons[0]?.message).toBe(
      'They replied on Fri 20 Nov; nothing is sent before Fri 27 Nov. Answer them first.',
    );
    expect(nextDate).toBe(desk.facts('2026-11-27', [LINE]).asOf);
    expect(said(desk.facts('2026-11-27', [LINE], TIMELY))).toBe('remind stage-due');
  });

  it('cancels what waits for them', () => {
    const desk = new Desk();
    desk.plan('2026-11-20', [LINE], TIMELY);
    marked('2026-11-20', 'replied', {}, desk);
    expect(desk.plan('2026-11-20', [LINE], TIMELY)).toEqual(['cancelled']);
  });

  it('can be lifted: then the reminder is planned again, not sent', () => {
    const desk = marked('2026-11-20', 'replied');
    marked('2026-11-23', 'resumed', {}, desk);
    expect(desk.plan('2026-11-23', [LINE], TIMELY)).toEqual(['planned']);
    expect(desk.waiting().state).toBe('planned');
  });
});

describe('"bounced"', () => {
  const at = (email: string): FactsChange => ({ ...TIMELY, customers: [customer('Acme', { email })] });
  const desk = marked('2026-11-16', 'bounced', { addresses: ['ap@acme.example'] });

  it('stops everything until the address changes, however long that takes', () => {
    expect(said(desk.facts('2027-03-01', [LINE], at('AP@acme.example')))).toBe('blocked bounced');
    expect(said(desk.facts('2026-11-17', [LINE], at('billing@acme.example')))).toBe('remind stage-due');
  });

  it('stops as well while the dead address is one of several', () => {
    expect(said(desk.facts('2026-11-17', [LINE], at('x@acme.example; ap@acme.example')))).toBe('blocked bounced');
  });

  it('is dead for every customer who shares the mailbox, until somebody says that it works again', () => {
    const shared: FactsChange = { ...TIMELY, customers: [customer('Beta', { email: 'x@b.example, AP@acme.example' })] };
    const lines: InvoiceText[] = [{ ...LINE, customer: 'Beta' }];
    const dead = marked('2026-11-16', 'bounced', { addresses: ['ap@acme.example'] });
    expect(said(dead.facts('2026-11-17', lines, shared))).toBe('blocked bounced');
    dead.append('2026-11-17', [
      customerEvent('resumed', { key: 'beta', name: 'Beta' }, 'ann@ourfirm.example', '', {
        addresses: ['ap@acme.example'],
      }),
    ]);
    expect(said(dead.facts('2026-11-18', lines, shared))).toBe('remind stage-due');
  });
});

describe('"handed over"', () => {
  const other: InvoiceText = { ...LINE, no: '2' };

  it('ends the reminders of those invoices, and only of those', () => {
    const desk = marked('2026-11-16', 'handed-over', { keys: ['acme|1'] });
    expect(said(desk.facts('2026-11-20', [LINE, other], TIMELY), '1')).toBe('not-chased handed-over');
    expect(said(desk.facts('2026-11-20', [LINE, other], TIMELY), '2')).toBe('remind stage-due');
  });

  it('leaves them off the reminders of the others', () => {
    const desk = marked('2026-11-16', 'handed-over', { keys: ['acme|1'] });
    desk.plan('2026-11-20', [LINE, other], TIMELY);
    expect(desk.waiting().facts.lines.map(({ invoice }) => invoice)).toEqual(['2']);
  });

  it('holds for each row under the number, whichever was there first', () => {
    const desk = marked('2026-11-16', 'handed-over', { keys: ['acme|1'] });
    const key = 'acme|1~2026-10-03~2026-11-02~50000~EUR';
    const rows: InvoiceText[] = [
      { ...LINE, key },
      { ...LINE, due: '2026-10-20' },
    ];
    expect(decide(desk.facts('2026-11-20', rows, TIMELY)).proposals).toEqual([]);
    marked('2026-11-18', 'taken-back', { keys: [key] }, desk);
    expect(decide(desk.facts('2026-11-20', rows, TIMELY)).proposals).toHaveLength(1);
  });

  it('can be taken back', () => {
    const desk = marked('2026-11-16', 'handed-over', { keys: ['acme|1'] });
    marked('2026-11-18', 'taken-back', { keys: ['acme|1'] }, desk);
    expect(said(desk.facts('2026-11-20', [LINE], TIMELY))).toBe('remind stage-due');
  });
});

describe('a dispute over an amount that names no invoice', () => {
  const lines: InvoiceText[] = [
    { no: '2', due: '2026-11-03', open: 2000 },
    { no: '1', due: '2026-11-02', open: 300 },
    { no: '3', due: '2026-11-04', open: 2000 },
  ];

  it('lies on the oldest invoices until it is used up, and is shown once', () => {
    const disputes = [dispute('', { customerKey: 'acme', amount: 500 })];
    const { proposals, decisions } = decide(new Desk().facts('2026-11-20', lines, { ...TIMELY, disputes }));
    expect(proposals[0]?.lines.map(({ invoice, disputed }) => `${invoice} ${disputed}`)).toEqual([
      '1 30000',
      '2 20000',
      '3 0',
    ]);
    expect(decisions.find(({ invoice }) => invoice.invoice === '1')?.reasons[0]?.code).toBe('disputed');
  });

  it('over all leaves nothing to ask for', () => {
    const disputes = [dispute('', { customerKey: 'acme', amount: 9000 })];
    expect(decide(new Desk().facts('2026-11-20', lines, { ...TIMELY, disputes })).proposals).toEqual([]);
  });
});

describe('a customer who pays by direct debit', () => {
  it.each(['Direct debit', 'SEPA-Lastschrift', 'prélèvement', 'Domiciliación bancaria', 'automatische incasso'])(
    'is not asked before the debit had 5 business days to come in: %s',
    (paymentMethod) => {
      const change = { ...TIMELY, customers: [customer('Acme', { paymentMethod })] };
      expect(said(new Desk().facts('2026-11-09', [LINE], change))).toBe('blocked direct-debit');
      expect(said(new Desk().facts('2026-11-20', [LINE], change))).toBe('remind stage-due');
    },
  );

  it.each(['', 'Bank transfer', 'Überweisung', 'Credit card', 'cheque'])(
    'is asked otherwise: "%s"',
    (paymentMethod) => {
      const change = { ...TIMELY, customers: [customer('Acme', { paymentMethod })] };
      expect(said(new Desk().facts('2026-11-20', [LINE], change))).toBe('remind stage-due');
    },
  );
});

describe('a customer who looks like another one', () => {
  const change: FactsChange = { ...TIMELY, lookalikes: new Map([['acme', '"Acme Ltd"']]) };
  const policy = defaultPolicy().map((row) => ({ ...row, sending: 'auto' as const }));

  it('is written to only by a person who has looked, whatever the policy says', () => {
    expect(proposalOf(new Desk().facts('2026-11-20', [LINE], { ...TIMELY, policy })).sending).toBe('auto');
    const { sending, look } = proposalOf(new Desk().facts('2026-11-20', [LINE], { ...change, policy }));
    expect(sending).toBe('review');
    expect(look).toContain('may be the same customer as "Acme Ltd"');
  });
});

describe('a mailbox of two customers, one of whom nobody may contact', () => {
  it('gets no mail that no person read, whatever AR Policy says, and the person is told whose it is', () => {
    const policy = defaultPolicy().map((row) => ({ ...row, sending: 'auto' as const }));
    const shared = (doNotContact: 'yes' | 'no'): FactsChange => ({
      ...TIMELY,
      policy,
      customers: [
        customer('Acme', { email: 'ap@group.example' }),
        customer('Silent', { email: 'AP@group.example', doNotContact }),
      ],
    });
    const { sending, look } = proposalOf(new Desk().facts('2026-11-20', [LINE], shared('yes')));
    expect(sending).toBe('review');
    expect(look).toContain('the address is also that of Silent, marked "Do not contact"');
    expect(proposalOf(new Desk().facts('2026-11-20', [LINE], shared('no'))).look).not.toContain('Silent');
  });
});
