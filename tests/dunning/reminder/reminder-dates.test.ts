// Which earlier reminders a mail may speak of: sent about that very invoice since it fell due, and not come back.
import { describe, expect, it } from 'vitest';
import { customerEvent, type EventKind } from '../../../src/dunning/history/events';
import { applyEvent } from '../../../src/dunning/history/history';
import { earlierReminders } from '../../../src/dunning/reminder/reminder-dates';
import { isoOf } from '../../../src/receivables/day';
import { Desk, day, type FactsChange, type InvoiceText } from '../../builders/dunning-facts';

const ONE: InvoiceText = { no: '1', due: '2026-11-02', open: 4800 };
const TIMELY: FactsChange = { segment: 'Timely' };

/** A desk that reminded on 6 and 16 November. */
function desk(...marks: [kind: EventKind, at: string][]): Desk {
  const made = new Desk();
  for (const on of ['2026-11-06', '2026-11-16']) {
    made.plan(on, [ONE], TIMELY);
    made.carryOut(on);
  }
  const key = [...made.history.lastContact.keys()][0] ?? '';
  for (const [index, [kind, at]] of marks.entries()) {
    const event = customerEvent(kind, { key, name: key }, 'ann@ourfirm.example', '');
    applyEvent(made.history, { ...event, seq: 500 + index, at: `${at} 10:00:00`, hash: '' });
  }
  return made;
}

function said(made: Desk, lines: readonly InvoiceText[] = [ONE], change: FactsChange = TIMELY): string {
  const facts = made.facts('2026-11-30', lines, change);
  const [invoice] = facts.invoices;
  if (!invoice) throw new Error('no invoice');
  const { days, unanswered } = earlierReminders(facts, invoice);
  return [...days.map(isoOf), unanswered ? 'unanswered' : 'answered'].join(' ');
}

describe('the reminders of an invoice', () => {
  it('are those of the log, by their days', () => {
    expect(said(desk())).toBe('2026-11-06 2026-11-16 unanswered');
  });

  it('are none of another invoice', () => {
    expect(said(desk(), [{ ...ONE, no: '2' }])).toBe('answered');
  });

  it('are none from before it fell due', () => {
    expect(said(desk(), [{ ...ONE, due: '2026-11-10' }])).toBe('2026-11-16 unanswered');
  });

  it('are none that came back, also when the address was mended since', () => {
    expect(said(desk(['bounced', '2026-11-17']))).toBe('2026-11-06 unanswered');
    expect(said(desk(['bounced', '2026-11-17'], ['resumed', '2026-11-18']))).toBe('2026-11-06 unanswered');
  });
});

describe('"no answer"', () => {
  it('is not said after a reply, though the mark was taken off since', () => {
    expect(said(desk(['replied', '2026-11-17']))).toBe('2026-11-06 2026-11-16 answered');
    expect(said(desk(['replied', '2026-11-17'], ['resumed', '2026-11-18']))).toMatch(/ answered$/);
  });

  it('is not said after a payment', () => {
    const paid: InvoiceText = { ...ONE, payments: [{ amount: 10_000, on: day('2026-11-10') }] };
    expect(said(desk(), [paid])).toMatch(/ answered$/);
  });
});
