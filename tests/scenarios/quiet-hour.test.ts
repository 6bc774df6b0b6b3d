// Hours in which nothing happened, and everything after which an hour may not be one of them.
import { describe, expect, it } from 'vitest';
import { costlyCalls, total } from '../../src/local/bench/service-calls';
import { putCell } from '../../src/local/workbook/stored-cells';
import { Story } from './story';

const LINES = [
  { no: 'A-1', customer: 'Acme Tools', due: '2026-10-30', amount: 500 },
  { no: 'B-1', customer: 'Berg Trading', due: '2026-10-28', amount: 700 },
  { no: 'C-1', customer: 'Coast Foods', due: '2026-11-20', amount: 90 },
];

/** What the trigger's run at some time cost; the display of the invoices is not read here, so writing tells. */
function hourAt(story: Story, time: string): Record<string, number> {
  story.world.calls = {};
  story.at(time).hour();
  return costlyCalls(story.world.calls);
}

/** Whether the run at that time looked, wrote its heartbeat and ended. */
function isQuiet(story: Story, time: string): boolean {
  const calls = hourAt(story, time);
  const { did, wrong } = heartbeatOf(story);
  const reads = calls['Range.getValues'] ?? 0;
  const isAll = total(calls) - Math.min(reads, story.world.spreadsheet.sheets.length) <= 6;
  const wrote = Object.keys(calls).some((name) => /setValues|appendRow|flush|send/.test(name));
  return (
    isAll &&
    !wrote &&
    did === 'Nothing changed.' &&
    wrong === '' &&
    reads >= 10 &&
    calls['Properties.setProperties'] === 1
  );
}

function remembered(story: Story): { heartbeat: { at: string; did: string; wrong: string } } {
  return JSON.parse(story.world.documentProperties['duesheet'] ?? '{}');
}

const heartbeatOf = (story: Story) => remembered(story).heartbeat;

let known: Story | null = null;

/** A live workbook on a Wednesday whose last hours were quiet: two reminders wait for review. */
function quiet(): Story {
  known ??= quietOnce();
  return known.twin();
}

function quietOnce(): Story {
  const story = new Story('2026-11-04 08:05', LINES).goLive();
  story.at('2026-11-04 08:30').hour();
  story.at('2026-11-04 09:30').hour();
  expect(isQuiet(story, '2026-11-04 10:30')).toBe(true);
  return story;
}

/** Whether the next run did its work after something happened, and the one after what it led to is quiet again. */
function isNoticed(story: Story): boolean {
  return !isQuiet(story, '2026-11-04 11:30');
}

