// What one may hear on a call: rows of AR Templates that people edit, filled in for the call, and added to older workbooks.
import { describe, expect, it } from 'vitest';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { withCall } from '../../builders/customer-calls';
import type { FakeWorld } from '../../builders/fake-workbook';
import { records } from '../../builders/our-firm';

const heard = ({ world, id }: { world: FakeWorld; id: string }): string[] =>
  showReminder(world.ports, id).call?.objections.map((one) => one.heard) ?? [];

const SHIPPED = [
  'We did not get the invoice.',
  'It is not approved yet, or the order number is missing.',
  'We do not have the money just now.',
  'We dispute it.',
  'The payment is on its way.',
  'The person responsible is away.',
];

describe('the objections of a call', () => {
  it('are the rows of AR Templates whose name begins with Objection, also in the words of the call', () => {
    const one = withCall();
    expect(heard(one)).toEqual(SHIPPED);
    const { mail } = showReminder(one.world.ports, one.id);
    expect(mail?.text).toContain('- "We dispute it." Which invoice, which amount, and why?');
  });

  it('speak of this call, as people write them; one that cannot be filled in, or is half a row, is left out', () => {
    const one = withCall();
    one.world
      .cells('AR Templates')
      .push(
        ['Objection: price', 'en', '{{total}} is too dear.', 'Remind {{customer}}\nof the offer.'],
        ['Objection typo', 'en', 'We wait.', 'Name {{totl}}.'],
        ['Objection empty', 'en', 'We wait.', ''],
        ['Objection foreign', 'de', 'Zu teuer.', 'Warum?'],
        ['Objectionable', 'en', 'No.', 'No.'],
      );
    expect(showReminder(one.world.ports, one.id).call?.objections.slice(6)).toEqual([
      { name: 'Objection: price', heard: '1,200.00 EUR is too dear.', answer: 'Remind Acme Tools of the offer.' },
    ]);
  });

  it('come into a workbook of an earlier version once, and stay out when a person took one out since', () => {
    const { world } = withCall();
    const cells = world.cells('AR Templates');
    const isOurs = ([name = '']: readonly unknown[]): boolean => String(name).startsWith('Objection ');
    cells.splice(0, cells.length, ...cells.filter((row) => !isOurs(row)));
    const { properties } = world.ports;
    const state = JSON.parse(properties.readAll()['duesheet'] ?? '{}');
    properties.write({ duesheet: JSON.stringify({ ...state, layout: 'of an earlier version', rules: [] }) });
    planDay(world.ports);
    expect(cells.filter(isOurs)).toHaveLength(6 * 4);
    const told = records(world, 'AR Log').map((row) => String(row['Note']));
    expect(told.filter((note) => note.includes('Added the text "Objection no money"'))).toHaveLength(1);
    expect(told.filter((note) => note.includes('AR Templates is another'))).toEqual([]);
    cells.splice(0, cells.length, ...cells.filter(([name]) => name !== 'Objection no money'));
    planDay(world.ports);
    expect(cells.filter(isOurs)).toHaveLength(5 * 4);
  });
});
