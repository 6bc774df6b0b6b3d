// Invoices that go out by us on their own day: by which way, once, and again where they came back.
import { describe, expect, it } from 'vitest';
import { auditOf } from '../../../src/dunning/history/audit/audit';
import type { Cell } from '../../../src/sheet/grid';
import { showLog } from '../../../src/usecases/audit/show-log';
import { changeContact, markBounced, markReplied } from '../../../src/usecases/customers/manual-status';
import { planDay, planIn } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { sendStep } from '../../../src/usecases/sending/send';
import { setAutomatic } from '../../../src/usecases/workbook-mode/workbook-mode';
import { WorkbookSession } from '../../../src/workbook/session';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { liveAt, payments, records } from '../../builders/our-firm';

const SITE = 'https://files.ourfirm.example';
const KEY = 'acme tools';
const NEW = { no: '2001', customer: 'Acme Tools', issued: '2026-11-03', due: '2026-12-03', amount: 900 };
const LINKED = { ...NEW, document: `${SITE}/2001.pdf` };
const OLD = { ...NEW, no: '1900', issued: '2026-10-20', due: '2026-11-19', document: `${SITE}/1900.pdf` };

/** A live workbook whose policy sends invoices on their day. */
function sending(
  lines: Parameters<typeof liveAt>[1],
  customer: Record<string, Cell> = {},
  policyRow: Record<string, Cell> = {},
): FakeWorld {
  const world = liveAt('2026-11-04 09:00', lines);
  const policy = world.cells('AR Policy');
  const [headers = []] = policy;
  const row: Record<string, Cell> = {
    ...{ Segment: 'Any', Stage: 1, Anchor: 'issue', Days: 0, Channel: 'email', Template: 'Invoice', To: 'billing' },
    ...{ Sending: 'review', 'Minimum gap': 0, Tone: 'neutral', Active: 'yes' },
    ...policyRow,
  };
  policy.push(headers.map((header) => row[String(header)] ?? ''));
  const [names = [], first = []] = world.cells('AR Customers');
  for (const [header, value] of Object.entries(customer)) first[names.indexOf(header)] = value;
  planDay(world.ports);
  return world;
}

const waiting = (world: FakeWorld): [string, string][] =>
  showReview(world.ports).lines.map(({ id, state }) => [showReminder(world.ports, id).mail?.texts.policy ?? '', state]);

function approveAndSend(world: FakeWorld): void {
  approveReminders(
    world.ports,
    showReview(world.ports).lines.map(({ id }) => id),
  );
  sendStep(world.ports, { unattended: false });
}

function onDay(world: FakeWorld, date: string): void {
  world.at(`${date} 09:00`);
  payments(world, date);
  planDay(world.ports);
}

function sound(world: FakeWorld): void {
  const { gaps, duplicates, contradictions } = auditOf(showLog(world.ports, 0));
  expect([...gaps, ...duplicates, ...contradictions]).toEqual([]);
}

