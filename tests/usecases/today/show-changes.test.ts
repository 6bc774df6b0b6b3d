// What changed since yesterday: where it begins, what counts, and how it is told.
import { describe, expect, it } from 'vitest';
import type { EventKind, LogEvent } from '../../../src/dunning/history/events';
import { dayFromIso } from '../../../src/receivables/day';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders, undoApproval } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { sendStep } from '../../../src/usecases/sending/send';
import { changesSince } from '../../../src/usecases/today/show-changes';
import { showToday } from '../../../src/usecases/today/show-today';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, replaceInvoices } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: '1', customer: 'Acme', due: '2026-11-02', amount: 100 },
  { no: '2', customer: 'Bolt', due: '2026-11-02', amount: 200 },
  { no: '3', customer: 'Cord', due: '2026-11-03', amount: 300 },
];

const changes = (world: FakeWorld) => showToday(world.ports).changes;
const ids = (world: FakeWorld): string[] => showReview(world.ports).lines.map(({ id }) => id);

describe('Today', () => {
  it('tells what the plan of today brought since that of yesterday, and why', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    planDay(world.ports);
    world.at('2026-11-05 09:00');
    replaceInvoices(world, [{ ...LINES[0], paid: 100, paidOn: '2026-11-05' } as InvoiceLine, ...LINES.slice(1)]);
    planDay(world.ports);
    const { summary, items } = changes(world);
    expect(summary).toBe('Since yesterday: 1 new, 1 cancelled (paid)');
    expect(items).toContainEqual({
      at: '2026-11-05 09:00',
      what: 'Cancelled (paid)',
      customer: 'Acme',
      why: 'Nothing is open any more.',
    });
    expect(items.find(({ what }) => what === 'New reminder')).toMatchObject({
      customer: 'Cord',
      why: expect.stringContaining('decides: step 2 of 7'),
    });
  });

  it('names Friday on a Monday, with what was sent after its last plan', () => {
    const world = liveAt('2026-11-06 09:00', LINES);
    planDay(world.ports);
    approveReminders(world.ports, ids(world).slice(0, 1));
    sendStep(world.ports, { unattended: false });
    world.at('2026-11-09 09:00');
    payments(world, '2026-11-09');
    expect(changes(world).summary).toBe('Since Fri 6 Nov: 1 sent');
  });

  it('keeps quiet about approvals, also those that were taken back', () => {
    const world = liveAt('2026-11-05 09:00', LINES);
    planDay(world.ports);
    world.at('2026-11-06 09:00');
    approveReminders(world.ports, ids(world));
    undoApproval(world.ports, ids(world));
    const { summary, items } = changes(world);
    expect(summary).toBe('');
    expect(items.filter(({ customer }) => customer !== '')).toEqual([]);
  });

  it('begins with everything on the first day', () => {
    const world = liveAt('2026-11-05 09:00', LINES);
    const { summary, items } = changes(world);
    expect(summary).toBe('Since set-up: 3 new');
    expect(items.map(({ what }) => what)).toContain('Went live');
  });

  it('knows whether the workbook was ever live', () => {
    const world = liveAt('2026-11-05 09:00', LINES);
    expect(showToday(world.ports).everLive).toBe(true);
  });
});

describe('changes of a log', () => {
  let seq = 0;
  const event = (at: string, kind: EventKind, reminder: string, facts: LogEvent['facts'] = {}): LogEvent => {
    seq += 1;
    const texts = { customer: 'Acme', invoices: '1', stage: '', amounts: '', to: '', actor: 'schedule', note: 'Said.' };
    return { seq, at: `${at}:00`, kind, reminder, ...texts, facts, hash: '' };
  };
  const today = dayFromIso('2026-11-06') ?? 0;
  const told = (...events: LogEvent[]): string => changesSince(events, today, new Set()).summary;

  it('count of a reminder the last thing that became of it', () => {
    const planned = event('2026-11-06 08:00', 'planned', 'DS-1');
    expect(told(planned, event('2026-11-06 10:00', 'sent', 'DS-1'))).toBe('Since set-up: 1 sent');
    expect(told(planned, event('2026-11-06 09:00', 'refreshed', 'DS-1'))).toBe('Since set-up: 1 new');
  });

  it('say one thing in the singular', () => {
    for (const kind of ['voided', 'taken-back'] as const) {
      const once = told(event('2026-11-06 08:00', kind, 'DS-1'));
      expect(once).toMatch(/^Since set-up: 1 (reminder|hand-over) taken back$/);
    }
  });

  it('count promises by what became of them', () => {
    const broken = (at: string) => event(at, 'promise-ended', '', { code: 'broken' });
    expect(told(broken('2026-11-06 08:00'))).toBe('Since set-up: 1 promise broken');
    expect(
      told(broken('2026-11-06 08:00'), broken('2026-11-06 08:00'), event('2026-11-06 08:00', 'segment-changed', '')),
    ).toBe('Since set-up: 2 promises broken, 1 segment changed');
  });

  it('go back to the last business day at most, however long nothing was planned', () => {
    const old = event('2026-10-20 08:00', 'planned', 'DS-1');
    const sent = event('2026-11-02 08:00', 'sent', 'DS-1');
    expect(told(old, sent, event('2026-11-06 08:00', 'planned', 'DS-2'))).toBe('Since Mon 2 Nov: 1 new');
  });

  it('name two reasons of cancellations and count the others, and five kinds of change', () => {
    const cancelled = ['held', 'held', 'promised', 'promised', 'gone', 'paid'].map((code, at) =>
      event('2026-11-06 08:00', 'cancelled', `DS-${at}`, { code }),
    );
    expect(told(...cancelled)).toBe('Since set-up: 6 cancelled (2 paused, 2 promised, 2 others)');
    const kinds = ['planned', 'sent', 'failed', 'snoozed', 'skipped', 'done'] as const;
    expect(told(...kinds.map((kind, at) => event('2026-11-06 08:00', kind, `DS-${at}`)))).toBe(
      'Since set-up: 1 new, 1 sent, 1 failed, 1 put off, 1 step skipped and more',
    );
  });

  it('list 200 at most, the latest first, and count them all', () => {
    const many = Array.from({ length: 300 }, (_, at) => event('2026-11-06 08:00', 'planned', `DS-${at}`));
    const { summary, items } = changesSince(many, today, new Set());
    expect(summary).toBe('Since set-up: 300 new');
    expect(items).toHaveLength(200);
  });

  it('say which wait for a word about them', () => {
    expect(told(event('2026-11-06 08:00', 'cancelled', 'DS-1', { code: 'gone' }))).toBe(
      'Since set-up: 1 cancelled (no longer in the sheet)',
    );
  });
});

describe('what is on no ladder', () => {
  it('is told on Today, with the customers behind it, the largest sum first', () => {
    const world = liveAt('2026-11-20 09:00', [
      { no: '1', customer: 'Acme', due: '2026-11-02', amount: 100, email: 'not an address' },
      { no: '2', customer: 'Bolt', due: '2026-11-02', amount: 200, email: 'not an address' },
      { no: '3', customer: 'Cord', due: '2026-11-02', amount: 300 },
    ]);
    planDay(world.ports);
    const { summary, items } = showToday(world.ports).unchased;
    expect(summary).toBe('2 customers with 300.00 EUR overdue are chased by nobody: address to mend 2.');
    expect(items.map(({ what, customer, why }) => [what, customer, why.slice(0, 11)])).toEqual([
      ['Address to mend', 'Bolt', '200.00 EUR.'],
      ['Address to mend', 'Acme', '100.00 EUR.'],
    ]);
  });
});
