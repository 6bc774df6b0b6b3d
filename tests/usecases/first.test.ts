// The thin path through everything: set up, plan, approve, send.
import { describe, expect, it } from 'vitest';
import { approveReminders } from '../../src/usecases/review';
import { sendStep } from '../../src/usecases/send';
import { showReminder, showReview } from '../../src/usecases/show-reminders';
import { showToday } from '../../src/usecases/show-today';
import { liveAt, records } from '../builders/our-firm';

describe('the way of a reminder', () => {
  it('goes from an overdue invoice over an approval to one mail', () => {
    const world = liveAt('2026-11-04 09:00', [
      { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 },
      { no: '1002', customer: 'Beta Works', due: '2026-12-01', amount: 500 },
    ]);
    console.log(JSON.stringify(showToday(world.ports), null, 1));
    const review = showReview(world.ports);
    console.log(JSON.stringify(review, null, 1));
    const id = review.lines[0]?.id ?? '';
    console.log(showReminder(world.ports, id).mail?.text, showReminder(world.ports, id).reasons);
    console.log(approveReminders(world.ports, [id]));
    const before = { ...world.calls };
    console.log(sendStep(world.ports, { unattended: false }));
    console.log(records(world, 'AR Log').map((r) => [r.Seq, r.Event, r.Note]));
    console.log(before, world.calls);
    expect(world.mails).toHaveLength(1);
  });
});
