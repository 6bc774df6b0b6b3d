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

describe('cleared formats (Format > Clear formatting)', () => {
  const cleared = (story: Story, ...tabs: string[]): void => {
    for (const name of tabs) {
      const tab = story.tab(name);
      tab.looks = {};
      for (const row of tab.cells.values()) for (const cell of row.values()) delete cell.numberFormat;
    }
  };
  const alertsOf = (story: Story): string[] =>
    story.ask<{ alerts: { code: string }[] }>('getToday').alerts.map(({ code }) => code);
  const waiting = (): Story => new Story('2026-11-04 09:00', LINES).goLive();

  it('of AR Log stop nothing: what was written down stays readable, is named, and one button puts it back', () => {
    const story = waiting();
    cleared(story, 'AR Log');
    story.approveAll();
    story.send();
    expect(story.world.mails).toHaveLength(3);
    story.at('2026-11-04 11:00').hour();
    expect(stopsOf(story)).toEqual([]);
    expect(alertsOf(story)).toContain('formats-lost');
    story.ask('mendTabs');
    expect([stopsOf(story), alertsOf(story)]).toEqual([[], []]);
    const last = story.records('AR Log').at(-1);
    expect(last?.['At']).toMatch(/^2026-11-04 \d\d:\d\d:\d\d$/);
  });

  it('of AR Queue lose no approval: the formats come back, the word stays and counts with the next run', () => {
    const story = waiting();
    cleared(story, 'AR Queue');
    story.at('2026-11-04 09:10').hour();
    story.change('AR Queue', ({ Customer }) => Customer === 'Acme Tools', 'Decide', 'approve');
    story.at('2026-11-04 10:00').hour();
    story.at('2026-11-04 11:00').hour();
    expect(story.world.mails).toHaveLength(1);
  });

  it('let no name in the log become a formula', () => {
    const story = new Story('2026-11-04 09:00', [
      { ...LINES[0], no: '1', customer: '=HYPERLINK("x")', due: '2026-11-01', amount: 5 },
    ]);
    story.goLive();
    cleared(story, 'AR Log');
    story.approveAll();
    story.send();
    const formulas = [...story.tab('AR Log').cells.values()].flatMap((row) =>
      [...row.values()].filter((cell) => cell.formula),
    );
    expect(formulas).toEqual([]);
  });
});

describe('a cell of AR Log that was typed over', () => {
  it('stops sending until the cells say again what was written down', () => {
    const story = new Story('2026-11-04 09:00', LINES).goLive();
    story.change('AR Log', ({ Event }) => Event === 'planned', 'To', 'somebody@elsewhere.example');
    expect(stopsOf(story)).toEqual(['log-mismatch']);
    story.ask('mendTabs');
    expect(stopsOf(story)).toEqual([]);
    expect(story.records('AR Log').map(({ To }) => To)).not.toContain('somebody@elsewhere.example');
  });
});
