// A customer under a mark is never written to, however often the sheet renames and renumbers, and whoever is joined.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdCustomerUntil } from '../../../src/usecases/agreements/holds';
import { recordPromise } from '../../../src/usecases/agreements/record-promise';
import { handOver, setDoNotContact } from '../../../src/usecases/customers/manual-status';
import { mergeCustomers } from '../../../src/usecases/customers/merge-customers';
import { showDataCheck } from '../../../src/usecases/data-check/data-check';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { sendStep } from '../../../src/usecases/sending/send';
import { confirmPayments } from '../../../src/usecases/workbook-mode/confirm-payments';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, invoiceCells, liveAt } from '../../builders/our-firm';

const AP = 'ap@acme-tools.example';
const KEY = 'acme tools';
const LINES: InvoiceLine[] = [
  { no: '0001001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200, email: AP },
  { no: '0001002', customer: 'Acme Tools', due: '2026-10-28', amount: 340, email: AP },
];
const OTHERS: InvoiceLine[] = ['North', 'South', 'East', 'West', 'Upper'].map((name, i) => ({
  ...{ no: `B${i}`, customer: `${name} Quarry`, issued: '2026-10-20', due: '2026-11-02', amount: 100 + i },
}));
const DAYS = ['2026-11-05', '2026-11-06', '2026-11-09', '2026-11-12', '2026-11-18', '2026-11-30'];
const NAMES = ['Zebra Group', 'Acme Tools GmbH', 'Yak Ltd', 'Acme Tools', 'Quagga AG'];

const MARKS: Record<string, (world: FakeWorld) => unknown> = {
  'do not contact': (world) => setDoNotContact(world.ports, KEY, true),
  pause: (world) => holdCustomerUntil(world.ports, KEY, '', '', ''),
  'pauses of invoices': (world) => LINES.map(({ no }) => holdCustomerUntil(world.ports, KEY, no, '', '')),
  'hand-over': (world) => handOver(world.ports, KEY, [], ''),
  promise: (world) =>
    recordPromise(world.ports, {
      ...{ customerKey: KEY, invoices: [], amount: null, currency: '', note: '', promisedOn: '2026-12-04' },
    }),
};

/** What the sheet, and a person, do on a day. */
const change = fc.record({
  name: fc.option(fc.constantFrom(...NAMES), { nil: null }),
  numbers: fc.option(fc.constantFrom('INV-2026-', 'F', ''), { nil: null }),
  joins: fc.boolean(),
});

function work(world: FakeWorld, on: string, joins: boolean): void {
  world.at(`${on} 09:00`);
  confirmPayments(world.ports, on);
  planDay(world.ports);
  const asked = joins ? showDataCheck(world.ports).sameCustomers : [];
  for (const { keep, others } of asked)
    mergeCustomers(
      world.ports,
      keep.key,
      others.map(({ key }) => key),
    );
  approveReminders(
    world.ports,
    showReview(world.ports).lines.map(({ id }) => id),
  );
  sendStep(world.ports, { unattended: false });
}

describe('marks over weeks of renames, renumbering and joins', () => {
  it.each(Object.keys(MARKS))(
    '%s: nobody writes to the customer',
    (mark) => {
      fc.assert(
        fc.property(fc.array(change, { minLength: DAYS.length, maxLength: DAYS.length }), (changes) => {
          const world = liveAt('2026-11-04 09:00', [...LINES, ...OTHERS]);
          MARKS[mark]?.(world);
          let [name, prefix] = ['Acme Tools', ''];
          for (const [index, on] of DAYS.entries()) {
            const { name: nextName, numbers, joins } = changes[index] ?? { name: null, numbers: null, joins: false };
            name = nextName ?? name;
            prefix = numbers ?? prefix;
            const lines = LINES.map((line) => ({ ...line, customer: name, no: `${prefix}${line.no}` }));
            const cells = world.cells('Invoices');
            cells.splice(0, cells.length, ...invoiceCells([...lines, ...OTHERS]));
            work(world, on, joins);
          }
          const mails = world.mails.map(({ raw }) => Buffer.from(raw, 'base64url').toString('latin1'));
          expect(mails.length).toBeGreaterThan(0);
          for (const mail of mails) expect(mail).not.toContain(AP);
        }),
        { numRuns: 3 },
      );
    },
    240_000,
  );
});
