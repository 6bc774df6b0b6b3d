// What people do to AR Log, told through the bundle: nothing leaves twice, nothing is lost, and there is always a way on.
import { describe, expect, it } from 'vitest';
import { Story } from './story';

const LINES = ['Acme Tools', 'Beta Works', 'Gamma Glass'].map((customer, index) => ({
  no: `000${index + 1}`,
  customer,
  due: '2026-11-01',
  amount: 1000 + index,
}));

interface Line {
  id: string;
  list: string;
  look: string;
}
const linesOf = (story: Story): Line[] => story.ask<{ lines: Line[] }>('getReview').lines;
const stopsOf = (story: Story): string[] =>
  story.ask<{ stops: { code: string }[] }>('getToday').stops.map(({ code }) => code);

describe('a workbook that was restored to the version of the morning', () => {
  /** Three second stages are sent by ten; then File > Version history brings back what was there at nine. */
  function restored(): Story {
    const story = new Story('2026-11-04 09:00', LINES).goLive();
    story.approveAll();
    story.send();
    story.at('2026-11-12 09:00').paymentsIn('2026-11-11').hour();
    const { sheets } = structuredClone(story.world.spreadsheet);
    story.approveAll();
    story.send();
    expect(story.world.mails).toHaveLength(6);
    story.world.spreadsheet.sheets = sheets;
    return story;
  }

  it('sends nothing, and once its log is accepted nothing is routine: each reminder says to look in Sent first', () => {
    const story = restored();
    expect(stopsOf(story)).toEqual(['log-mismatch']);
    story.ask('acceptLog');
    story.at('2026-11-12 11:00').hour();
    const lines = linesOf(story);
    expect(lines).toHaveLength(3);
    expect(lines.map(({ list }) => list)).toEqual(['look', 'look', 'look']);
    for (const { look } of lines) expect(look).toContain('look in Sent first');
    story.answer(
      'approveRoutine',
      lines.map(({ id }) => id),
    );
    story.at('2026-11-13 10:00').paymentsIn('2026-11-12').hour();
    expect(story.world.mails).toHaveLength(6);
  });
});
