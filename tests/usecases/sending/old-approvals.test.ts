// Approvals that are too old: asked for again before anything leaves, and approved, taken back and sent as any other after.
import { describe, expect, it } from 'vitest';
import { approveReminders, undoApproval } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { sendStep } from '../../../src/usecases/sending/send';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, records } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [{ no: '1', customer: 'Acme', due: '2026-11-01', amount: 1200 }];
const WHY = 'Approved on Wed 4 Nov, asked again because more than 5 business days have passed.';

/** A mail approved on Wed 4 Nov, and Thu 12 Nov six business days later. */
function sixDaysLater(): { world: FakeWorld; ids: string[] } {
  const world = liveAt('2026-11-04 09:00', LINES);
  const ids = showReview(world.ports).lines.map(({ id }) => id);
  approveReminders(world.ports, ids);
  world.at('2026-11-12 09:00');
  return { world, ids };
}

const send = (world: FakeWorld) => sendStep(world.ports, { unattended: false });
const last = (world: FakeWorld) => records(world, 'AR Log').filter((row) => row['Event'] === 'returned');
const lines = (world: FakeWorld) => showReview(world.ports).lines.map(({ state, why }) => [state, why]);

describe('an approval older than five business days', () => {
  it('is asked for again by the plan, with an event that says so', () => {
    const { world } = sixDaysLater();
    payments(world, '2026-11-11');
    expect(lines(world)).toEqual([['planned', WHY]]);
    expect(last(world)).toMatchObject([{ Note: WHY, 'Facts (JSON)': expect.stringContaining('approval-old') }]);
    expect(send(world)).toMatchObject({ sent: 0 });
    expect(world.mails).toHaveLength(0);
  });

  it('is asked for again by the hourly run, which sends nothing of it', () => {
    const { world } = sixDaysLater();
    for (const row of world.cells('AR Settings')) if (row[0] === 'Payments are in up to') row[1] = day('2026-11-11');
    expect(runHour(world.ports)).toMatchObject({ sent: 0 });
    expect(lines(world)).toEqual([['planned', WHY]]);
  });

  it('may be given again, taken back again, and then the mail leaves', () => {
    const { world, ids } = sixDaysLater();
    payments(world, '2026-11-11');
    expect(undoApproval(world.ports, ids).message).toMatch(/The one to .* by now and stays as it is\.$/);
    approveReminders(world.ports, ids);
    undoApproval(world.ports, ids);
    expect(lines(world)).toEqual([['planned', 'Approval taken back.']]);
    approveReminders(world.ports, ids);
    expect(send(world)).toMatchObject({ sent: 1 });
    expect(world.mails).toHaveLength(1);
  });
});

describe('an approval of five business days', () => {
  it('holds', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveReminders(
      world.ports,
      showReview(world.ports).lines.map(({ id }) => id),
    );
    world.at('2026-11-11 09:00');
    payments(world, '2026-11-10');
    expect(send(world)).toMatchObject({ sent: 1 });
  });

  it('that grew older since the last plan is asked for again before sending', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveReminders(
      world.ports,
      showReview(world.ports).lines.map(({ id }) => id),
    );
    world.at('2026-11-11 09:00');
    payments(world, '2026-11-10');
    world.at('2026-11-12 09:00');
    expect(send(world)).toMatchObject({ sent: 0, backToReview: 1 });
    expect(lines(world)).toEqual([['planned', WHY]]);
    expect(last(world)).toMatchObject([{ Note: WHY }]);
  });
});
