// The Review page: counted, sought, sorted and cut on the server; and what a change tells of the lines it touched.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { followedBy } from '../../../src/usecases/review/followed-by';
import { approveReminders, holdCustomer, snoozeReminder, undoApproval } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { showReviewPage } from '../../../src/usecases/review/review-page';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { type ReviewAsked, type ReviewPageView, reviewRequest } from '../../../src/usecases/waiting/view';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, replaceInvoices } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: '1', customer: 'Cord', due: '2026-11-01', amount: 300 },
  { no: '2', customer: 'acme', due: '2026-10-20', amount: 700 },
  { no: '3', customer: 'Bolt', due: '2026-10-28', amount: 500 },
];

/** Three first contacts wait on Fri 6 Nov. */
function waiting(): FakeWorld {
  const world = liveAt('2026-11-06 09:00', LINES);
  planDay(world.ports);
  return world;
}

const page = (world: FakeWorld, asked: ReviewAsked = {}): ReviewPageView =>
  showReviewPage(world.ports, v.parse(reviewRequest, asked));
const shown = ({ groups }: ReviewPageView) => groups.flatMap(({ lines }) => lines.map(({ customer }) => customer));
const idOf = (world: FakeWorld, customer: string): string =>
  showReview(world.ports).lines.find((line) => line.customer === customer)?.id ?? '';

describe('the Review page', () => {
  it('sorts by size, age or name, and else as it is reviewed', () => {
    const world = waiting();
    expect(shown(page(world))).toEqual(['acme', 'Bolt', 'Cord']);
    expect(shown(page(world, { sort: 'oldest' }))).toEqual(['acme', 'Bolt', 'Cord']);
    expect(shown(page(world, { sort: 'customer' }))).toEqual(['acme', 'Bolt', 'Cord']);
    replaceInvoices(world, [{ ...(LINES[0] as InvoiceLine), amount: 900 }, ...LINES.slice(1)]);
    planDay(world.ports);
    expect(shown(page(world, { sort: 'largest' }))).toEqual(['Cord', 'acme', 'Bolt']);
    expect(shown(page(world, { sort: 'oldest' }))).toEqual(['acme', 'Bolt', 'Cord']);
  });

  it('seeks by every word, in customer, reference and invoice, and says how many wait altogether', () => {
    const world = waiting();
    const found = page(world, { search: ' ACME ' });
    expect([shown(found), found.groups[0]?.total, found.waiting]).toEqual([['acme'], 1, 3]);
    expect(shown(page(world, { search: idOf(world, 'Bolt').toLowerCase() }))).toEqual(['Bolt']);
    expect(shown(page(world, { search: 'acme first' }))).toEqual(['acme']);
    expect(page(world, { search: 'acme bolt' }).groups).toEqual([]);
    expect(shown(page(world, { segment: 'New' }))).toHaveLength(3);
    expect(page(world, { segment: 'Delinquent SMB' }).groups).toEqual([]);
  });

  it('gives the lines of a group from one on, with what its group usually says left out', () => {
    const world = waiting();
    const { groups } = page(world, { group: 'look', from: 1, lines: 1 });
    expect(groups).toMatchObject([{ name: 'look', total: 3, lines: [{ customer: 'Bolt', look: 'first contact' }] }]);
    expect(groups[0]?.leaves).toBe('leaves when you press Send');
    expect(groups[0]?.lines[0]).not.toHaveProperty('leaves');
    expect(groups[0]?.lines[0]).not.toHaveProperty('snoozedUntil');
  });

  it('counts what waits in Problems, and leaves it out', () => {
    const world = waiting();
    const [, ...customers] = world.cells('AR Customers');
    for (const row of customers) if (row[0] === 'Bolt') row[4] = 'no address';
    planDay(world.ports);
    const view = page(world);
    expect([view.inProblems, view.waiting, shown(view)]).toEqual([1, 2, ['acme', 'Cord']]);
  });

  it('opens the first ones just as they open by themselves', () => {
    const world = waiting();
    const { opened, groups } = page(world, { opened: 2, lines: 0 });
    expect(groups).toEqual([]);
    expect(opened).toEqual([
      showReminder(world.ports, idOf(world, 'acme')),
      showReminder(world.ports, idOf(world, 'Bolt')),
    ]);
    expect(page(world, { group: 'look', from: 2, opened: 9 }).opened.map(({ customer }) => customer)).toEqual(['Cord']);
  });

  it('reads four tabs and no invoice, unless reminders come opened', () => {
    const world = waiting();
    world.calls = {};
    page(world);
    expect(world.calls['workbook.read']).toBe(4);
    expect(world.calls['workbook.readDisplay']).toBeUndefined();
  });
});

describe('a change of reminders', () => {
  it('tells what became of each that it touched, and between which entries of the log', () => {
    const world = waiting();
    const before = page(world).seq;
    const [acme, bolt] = [idOf(world, 'acme'), idOf(world, 'Bolt')];
    const line = { state: 'approved', snoozedUntil: '', group: 'approved' };
    const approved = approveReminders(world.ports, [acme, bolt]);
    expect(approved).toMatchObject({ since: before, seq: before + 2 });
    expect(approved.lines).toEqual([
      { ...line, id: acme },
      { ...line, id: bolt },
    ]);
    expect(page(world).seq).toBe(before + 2);
    expect(undoApproval(world.ports, [bolt]).lines).toEqual([{ ...line, id: bolt, state: 'planned', group: 'look' }]);
    expect(snoozeReminder(world.ports, acme, '2026-11-12').lines).toEqual([
      { id: acme, state: 'snoozed', snoozedUntil: '2026-11-12', group: 'later' },
    ]);
  });

  it('tells of no lines where the new plan renewed one, as the list has to be read again', () => {
    const world = waiting();
    replaceInvoices(world, [...LINES, { no: '4', customer: 'Cord', due: '2026-11-02', amount: 50 }]);
    const held = holdCustomer(world.ports, idOf(world, 'acme'), '', 'credit note');
    expect(held.lines).toBeUndefined();
    expect(held.seq).toBeGreaterThan(0);
  });

  it('comes with the reminder that is opened next, and without one that cannot be shown', () => {
    const world = waiting();
    const next = idOf(world, 'Bolt');
    const result = followedBy(world.ports, approveReminders(world.ports, [idOf(world, 'acme')]), next);
    expect(result.next).toEqual(showReminder(world.ports, next));
    expect(followedBy(world.ports, result, 'DS-NONE')).toEqual(result);
  });
});

describe('the group of a line', () => {
  it('keeps calls apart from mails, approved or not, and leaves what is over out', () => {
    const world = waiting();
    const policy = world.cells('AR Policy');
    const channel = (policy[0] ?? []).indexOf('Channel');
    for (const row of policy.slice(1)) row[channel] = 'call';
    for (const row of world.cells('AR Settings')) if (row[0] === 'Minimum for calls: EUR') row[1] = '';
    planDay(world.ports);
    expect(page(world).groups.map(({ name, total }) => [name, total])).toEqual([['calls', 3]]);
  });
});
