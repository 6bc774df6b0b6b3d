// Companies of our own group are never chased and stand apart; that a customer is also a supplier stands beside the reminder.
import { describe, expect, it } from 'vitest';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { previewPlan } from '../../../src/usecases/planning/preview-plan';
import { showReview } from '../../../src/usecases/review/review-lines';
import { showToday } from '../../../src/usecases/today/show-today';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: '1', customer: 'Acme', due: '2026-11-01', amount: 1000 },
  { no: '2', customer: 'Our Firm Spain', due: '2026-11-01', amount: 300 },
  { no: '3', customer: 'Our Firm Italy', due: '2026-11-01', amount: 20, currency: 'USD' },
];

function live(written: string): FakeWorld {
  const world = liveAt('2026-11-04 09:00', LINES);
  const row = world.cells('AR Settings').find(([name]) => name === 'Own companies');
  if (!row) throw new Error('no setting Own companies');
  row[1] = written;
  planDay(world.ports);
  return world;
}
const reminded = (world: FakeWorld): string[] => records(world, 'AR Queue').map((row) => String(row['Customer']));

describe('own companies', () => {
  it.each(['Our Firm Spain; Our Firm Italy', 'our firm spain\nOUR FIRM ITALY'])('are never chased: %s', (written) => {
    const world = live(written);
    expect(reminded(world)).toEqual(['Acme']);
    const decided = previewPlan(world.ports, {}).invoices.find(({ invoice }) => invoice === '2');
    expect(decided).toMatchObject({ decision: 'not-chased', reasons: [{ code: 'own-company' }] });
    expect(decided?.reasons[0]?.message).toBe(
      'Our Firm Spain is a company of your own group (AR Settings): it is not chased.',
    );
  });

  it('stand apart in the totals, and are not said to be chased by nobody', () => {
    const world = live('Our Firm Spain; Our Firm Italy');
    const { overdue, unchased } = showToday(world.ports);
    expect(overdue).toEqual({
      customers: 1,
      invoices: 1,
      totals: '1,000.00 EUR',
      apart: 'own company 300.00 EUR and 20.00 USD',
    });
    expect(unchased.summary).toBe('');
    const { totals } = previewPlan(world.ports, {});
    expect([totals['EUR']?.open, totals['EUR']?.apart, totals['USD']?.apart]).toEqual([1300, 300, 20]);
  });

  it('one that is misspelt counts as whom it nearly names, and is asked about', () => {
    const world = live('Our Firm Spian; Our Firm Italy');
    expect(reminded(world)).toEqual(['Acme']);
    expect(showToday(world.ports).problems.first.map(({ message }) => message)).toEqual([
      'AR Settings, Own companies: "Our Firm Spian" is no customer here. Did you mean "Our Firm Spain"? Until then Our Firm Spain counts as one.',
    ]);
  });
});

describe('a customer who is also a supplier', () => {
  it('is reminded, with that beside the reminder', () => {
    const world = live('');
    const [headers = [], ...rows] = world.cells('AR Customers');
    const row = rows.find(([name]) => name === 'Acme') ?? [];
    const column = headers.indexOf('Notes');
    while (row.length <= column) row.push('');
    row[column] = 'Also a supplier (V-77)';
    planDay(world.ports);
    const looks = showReview(world.ports).lines.map(({ customer, look }) => [
      customer,
      look.includes('also a supplier'),
    ]);
    expect(looks).toContainEqual(['Acme', true]);
    expect(looks).toContainEqual(['Our Firm Spain', false]);
  });
});
