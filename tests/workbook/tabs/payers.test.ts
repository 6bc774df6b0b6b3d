// Paid by in AR Customers: one mail to who pays, with a table for each; what names nobody known stops the customer.
import { describe, expect, it } from 'vitest';
import { holdCustomerUntil } from '../../../src/usecases/agreements/holds';
import { showCustomer } from '../../../src/usecases/customers/show-customer';
import { showDataCheck } from '../../../src/usecases/data-check/data-check';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { sendStep } from '../../../src/usecases/sending/send';
import { showToday } from '../../../src/usecases/today/show-today';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records, replaceInvoices } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: 'S-1', customer: 'Spain', due: '2026-11-01', amount: 1000, email: 'ap@group.example' },
  { no: 'I-1', customer: 'Italy', due: '2026-11-01', amount: 200, email: 'ap@group.example' },
  { no: 'I-2', customer: 'Italy', due: '2026-11-01', amount: 30, currency: 'USD', email: 'ap@group.example' },
  { no: 'H-1', customer: 'Holding', due: '2026-11-01', amount: 400, email: 'pay@holding.example' },
];

function type(world: FakeWorld, customer: string, header: string, value: string): void {
  const [headers = [], ...rows] = world.cells('AR Customers');
  const row = rows.find(([name]) => name === customer);
  const column = headers.indexOf(header);
  if (!row || column < 0) throw new Error(`no ${customer} or ${header}`);
  while (row.length <= column) row.push('');
  row[column] = value;
}

/** Live on Wed 4 Nov; Holding pays for both others, as far as told. */
function live(paidBy: Record<string, string> = { Spain: 'Holding', Italy: 'holding ' }): FakeWorld {
  const world = liveAt('2026-11-04 09:00', LINES);
  planDay(world.ports);
  for (const [customer, payer] of Object.entries(paidBy)) type(world, customer, 'Paid by', payer);
  planDay(world.ports);
  return world;
}

const queue = (world: FakeWorld): string[] =>
  records(world, 'AR Queue')
    .map((row) => `${row['Customer']} ${row['To']}: ${row['Invoices']}`)
    .sort();
const problems = (world: FakeWorld): string[] => showToday(world.ports).problems.first.map(({ message }) => message);
const shared = (world: FakeWorld): string[] =>
  showDataCheck(world.ports)
    .findings.filter(({ code }) => code === 'address-shared')
    .flatMap(({ rows }) => rows.map(({ text }) => text));

describe('Paid by', () => {
  it('leaves a debt with who owes it where the payer is insolvent: only the payer’s own is a claim', () => {
    const world = live({ Spain: 'Holding' });
    type(world, 'Holding', 'Insolvent since', '2026-11-03');
    planDay(world.ports);
    expect(queue(world)).toEqual(['Holding : H-1', 'Italy ap@group.example: I-1, I-2']);
    const said = problems(world).join('\n');
    expect(said).toContain('Holding is insolvent: file 400.00 EUR as a claim');
    expect(said).toContain('Holding, who pays for Spain, is insolvent: Spain owes 1,000.00 EUR itself');
  });

  it.each([
    ['paid for', false, ['Holding pay@holding.example: H-1, I-1, I-2, S-1']],
    ['paused', true, ['Holding pay@holding.example: H-1, I-1, I-2']],
  ])('a customer who is renamed in the invoice sheet stays %s', (_, isPaused, expected) => {
    const world = live();
    if (isPaused) holdCustomerUntil(world.ports, 'spain', '', '', 'visit');
    planDay(world.ports);
    replaceInvoices(
      world,
      LINES.map((line) =>
        line.customer === 'Spain' ? { ...line, customer: 'Iberia Sur', email: 'ap@iberia.example' } : line,
      ),
    );
    planDay(world.ports);
    expect(queue(world)).toEqual(expected);
  });

  it('makes one mail to who pays, with a table per legal entity and currency', () => {
    const world = live();
    expect(queue(world)).toEqual(['Holding pay@holding.example: H-1, I-1, I-2, S-1']);
    const [line] = showReview(world.ports).lines;
    const text = showReminder(world.ports, line?.id ?? '').mail?.text ?? '';
    const headings = text.split('\n').filter((row) => /^(Holding|Italy|Spain)/.test(row));
    expect(headings).toEqual([
      'Holding – Invoices in EUR',
      'Italy – Invoices in EUR',
      'Italy – Invoices in USD',
      'Spain – Invoices in EUR',
    ]);
    approveReminders(world.ports, [line?.id ?? '']);
    expect(sendStep(world.ports, { unattended: false })).toMatchObject({ sent: 1 });
    expect(world.mails).toHaveLength(1);
    planDay(world.ports);
    expect(queue(world)).toEqual([]);
  });

  it('leaves a mail about one customer alone as it was', () => {
    const world = live({});
    const line = showReview(world.ports).lines.find(({ customer }) => customer === 'Spain');
    expect(showReminder(world.ports, line?.id ?? '').mail?.text).not.toMatch(/^Spain/m);
  });

  it('is followed to the one who pays in the end', () => {
    expect(queue(live({ Spain: 'Italy', Italy: 'Holding' }))).toEqual([
      'Holding pay@holding.example: H-1, I-1, I-2, S-1',
    ]);
  });

  it.each([
    ['Holdings Inc', 'Paid by names "Holdings Inc", who is no customer here.'],
    ['#REF!', 'Paid by names "#REF!", who is no customer here.'],
  ])('that names nobody known (%s) stops the customer, and says how it is mended', (written, sentence) => {
    const world = live({ Spain: written });
    expect(queue(world)).toEqual(['Holding pay@holding.example: H-1', 'Italy ap@group.example: I-1, I-2']);
    expect(problems(world).join()).toContain(sentence);
  });

  it('that leads round in a circle stops everybody in it', () => {
    const world = live({ Spain: 'Italy', Italy: 'Spain' });
    expect(queue(world)).toEqual(['Holding pay@holding.example: H-1']);
    expect(problems(world).join()).toContain('Paid by leads round in a circle.');
  });

  it.each(['itself', 'no', 'Spain'])('may say that they pay for themselves: %s', (written) => {
    const world = live({ Spain: written });
    expect(queue(world)).toContain('Spain ap@group.example: S-1');
    expect(problems(world)).toEqual([]);
  });

  it('lets the card of one they pay for show what is open of it, and a pause there concern it alone', () => {
    const world = live();
    const card = showCustomer(world.ports, 'spain');
    expect(card.invoices.map(({ invoice }) => invoice)).toEqual(['S-1']);
    expect(card.facts).toContainEqual({ label: 'Paid by', value: 'Holding' });
    holdCustomerUntil(world.ports, 'spain', '', '2026-11-30', 'asked for time');
    expect(queue(world)).toEqual(['Holding pay@holding.example: H-1, I-1, I-2']);
    expect(showCustomer(world.ports, 'spain').running.map(({ kind }) => kind)).toEqual(['hold']);
    holdCustomerUntil(world.ports, 'holding', '', '2026-11-30', 'asked for time');
    expect(queue(world)).toEqual([]);
  });
});

describe('the same mailbox at several customers', () => {
  it('is asked about until it is said who pays, and no longer', () => {
    expect(shared(live({}))).toEqual(['ap@group.example: Spain, Italy']);
    expect(shared(live({ Spain: 'itself' }))).toEqual([]);
    expect(shared(live({ Spain: 'Italy' }))).toEqual([]);
  });
});
