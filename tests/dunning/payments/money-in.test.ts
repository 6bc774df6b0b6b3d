// Money in: what is open once lines of the bank count, what the books show of it, and what waits for a person.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { invoicesToNote } from '../../../src/dunning/decision/identity/noted-invoices';
import { endedPromises } from '../../../src/dunning/decision/promise-endings';
import { promiseStandings } from '../../../src/dunning/decision/promises';
import { marksFollowed } from '../../../src/dunning/history/followed-invoices';
import { differenceSettled } from '../../../src/dunning/history/payment-events';
import type { AllocationFacts, LineDecisionFacts, LineOutcome } from '../../../src/dunning/history/payment-facts';
import { lineState } from '../../../src/dunning/history/payments';
import { decisionFault, type OpenOf } from '../../../src/dunning/payments/decision-fault';
import type { ReturnReason } from '../../../src/receivables/cash/return-reason';
import { BankDesk, part } from '../../builders/bank-desk';
import { askedOf, customer, day, type InvoiceText, promise, proposalOf, said } from '../../builders/dunning-facts';

const DUE = '2026-10-01';
const sheet = (open: number, no = '1'): InvoiceText[] => (open === 0 ? [] : [{ no, due: DUE, open }]);

/** What is open of an invoice on a day, decimal. */
const openOn = (
  desk: BankDesk,
  on: string,
  lines: readonly InvoiceText[],
  no = '1',
  today = on,
): number | undefined => {
  const found = desk.facts(on, lines, {}, today).invoices.find(({ invoice }) => invoice === no);
  return found && found.open / 100;
};

describe('what is open', () => {
  it('is what the sheet shows less what was accepted and is not in the books', () => {
    const desk = new BankDesk();
    desk.accept('2026-11-09', 'a', 400, [part('1', 400, 1000)]);
    const [invoice] = desk.facts('2026-11-09', sheet(1000)).invoices;
    expect(invoice).toMatchObject({ open: 60_000, bank: { inSheet: 100_000, accepted: 40_000, difference: 0 } });
  });

  it('is closed by discount, charges and withheld tax, and not by a deduction', () => {
    const desk = new BankDesk();
    const gaps: [['discount', number], ['deduction', number]] = [
      ['discount', 2_000],
      ['deduction', 5_000],
    ];
    desk.accept('2026-11-09', 'a', 930, [part('1', 930, 1000, { gaps })]);
    expect(openOn(desk, '2026-11-09', sheet(1000))).toBe(50);
  });

  it('counts a part once, whether the run has written down the booking or not', () => {
    const desk = new BankDesk();
    desk.accept('2026-11-09', 'a', 400, [part('1', 400, 1000)]);
    expect(openOn(desk, '2026-11-10', sheet(600))).toBe(600);
    expect(desk.book('2026-11-10', sheet(600)).map(({ kind }) => kind)).toEqual(['booked']);
    expect(openOn(desk, '2026-11-10', sheet(600))).toBe(600);
    expect(lineState(desk.line('a'))).toBe('booked');
    expect(desk.book('2026-11-10', sheet(600))).toEqual([]);
  });

  it('is as of a past day what was dated and accepted by then', () => {
    const desk = new BankDesk();
    desk.read('2026-11-05', 'a', 400);
    desk.decide('2026-11-09', 'a', [part('1', 400, 1000)]);
    expect(openOn(desk, '2026-11-08', sheet(1000), '1', '2026-11-10')).toBe(1000);
    expect(openOn(desk, '2026-11-09', sheet(1000), '1', '2026-11-10')).toBe(600);
  });

  it('comes back when the decision is taken back', () => {
    const desk = new BankDesk();
    desk.accept('2026-11-09', 'a', 400, [part('1', 400, 1000)]);
    desk.undo('2026-11-09', 'a');
    expect(openOn(desk, '2026-11-09', sheet(1000))).toBe(1000);
    expect(desk.history.payments.bases.size).toBe(0);
  });

  it('goes by the first of two decisions of colleagues', () => {
    const desk = new BankDesk();
    desk.accept('2026-11-09', 'a', 400, [part('1', 400, 1000)]);
    desk.decide('2026-11-09', 'a', [part('2', 400, 700)]);
    const lines = [...sheet(1000), ...sheet(700, '2')];
    expect([openOn(desk, '2026-11-09', lines), openOn(desk, '2026-11-09', lines, '2')]).toEqual([600, 700]);
  });
});

