// Closed years of the log, told through the bundle: moved by a menu item into tabs of their own, and read as before.
import { describe, expect, it } from 'vitest';
import { Story } from './story';

const LINES = ['Acme Tools', 'Beta Works'].map((customer, index) => ({
  no: `000${index + 1}`,
  customer,
  due: '2026-12-01',
  amount: 1000 + index,
}));

/** First stages were mailed in December; it is the new year. */
function newYear(): Story {
  const story = new Story('2026-12-04 09:00', LINES).goLive();
  story.approveAll();
  story.send();
  return story.at('2027-01-04 09:00').paymentsIn('2027-01-04').hour();
}

const move = (story: Story): void => {
  story.runtime.call('moveYears', [], { user: story.user, authMode: 'FULL', now: story.moment(), editorOpen: true });
};
const stopsOf = (story: Story): string[] =>
  story.ask<{ stops: { code: string }[] }>('getToday').stops.map(({ code }) => code);
const years = (story: Story, tab: string): string[] => [
  ...new Set(story.records(tab).map(({ At = '' }) => At.slice(0, 4))),
];

describe('closed years of the log', () => {
  it('move into a tab of their own, and everything goes on as before', () => {
    const [stays, moves] = [newYear(), newYear()];
    const before = moves.records('AR Log').length;
    move(moves);
    expect(years(moves, 'AR Log')).toEqual(['2027']);
    expect(years(moves, 'AR Log 2026')).toEqual(['2026']);
    expect(moves.records('AR Log').length + moves.records('AR Log 2026').length).toBe(before + 1);
    expect(stopsOf(moves)).toEqual([]);
    for (const story of [stays, moves]) {
      story.approveAll();
      story.send();
    }
    expect(moves.world.mails).toHaveLength(stays.world.mails.length);
    expect(moves.world.mails.length).toBeGreaterThan(2);
    expect(moves.at('2027-01-05 09:00').hour().ask('getToday')).toMatchObject({ stops: [] });
  });

  it('stay where they are when they were moved before', () => {
    const story = newYear();
    move(story);
    const before = story.records('AR Log').length;
    move(story);
    expect(story.records('AR Log')).toHaveLength(before);
  });

  it('stop sending when their tab is gone, as any missing entries do', () => {
    const story = newYear();
    move(story);
    const { spreadsheet } = story.world;
    spreadsheet.sheets = spreadsheet.sheets.filter(({ name }) => name !== 'AR Log 2026');
    expect(stopsOf(story)).toEqual(['log-mismatch']);
  });

  it('are found under another name of their tab', () => {
    const story = newYear();
    move(story);
    story.tab('AR Log 2026').name = 'Old log';
    expect(stopsOf(story)).toEqual([]);
  });
});