describe('an invoice that goes out by us', () => {
  it('does so once, with a link to its document, and not where its day is long past', () => {
    const world = sending([LINKED, OLD]);
    expect(waiting(world)).toEqual([['Invoice', 'planned']]);
    const [{ id } = { id: '' }] = showReview(world.ports).lines;
    expect(showReminder(world.ports, id).mail?.text).toMatch(/invoice 2001 of 900\.00 EUR.*2001\.pdf/s);
    expect(showReminder(world.ports, id).mail?.text).not.toContain('1900');
    approveAndSend(world);
    expect(world.mails).toHaveLength(1);
    onDay(world, '2026-11-05');
    expect(waiting(world)).toEqual([]);
    sound(world);
  });

  it('is no contact: it keeps no gap, and the ladder begins as if nothing had been said', () => {
    const world = sending([{ ...LINKED, due: '2026-11-09' }]);
    approveAndSend(world);
    onDay(world, '2026-11-12');
    expect(waiting(world)).toEqual([['Friendly', 'planned']]);
  });

  it('waits beside a reminder, and the two go out on two days', () => {
    const old = { ...NEW, no: '1800', issued: '2026-09-01', due: '2026-10-01' };
    const world = sending([LINKED, old]);
    expect(
      waiting(world)
        .map(([name]) => name)
        .sort(),
    ).toEqual(['Friendly', 'Invoice']);
    approveAndSend(world);
    expect(world.mails).toHaveLength(1);
    // What was approved beside it leaves on the next day, without being asked about again.
    onDay(world, '2026-11-04');
    expect(waiting(world).map(([, state]) => state)).toEqual(['approved']);
    onDay(world, '2026-11-05');
    sendStep(world.ports, { unattended: false });
    expect(world.mails).toHaveLength(2);
    sound(world);
  });

  it.each([
    ['2026-11-04', '', 'approved'],
    ['2026-11-02', '', 'approved'],
    ['2026-10-30', 'its day has passed: it may have gone out otherwise', 'planned'],
  ])('of %s waits for a person where its day was days ago, whatever AR Policy says', (issued, look, state) => {
    const world = sending([{ ...LINKED, issued }], {}, { Sending: 'auto' });
    setAutomatic(world.ports, true);
    planIn(new WorkbookSession(world.ports), { actor: 'schedule', unattended: true });
    expect(showReview(world.ports).lines.map((line) => [line.look, line.state])).toEqual([[look, state]]);
  });

  it('waits beside a statement, and the one that was approved with it leaves on the next day', () => {
    const world = sending([LINKED]);
    const [headers = [], ...rows] = world.cells('AR Policy');
    const issue = rows[rows.length - 1] ?? [];
    const change: Record<string, Cell> = { Anchor: 'month', Days: 2, Template: 'Statement' };
    world.cells('AR Policy').push(headers.map((header, at) => change[String(header)] ?? issue[at] ?? ''));
    onDay(world, '2026-11-04');
    expect(
      waiting(world)
        .map(([name]) => name)
        .sort(),
    ).toEqual(['Invoice', 'Statement']);
    const ids = showReview(world.ports).lines.map(({ id }) => id);
    const first = ids.filter((id) => showReminder(world.ports, id).mail?.texts.policy === 'Invoice');
    approveReminders(world.ports, first);
    sendStep(world.ports, { unattended: false });
    approveReminders(world.ports, ids);
    sendStep(world.ports, { unattended: false });
    expect(world.mails).toHaveLength(1);
    onDay(world, '2026-11-04');
    expect(waiting(world)).toEqual([['Statement', 'approved']]);
    onDay(world, '2026-11-05');
    sendStep(world.ports, { unattended: false });
    expect(world.mails).toHaveLength(2);
    sound(world);
  });

  it('needs a link to its document', () => {
    const world = sending([NEW]);
    expect(records(world, 'AR Queue').map(({ State, Why }) => [State, String(Why).includes('link')])).toEqual([
      ['needs-fix', true],
    ]);
  });

  it.each([
    ['network', 'Invoice by network', 'email'],
    ['portal', 'Task portal', 'task'],
  ])('by %s takes the text "%s"', (way, text, channel) => {
    const world = sending([LINKED], { 'Invoice channel': way, Portal: 'Coupa' });
    expect(showReview(world.ports).lines.map((line) => line.channel)).toEqual([channel]);
    const [{ id } = { id: '' }] = showReview(world.ports).lines;
    const { mail, call } = showReminder(world.ports, id);
    expect(JSON.stringify([mail, call])).toContain(way === 'portal' ? 'Portal: Coupa' : 'do not book it twice');
    expect(text).not.toBe('');
  });

  it('by post, or in a way that cannot be read, goes out without us', () => {
    for (const way of ['post', 'EDI, see notes'])
      expect(waiting(sending([LINKED], { 'Invoice channel': way })), way).toEqual([]);
  });

  it('comes again to the new address where it came back, and is not asked for before', () => {
    const world = sending([{ ...LINKED, due: '2026-11-09' }]);
    approveAndSend(world);
    markBounced(world.ports, KEY, 'ap@acme-tools.example');
    changeContact(world.ports, KEY, { email: 'new@acme-tools.example' });
    onDay(world, '2026-11-12');
    expect(waiting(world)).toEqual([['Invoice', 'planned']]);
    approveAndSend(world);
    expect(world.mails).toHaveLength(2);
    onDay(world, '2026-11-13');
    expect(waiting(world)).toEqual([['Friendly', 'planned']]);
    expect(records(world, 'AR Log').filter(({ Event }) => Event === 'sent')).toHaveLength(2);
    sound(world);
  });

  it('goes out again once, though it came back on the very day on which its new address was typed', () => {
    const world = sending([LINKED]);
    approveAndSend(world);
    onDay(world, '2026-11-05');
    markBounced(world.ports, KEY, 'ap@acme-tools.example');
    changeContact(world.ports, KEY, { email: 'new@acme-tools.example' });
    onDay(world, '2026-11-05');
    approveAndSend(world);
    expect(world.mails).toHaveLength(2);
    for (const date of ['2026-11-06', '2026-11-09']) {
      onDay(world, date);
      expect(waiting(world)).toEqual([]);
    }
    // What went out again and came back as well goes out a third time.
    markBounced(world.ports, KEY, 'new@acme-tools.example');
    changeContact(world.ports, KEY, { email: 'third@acme-tools.example' });
    onDay(world, '2026-11-10');
    expect(waiting(world)).toEqual([['Invoice', 'planned']]);
    sound(world);
  });

  it('is asked for where it came back and goes by post since', () => {
    const world = sending([{ ...LINKED, due: '2026-11-09' }]);
    approveAndSend(world);
    markBounced(world.ports, KEY, 'ap@acme-tools.example');
    changeContact(world.ports, KEY, { email: 'new@acme-tools.example' });
    const [names = [], first = []] = world.cells('AR Customers');
    first[names.indexOf('Invoice channel')] = 'post';
    onDay(world, '2026-11-12');
    expect(waiting(world)).toEqual([['Friendly', 'planned']]);
  });

  it('still goes out after a reply, and after days on which the firm was closed', () => {
    const today = { ...LINKED, issued: '2026-11-05' };
    const replied = sending([today]);
    onDay(replied, '2026-11-05');
    markReplied(replied.ports, KEY, 'Please call us.');
    onDay(replied, '2026-11-11');
    expect(waiting(replied)).toEqual([]);
    onDay(replied, '2026-11-12');
    expect(waiting(replied)).toEqual([['Invoice', 'planned']]);
    const closed = sending([today]);
    closed.cells('AR Holidays').push(['', day('2026-11-05'), day('2026-11-18'), 'Closed']);
    onDay(closed, '2026-11-18');
    expect(waiting(closed)).toEqual([]);
    onDay(closed, '2026-11-19');
    expect(waiting(closed)).toEqual([['Invoice', 'planned']]);
  });

  it('does not leave without a row of AR Policy that says so', () => {
    const world = liveAt('2026-11-04 09:00', [LINKED]);
    planDay(world.ports);
    expect(waiting(world)).toEqual([]);
  });
});
