// Reminders that two people approve: in the sidebar, each as themselves, before anything leaves or counts as done.
import { describe, expect, it } from 'vitest';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { applyGrid } from '../../../src/usecases/review/apply-grid';
import { recordOutcome } from '../../../src/usecases/review/record-outcome';
import { approveReminders, editReminder, undoApproval } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { approveAsSecond } from '../../../src/usecases/review/second-approval';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { sendStep } from '../../../src/usecases/sending/send';
import { saveSetting } from '../../../src/usecases/settings/save-setting';
import { showToday } from '../../../src/usecases/today/show-today';
import { confirmDetails } from '../../../src/usecases/workbook-mode/confirm-details';
import { setAutomatic } from '../../../src/usecases/workbook-mode/workbook-mode';
import { afterCalls, CALL } from '../../builders/customer-calls';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records, replaceInvoices } from '../../builders/our-firm';

const ANN = 'ann@ourfirm.example';
const BOB = 'bob@ourfirm.example';
const LINES: InvoiceLine[] = [
  { no: '1', customer: 'Large', due: '2026-11-01', amount: 6000 },
  { no: '2', customer: 'Small', due: '2026-11-01', amount: 700 },
];
const FROM = 'Second approval from: EUR';
const FOR = 'Second approval for';

function type(world: FakeWorld, setting: string, value: string | number): void {
  const row = world.cells('AR Settings').find(([name]) => name === setting);
  if (!row) throw new Error(`AR Settings has no row ${setting}`);
  row[1] = value;
}

/** Live on Fri 6 Nov; reminders of 5,000.00 EUR and more need two people. */
function live(lines = LINES): FakeWorld {
  const world = liveAt('2026-11-06 09:00', lines);
  type(world, FROM, 5000);
  planDay(world.ports);
  return world;
}

const lineOf = (world: FakeWorld, customer: string) => {
  const line = showReview(world.ports).lines.find((one) => one.customer === customer);
  if (!line) throw new Error(`no reminder for ${customer}`);
  return line;
};
const approve = (world: FakeWorld, ...customers: string[]) =>
  approveReminders(
    world.ports,
    customers.map((customer) => lineOf(world, customer).id),
  );
const second = (world: FakeWorld, customer: string) => approveAsSecond(world.ports, lineOf(world, customer).id);
const send = (world: FakeWorld) => sendStep(world.ports, { unattended: false });

/** A policy of its own for one customer: its steps, each from a day on. */
function onLadder(
  world: FakeWorld,
  customer: string,
  ...steps: (readonly [days: number, ...(string | number)[]])[]
): void {
  const [headers = [], ...rows] = world.cells('AR Customers');
  const row = rows.find(([name]) => name === customer);
  if (row) row[headers.indexOf('Segment override')] = 'Own steps';
  world.cells('AR Policy').push(...steps.map((step, index) => ['Own steps', index + 1, 'due', ...step]));
}

