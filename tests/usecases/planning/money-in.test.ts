// Money at the bank over the whole workbook: who has paid is not written to, and the books are found again.
import { describe, expect, it } from 'vitest';
import { auditOf } from '../../../src/dunning/history/audit/audit';
import type { NewEvent } from '../../../src/dunning/history/events';
import { lineDecided, linesRead } from '../../../src/dunning/history/payment-events';
import type { ReadLineFacts } from '../../../src/dunning/history/payment-facts';
import { showLog } from '../../../src/usecases/audit/show-log';
import { erasePersons } from '../../../src/usecases/customers/erase-person';
import { showCustomer } from '../../../src/usecases/customers/show-customer';
import { showWhyOf } from '../../../src/usecases/explain/show-why';
import { settleDifference } from '../../../src/usecases/payments/differences';
import { showPayments } from '../../../src/usecases/payments/show-payments';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { sendStep } from '../../../src/usecases/sending/send';
import { showToday } from '../../../src/usecases/today/show-today';
import { confirmPayments } from '../../../src/usecases/workbook-mode/confirm-payments';
import { underLock, WorkbookSession } from '../../../src/workbook/session';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, invoiceCells, liveAt, records } from '../../builders/our-firm';

const ANN = 'ann@ourfirm.example';
const LINE: InvoiceLine = { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };
const KEY = 'acme tools';
const OTHERS: InvoiceLine[] = ['North', 'South', 'East'].map((name, i) => ({
  ...{ no: `B${i}`, customer: `${name} Quarry`, issued: '2026-10-20', due: '2027-03-01', amount: 100 },
}));

/** The invoice sheet as it reads from a moment on. */
function sheet(world: FakeWorld, at: string, ...lines: InvoiceLine[]): void {
  const cells = world.cells('Invoices');
  cells.splice(0, cells.length, ...invoiceCells([...lines, ...OTHERS]));
  world.at(at);
}

function write(world: FakeWorld, events: readonly NewEvent[]): void {
  underLock(world.ports, () => {
    const ws = new WorkbookSession(world.ports);
    ws.log.append(events);
    ws.save();
  });
}

const read = (amount: number, change: Partial<ReadLineFacts> = {}): ReadLineFacts => {
  const line = { id: 'a', date: '2026-11-09', amount, currency: 'EUR', payer: 'ACME TOOLS', text: '1001', why: '' };
  return { ...line, parts: [], candidates: [], ...change };
};

/** A line that comes in and is accepted for the invoice. */
function accept(world: FakeWorld, amount: number, no = '1001', open = 120_000): void {
  const line = read(amount);
  const part = { key: `${KEY}|${no}`, invoice: no, customerKey: KEY, currency: 'EUR', amount, open };
  const decision = { id: line.id, as: 'applied' as const, parts: [part] };
  write(world, [...linesRead([line], { name: 'b.csv' }, ANN), lineDecided(line, decision, 'Acme Tools', ANN)]);
}

/** Everything is planned and approved on a day. */
function approved(at = '2026-11-09 08:00'): FakeWorld {
  const world = liveAt('2026-11-04 09:00', [LINE, ...OTHERS]);
  world.at(at);
  confirmPayments(world.ports, at.slice(0, 10));
  planDay(world.ports);
  const ids = showReview(world.ports).lines.map(({ id }) => id);
  approveReminders(world.ports, ids);
  expect(ids).toHaveLength(1);
  return world;
}

const last = (world: FakeWorld, event: string): string =>
  String(
    records(world, 'AR Log')
      .filter((row) => row['Event'] === event)
      .at(-1)?.['Note'] ?? '',
  );
const mailOf = (world: FakeWorld): string =>
  Buffer.from(world.mails[0]?.raw ?? '', 'base64url')
    .toString('latin1')
    .replace(/=\r\n/g, '');
const sound = (world: FakeWorld): void => {
  const { contradictions, duplicates } = auditOf(showLog(world.ports, 0));
  expect([...contradictions, ...duplicates]).toEqual([]);
};

