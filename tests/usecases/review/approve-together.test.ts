// Approving many on the desk: each is decided again at the click; what became another since the list was read says why.
import { describe, expect, it } from 'vitest';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveTogether } from '../../../src/usecases/review/approve-together';
import { approveReminders, editReminder, undoApproval } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { sendStep } from '../../../src/usecases/sending/send';
import { readState } from '../../../src/workbook/state';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, replaceInvoices } from '../../builders/our-firm';

const LINES: InvoiceLine[] = ['Acme', 'Bolt', 'Cord'].map((customer, at) => ({
  no: `${1000 + at}`,
  customer,
  due: '2026-11-01',
  amount: 100,
}));

const lines = (world: FakeWorld) => showReview(world.ports).lines;
const ids = (world: FakeWorld): string[] => lines(world).map(({ id }) => id);
const end = (world: FakeWorld): number => readState(world.ports.properties).log.seq;
const idOf = (world: FakeWorld, name: string): string =>
  lines(world).find(({ customer }) => customer === name)?.id ?? '';
const stateOf = (world: FakeWorld, name: string) => lines(world).find(({ customer }) => customer === name)?.state;

/** First contacts, which a person reads. */
function firstStage(): FakeWorld {
  const world = liveAt('2026-11-04 09:00', LINES);
  planDay(world.ports);
  return world;
}

/** The first mails have gone; the second, routine ones are due. */
function routine(): FakeWorld {
  const world = firstStage();
  approveReminders(world.ports, ids(world));
  sendStep(world.ports, { unattended: false });
  world.at('2026-11-11 09:00');
  payments(world, '2026-11-11');
  return world;
}

describe('two people at once', () => {
  const EDIT = { to: 'other@bolt.example', cc: '', subject: 'Another', body: 'Words.' };

  it('approves no words that the person has not seen, and says whose they are', () => {
    const world = firstStage();
    const [bolt, acme, seen] = [idOf(world, 'Bolt'), idOf(world, 'Acme'), end(world)];
    editReminder(world.ports, bolt, EDIT);
    const both = approveReminders(world.ports, [bolt, acme], [seen, seen]);
    const by = world.ports.session.user();
    expect(both).toMatchObject({
      changed: 1,
      message: `1 approved. The one to Bolt was changed meanwhile by ${by} and stays as it is.`,
    });
    expect(stateOf(world, 'Bolt')).toBe('planned');
    expect(approveReminders(world.ports, [bolt], [end(world)]).changed).toBe(1);
    const again = approveReminders(world.ports, [bolt], [seen]);
    expect(again.message).toBe('0 approved. The one to Bolt is approved by now and stays as it is.');
  });

  it('writes nobody’s words over those of another, and asks for approval again where it was given meanwhile', () => {
    const world = firstStage();
    const [bolt, seen] = [idOf(world, 'Bolt'), end(world)];
    approveReminders(world.ports, [bolt]);
    expect(editReminder(world.ports, bolt, { ...EDIT, seen }).message).toBe(
      'Your changes are saved for this mail only. It was approved: now it waits for approval again.',
    );
    expect(() => editReminder(world.ports, bolt, { ...EDIT, body: 'Other words.', seen })).toThrow(
      /^This mail was changed meanwhile by .*\. Your words are not saved, they stand here still/,
    );
    expect(showReminder(world.ports, bolt)).toMatchObject({ seq: end(world), mail: { subject: 'Another' } });
  });
});

describe('approving together', () => {
  it('approves what is as it was seen, and is undone as one', () => {
    const world = routine();
    const seen = ids(world);
    expect(approveTogether(world.ports, seen, end(world))).toMatchObject({ changed: 3, message: '3 approved.' });
    expect(lines(world).map(({ state }) => state)).toEqual(['approved', 'approved', 'approved']);
    expect(undoApproval(world.ports, seen).changed).toBe(3);
  });

  it('leaves what was paid since the last plan, with the reason', () => {
    const world = routine();
    replaceInvoices(world, LINES.slice(0, 2));
    const result = approveTogether(world.ports, ids(world), end(world));
    expect(result).toMatchObject({ changed: 2, message: '2 approved. 1 stays as it is.' });
    expect(result.passed?.map(({ why }) => why)).toEqual(['Cord: Its invoice is no longer in the invoice sheet.']);
    expect(stateOf(world, 'Cord')).toBe('planned');
  });

  it('leaves what somebody edited since the list was read', () => {
    const world = routine();
    const seen = end(world);
    const edit = { to: 'other@bolt.example', cc: '', subject: 'Another', body: 'Words.' };
    editReminder(world.ports, idOf(world, 'Bolt'), edit);
    const result = approveTogether(world.ports, ids(world), seen);
    expect(result.changed).toBe(2);
    expect(result.passed?.map(({ why }) => why)).toEqual(['Bolt: changed since this list was read; look at it anew.']);
  });

  it('leaves what a person has to read first, and what is approved or gone already', () => {
    const first = firstStage();
    const none = approveTogether(first.ports, [...ids(first), 'DS-NONE'], end(first));
    expect(none).toMatchObject({ changed: 0, message: '0 approved. 4 stay as they are.' });
    expect(none.passed?.[0]?.why).toMatch(/: to be read first, first contact\.$/);
    expect(none.passed?.[3]).toEqual({ id: 'DS-NONE', why: 'DS-NONE is gone.' });
    const world = routine();
    approveReminders(world.ports, [idOf(world, 'Acme')]);
    const left = approveTogether(world.ports, [idOf(world, 'Acme')], end(world));
    expect(left.passed?.map(({ why }) => why)).toEqual(['Acme: approved by now.']);
  });
});
