// The audit over logs that the product wrote itself: months of work, stops ended by hand in their tabs, kills; none finds anything.

import { describe, expect, it } from 'vitest';
import { type Audit, auditOf } from '../../src/dunning/history/audit/audit';
import { costlyCalls } from '../../src/local/bench/service-calls';
import type { StoredCell } from '../../src/local/google-services/state';
import { putCell } from '../../src/local/workbook/stored-cells';
import type { LogPart } from '../../src/usecases/audit/view';
import { killedEverywhere } from './killed';
import { fixture, opened } from './saved-workbook';
import { Story, type StoryInvoice, shift } from './story';
import { workday } from './workday';

/** Only a call that reads, writes, flushes, locks or sends makes a difference to what is left behind. */
const isCostly = (method: string): boolean => Object.keys(costlyCalls({ [method]: 1 })).length > 0;

const NAMES = ['Acme Tools', 'Beta Works', 'Cedar Ltd', 'Delta Foods', 'Eagle Print'];
const LINES: StoryInvoice[] = NAMES.map((customer, index) => ({
  no: `LR-${index}`,
  customer,
  due: '2026-09-01',
  amount: 1200 + index,
}));
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const audit = (story: Story): Audit => auditOf(story.ask<LogPart>('getAudit'));

/** What the audit finds, as `code seq,seq`. */
function found(story: Story): string[] {
  const { gaps, duplicates, contradictions } = audit(story);
  return [...gaps, ...duplicates, ...contradictions].map(({ code, seq }) => `${code} ${seq.join()}`);
}

/** Mornings of Mondays, Wednesdays and Fridays from one day to another, and on Fridays an hourly run. */
function work(story: Story, from: string, to: string): Story {
  for (let day = from; day <= to; day = shift(day, 1)) {
    if (weekday(day) % 2 === 1) workday(story.at(`${day} 09:30`));
    if (weekday(day) === 5) story.at(`${day} 11:00`).hour();
  }
  return story;
}

const ended = (story: Story): string[] =>
  story
    .records('AR Log')
    .filter(({ Actor = '' }) => Actor.startsWith('AR '))
    .map(({ Event, Customer, Actor }) => `${Event} ${Customer} (${Actor})`);

describe('the audit of a log that the product wrote', () => {
  it('finds nothing after seven weeks of work, and says what it read', () => {
    const story = work(new Story('2026-09-03 09:00', LINES.slice(0, 3)).goLive(), '2026-09-03', '2026-10-23');
    const told = audit(story);
    expect(found(story)).toEqual([]);
    expect(told).toMatchObject({ from: '2026-09-03', to: '2026-10-23', tabs: ['AR Log'] });
    expect(told.mails).toBeGreaterThan(8);
    expect(told.reminders).toBeGreaterThanOrEqual(told.mails);
  });

  it('finds nothing where pauses, disputes, promises and "Do not contact" were ended by hand: the plan wrote it down', () => {
    const story = work(new Story('2026-09-03 09:00', LINES).goLive(), '2026-09-03', '2026-09-08');
    story.at('2026-09-08 15:00');
    story.ask('holdCustomerUntil', 'acme tools', '', '', 'Ask them first');
    story.ask('setDoNotContact', 'beta works', true);
    story.ask('recordDispute', { customerKey: 'cedar ltd', invoice: 'LR-2', reason: 'Damaged' });
    story.ask('recordPromise', { customerKey: 'delta foods', promisedOn: '2026-10-30' });
    story.ask('recordPromise', { customerKey: 'eagle print', promisedOn: '2026-10-30' });
    work(story, '2026-09-23', '2026-09-25');
    expect(ended(story)).toEqual([]);
    // Typed over, ticked off or deleted in the tabs; the last promise is moved to another day.
    const of = (customer: string) => (row: Record<string, string>) => row['Customer'] === customer;
    story.change('AR Holds', of('Acme Tools'), 'Until', '2026-09-25');
    story.change('AR Customers', of('Beta Works'), 'Do not contact', '');
    story.change('AR Disputes', of('Cedar Ltd'), 'Resolved', '2026-09-20');
    story.change('AR Promises', of('Delta Foods'), 'State', 'cancelled');
    story.change('AR Promises', of('Eagle Print'), 'Promised on', '2026-10-01');
    const mails = story.world.mails.length;
    work(story, '2026-09-28', '2026-10-16');
    expect(ended(story).sort()).toEqual([
      'contact-changed Beta Works (AR Customers)',
      'dispute-resolved Cedar Ltd (AR Disputes)',
      'hold-lifted Acme Tools (AR Holds)',
      'promise-ended Delta Foods (AR Promises)',
      'promise-ended Eagle Print (AR Promises)',
    ]);
    expect(story.world.mails.length).toBeGreaterThan(mails + 4);
    expect(found(story)).toEqual([]);
  });

  it('finds nothing after an hourly run was killed at any call, and after somebody looked in Sent', async () => {
    const start = new Story('2026-09-03 09:00', LINES.slice(0, 2)).goLive();
    start.approveAll();
    const after = (story: Story, n: number): void => {
      story.at('2026-09-03 10:30').hour();
      for (const { Reminder = '' } of story.records('AR Queue').filter(({ State }) => State === 'unconfirmed'))
        story.ask('resolveUnconfirmed', Reminder, n % 2 === 0 ? 'sent' : 'approved');
      story.send();
      expect(found(story), `killed before call ${n}`).toEqual([]);
    };
    const run = (story: Story): Story => story.at('2026-09-03 09:30').hour();
    expect(await killedEverywhere(start, isCostly, run, after)).toBeGreaterThan(30);
  });

  it('finds nothing after a take-over of the sending was killed at any call: nobody sends whom the log does not know', async () => {
    const start = new Story('2026-09-03 09:00', LINES.slice(0, 2)).goLive();
    start.approveAll();
    const after = (story: Story, n: number): void => {
      for (const user of ['ann@ourfirm.example', 'bea@ourfirm.example']) {
        story.user = user;
        story.send();
      }
      expect(found(story), `killed before call ${n}`).toEqual([]);
    };
    const takeOver = (story: Story): void => {
      story.user = 'bea@ourfirm.example';
      story.ask('becomeSender');
    };
    expect(await killedEverywhere(start, isCostly, takeOver, after)).toBeGreaterThan(3);
  });

  it('finds nothing after personal details were erased', () => {
    const story = new Story('2026-09-03 09:00', LINES.slice(0, 2)).goLive().morning();
    story.at('2026-09-14 09:00').morning().ask('setDoNotContact', 'beta works', true);
    story.at('2026-09-15 09:00').invoices([]).ask('acceptTable');
    story.ask('erasePersons', ['acme tools', 'beta works']);
    expect(JSON.stringify(story.records('AR Log'))).not.toContain('Beta Works');
    expect(found(story)).toEqual([]);
  });

  it('finds nothing in a workbook of version 0.1 that goes on today', () => {
    const story = opened(fixture('workbook-0.1.json')).at('2026-11-16 08:30');
    story.hour();
    work(story, '2026-11-16', '2026-11-20');
    expect(audit(story).events).toBeGreaterThan(60);
    expect(found(story)).toEqual([]);
  });
});