describe('the books', () => {
  it('hold all that was accepted on an invoice that is gone, or shows nothing open', () => {
    const desk = new BankDesk();
    desk.accept('2026-11-09', 'a', 400, [part('1', 400, 1000)]);
    desk.accept('2026-11-09', 'b', 300, [part('1', 300, 1000)]);
    desk.book('2026-11-10', sheet(500, '2'));
    expect([...desk.history.payments.live]).toEqual([]);
  });

  it('are asked about where the difference is no set of payments: nothing leaves, and the lower figure is shown', () => {
    const desk = new BankDesk();
    desk.accept('2026-11-09', 'a', 400, [part('1', 400, 1000)]);
    expect(desk.book('2026-11-10', sheet(700)).map(({ kind }) => kind)).toEqual(['difference-asked']);
    expect(desk.book('2026-11-10', sheet(700))).toEqual([]);
    expect(openOn(desk, '2026-11-10', sheet(700))).toBe(300);
    expect(said(desk.facts('2026-11-10', sheet(700)))).toBe('blocked payment-difference');
    // Another receipt was booked first; the payment itself is not in the books yet.
    desk.append('2026-11-10', [differenceSettled(['acme|1', 70_000, []], '1', 'ann@ourfirm.example', '')]);
    expect(said(desk.facts('2026-11-10', sheet(700)))).toBe('remind stage-due');
    expect(openOn(desk, '2026-11-10', sheet(700))).toBe(300);
    desk.book('2026-11-11', sheet(300));
    expect(openOn(desk, '2026-11-11', sheet(300))).toBe(300);
  });

  it('may hold another amount of it, as a person says', () => {
    const desk = new BankDesk();
    desk.accept('2026-11-09', 'a', 400, [part('1', 400, 1000)]);
    desk.book('2026-11-10', sheet(610));
    desk.append('2026-11-10', [differenceSettled(['acme|1', 61_000, ['a']], '1', 'ann@ourfirm.example', '')]);
    expect(openOn(desk, '2026-11-10', sheet(610))).toBe(610);
    expect(desk.history.payments.bases.size).toBe(0);
  });

  it('are asked about no longer once the sheet shows again what is explained', () => {
    const desk = new BankDesk();
    desk.accept('2026-11-09', 'a', 400, [part('1', 400, 1000)]);
    desk.book('2026-11-10', sheet(700));
    desk.book('2026-11-11', sheet(1000));
    expect(desk.history.payments.asked.size).toBe(0);
    expect(openOn(desk, '2026-11-11', sheet(1000))).toBe(600);
  });

  it('hold money on account once the credits of the customer grew by it', () => {
    const desk = new BankDesk();
    desk.accept('2026-11-09', 'a', 400, [part('', 400, 0)], { as: 'on account' });
    expect(proposalOf(desk.facts('2026-11-09', sheet(1000))).lines.map(({ open }) => open)).toEqual([-40_000, 100_000]);
    const credit = desk.facts('2026-11-09', sheet(1000)).invoices.find(({ open }) => open < 0);
    expect([credit?.key, credit?.row]).toEqual(['on account 2026-11-09 (a)', 0]);
    const booked = [...sheet(1000), { no: 'C1', due: null, open: -400 }];
    desk.book('2026-11-10', booked);
    const { lines } = proposalOf(desk.facts('2026-11-10', booked));
    expect(lines.map(({ invoice, open }) => [invoice, open])).toEqual([
      ['C1', -40_000],
      ['1', 100_000],
    ]);
  });
});

