// A desk at which lines of the bank are read and decided about beside reminders, over an invoice sheet of a few lines.
import type { Facts } from '../../src/dunning/decision/facts';
import type { NewEvent } from '../../src/dunning/history/events';
import { lineDecided, linesRead, lineUndone } from '../../src/dunning/history/payment-events';
import type { AllocationFacts, LineDecisionFacts, ReadLineFacts } from '../../src/dunning/history/payment-facts';
import { bookingEvents, withMoneyIn } from '../../src/dunning/payments/money-in';
import { Desk, day, type FactsChange, factsOn, type InvoiceText } from './dunning-facts';

/** Money of a line on an invoice of Acme, in EUR. @example part('1', 400, 1000) */
export function part(no: string, amount: number, open: number, change: Partial<AllocationFacts> = {}): AllocationFacts {
  const own = { key: no === '' ? '' : `acme|${no}`, invoice: no, customerKey: 'acme', currency: 'EUR' };
  return { ...own, amount: amount * 100, open: open * 100, ...change };
}

/** A desk that knows the bank. Amounts decimal. */
export class BankDesk extends Desk {
  /** A line comes in, proposed for `parts` or asked about with `candidates`. */
  read(on: string, id: string, amount: number, change: Partial<ReadLineFacts> = {}): void {
    const line = { id, date: on, amount: amount * 100, currency: 'EUR', payer: 'Acme', text: 'T', why: 'W' };
    const read: ReadLineFacts = { ...line, parts: [], candidates: [], ...change };
    this.append(on, linesRead([read], { name: 'bank.csv' }, 'ann@ourfirm.example'));
  }

  /** Ann decides about a line. */
  decide(on: string, id: string, parts: AllocationFacts[], change: Partial<LineDecisionFacts> = {}): void {
    const line = this.line(id);
    const decision: LineDecisionFacts = { id, as: 'applied', parts, ...change };
    this.append(on, [lineDecided(line, decision, 'Acme', 'ann@ourfirm.example')]);
  }

  /** A line that comes in and is accepted on the same day. */
  accept(
    on: string,
    id: string,
    amount: number,
    parts: AllocationFacts[],
    change: Partial<LineDecisionFacts> = {},
  ): void {
    this.read(on, id, amount);
    this.decide(on, id, parts, change);
  }

  undo(on: string, id: string): void {
    const line = this.line(id);
    this.append(on, [lineUndone(line, line.decision?.parts ?? [], 'Acme', 'ann@ourfirm.example')]);
  }

  line(id: string) {
    const line = this.history.payments.lines.get(id);
    if (!line) throw new Error(`no line ${id}`);
    return line;
  }

  /** What the sheet shows, with money in counted. */
  override facts(on: string, lines: readonly InvoiceText[], change: FactsChange = {}, today = on): Facts {
    const facts = factsOn(on, lines, { ...change, history: this.history });
    const days = { asOf: day(on), today: day(today) };
    return { ...facts, invoices: withMoneyIn(facts.invoices, this.history.payments, days, () => 'Acme') };
  }

  /** What a run writes down of the books. */
  book(on: string, lines: readonly InvoiceText[]): NewEvent[] {
    const events = bookingEvents(factsOn(on, lines).invoices, this.history.payments, day(on), 'schedule');
    this.append(on, events);
    return events;
  }
}