describe('a reminder from the sum on that needs two people', () => {
  it('is no routine one, and says so; smaller ones stay as they are', () => {
    const world = live();
    expect(lineOf(world, 'Large')).toMatchObject({
      list: 'look',
      look: expect.stringContaining('two people approve it'),
    });
    expect(lineOf(world, 'Large').leaves).toBe('once two people have approved it');
    expect(lineOf(world, 'Small').look).not.toContain('two people');
  });

  it('waits with one approval while others leave, and leaves after the second', () => {
    const world = live();
    expect(approve(world, 'Large', 'Small').message).toContain('1 waits for the approval of a colleague.');
    expect(send(world)).toMatchObject({ sent: 1, waits: expect.stringContaining(`another person than ${ANN}`) });
    expect(lineOf(world, 'Large')).toMatchObject({ state: 'approved', leaves: 'once a second person has approved it' });
    world.user(BOB);
    expect(second(world, 'Large').message).toContain(`Approved by you and ${ANN}.`);
    expect(lineOf(world, 'Large').approvedBy).toBe(`${ANN} and ${BOB}`);
    world.user(ANN);
    expect(send(world)).toMatchObject({ sent: 1, waits: '' });
  });

  it('takes no second approval from the one who gave the first', () => {
    const world = live();
    approve(world, 'Large');
    expect(() => second(world, 'Large')).toThrow('You approved this one first');
    expect(showReminder(world.ports, lineOf(world, 'Large').id).second.mayApprove).toBe(false);
    world.user(BOB);
    expect(showReminder(world.ports, lineOf(world, 'Large').id).second.mayApprove).toBe(true);
  });

  it('takes none before the first, none where one is enough, and none twice', () => {
    const world = live();
    expect(() => second(world, 'Large')).toThrow('no first approval');
    approve(world, 'Large', 'Small');
    world.user(BOB);
    expect(() => second(world, 'Small')).toThrow('needs no second approval');
    second(world, 'Large');
    expect(() => second(world, 'Large')).toThrow('needs no second approval');
  });

  it('is not approved by a word in the grid, which stays and is named', () => {
    const world = live();
    const [headers = [], ...rows] = world.cells('AR Queue');
    for (const row of rows) row[headers.indexOf('Decide')] = 'approve';
    expect(applyGrid(world.ports).message).toContain(
      '1 approved. 1 reminder needs two people, who approve in the sidebar.',
    );
    const [large] = records(world, 'AR Queue').filter((row) => row['Customer'] === 'Large');
    expect(large).toMatchObject({ Decide: 'approve', State: 'planned' });
    expect(large?.['Why']).toContain('Two people approve it in the sidebar');
  });

  it('never leaves by itself, though its stage is automatic', () => {
    const world = liveAt('2026-11-06 09:00', []);
    world.cells('AR Settings').push([FROM, 5000, '']);
    const [headers = [], ...steps] = world.cells('AR Policy');
    for (const step of steps) step[headers.indexOf('Sending')] = 'auto';
    replaceInvoices(world, LINES);
    setAutomatic(world.ports, true);
    world.at('2026-11-06 10:00');
    runHour(world.ports);
    expect(records(world, 'AR Log').filter((row) => row['Event'] === 'sent')).toMatchObject([{ Customer: 'Small' }]);
    expect(lineOf(world, 'Large').state).toBe('planned');
  });

  it('needs both again once it was edited or taken back', () => {
    const world = live();
    approve(world, 'Large');
    world.user(BOB);
    second(world, 'Large');
    const { id } = lineOf(world, 'Large');
    undoApproval(world.ports, [id]);
    approve(world, 'Large');
    expect(send(world)).toMatchObject({ sent: 0 });
    world.user(ANN);
    second(world, 'Large');
    editReminder(world.ports, id, { to: 'ap@large.example', cc: '', subject: 'Other', body: 'Other words' });
    approve(world, 'Large');
    expect(lineOf(world, 'Large').leaves).toBe('once a second person has approved it');
  });

  it('goes back to review when its text is another than the first person approved', () => {
    const world = live();
    approve(world, 'Large');
    const [headers = [], ...texts] = world.cells('AR Templates');
    for (const row of texts) row[headers.indexOf('Body')] = 'Pay to {{company}} now: {{invoice_table}}';
    world.user(BOB);
    expect(second(world, 'Large').message).toContain('The text is another than the one that was approved.');
    expect(lineOf(world, 'Large').state).toBe('planned');
  });

  it('keeps its first approval when a payment makes one enough, and leaves', () => {
    const world = live();
    approve(world, 'Large');
    replaceInvoices(world, [{ ...(LINES[0] as InvoiceLine), paid: 3000 }, ...LINES.slice(1)]);
    expect(send(world)).toMatchObject({ sent: 1, waits: '' });
  });

  it('is named under Today, with what the person looking can do', () => {
    const world = live();
    const alert = () => showToday(world.ports).alerts.find(({ code }) => code === 'second-missing')?.message;
    expect(alert()).toBeUndefined();
    approve(world, 'Large');
    expect(alert()).toBe('1 reminder waits for a second approval. A colleague gives it in Review.');
    world.user(BOB);
    expect(alert()).toBe('1 reminder waits for a second approval. You can give it in Review: Large.');
  });
});

