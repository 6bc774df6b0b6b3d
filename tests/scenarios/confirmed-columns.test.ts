// Confirmed columns are found by their names: no execution but Set-up and Data check builds the dictionary of headers.
import { describe, expect, it } from 'vitest';
import { builtProject, builtServices } from '../../src/local/built-project';
import { createRuntime } from '../../src/local/runtime';
import type { SetupView } from '../../src/usecases/setup/view';
import type { ReviewView } from '../../src/usecases/waiting/view';
import { Story } from './story';

const BUILD = 'function dictionary() {';
const PROJECT = builtProject();
/** The product without the dictionary: whoever needs it breaks. */
const WITHOUT = {
  ...PROJECT,
  code: PROJECT.code.replace(BUILD, `${BUILD} throw new Error('the dictionary is built');`),
};
const SERVICES = builtServices();

function withoutDictionary(story: Story): Story {
  story.runtime = createRuntime(WITHOUT, story.world, { servicesCode: SERVICES });
  return story;
}

const customers = (story: Story): string[] =>
  story.ask<ReviewView>('getReview').lines.map(({ customer, list }) => `${customer}: ${list}`);

/** A day with a new invoice, seen in every daily view, approved and sent. */
function aDay(story: Story): unknown {
  story.add('Invoices', {
    Customer: 'Gamma Glass',
    Email: 'ap@gamma.example',
    Invoice: '9',
    'Due date': '2026-10-20',
    Amount: 75,
    Currency: 'EUR',
  });
  story.at('2026-11-05 09:30').hour().paymentsIn();
  const waiting = customers(story);
  story.approveAll();
  const sent = story.send();
  for (const view of ['getToday', 'getProblems', 'getPromises', 'getPolicy', 'getSettings']) story.ask(view);
  story.ask('findCustomers', '');
  return {
    waiting,
    sent,
    left: customers(story),
    log: story.records('AR Log').map(({ Event, Note }) => [Event, Note]),
  };
}

describe('the dictionary of headers', () => {
  it('is needed where columns are looked for', () => {
    expect(PROJECT.code.split(BUILD)).toHaveLength(2);
    const story = withoutDictionary(
      new Story('2026-11-04 08:30', [{ no: '1', customer: 'Acme', due: '2026-10-20', amount: 9 }]),
    );
    expect(() => story.ask('getSetup', '', 0)).toThrow();
  });

  it('is not built by planning, reviewing and sending where the columns are confirmed', () => {
    const begin = (): Story =>
      new Story('2026-11-04 08:30', [
        { no: '1', customer: 'Acme Tools', due: '2026-10-20', amount: 900 },
        { no: '1', customer: 'Acme Tools', due: '2026-10-20', amount: 300 },
        { no: '2', customer: 'Beta Works', due: '2026-10-20', amount: -50 },
      ]).goLive();
    const usual = aDay(begin());
    expect(usual).toMatchObject({ sent: { sent: 2 } });
    expect(aDay(withoutDictionary(begin()))).toEqual(usual);
  });

  it('is not built to find names in two rows again, below a title', () => {
    const story = new Story('2026-11-04 08:30', []);
    story.tab('Invoices').cells.clear();
    story.rows('Invoices', 1, [
      ['Open items', 'of our firm'],
      ['Customer', 'Invoice', 'Document', 'Due', 'Invoice', 'Billing'],
      ['', '', 'type', 'date', 'amount', 'email'],
      ['Acme Tools', '1', 'Invoice', '2026-10-20', 900, 'ap@acme.example'],
      ['Beta Works', '2', 'Payment', '2026-10-20', 50, 'ap@beta.example'],
    ]);
    const { fields, headerRow } = story.ask<SetupView>('getSetup', '', 0);
    const columns = Object.fromEntries(fields.map(({ field, header }) => [field, header]));
    expect(columns).toMatchObject({ due: 'Due date', amount: 'Invoice amount' });
    const choice = { sheet: 'Invoices', headerRow, columns, company: 'Our Firm', senderName: 'Ann', replyTo: '' };
    story.ask('applySetup', choice);
    withoutDictionary(story).ask('planNow');
    expect(customers(story)).toEqual(['Acme Tools: look']);
  });
});