describe('an invoice that stands elsewhere', () => {
  it('keeps its money under another number', () => {
    const desk = new BankDesk();
    desk.accept('2026-11-09', 'a', 400, [part('1', 400, 1000)]);
    desk.append(
      '2026-11-10',
      marksFollowed('renumbered', { key: 'acme', name: 'Acme' }, [], [['acme|1', 'acme|R1']], '', ''),
    );
    expect(openOn(desk, '2026-11-10', sheet(1000, 'R1'), 'R1')).toBe(600);
    desk.book('2026-11-11', sheet(600, 'R1'));
    expect(openOn(desk, '2026-11-11', sheet(600, 'R1'), 'R1')).toBe(600);
  });

  it('waits with every row of its number where a second row took its key', () => {
    const desk = new BankDesk();
    desk.accept('2026-11-09', 'a', 400, [part('1', 400, 1000)]);
    const rows: InvoiceText[] = [
      { no: '1', due: DUE, open: 500 },
      { no: '1', due: DUE, open: 1000, key: 'acme|1~2026-09-01~2026-10-01~100000~EUR' },
    ];
    const { decisions } = decide(desk.facts('2026-11-10', rows));
    expect(decisions.map(({ reasons }) => reasons[0]?.code)).toEqual(['payment-difference', 'payment-difference']);
  });

  it('is noted by what it is found again, though nothing of it is open any more', () => {
    const desk = new BankDesk();
    desk.accept('2026-11-09', 'a', 1000, [part('1', 1000, 1000)]);
    const facts = desk.facts('2026-11-09', sheet(1000));
    expect(invoicesToNote(facts, new Set()).map(({ key, amount }) => [key, amount])).toEqual([['acme|1', 100_000]]);
  });
});

describe('reminders', () => {
  it('are not sent for what is paid at the bank, with the payment as reason', () => {
    const desk = new BankDesk();
    desk.plan('2026-11-09', sheet(1000));
    desk.act('2026-11-09', 'approved');
    desk.accept('2026-11-10', 'a', 1000, [part('1', 1000, 1000)]);
    const events = desk.planned(desk.facts('2026-11-10', sheet(1000)));
    expect(events.map(({ kind, note, facts }) => [kind, facts.code, note])).toEqual([
      [
        'cancelled',
        'payment-came',
        'A payment of 1,000.00 EUR came on Tue 10 Nov; the sheet still shows 1,000.00 EUR, not booked yet.',
      ],
    ]);
  });

  it('are refreshed where a part was paid, and say so', () => {
    const desk = new BankDesk();
    desk.plan('2026-11-09', sheet(1000));
    desk.act('2026-11-09', 'approved');
    desk.accept('2026-11-10', 'a', 400, [part('1', 400, 1000)]);
    const [event] = desk.planned(desk.facts('2026-11-10', sheet(1000)));
    expect([event?.kind, event?.note]).toEqual(['refreshed', 'A payment of 400.00 EUR came on Tue 10 Nov for 1.']);
    expect(askedOf(desk.waiting().facts)).toEqual({ EUR: 60_000 });
  });

  it('wait three business days for a line that is asked about, and then for a person', () => {
    const desk = new BankDesk();
    desk.read('2026-11-09', 'a', 400, { candidates: ['acme|1'] });
    for (const on of ['2026-11-09', '2026-11-11'])
      expect(said(desk.facts(on, sheet(1000)))).toBe('blocked payment-undecided');
    const auto = { policy: desk.facts('2026-11-12', []).policy.map((row) => ({ ...row, sending: 'auto' as const })) };
    const { sending, look } = proposalOf(desk.facts('2026-11-12', sheet(1000), auto));
    expect(sending).toBe('review');
    expect(look).toContain('a payment of 400.00 EUR came on Mon 9 Nov: decide about it first');
  });

  it('wait for a line that is proposed and not accepted, too, and no longer once it is not ours', () => {
    const desk = new BankDesk();
    desk.read('2026-11-09', 'a', 400, { parts: [part('1', 400, 1000)] });
    expect(said(desk.facts('2026-11-09', sheet(1000)))).toBe('blocked payment-undecided');
    desk.decide('2026-11-09', 'a', [], { as: 'ignored' });
    expect(said(desk.facts('2026-11-09', sheet(1000)))).toBe('remind stage-due');
  });

  it('wait no longer because the same file is read again', () => {
    const desk = new BankDesk();
    desk.read('2026-11-09', 'a', 400, { candidates: ['acme|1'] });
    desk.read('2026-11-12', 'a', 400, { candidates: ['acme|1'] });
    expect(said(desk.facts('2026-11-12', sheet(1000)))).toBe('remind stage-due');
  });
});