describe('an hour after one in which nothing was to be done', () => {
  it('writes its heartbeat and nothing else, hour after hour', () => {
    const story = quiet();
    expect(isQuiet(story, '2026-11-04 11:30')).toBe(true);
    expect(isQuiet(story, '2026-11-04 12:30')).toBe(true);
    expect(heartbeatOf(story).at).toBe('2026-11-04 12:30:00');
  });

  it('is whole as the first of a day', () => {
    const story = quiet();
    expect(isQuiet(story, '2026-11-05 00:30')).toBe(false);
  });

  it('is whole on the next day at the very same minute, and brings AS_OF to the day', () => {
    const story = quiet();
    story.at('2026-11-05 10:30').hour();
    const asOf = story.records('AR Settings').find((row) => row['Setting'] === 'AS_OF');
    expect(asOf?.['Value']).toBe('2026-11-05');
  });

  it.each<[string, (story: Story) => void]>([
    ['an invoice was paid', (story) => story.change('Invoices', (row) => row['Invoice'] === 'A-1', 'Paid', 500)],
    ['an invoice came in', (story) => story.add('Invoices', { Customer: 'Acme Tools', Invoice: 'A-2', Amount: 10 })],
    ['an invoice row went away', (story) => story.tab('Invoices').cells.delete(3)],
    [
      'a due date moved by a day',
      (story) => story.change('Invoices', (row) => row['Invoice'] === 'C-1', 'Due date', '2026-11-21'),
    ],
    ['a pause was typed', (story) => story.add('AR Holds', { Customer: 'Acme Tools', Reason: 'Asked for time' })],
    [
      'a promise was typed',
      (story) => story.add('AR Promises', { Customer: 'Acme Tools', 'Promised on': '2026-11-20', State: 'open' }),
    ],
    ['a dispute was typed', (story) => story.add('AR Disputes', { Invoice: 'A-1', Customer: 'Acme Tools' })],
    [
      'somebody may not be contacted',
      (story) => story.change('AR Customers', (row) => row['Customer'] === 'Acme Tools', 'Do not contact', 'yes'),
    ],
    ['a text was edited', (story) => story.change('AR Templates', () => true, 'Subject', 'Another subject')],
    ['the policy was edited', (story) => story.change('AR Policy', () => true, 'Days', 3)],
    [
      'a setting was edited',
      (story) => story.change('AR Settings', (row) => row['Setting'] === 'New customers per day', 'Value', 1),
    ],
    ['a holiday was typed', (story) => story.add('AR Holidays', { Day: '2026-11-05', Name: 'Closed' })],
    ['a word was typed into the queue', (story) => story.change('AR Queue', () => true, 'Decide', 'approve')],
    [
      'a cell of the log was typed over',
      (story) => story.change('AR Log', (row) => row['Event'] === 'set-up', 'Note', 'typed over'),
    ],
    ['a row of the log was deleted', (story) => story.tab('AR Log').cells.delete(2)],
    ['a row was typed below the log', (story) => story.rows('AR Log', 40, [['', 'a note']])],
    [
      'the queue was sorted',
      (story) => {
        const { cells } = story.tab('AR Queue');
        const [one, other] = [cells.get(1), cells.get(2)];
        if (one && other) cells.set(1, other).set(2, one);
      },
    ],
    [
      'a tab was renamed',
      (story) => {
        story.tab('Invoices').name = 'Debtors';
      },
    ],
    [
      'the name AS_OF was deleted',
      (story) => {
        story.world.spreadsheet.namedRanges = [];
      },
    ],
    [
      'a formula shows something else',
      (story) => putCell(story.tab('Invoices'), 1, 5, { value: { kind: 'number', value: 499 }, formula: '=B1' }),
    ],
    [
      'an amount became a text of the same look',
      (story) => putCell(story.tab('Invoices'), 1, 4, { value: { kind: 'text', value: '500' } }),
    ],
    [
      'a reminder was approved',
      (story) => {
        story.approveAll();
      },
    ],
    [
      'Automatic was turned on',
      (story) => {
        story.ask('setAutomatic', true);
      },
    ],
    [
      'the workbook went to Preview',
      (story) => {
        story.ask('setLive', false);
      },
    ],
    [
      'a colleague took the sending over',
      (story) => {
        story.user = 'bob@ourfirm.example';
        story.ask('becomeSender');
        story.user = 'ann@ourfirm.example';
      },
    ],
    [
      'a colleague runs it',
      (story) => {
        story.user = 'bob@ourfirm.example';
      },
    ],
  ])('is whole when %s', (_, happens) => {
    const story = quiet();
    happens(story);
    expect(isNoticed(story)).toBe(true);
  });

  it('is whole when a permission is missing, and says so', () => {
    const story = quiet();
    story.world.missingScopes = { [story.user]: ['https://www.googleapis.com/auth/gmail.send'] };
    expect(isNoticed(story)).toBe(true);
    expect(heartbeatOf(story).wrong).toMatch(/lacks a permission/);
  });

  it('is whole where another version remembered the last one in its own way', () => {
    const story = quiet();
    const later = { ...remembered(story), quiet: { version: 2, mark: 'x' } };
    story.world.documentProperties['duesheet'] = JSON.stringify(later);
    expect(isNoticed(story)).toBe(true);
    expect(story.ask<{ stops: unknown[] }>('getToday').stops).toEqual([]);
  });

  it('is quiet for a look that no cell tells, and whatever is sent then is read whole', () => {
    const story = quiet();
    for (const cells of story.tab('Invoices').cells.values())
      for (const cell of cells.values()) delete cell.numberFormat;
    expect(isQuiet(story, '2026-11-04 11:30')).toBe(true);
  });
});

describe('what waits to leave', () => {
  it('keeps no hour of the night awake, leaves with the first run in the window, and the hours after it are quiet', async () => {
    const story = quiet();
    story.at('2026-11-04 19:10').approveAll();
    story.at('2026-11-04 19:30').hour();
    story.at('2026-11-04 20:30').hour();
    expect(isQuiet(story, '2026-11-04 21:30')).toBe(true);
    story.at('2026-11-05 00:30').hour();
    story.at('2026-11-05 01:30').hour();
    expect(isQuiet(story, '2026-11-05 02:30')).toBe(true);
    expect(await story.mails()).toHaveLength(0);
    story.at('2026-11-05 08:30').hour();
    expect(await story.mails()).toHaveLength(2);
    story.at('2026-11-05 09:30').hour();
    expect(isQuiet(story, '2026-11-05 10:30')).toBe(true);
  });

  it('is tried in each hour of the window while the limit of the day keeps it', async () => {
    const story = quiet();
    story.change('AR Settings', (row) => row['Setting'] === 'Recipients per 24 hours', 'Value', 1);
    story.approveAll();
    story.at('2026-11-04 11:30').hour();
    expect(await story.mails()).toHaveLength(1);
    expect(isQuiet(story, '2026-11-04 12:30')).toBe(false);
    expect(isQuiet(story, '2026-11-04 13:30')).toBe(false);
    story.at('2026-11-05 11:45').hour();
    expect(await story.mails()).toHaveLength(2);
  });

  it('comes back on the day it was put off to', () => {
    const story = quiet();
    const [line] = story.ask<{ lines: { id: string }[] }>('getReview').lines;
    story.ask('snoozeReminder', line?.id, '2026-11-05');
    story.at('2026-11-04 11:30').hour();
    story.at('2026-11-04 12:30').hour();
    expect(isQuiet(story, '2026-11-04 13:30')).toBe(true);
    story.at('2026-11-05 00:30').hour();
    expect(story.events('returned')).toHaveLength(1);
  });

  it('is named as unconfirmed by the next run when one was killed with a mail on its way', () => {
    const story = quiet();
    story.approveAll();
    story.killedBefore(
      (method) => method.includes('send'),
      () => hourAt(story, '2026-11-04 11:30'),
    );
    expect(isQuiet(story, '2026-11-04 12:30')).toBe(false);
    expect(story.events('unconfirmed')).toHaveLength(1);
    expect(isQuiet(story, '2026-11-04 13:30')).toBe(false);
  });
});
