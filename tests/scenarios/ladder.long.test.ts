// The ladder with somebody at work every single morning, weekends included: more looking adds no contact.
import { it } from 'vitest';
import { expectEveryStage } from './every-stage';

it('goes through every stage over 60 days, one contact at a time, however often the workbook is opened', async () => {
  await expectEveryStage((story) => story.morning());
}, 300_000);

it('goes through every stage of a new customer over 60 days, one contact at a time, and then stops', async () => {
  // On a morning on which nothing waits nobody opens the workbook.
  await expectEveryStage((story) => (story.records('AR Queue').length > 0 ? story.morning() : story));
});