describe('a payment that came back', () => {
  const paid = (): BankDesk => {
    const desk = new BankDesk();
    desk.accept('2026-11-02', 'a', 1000, [part('1', 1000, 1000)]);
    desk.book('2026-11-03', []);
    return desk;
  };
  const back = (desk: BankDesk, reason: ReturnReason, on = '2026-11-10'): void =>
    desk.accept(on, 'r', -1000, [part('1', -1000, 0)], { as: 'returned', reason });
  const settled: InvoiceText[] = [{ no: '1', due: DUE, open: 0, status: 'paid' }];
  const pays = { customers: [customer('Acme', { paymentMethod: 'SEPA direct debit' })] };

  it('opens the invoice again a week after it was booked, before the books say so, and once they do', () => {
    const desk = paid();
    back(desk, 'no-mandate');
    expect(openOn(desk, '2026-11-10', settled)).toBe(1000);
    desk.book('2026-11-11', sheet(1000));
    expect(openOn(desk, '2026-11-11', sheet(1000))).toBe(1000);
    expect(desk.history.payments.bases.size).toBe(0);
  });

  it('is asked about where the sheet may hold it, or it and another with a payment: nothing is asked for twice', () => {
    const desk = new BankDesk();
    const on = '2026-11-09';
    for (const id of ['r1', 'r2']) desk.accept(on, id, -300, [part('1', -300, -300)], { as: 'returned' });
    desk.accept(on, 'p', 300, [part('1', 300, -300)]);
    expect(openOn(desk, '2026-11-10', settled)).toBe(0);
    desk.book('2026-11-10', settled);
    expect([...desk.history.payments.asked.keys()]).toEqual(['acme|1']);
  });

  it('for want of funds is spoken of in a call, once', () => {
    const desk = paid();
    back(desk, 'no-funds');
    const facts = desk.facts('2026-11-10', settled, pays);
    const { channel, look, sending } = proposalOf(facts);
    expect([channel, sending]).toEqual(['call', 'review']);
    expect(look).toContain('the debit came back for want of funds: call first');
    desk.planned(facts);
    desk.carryOut('2026-11-10');
    expect(proposalOf(desk.facts('2026-11-20', settled, pays)).channel).toBe('email');
  });

  it.each([
    ['wrong-account', 'the debit came back, the account is wrong: ask for a new mandate'],
    ['no-mandate', 'the debit came back without a mandate: ask for a new one'],
    ['unknown', 'the payment came back, and nobody knows why'],
  ] as const)('with the reason %s is seen by a person first', (reason, look) => {
    const desk = paid();
    back(desk, reason);
    const auto = { policy: desk.facts('2026-11-10', []).policy.map((row) => ({ ...row, sending: 'auto' as const })) };
    const proposal = proposalOf(desk.facts('2026-11-10', settled, { ...pays, ...auto }));
    expect([proposal.sending, proposal.look]).toEqual(['review', expect.stringContaining(look)]);
  });

  it('as the payer asked the bank for it is a query for five business days', () => {
    const desk = paid();
    back(desk, 'refund');
    expect(said(desk.facts('2026-11-10', settled))).toBe('blocked debit-returned');
    expect(said(desk.facts('2026-11-16', settled))).toBe('blocked debit-returned');
    expect(said(desk.facts('2026-11-17', settled))).toBe('remind stage-due');
  });

  it('breaks a promise that was kept by it, for want of funds alone', () => {
    const promises = [promise('2026-11-20', { recorded: day('2026-11-01') })];
    for (const [reason, state] of [
      ['no-funds', 'broken'],
      ['no-mandate', 'open'],
    ] as const) {
      const desk = paid();
      back(desk, reason);
      const [standing] = promiseStandings(desk.facts('2026-11-10', settled, { promises }));
      expect(standing?.state).toBe(state);
    }
  });

  it('breaks a promise that was written down as kept', () => {
    const desk = paid();
    back(desk, 'no-funds');
    const promises = [promise('2026-11-03', { recorded: day('2026-11-01'), invoice: '1', state: 'kept' })];
    const [ended] = endedPromises(desk.facts('2026-11-10', settled, { promises }), 'schedule');
    expect(ended?.state).toBe('broken');
  });

  it('may come back for eight weeks where it was a core direct debit', () => {
    const desk = new BankDesk();
    desk.accept('2026-11-02', 'a', 1000, [part('1', 1000, 1000)], { collected: true });
    const { decisions } = decide(desk.facts('2026-11-03', sheet(1000)));
    expect(decisions[0]?.reasons[0]?.message).toContain('refundable until Mon 28 Dec');
  });
});

