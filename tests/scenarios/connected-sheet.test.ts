// Stories of an invoice tab that is an extract of a Connected Sheet: what a refresh does to it, and what the team sees meanwhile.
import { describe, expect, it } from 'vitest';
import { typeColumns } from '../../src/local/google-services/typed-columns';
import type { SetupView } from '../../src/usecases/setup/view';
import type { TodayView } from '../../src/usecases/today/view';
import { EXTRACT_COLUMNS, extractRow } from '../builders/extract-rows';
import { Story, type StoryCell } from './story';

type Row = Record<string, StoryCell>;

const LINES: Row[] = [1, 2, 3, 4].map((no) => ({
  customer_id: `C-${no}`,
  customer: `Customer ${no} Ltd`,
  invoice_number: `R-${no}`,
  invoice_date: '2026-09-10',
  due_date: '2026-10-26',
  currency: 'EUR',
  invoice_amount: 1000 * no,
  status: 'Open',
  email: `ap@customer-${no}.example`,
}));
const FACTORED: Row = { ...LINES[0], invoice_number: 'R-9', factored_to: 'Factor Bank' };

/** What the extract shows from now on. */
function refreshed(story: Story, lines: readonly Row[]): Story {
  story.tab('Invoices').cells.clear();
  return story.rows('Invoices', 1, [EXTRACT_COLUMNS, ...lines.map((line) => extractRow<StoryCell>(line))]);
}

function live(): Story {
  const story = refreshed(new Story('2026-11-06 09:30', []), [...LINES, FACTORED]);
  // What was found is taken as it is.
  const { sheet, headerRow, fields, questions } = story.ask<SetupView>('getSetup');
  expect(questions).toEqual([]);
  story.ask('applySetup', {
    sheet,
    headerRow,
    columns: Object.fromEntries(fields.map(({ field, header }) => [field, header])),
    company: 'Our Firm Ltd',
    senderName: 'Ann Keller',
    replyTo: 'ann@ourfirm.example',
  });
  story.ask('becomeSender');
  story.paymentsIn().ask('setLive', true);
  return story;
}

const stops = (story: Story): string[] => story.ask<TodayView>('getToday').stops.map(({ code }) => code);
const queue = (story: Story): string => JSON.stringify(story.records('AR Queue'));

describe('an extract as the invoice tab', () => {
  it('is set up without a question; what a factor collects is left out', async () => {
    const story = live();
    story.approveAll();
    expect(story.send().sent).toBe(4);
    const mails = await story.mails();
    expect(mails.flatMap(({ to }) => to).sort()).toEqual(LINES.map((line) => line['email']));
    expect(mails.some(({ text }) => text.includes('R-9'))).toBe(false);
  });

  it('changes nothing while a refresh shows Loading... or an error in it, and goes on by itself afterwards', async () => {
    const story = live();
    story.approveAll();
    const before = queue(story);
    for (const shown of ['Loading...', '#REF!']) {
      const loading = LINES.map((line) => Object.fromEntries(Object.keys(line).map((column) => [column, shown])));
      refreshed(story, loading);
      expect(stops(story)).toEqual(['half-loaded']);
      expect(story.ask('sendNext')).toMatchObject({ sent: 0, stopped: expect.stringContaining(shown) });
      story.hour();
      expect(queue(story)).toBe(before);
    }
    refreshed(story, [...LINES, FACTORED].reverse());
    expect(stops(story)).toEqual([]);
    expect(story.send().sent).toBe(4);
    expect(await story.mails()).toHaveLength(4);
  });

  it('writes to nobody whose payments alone still show Loading...', async () => {
    const story = live();
    story.approveAll();
    refreshed(story, [...LINES.slice(1), { ...LINES[0], payment_2: 'Loading...' }]);
    expect(story.send().sent).toBe(3);
    expect((await story.mails()).flatMap(({ to }) => to)).not.toContain('ap@customer-1.example');
  });

  it('stops where a limit of rows or a filter cut the greater part away, and where nothing is left', () => {
    const story = live();
    const before = queue(story);
    for (const lines of [LINES.slice(0, 1), []]) {
      refreshed(story, lines);
      expect(stops(story)).toEqual(['half-loaded']);
      story.hour();
      expect(queue(story)).toBe(before);
    }
  });

  it('asks nobody twice where rows come in another order and payments of last month move to their column', async () => {
    const part = { payment_2: 300, payment_2_date: '2026-11-05', status: 'Part paid' };
    const story = refreshed(live(), [...LINES.slice(1), { ...LINES[0], ...part }, FACTORED]);
    story.morning();
    expect(await story.mails()).toHaveLength(4);
    expect((await story.mails()).some(({ text }) => text.includes('700.00'))).toBe(true);
    const moved = { payment_1: 300, payment_1_date: '2026-11-05', status: 'Part paid' };
    const events = story.records('AR Log').length;
    refreshed(story.at('2026-11-07 09:30'), [{ ...LINES[0], ...moved }, FACTORED, ...LINES.slice(1).reverse()]);
    story.hour();
    expect(stops(story)).toEqual([]);
    expect(await story.mails()).toHaveLength(4);
    expect(
      story
        .records('AR Log')
        .slice(events)
        .filter((row) => row['Event'] !== 'run'),
    ).toEqual([]);
  });

  it('is only read, so that typed columns that refuse formats and values do not matter', async () => {
    const story = live();
    typeColumns(story.tab('Invoices'), 'throw');
    story.approveAll();
    expect(story.send().sent).toBe(4);
    expect(story.at('2026-11-09 09:30').hour().ask<TodayView>('getToday').stops).toEqual([]);
  });
});
