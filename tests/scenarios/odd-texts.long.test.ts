// Texts a spreadsheet would take for something else, other locales, full tabs: the log stays whole through the bundle.
import { describe, expect, it } from 'vitest';
import { contentSize } from '../../src/local/workbook/stored-cells';
import type { SendResult } from '../../src/usecases/sending/view';
import type { TodayView } from '../../src/usecases/today/view';
import { Story, type StoryInvoice } from './story';

const NAMES = [
  "'t Hoen BV",
  '=HYPERLINK("http://x","y") Ltd',
  '+49 Trading',
  '-Minus- SA',
  '@Home',
  '1-30',
  '0012',
  'TRUE',
  '12%',
  'Emoji 🚚 Trade',
  'Two\nLines',
];

const ODD: StoryInvoice[] = NAMES.map((customer, index) => ({
  no: index % 2 === 0 ? `000${index}` : `1-${index}`,
  customer,
  due: '2026-11-01',
  amount: 1234.5,
  email: `c${index}@there.example`,
}));

const stopsOf = (story: Story): string[] => story.ask<TodayView>('getToday').stops.map(({ code }) => code);

describe('names and numbers that a spreadsheet would take for something else', () => {
  it.each(['en_GB', 'de_DE', 'fr_FR'])(
    'leave the log whole and the mails right in a workbook of %s',
    async (locale) => {
      const story = new Story('2026-11-04 09:00', ODD, { locale }).goLive();
      story.approveAll();
      let result: SendResult = story.send();
      expect(result.stopped).toBe('');
      story.at('2026-11-04 11:00').hour().at('2026-11-05 11:00').hour();
      result = story.send();
      expect(stopsOf(story)).toEqual([]);
      const mails = await story.mails();
      expect(mails.map(({ to }) => to[0]).sort()).toEqual(ODD.map(({ email }) => email).sort());
      for (const mail of mails) {
        const line = ODD.find(({ email }) => email === mail.to[0]);
        expect(mail.text).toContain(line?.no ?? '?');
      }
    },
  );

  it('add each customer to AR Customers once, however often the plan runs', () => {
    const story = new Story('2026-11-04 09:00', ODD).goLive();
    for (const hour of ['10', '11', '12']) story.at(`2026-11-04 ${hour}:00`).hour();
    expect(
      story
        .records('AR Customers')
        .map((row) => row['Customer']?.trim())
        .sort(),
    ).toEqual([...NAMES].sort());
  });
});

describe('a log at the end of its sheet', () => {
  it('grows, and what is written into the new rows stays text', () => {
    const story = new Story('2026-11-04 09:00', ODD).goLive();
    const log = story.tab('AR Log');
    log.maxRows = contentSize(log).rows + 1;
    story.approveAll();
    expect(story.send()).toMatchObject({ sent: 1, remaining: 0 });
    expect(stopsOf(story)).toEqual([]);
  });
});

describe('AS_OF when the workbook is opened', () => {
  it('is brought to today, but not where sorting has put another setting under the name', () => {
    const story = new Story('2026-11-04 09:00', ODD).goLive();
    const open = (): void => {
      story.runtime.call('onOpen', [{ authMode: 'LIMITED' }], {
        user: story.user,
        authMode: 'LIMITED',
        now: Date.parse('2026-11-06T10:00:00Z'),
        scriptZone: 'America/New_York',
        editorOpen: true,
      });
    };
    open();
    const at = story.records('AR Settings').findIndex(({ Setting }) => Setting === 'AS_OF');
    expect(story.records('AR Settings')[at]?.['Value']).toContain('2026-11-06');
    story.change('AR Settings', (row) => row['Setting'] === 'AS_OF', 'Value', 'Our Firm Ltd');
    story.change('AR Settings', (row) => row['Setting'] === 'AS_OF', 'Setting', 'Company');
    open();
    expect(story.records('AR Settings')[at]?.['Value']).toBe('Our Firm Ltd');
  });
});

describe('cells of the invoice sheet that are still loading', () => {
  it.each(
    ['Paid', 'Amount', 'Status', 'Due date'].flatMap((header) =>
      ['#N/A', 'Loading...'].map((shown) => [header, shown] as const),
    ),
  )('in the column %s (%s) mail nobody', async (header, shown) => {
    const story = new Story('2026-11-04 09:00', ODD.slice(5, 7)).goLive();
    story.approveAll();
    for (const { no } of ODD.slice(5, 7)) story.change('Invoices', (row) => row['Invoice'] === no, header, shown);
    story.send();
    story.at('2026-11-04 10:00').hour();
    if (stopsOf(story).length === 0) story.approveAll();
    story.send();
    expect(await story.mails()).toEqual([]);
  });
});

describe('a column of a person beside the queue', () => {
  it('keeps its formulas and notes beside their reminders when others end', () => {
    const story = new Story('2026-11-04 09:00', ODD).goLive();
    const queue = story.tab('AR Queue');
    story.rows('AR Queue', 1, [[...Array.from({ length: 19 }, () => ''), 'Mine']]);
    story.records('AR Queue').forEach((record, index) => {
      const value = { kind: 'text' as const, value: `note on ${record['Reminder']}` };
      queue.cells.get(index + 1)?.set(19, index === 4 ? { value, formula: '="note on "&S6' } : { value });
    });
    story.invoices(ODD.slice(2)).at('2026-11-05 09:00').hour();
    const rows = story.records('AR Queue');
    expect(rows).toHaveLength(ODD.length - 2);
    for (const row of rows) expect(row['Mine']).toBe(`note on ${row['Reminder']}`);
    const formulas = [...queue.cells.values()].map((cells) => cells.get(19)?.formula ?? '').filter((one) => one !== '');
    expect(formulas).toEqual(['="note on "&S4']);
    expect(stopsOf(story)).toEqual([]);
  });
});

describe('a customer with hundreds of invoices under long numbers', () => {
  it('fits a cell of the log and is mailed once', async () => {
    const long = 'x'.repeat(40);
    const lines = Array.from({ length: 320 }, (_, index) => ({
      no: `INV-2026-${long}-${index}`,
      customer: `A customer with a long name ${long}`,
      due: '2026-11-01',
      amount: 10,
      email: 'many@there.example',
    }));
    const story = new Story('2026-11-04 09:00', lines).goLive();
    story.approveAll();
    expect(story.send()).toMatchObject({ sent: 1, stopped: '' });
    story.at('2026-11-04 12:00').hour();
    expect(stopsOf(story)).toEqual([]);
    expect(await story.mails()).toHaveLength(1);
  });
});
