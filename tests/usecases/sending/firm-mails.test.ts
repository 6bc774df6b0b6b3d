// Firm mails on payments that are not fresh, and on Fridays: offered for review, and then they wait while friendlier ones leave.
import { describe, expect, it } from 'vitest';
import { findInvoices, showWhyOf } from '../../../src/usecases/explain/show-why';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders, treatAsDone, undoApproval } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { sendStep } from '../../../src/usecases/sending/send';
import { showToday } from '../../../src/usecases/today/show-today';
import { afterCalls, CALL } from '../../builders/customer-calls';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, records } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: '1', customer: 'Firmly', due: '2026-10-26', amount: 1200 },
  { no: '2', customer: 'Kindly', due: '2026-11-01', amount: 700 },
];

/** Tue 3 Nov, payments in up to that day: Firmly took a call a week ago, and a firm mail comes next, on a day of its own. */
function called(days: number): FakeWorld {
  const world = liveAt('2026-10-27 09:00', LINES);
  const [headers = [], firmly = []] = world.cells('AR Customers');
  firmly[headers.indexOf('Segment override')] = 'Firm only';
  world
    .cells('AR Policy')
    .push(
      ['Firm only', 1, 'due', 1, ...CALL],
      ['Firm only', 2, 'due', days, 'email', 'Firm', 'billing', '', 'review', 3, 'firm', 'yes', '', ''],
    );
  return afterCalls(world, '2026-11-03 09:00');
}

/** Two approved mails on Tue 3 Nov, a firm and a friendly one. */
function approved(): FakeWorld {
  const world = called(8);
  planDay(world.ports);
  approveReminders(
    world.ports,
    showReview(world.ports).lines.map(({ id }) => id),
  );
  return world;
}

const send = (world: FakeWorld) => sendStep(world.ports, { unattended: false });
const queue = (world: FakeWorld): Record<string, string> =>
  Object.fromEntries(records(world, 'AR Queue').map((row) => [String(row['Customer']), String(row['State'])]));
const WAITS = 'Payments are in only up to Tue 3 Nov: a firm mail waits until they are at most one business day old.';

describe('payments older than one business day', () => {
  it('let the friendly mail leave, and keep the firm one approved with a sentence', () => {
    const world = approved();
    world.at('2026-11-05 09:00');
    expect(send(world)).toMatchObject({
      sent: 1,
      cancelled: 0,
      backToReview: 0,
      stopped: '',
      remaining: 0,
      waits: WAITS,
    });
    expect(queue(world)).toEqual({ Firmly: 'approved' });
    expect(send(world)).toMatchObject({ sent: 0, message: expect.stringContaining(WAITS) });
    payments(world, '2026-11-04');
    expect(send(world)).toMatchObject({ sent: 1, waits: '' });
  });

  it('let both leave on the next business day', () => {
    const world = approved();
    world.at('2026-11-04 09:00');
    expect(send(world)).toMatchObject({ sent: 2, waits: '' });
  });

  it('are told by the hourly run, in Review, in AR Queue and under Today', () => {
    const world = approved();
    world.at('2026-11-05 09:00');
    expect(runHour(world.ports)).toMatchObject({ sent: 1, message: expect.stringContaining(WAITS) });
    expect(showToday(world.ports).heartbeat?.did).toContain(WAITS);
    const [line] = showReview(world.ports).lines;
    expect(line?.leaves).toBe(
      'not before payments are confirmed (a firm mail needs those up to the last business day)',
    );
    expect(String(records(world, 'AR Queue')[0]?.['Why'])).toContain(WAITS);
    const [found] = findInvoices(world.ports, '1').links;
    expect(showWhyOf(world.ports, found?.key ?? '').invoice?.next).toContain(
      'The mail does not leave before payments are confirmed (a firm mail needs those up to the last business day)',
    );
    const { stops, alerts } = showToday(world.ports);
    expect(stops).toEqual([]);
    expect(alerts).toMatchObject([{ tone: 'warn', code: 'stale-payments', actions: [{ call: 'confirmPayments' }] }]);
    expect(alerts[0]?.message).toBe(
      'Payments are in only up to Tue 3 Nov. 1 firm mail waits until they are at most one business day old; friendlier ones leave.',
    );
    payments(world, '2026-11-05');
    expect(showToday(world.ports).alerts).toEqual([]);
    expect(String(records(world, 'AR Queue')[0]?.['Why'])).not.toContain('Payments');
  });

  it('are looked up only where a firm mail waits: an approval of a friendly one reads nothing for it', () => {
    const reads = (customer: string): number => {
      const world = approved();
      const waiting = showReview(world.ports).lines;
      for (const { id } of waiting.filter((line) => line.customer !== customer)) treatAsDone(world.ports, id, '');
      const before = world.calls['workbook.read'] ?? 0;
      undoApproval(
        world.ports,
        waiting.filter((line) => line.customer === customer).map(({ id }) => id),
      );
      return (world.calls['workbook.read'] ?? 0) - before;
    };
    expect(reads('Firmly') - reads('Kindly')).toBe(2);
  });

  it('plan a firm mail and offer it for review all the same', () => {
    const world = called(10);
    world.at('2026-11-05 09:00');
    planDay(world.ports);
    expect(queue(world)['Firmly']).toBe('planned');
    expect(records(world, 'AR Queue').find((row) => row['Customer'] === 'Firmly')?.['Template']).toBe('Firm');
  });

  it('stop every mail once they are older than the setting says', () => {
    const world = approved();
    world.at('2026-11-09 09:00');
    expect(send(world)).toMatchObject({ sent: 0, remaining: 2, stopped: expect.stringContaining('nothing is sent') });
    expect(showToday(world.ports)).toMatchObject({ stops: [{ code: 'stale-payments' }], alerts: [] });
    for (const row of world.cells('AR Settings')) if (row[0] === 'Payments may be old by') row[1] = 6;
    world.at('2026-11-10 09:00');
    // By then the approval of the firm one is too old as well.
    expect(send(world)).toMatchObject({ sent: 1, backToReview: 1 });
  });
});

describe('an approved firm mail on a Friday', () => {
  const FRIDAY = 'Today is a Friday, and firm words go out when somebody is there to answer: on Mon 9 Nov.';

  it('stays approved while the friendly one leaves, and who presses Send is told why', () => {
    const world = approved();
    world.at('2026-11-06 09:00');
    payments(world, '2026-11-05');
    expect(showReview(world.ports).lines.map(({ customer, leaves }) => [customer, leaves])).toEqual([
      ['Firmly', 'leaves Mon 9 Nov from 08:00, when you press Send'],
      ['Kindly', 'leaves when you press Send'],
    ]);
    expect(send(world)).toMatchObject({ sent: 1, waits: FRIDAY, message: `1 sent. ${FRIDAY}` });
    expect(queue(world)).toEqual({ Firmly: 'approved' });
  });

  it('leaves on Monday, where its approval holds', () => {
    const world = called(9);
    world.at('2026-11-04 09:00');
    payments(world, '2026-11-04');
    planDay(world.ports);
    approveReminders(
      world.ports,
      showReview(world.ports).lines.map(({ id }) => id),
    );
    world.at('2026-11-06 09:00');
    payments(world, '2026-11-06');
    expect(send(world)).toMatchObject({ sent: 1, waits: FRIDAY });
    world.at('2026-11-09 09:00');
    payments(world, '2026-11-09');
    expect(send(world)).toMatchObject({ sent: 1, waits: '' });
  });
});
