// Laws of money in over random weeks: a ledger that books late, in any order, and lines that are decided at once, later or never.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { differenceSettled } from '../../../src/dunning/history/payment-events';
import { liveLines } from '../../../src/dunning/history/payments';
import { isoOf, plusBusinessDays, weekdayOf } from '../../../src/receivables/day';
import { BankDesk, part } from '../../builders/bank-desk';
import { day, type InvoiceText } from '../../builders/dunning-facts';
import { runs } from '../../builders/property-runs';
import { auditOfRows } from '../history/audit/a-log';

const START = day('2026-11-02');
const AMOUNTS: Readonly<Record<string, number>> = { 1: 1000, 2: 600, 3: 1000 };
const NUMBERS = Object.keys(AMOUNTS);

type Step = [kind: number, invoice: number, share: number, days: number];

/** A firm over some weeks: what was paid for certain, what the ledger has, and what a person has still to decide. */
class Weeks {
  readonly desk = new BankDesk();
  private today = START;
  private lines = 0;
  /** Decimal amounts by number: what is owed in truth, and what the sheet shows. */
  private readonly owed = new Map(Object.entries(AMOUNTS));
  private readonly shown = new Map(Object.entries(AMOUNTS));
  /** Accepted lines that the ledger has not, and those it has. */
  private unbooked: { id: string; no: string; amount: number }[] = [];
  private booked: { id: string; no: string; amount: number }[] = [];
  private undecided: { id: string; no: string; amount: number; readOn: number }[] = [];
  asked = 0;
  reminded = 0;

  private get iso(): string {
    return isoOf(this.today);
  }

  private sheet(): InvoiceText[] {
    return NUMBERS.flatMap((no) => {
      const open = this.shown.get(no) ?? 0;
      // The ledger takes out of the sheet what is paid.
      return open === 0 && no !== '2' ? [] : [{ no, due: '2026-10-01', open, amount: (AMOUNTS[no] ?? 0) * 100 }];
    });
  }

  private owes(no: string): number {
    return (this.owed.get(no) ?? 0) - this.undecided.filter((one) => one.no === no).reduce((s, o) => s + o.amount, 0);
  }

  private accept(id: string, no: string, amount: number): void {
    this.desk.decide(
      this.iso,
      id,
      [part(no, amount, this.shown.get(no) ?? 0)],
      amount < 0 ? { as: 'returned', reason: 'unknown' } : {},
    );
    this.owed.set(no, (this.owed.get(no) ?? 0) - amount);
    this.unbooked.push({ id, no, amount });
  }

  step([kind, which, share, days]: Step): void {
    const no = NUMBERS[which % NUMBERS.length] ?? '1';
    const money = Math.floor((this.owes(no) * (1 + (share % 4))) / 4);
    const id = `L${this.lines}`;
    if (kind % 6 <= 1 && money > 0) {
      this.lines += 1;
      this.desk.read(this.iso, id, money, kind % 2 ? { parts: [part(no, money, 0)] } : { candidates: [`acme|${no}`] });
      if (share % 2) this.accept(id, no, money);
      else this.undecided.push({ id, no, amount: money, readOn: this.today });
    } else if (kind % 6 === 2 && this.undecided.length > 0) {
      const [line] = this.undecided.splice(which % this.undecided.length, 1);
      if (line && share % 3) this.accept(line.id, line.no, line.amount);
      else if (line) this.desk.decide(this.iso, line.id, [], { as: 'ignored' });
    } else if (kind % 6 === 3 && this.unbooked.length > 0) {
      // The ledger books one or two of them, in any order.
      for (const line of this.unbooked.splice(which % this.unbooked.length, 1 + (share % 2))) {
        this.shown.set(line.no, (this.shown.get(line.no) ?? 0) - line.amount);
        this.booked.push(line);
      }
    } else if (kind % 6 === 4 && this.booked.length > 0) {
      const [line] = this.booked.splice(which % this.booked.length, 1);
      if (line && line.amount > 0) {
        this.lines += 1;
        this.desk.read(this.iso, id, -line.amount);
        this.accept(id, line.no, -line.amount);
      }
    }
    if (kind % 6 === 5 && Math.min(this.owes(no), this.shown.get(no) ?? 0) > 8) {
      // Something else lowers the invoice: a credit note, another receipt. By no sum of the payments, which are whole: one of
      // exactly their amount counts as their booking, since nobody can tell.
      this.owed.set(no, (this.owed.get(no) ?? 0) - 7.5);
      this.shown.set(no, (this.shown.get(no) ?? 0) - 7.5);
    }
    this.look();
    this.today += 1 + (days % 3);
    this.look();
  }

  /** The laws, before the run has written anything down and after it. */
  private look(): void {
    const before = this.figures();
    this.desk.book(this.iso, this.sheet());
    expect(this.figures()).toEqual(before);
    this.answer();
    this.figures();
    this.mails();
  }

