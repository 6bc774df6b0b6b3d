// Whether a schedule still runs: a business day without a sign of it.
import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../src/receivables/day';
import { hasMissedDay } from '../../src/workbook/schedule-watch';

function missed(since: string, now: string, holidays: string[] = []): boolean {
  const moment = { day: dayFromIso(now.slice(0, 10)) ?? 0, minute: 0, text: `${now}:00` };
  return hasMissedDay(since === '' ? '' : `${since}:00`, moment, new Set(holidays.map((one) => dayFromIso(one) ?? 0)));
}

describe('a business day has passed', () => {
  it('when the same time has come on the next business day', () => {
    expect(missed('2026-11-04 09:30', '2026-11-04 23:00')).toBe(false);
    expect(missed('2026-11-04 09:30', '2026-11-05 09:29')).toBe(false);
    expect(missed('2026-11-04 09:30', '2026-11-05 09:30')).toBe(true);
    expect(missed('2026-11-04 09:30', '2026-11-06 08:00')).toBe(true);
  });

  it('not over a weekend or a holiday', () => {
    expect(missed('2026-11-06 09:30', '2026-11-08 23:00')).toBe(false);
    expect(missed('2026-11-06 09:30', '2026-11-09 10:00')).toBe(true);
    expect(missed('2026-11-06 09:30', '2026-11-09 10:00', ['2026-11-09'])).toBe(false);
  });

  it('not since a moment that was never noted', () => {
    expect(missed('', '2026-11-09 10:00')).toBe(false);
  });
});
