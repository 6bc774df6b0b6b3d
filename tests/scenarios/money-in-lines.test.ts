// Lines of the bank through the bundle: read, accepted, taken back, and what becomes of the reminders.
import { expect, it } from 'vitest';
import type { PaymentsView } from '../../src/entry/sidebar-calls';
import { Story } from './story';

interface Line {
  amount: string;
  payer: string;
  text: string;
  bankId?: string;
}

function read(story: Story, lines: Line[]): string {
  const request = {
    name: 'bank.csv',
    lines: lines.map((line) => ({ date: '2026-11-24', currency: 'EUR', ...line })),
  };
  return (story.ask('addBankLines', request) as { message: string }).message;
}

const lines = (story: Story, ...of: string[]): PaymentsView['lines'] =>
  (story.ask('getPayments') as PaymentsView).lines.filter(({ state }) => of.includes(state));
const ids = (all: PaymentsView['lines']): string[] => all.map(({ id }) => id);
const states = (story: Story): (string | undefined)[] => story.records('AR Queue').map((row) => row['State']);

const ACME: Line = { amount: '1200.00', payer: 'Acme Tools', text: 'Invoice A-1001', bankId: 'N1' };
const BETA: Line = { amount: '300.00', payer: 'Beta Works', text: 'Zahlung' };

/** Two customers, each with a reminder that was approved. */
function approved(): Story {
  const story = new Story('2026-11-24 08:00', [
    { no: 'A-1001', customer: 'Acme Tools', due: '2026-10-20', amount: 1200 },
    { no: 'B-2001', customer: 'Beta Works', due: '2026-10-20', amount: 900 },
  ]).setUp();
  story.ask('becomeSender');
  story.paymentsIn().ask('setLive', true);
  story.at('2026-11-24 08:30').hour();
  story.approveAll();
  return story;
}

it('is a payment in the morning: accepted at nine, the approved reminder is cancelled, and nothing leaves', async () => {
  const story = approved();
  expect(states(story)).toEqual(['approved', 'approved']);
  story.at('2026-11-24 09:00');
  expect(read(story, [ACME, BETA])).toMatch(/^Lines read: 2, certain 1, to look at 1\./);
  const certain = lines(story, 'proposed');
  expect(certain.flatMap(({ proposal }) => proposal.map(({ invoice, amount }) => [invoice, amount]))).toEqual([
    ['A-1001', 120_000],
  ]);
  expect(lines(story, 'asked').map(({ candidates }) => candidates)).toEqual([['beta works|B-2001']]);
  expect(story.records('AR Payments').map((row) => [row['State'], row['Invoices']])).toEqual([
    ['proposed', 'A-1001 1200.00'],
    ['asked', ''],
  ]);
  story.ask('acceptLines', ids(certain));
  story.at('2026-11-24 10:00').hour();
  expect(story.records('AR Payments').map((row) => row['State'])).toEqual(['applied', 'asked']);
  expect((await story.mails()).filter(({ text }) => /A-1001|B-2001/.test(text))).toEqual([]);
});

it('reads a file twice as one, and two equal lines of one file as two of which the second is asked about', () => {
  const story = approved();
  read(story, [ACME]);
  expect(read(story, [ACME])).toMatch(/^Lines read: 0.*There already: 1/);
  const twice = { amount: '900.00', payer: 'Beta Works', text: 'B-2001' };
  expect(read(story, [twice, twice])).toMatch(/^Lines read: 2, certain 1, to look at 1/);
  expect(read(story, [twice, twice])).toMatch(/There already: 2/);
  expect(lines(story, 'asked').map(({ why }) => why)).toEqual([expect.stringContaining('one payment or two')]);
});

it('passes over what changed since it was shown, and takes a decision back', () => {
  const story = approved();
  read(story, [ACME]);
  const [first] = ids(lines(story, 'proposed'));
  story.invoices([
    { no: 'A-1001', customer: 'Acme Tools', due: '2026-10-20', amount: 1200, paid: 1200 },
    { no: 'B-2001', customer: 'Beta Works', due: '2026-10-20', amount: 900 },
  ]);
  const late = story.ask('acceptLines', [first]) as { message: string };
  expect(late.message).toMatch(/^0 accepted\. 1 passed over: /);
  story.invoices([
    { no: 'A-1001', customer: 'Acme Tools', due: '2026-10-20', amount: 1200 },
    { no: 'B-2001', customer: 'Beta Works', due: '2026-10-20', amount: 900 },
  ]);
  story.ask('acceptLines', [first]);
  expect(lines(story, 'applied').map(({ state }) => state)).toEqual(['applied']);
  expect((story.ask('acceptLines', [first]) as { message: string }).message).toContain('Somebody decided');
  story.ask('undoLines', [first]);
  expect(ids(lines(story, 'proposed'))).toEqual([first]);
});

it('puts a line by hand on what a person chose, the rest on account, and never more than is open', () => {
  const story = approved();
  read(story, [{ amount: '1000.00', payer: 'Beta Works', text: 'Abschlag' }, BETA]);
  const [large, small] = lines(story, 'asked');
  const key = large?.candidates[0] ?? '';
  expect(() => story.ask('placeLine', large?.id, [{ key, amount: 950 }])).toThrow(/only 900\.00 EUR open/);
  const placed = story.ask('placeLine', large?.id, [{ key, amount: 900 }]) as { message: string };
  expect(placed.message).toContain('100.00 EUR stands on account');
  story.ask('lineOnAccount', small?.id, 'beta works');
  expect(story.records('AR Payments').map((row) => [row['State'], row['Invoices']])).toEqual([
    ['applied', 'B-2001 900.00; on account 100.00'],
    ['on account', 'on account 300.00'],
  ]);
});

it('takes the words of the column Decide, wherever people sorted the rows, and names what it does not know', () => {
  const story = approved();
  read(story, [ACME, BETA]);
  const write = (invoice: string, word: string): unknown =>
    story.change('AR Payments', (row) => row['Text'] === invoice, 'Decide', word);
  write('Invoice A-1001', 'accept');
  write('Zahlung', 'maybe');
  expect((story.ask('applyLineWords') as { message: string }).message).toContain('“maybe” in row 3');
  write('Zahlung', 'ignore');
  story.ask('applyLineWords');
  expect(story.records('AR Payments').map((row) => row['State'])).toEqual(['applied', 'ignored']);
});
