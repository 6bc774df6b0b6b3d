// What any word that means something to JavaScript has to be, wherever people type it: a word like others.
import { expect, it } from 'vitest';
import { showCustomer } from '../../src/usecases/customers/show-customer';
import { showDataCheck } from '../../src/usecases/data-check/data-check';
import { showFormulas } from '../../src/usecases/formulas/show-formulas';
import { planDay } from '../../src/usecases/planning/plan-day';
import { showPolicy } from '../../src/usecases/policy-page/show-policy';
import { approveReminders } from '../../src/usecases/review/review';
import { showReview } from '../../src/usecases/review/review-lines';
import { runHour } from '../../src/usecases/sending/run-hour';
import { showToday } from '../../src/usecases/today/show-today';
import { TABS } from '../../src/workbook/tab-specs';
import type { FakeWorld } from '../builders/fake-workbook';
import { HEADERS, type InvoiceLine, liveAt } from '../builders/our-firm';

const ACME: InvoiceLine = { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };

/** What stays as it is for everybody else: Acme waits with its sum, every page opens, and Acme's mail leaves. */
function expectAcmeServed(world: FakeWorld): void {
  planDay(world.ports);
  expect(showToday(world.ports).stops).toEqual([]);
  const { lines } = showReview(world.ports);
  const acme = lines.find(({ customer }) => customer === 'Acme Tools');
  expect(acme).toMatchObject({ state: 'planned', amounts: '1,200.00 EUR' });
  expect(showCustomer(world.ports, 'acme tools').name).toBe('Acme Tools');
  for (const show of [showDataCheck, showPolicy, showFormulas]) expect(() => show(world.ports)).not.toThrow();
  approveReminders(world.ports, [acme?.id ?? '']);
  runHour(world.ports);
  expect(world.mails).toHaveLength(1);
}

/** Tries a word as a customer, in each column of the invoice sheet and in a row of each of our tabs. */
export function tryWord(word: string): void {
  it.each([`${word} Group AS`, word, `Nordic ${word[0]?.toUpperCase()}${word.slice(1)} Ltd`])(
    'as a customer is a customer: %s',
    (customer) => {
      const world = liveAt('2026-11-04 09:00', [ACME, { ...ACME, no: '2001', customer, email: 'ap@other.example' }]);
      expect(showReview(world.ports).lines.map((line) => line.customer)).toContain(customer);
      expectAcmeServed(world);
      expect(showCustomer(world.ports, customer.toLowerCase()).name).toBe(customer);
    },
  );

  it.each(HEADERS)('in the column "%s" of the invoice sheet changes nothing for others', (header) => {
    const other: InvoiceLine = { ...ACME, no: '2001', customer: 'Beta Works' };
    const world = liveAt('2026-11-04 09:00', [ACME, other]);
    const row = world.cells('Invoices')[2] ?? [];
    row[HEADERS.indexOf(header)] = word;
    expectAcmeServed(world);
  });

  it.each(TABS.filter(({ name }) => name !== 'AR Log').map((spec) => [spec.name, spec] as const))(
    'in a row of %s changes nothing for others',
    (name, { columns }) => {
      const world = liveAt('2026-11-04 09:00', [ACME]);
      world.cells(name).push(columns.map(() => word));
      // A stop whose customer nobody knows is reported; it may stop nobody else.
      expectAcmeServed(world);
    },
  );
}
