// Whether a reminder still says what was approved.
import { describe, expect, it } from 'vitest';
import type { ReminderFacts, ReminderLineFacts } from '../../../src/dunning/history/events';
import { compareReminders } from '../../../src/dunning/reminder/compare';
import { factsOn, proposalOf } from '../../builders/dunning-facts';

const APPROVED = proposalOf(
  factsOn(
    '2026-11-20',
    [
      { no: '1', due: '2026-11-02', open: 4800 },
      { no: '2', due: '2026-11-03', open: 1000 },
      { no: 'C', due: null, open: -300 },
    ],
    { segment: 'Timely' },
  ),
);

function kind(change: Partial<ReminderFacts>): string {
  return compareReminders(APPROVED, { ...APPROVED, ...change }).kind;
}

/** The lines with one changed, or without it. */
function lines(no: string, change: Partial<ReminderLineFacts> | null): Partial<ReminderFacts> {
  return {
    lines: APPROVED.lines.flatMap((line) => (line.invoice !== no ? [line] : change ? [{ ...line, ...change }] : [])),
  };
}

describe('a reminder', () => {
  it('is the same when nothing changed, whatever the order of its lines and the words of its reasons', () => {
    expect(kind({ lines: [...APPROVED.lines].reverse(), reasons: ['Other words.'] })).toBe('same');
  });

  it('goes back to a person where another document would come along, and not where one is gone with its invoice', () => {
    const compared = (before: string[], now: string[], change: Partial<ReminderFacts> = {}) => {
      const facts = (files: string[]) => (files.length > 0 ? { attach: ['documents' as const], files } : {});
      return compareReminders({ ...APPROVED, ...facts(before) }, { ...APPROVED, ...facts(now), ...change });
    };
    expect(compared(['a', 'b'], ['a', 'b']).kind).toBe('same');
    expect(compared(['a'], ['a', 'c'])).toEqual({
      kind: 'changed',
      what: 'Another document would now come along with it.',
    });
    expect(compared([], ['a']).kind).toBe('changed');
    expect(compared(['a', 'b'], ['a'])).toEqual({ kind: 'fallen', what: 'A document no longer comes along.' });
    expect(compared(['a'], [], lines('2', null)).kind).toBe('fallen');
  });

  it.each([
    ['an amount fell', lines('1', { open: 100_000 })],
    ['a line is gone', lines('2', null)],
    ['more of it is in dispute', lines('1', { disputed: 50_000 })],
    ['a credit grew', lines('C', { open: -40_000 })],
    ['a listed invoice fell due for its own stage', lines('2', { stage: { stage: 2, days: 12 } })],
    [
      'a credit came',
      { lines: [...APPROVED.lines, { ...APPROVED.lines[0], key: 'acme|N', open: -5 } as ReminderLineFacts] },
    ],
  ])('asks for less and may go out refreshed when %s', (_what, change) => {
    expect(kind(change)).toBe('fallen');
  });

  it.each([
    ['an amount rose', lines('1', { open: 480_001 })],
    ['less of it is in dispute', lines('1', { disputed: -1 })],
    ['a credit shrank', lines('C', { open: -29_999 })],
    ['a credit is gone', lines('C', null)],
    [
      'a line came on top',
      { lines: [...APPROVED.lines, { ...APPROVED.lines[1], key: 'acme|N' } as ReminderLineFacts] },
    ],
    ['a line changed its currency', lines('1', { currency: 'GBP' })],
    [
      'one rose while another fell',
      { lines: APPROVED.lines.map((line) => ({ ...line, open: line.invoice === '1' ? 1 : line.open + 1 })) },
    ],
    ['the stage is another', { stage: 2 }],
    ['the segment is another', { segment: 'New' }],
    ['the tone is another', { tone: 'firm' }],
    ['the text is another', { template: 'Firm' }],
    ['the channel is another', { channel: 'call' as const }],
    ['the language is another', { language: 'de' }],
    ['it would go to somebody else', { to: ['new@acme.example'] }],
    ['a copy would go to somebody else', { cc: ['new@acme.example'] }],
  ])('goes back to a person when %s', (_what, change) => {
    const { kind: found, what } = compareReminders(APPROVED, { ...APPROVED, ...change });
    expect(found).toBe('changed');
    expect(what).toMatch(/\.$/);
  });

  it('goes back to a person when its stage may no longer send by itself, and not the other way round', () => {
    const auto: ReminderFacts = { ...APPROVED, sending: 'auto' };
    expect(compareReminders(auto, APPROVED).kind).toBe('changed');
    expect(compareReminders(APPROVED, auto).kind).toBe('same');
  });
});