  /** A person knows what the ledger booked. */
  private answer(): void {
    for (const key of [...this.desk.history.payments.asked.keys()]) {
      const no = key.slice('acme|'.length);
      // Of equal amounts nobody knows which one it was, nor matters it.
      const left = this.unbooked.filter((one) => one.no === no).map(({ amount }) => amount * 100);
      const inBooks = liveLines(this.desk.history.payments).flatMap(({ id, decision }) => {
        const own = decision?.parts.find((one) => one.key === key && one.bookedOn === null);
        const at = own ? left.indexOf(own.amount) : 0;
        if (own && at >= 0) left.splice(at, 1);
        return own && at < 0 ? [id] : [];
      });
      this.asked += 1;
      this.desk.append(this.iso, [differenceSettled([key, (this.shown.get(no) ?? 0) * 100, inBooks], no, 'ann', '')]);
    }
  }

  private figures(): unknown[] {
    const { invoices } = this.desk.facts(this.iso, this.sheet());
    for (const { invoice, open, bank } of invoices) {
      const owed = (this.owed.get(invoice) ?? 0) * 100;
      // To the cent; while a person is asked what a difference is no more than the sheet shows.
      if (bank && bank.difference !== 0) expect(open).toBeLessThanOrEqual(bank.inSheet);
      else expect([invoice, open]).toEqual([invoice, owed]);
    }
    return invoices.map(({ invoice, open }) => [invoice, open]);
  }

  private mails(): void {
    const facts = this.desk.facts(this.iso, this.sheet());
    const auto = { ...facts, policy: facts.policy.map((row) => ({ ...row, sending: 'auto' as const })) };
    for (const { lines, sending } of decide(auto).proposals) {
      this.reminded += 1;
      for (const { invoice, open } of lines) {
        expect(open).toBe((this.owed.get(invoice) ?? 0) * 100);
        const own = this.undecided.filter(({ no }) => no === invoice);
        expect(own.filter(({ readOn }) => plusBusinessDays(readOn, 3) > this.today)).toEqual([]);
        if (own.length > 0) expect(sending).toBe('review');
      }
    }
    if (weekdayOf(this.today) > 5) return;
    this.desk.planned(facts);
    const waiting = this.desk.history.waiting.get('acme');
    if (waiting && waiting.state === 'planned' && waiting.facts.fix === '') this.desk.carryOut(this.iso);
  }

  /** In the end the ledger has everything. */
  end(): void {
    for (const { no, amount } of this.unbooked.splice(0)) this.shown.set(no, (this.shown.get(no) ?? 0) - amount);
    this.look();
    for (const [no, owed] of this.owed) expect([no, this.shown.get(no)]).toEqual([no, owed]);
    // What came and went back before the ledger had either is told after ten business days: it changes no figure.
    const left = liveLines(this.desk.history.payments).flatMap(({ decision }) => decision?.parts ?? []);
    for (const no of NUMBERS)
      expect(left.filter((one) => one.invoice === no && one.bookedOn === null).reduce((s, o) => s + o.amount, 0)).toBe(
        0,
      );
    const rows = this.desk.events.map((event) => ({ seq: event.seq, event }));
    const audit = auditOfRows(rows as unknown as Parameters<typeof auditOfRows>[0]);
    expect([...audit.contradictions, ...audit.duplicates]).toEqual([]);
  }
}

const steps = fc.array(fc.tuple(fc.nat(11), fc.nat(5), fc.nat(11), fc.nat(5)), { minLength: 10, maxLength: 25 });

describe('over any weeks', () => {
  it('no more is asked for than is owed, nothing while somebody has to decide, and the books agree in the end', () => {
    const seen = { asked: 0, reminded: 0 };
    fc.assert(
      fc.property(steps, (all) => {
        const weeks = new Weeks();
        for (const one of all) weeks.step(one);
        weeks.end();
        seen.asked += weeks.asked;
        seen.reminded += weeks.reminded;
      }),
      { numRuns: runs(20, 200) },
    );
    expect(seen.asked).toBeGreaterThan(3);
    expect(seen.reminded).toBeGreaterThan(30);
  });

  it('the order of lines within a day does not matter', () => {
    const lines = [
      ['a', 400, '1'],
      ['b', 400, '1'],
      ['c', 200, '1'],
      ['d', 600, '2'],
    ] as const;
    fc.assert(
      fc.property(fc.shuffledSubarray([...lines], { minLength: 4, maxLength: 4 }), (order) => {
        const desk = new BankDesk();
        for (const [id, amount, no] of order)
          desk.accept('2026-11-09', id, amount, [part(no, amount, AMOUNTS[no] ?? 0)]);
        const sheet = [
          { no: '1', due: '2026-10-01', open: 600 },
          { no: '2', due: '2026-10-01', open: 600 },
        ];
        desk.book('2026-11-10', sheet);
        const { invoices } = desk.facts('2026-11-10', sheet);
        expect(invoices.map(({ open }) => open)).toEqual([0, 0]);
        // Of equal ones the older is booked: of one day the first by its id.
        expect(['a', 'b'].map((id) => desk.line(id).decision?.parts[0]?.bookedOn !== null)).toEqual([true, false]);
      }),
      { numRuns: runs(10, 100) },
    );
  });
});