describe('a promise', () => {
  const promises = [promise('2026-11-20', { recorded: day('2026-11-05') })];
  const stateOn = (desk: BankDesk): string | undefined =>
    promiseStandings(desk.facts('2026-11-10', sheet(1000), { promises }))[0]?.state;

  it('is kept by accepted lines', () => {
    const desk = new BankDesk();
    desk.plan('2026-11-05', sheet(1000), { promises });
    desk.accept('2026-11-10', 'a', 1000, [part('1', 1000, 1000)]);
    expect(stateOn(desk)).toBe('kept');
  });

  it('is kept by money on account of its own customer that came since, and by nobody else’s', () => {
    for (const [customerKey, on, state] of [
      ['acme', '2026-11-06', 'kept'],
      ['other', '2026-11-06', 'open'],
      ['acme', '2026-11-04', 'open'],
    ] as const) {
      const desk = new BankDesk();
      desk.accept(on, 'a', 1000, [part('', 1000, 0, { customerKey })], { as: 'on account' });
      expect(stateOn(desk)).toBe(state);
    }
  });
});

describe('what may be decided about a line', () => {
  const line = (amount: number, original?: [number, string]) => {
    const desk = new BankDesk();
    desk.read('2026-11-09', 'a', amount, original ? { original } : {});
    return desk.line('a');
  };
  const open: OpenOf = (key) =>
    ({ 'acme|1': { open: 100_000, currency: 'EUR' }, 'acme|C': { open: -10_000, currency: 'EUR' } })[key];
  const fault = (amount: number, parts: AllocationFacts[], as: LineOutcome = 'applied'): string =>
    decisionFault(line(amount), { id: 'a', as, parts }, open)?.code ?? '';

  it.each([
    [1000, [part('1', 1000, 1000)], ''],
    [1200, [part('1', 1000, 1000), part('', 200, 0)], ''],
    [900, [part('1', 1000, 1000), part('C', -100, -100)], ''],
    [980, [part('1', 980, 1000, { gaps: [['discount', 2_000]] })], ''],
    [1000, [part('1', 1000, 1000), part('', 1, 0)], 'line-too-much'],
    [1200, [part('1', 1200, 1000)], 'invoice-too-much'],
    [1000, [part('1', 1000, 1000, { gaps: [['discount', 1]] })], 'invoice-too-much'],
    [1000, [part('C', -200, -100)], 'invoice-too-much'],
    [1000, [part('1', 500, 1000), part('1', 500, 1000)], 'line-twice'],
    [1000, [part('2', 500, 500)], 'invoice-unknown'],
    [1000, [part('1', 500, 1000, { currency: 'USD' })], 'line-currency'],
    [1000, [], 'line-parts'],
  ])('%d as %j: %j', (amount, parts, code) => {
    expect(fault(amount, parts)).toBe(code);
  });

  it('takes a payment back by money that went out alone', () => {
    expect(fault(-1000, [part('1', -1000, 0)], 'returned')).toBe('');
    expect(fault(1000, [part('1', -1000, 0)], 'returned')).toBe('line-return');
    expect(fault(-1000, [part('1', -1100, 0)], 'returned')).toBe('line-too-much');
  });

  it('adds no other currency but what the bank says was sent', () => {
    const usd = [part('D', 1000, 1000, { currency: 'USD' })];
    const openUsd: OpenOf = () => ({ open: 100_000, currency: 'USD' });
    const decision = { id: 'a', as: 'applied' as const, parts: usd };
    expect(decisionFault(line(900, [100_000, 'USD']), decision, openUsd)).toBeNull();
    expect(decisionFault(line(900), decision, openUsd)?.code).toBe('line-currency');
  });

  it('is decided once', () => {
    const desk = new BankDesk();
    desk.accept('2026-11-09', 'a', 400, [part('1', 400, 1000)]);
    const again: LineDecisionFacts = { id: 'a', as: 'applied', parts: [part('1', 400, 1000)] };
    expect(decisionFault(desk.line('a'), again, open)?.code).toBe('state-changed');
  });
});