describe('a payment at the bank', () => {
  it('that was accepted at nine cancels at ten what was approved at eight', () => {
    const world = approved();
    world.at('2026-11-09 09:00');
    accept(world, 120_000);
    world.at('2026-11-09 10:00');
    sendStep(world.ports, { unattended: false });
    expect(world.mails).toHaveLength(0);
    expect(last(world, 'cancelled')).toBe(
      'A payment of 1,200.00 EUR came on Mon 9 Nov; the sheet still shows 1,200.00 EUR, not booked yet.',
    );
    sound(world);
  });

  it('of a part leaves the rest to be asked for, and the mail says what was received', () => {
    const world = approved();
    accept(world, 40_000);
    sendStep(world.ports, { unattended: false });
    expect(last(world, 'refreshed')).toBe('A payment of 400.00 EUR came on Mon 9 Nov for 1001.');
    expect(mailOf(world)).toContain('800.00');
    expect(mailOf(world)).not.toContain('1,200.00');
    sound(world);
  });

  it('that nobody decided about keeps back what was approved', () => {
    const world = approved();
    write(world, linesRead([read(40_000, { candidates: [`${KEY}|1001`] })], { name: '' }, ANN));
    sendStep(world.ports, { unattended: false });
    expect(world.mails).toHaveLength(0);
    expect(last(world, 'cancelled')).toContain('and may be for it');
    sound(world);
  });

  it('stands beside what the sheet shows under Why and on the customer card', () => {
    const world = approved();
    accept(world, 40_000);
    const said = 'In the sheet 1,200.00 EUR; bank, not yet booked 400.00 EUR; asked for 800.00 EUR.';
    expect(JSON.stringify(showWhyOf(world.ports, `${KEY}|1001`))).toContain(said);
    expect(showCustomer(world.ports, KEY).facts).toContainEqual({
      label: 'At the bank',
      value: 'in the sheet 1,200.00 EUR; bank, not yet booked 400.00 EUR; left 800.00 EUR',
    });
  });

  it('is in the books once the row is gone', () => {
    const world = approved();
    accept(world, 120_000);
    sheet(world, '2026-11-10 09:00');
    planDay(world.ports);
    expect(records(world, 'AR Log').filter((row) => row['Event'] === 'booked')).toHaveLength(1);
    planDay(world.ports);
    expect(records(world, 'AR Log').filter((row) => row['Event'] === 'booked')).toHaveLength(1);
    sound(world);
  });

  it('follows its invoice under another number, though all of it is paid', () => {
    const world = approved();
    accept(world, 120_000);
    planDay(world.ports);
    sheet(world, '2026-11-10 09:00', { ...LINE, no: 'INV-1001' });
    planDay(world.ports);
    expect(showReview(world.ports).lines).toEqual([]);
    expect(showWhyOf(world.ports, `${KEY}|INV-1001`).invoice?.sentence).toContain('A payment of 1,200.00 EUR came');
    sheet(world, '2026-11-11 09:00', { ...LINE, no: 'INV-1001', amount: 1100 });
    planDay(world.ports);
    expect(showToday(world.ports).alerts.map(({ code }) => code)).toContain('payment-difference');
  });

  describe('of which the sheet shows another amount', () => {
    const differing = (): FakeWorld => {
      const world = approved();
      accept(world, 40_000);
      sheet(world, '2026-11-10 09:00', { ...LINE, amount: 1000 });
      planDay(world.ports);
      expect(showReview(world.ports).lines).toEqual([]);
      expect(showPayments(world.ports).differences).toEqual([
        {
          ...{ key: `${KEY}|1001`, invoice: '1001', customer: 'Acme Tools', currency: 'EUR' },
          ...{ inSheet: 100_000, before: 120_000, payments: [[40_000, 'EUR', 20_766]] },
        },
      ]);
      return world;
    };
    const asked = (world: FakeWorld): string =>
      showReview(world.ports)
        .lines.map(({ amounts }) => amounts)
        .join();

    it('holds the invoice until a person says that the payments are in it: the sheet counts from then on', () => {
      const world = differing();
      settleDifference(world.ports, `${KEY}|1001`, true);
      expect(showPayments(world.ports).differences).toEqual([]);
      expect(asked(world)).toContain('1,000.00');
      expect(() => settleDifference(world.ports, `${KEY}|1001`, true)).toThrow('is explained by now');
      sound(world);
    });

    it('asks for the rest where it was something else, and knows the booking when it comes', () => {
      const world = differing();
      settleDifference(world.ports, `${KEY}|1001`, false);
      expect(asked(world)).toContain('600.00');
      sheet(world, '2026-11-11 09:00', { ...LINE, amount: 600 });
      planDay(world.ports);
      expect(records(world, 'AR Log').filter((row) => row['Event'] === 'booked')).toHaveLength(1);
      expect(asked(world)).toContain('600.00');
      sound(world);
    });
  });

  it('that never comes into the books is told after ten business days', () => {
    const world = approved();
    accept(world, 120_000);
    const told = (at: string): boolean => {
      world.at(at);
      planDay(world.ports);
      return showToday(world.ports).alerts.some(({ code }) => code === 'never-booked');
    };
    expect([told('2026-11-20 09:00'), told('2026-11-23 09:00')]).toEqual([false, true]);
  });

  it('names nobody any more once its payer is erased', () => {
    const world = liveAt('2026-11-04 09:00', [LINE, ...OTHERS]);
    accept(world, 120_000);
    erasePersons(world.ports, [KEY]);
    const lines = records(world, 'AR Log').filter((row) => row['Event'] === 'lines-read');
    expect(JSON.stringify(lines)).not.toContain('ACME');
    expect(lines).toHaveLength(1);
    sound(world);
  });
});