const A_DATE: StoredCell = { value: { kind: 'date', wall: '2026-09-04T09:30:00.000' } };

function rowOfEntry(story: Story, seq: number): number {
  return story.records('AR Log').findIndex(({ Seq }) => Seq === String(seq)) + 1;
}

describe('the audit of a log that was changed by hand', () => {
  const weeks = work(new Story('2026-09-03 09:00', LINES.slice(0, 2)).goLive(), '2026-09-03', '2026-09-14');
  const worked = (): Story => weeks.twin();

  it('names the record that was altered, the cell that shows something else, and the missing end', () => {
    const altered = worked();
    const at = ({ Seq = '' }: Record<string, string>): boolean => Seq === '9';
    const text = altered.records('AR Log').find(at)?.['Facts (JSON)'] ?? '';
    altered.change('AR Log', at, 'Facts (JSON)', text.replace('.example', '.examine'));
    expect(found(altered)).toEqual(['entry-altered 9', 'cell-changed 9']);
    const shown = worked();
    shown.change('AR Log', at, 'To', 'someone@else.example');
    expect(found(shown)).toEqual(['cell-changed 9']);
    const deleted = worked();
    const last = deleted.records('AR Log').length;
    deleted.tab('AR Log').cells.delete(last);
    expect(found(deleted)).toEqual([`entries-missing ${last}`]);
  });

  it('does not take a date that a program made of a text for an alteration: the record beside it stands', () => {
    const story = worked();
    putCell(story.tab('AR Log'), rowOfEntry(story, 9), 1, A_DATE);
    expect(found(story)).toEqual([]);
  });

  it('says of an entry of version 0.1, whose cells were sealed, that it cannot be judged', () => {
    const story = opened(fixture('workbook-0.1.json')).at('2026-11-16 08:30');
    putCell(story.tab('AR Log'), rowOfEntry(story, 9), 1, A_DATE);
    expect(found(story)).toEqual(['entry-converted 9']);
  });

  it('reads on behind an entry that cannot be read', () => {
    const story = worked();
    story.change('AR Log', ({ Event }) => Event === 'planned', 'Facts (JSON)', '{"reminder":');
    const [first] = found(story);
    expect(first).toMatch(/^entry-unreadable \d+$/);
    expect(audit(story).to).toBe('2026-09-14');
  });

  it('says that there is nothing to audit where Duesheet was never set up', () => {
    const answer = new Story('2026-09-03 09:00', LINES).answer('getAudit');
    expect(answer).toMatchObject({ ok: false, code: 'no-log' });
  });

  it('changes nothing by looking', () => {
    const story = worked();
    const before = JSON.stringify(story.records('AR Log'));
    const writes = JSON.stringify(story.world.documentProperties);
    story.ask('getAudit');
    expect(JSON.stringify(story.records('AR Log'))).toBe(before);
    expect(JSON.stringify(story.world.documentProperties)).toBe(writes);
  });
});