describe('final reminders, those to the senior contact and hand-overs', () => {
  it('need two people once the setting says so, whatever they ask for', () => {
    // The senior contact is asked about 1,000 and more, behind a call, and not on a Friday.
    const [large, small] = LINES as [InvoiceLine, InvoiceLine];
    const world = liveAt('2026-11-02 09:00', [large, { ...small, amount: 1200 }]);
    type(world, FOR, 'final, senior and hand-over');
    const senior = ['email', 'Firm senior', 'senior', '', 'review', 3, 'firm', 'yes', '', ''] as const;
    onLadder(world, 'Small', [1, ...CALL], [4, ...senior]);
    afterCalls(world, '2026-11-05 09:00');
    planDay(world.ports);
    expect(lineOf(world, 'Small').look).toContain('goes to the senior contact');
    expect(lineOf(world, 'Small').look).toContain('two people approve it');
    expect(lineOf(world, 'Large').look).not.toContain('two people');
  });

  it('are not done by hand on the word of one', () => {
    const world = liveAt('2026-11-06 09:00', LINES);
    type(world, FOR, 'final, senior and hand-over');
    onLadder(world, 'Small', [1, 'task', 'Task hand-over', 'owner', '', 'review', 3, 'neutral', 'yes', '', '']);
    planDay(world.ports);
    const { id } = lineOf(world, 'Small');
    expect(() => recordOutcome(world.ports, id, 'done', '')).toThrow('Two people approve this one');
    approve(world, 'Small');
    expect(() => recordOutcome(world.ports, id, 'done', '')).toThrow('waits for the approval of a colleague');
    world.user(BOB);
    second(world, 'Small');
    expect(recordOutcome(world.ports, id, 'done', '').message).toContain('Recorded');
  });
});

describe('a first approval by nobody who can be known', () => {
  it('is none where two people have to approve by now: one of them alone sends nothing', () => {
    const world = liveAt('2026-11-06 09:00', LINES);
    planDay(world.ports);
    const [headers = [], ...rows] = world.cells('AR Queue');
    const row = rows.find((one) => one[headers.indexOf('Customer')] === 'Large');
    if (row) row[headers.indexOf('Decide')] = 'approve';
    type(world, FROM, 5000);
    planDay(world.ports);
    expect(lineOf(world, 'Large').state).toBe('approved');
    expect(second(world, 'Large').message).toContain('cannot be known');
    expect(lineOf(world, 'Large').state).toBe('planned');
    send(world);
    expect(world.mails).toHaveLength(0);
    approve(world, 'Large');
    expect(() => second(world, 'Large')).toThrow('You approved this one first');
  });
});

describe('the settings about a second approval', () => {
  it('count as asking for two where they cannot be read', () => {
    const world = liveAt('2026-11-06 09:00', LINES);
    type(world, FROM, 'five thousand');
    planDay(world.ports);
    expect(lineOf(world, 'Small').look).toContain('two people approve it');
  });

  it('stop sending when they are lowered in a cell, until the sender types what stands there', () => {
    const world = live();
    approve(world, 'Large');
    type(world, FROM, '');
    expect(showToday(world.ports).stops.find(({ code }) => code === 'details-changed')?.message).toBe(
      `${FROM} was changed in a cell of AR Settings: none. Nothing is sent until it is confirmed. Ask who wanted it, then confirm it.`,
    );
    expect(send(world)).toMatchObject({ sent: 0, stopped: expect.stringContaining('Nothing is sent') });
  });

  it('are never confirmed by the one who changed them, be it the sender', () => {
    const world = live();
    saveSetting(world.ports, FROM, '9000');
    const stop = showToday(world.ports).stops.find(({ code }) => code === 'details-changed');
    expect(stop).toMatchObject({ message: expect.stringContaining('Only somebody else'), actions: [] });
    expect(() => confirmDetails(world.ports, '9000')).toThrow('Only somebody else');
    world.user(BOB);
    expect(confirmDetails(world.ports, '').message).toContain('is confirmed');
  });

  it('are confirmed by another than the one who changed them in the sidebar', () => {
    const world = live();
    world.user(BOB);
    expect(saveSetting(world.ports, FROM, '9,000').message).toContain('until this is confirmed under Today');
    const stop = () => showToday(world.ports).stops.find(({ code }) => code === 'details-changed');
    expect(stop()).toMatchObject({ message: expect.stringContaining(`changed by ${BOB}: 9000`), actions: [] });
    world.user(ANN);
    expect(stop()?.actions).toMatchObject([{ call: 'confirmDetails' }]);
    expect(stop()?.actions[0]).not.toHaveProperty('typed');
  });
});
