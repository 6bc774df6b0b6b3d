// The time zone of the tests themselves: the one that was asked for, which is far from ours unless somebody says otherwise.
import { describe, expect, it } from 'vitest';

/** Minutes that clocks are ahead of UTC on a day, as the machine's own dates say it. */
const ahead = (day: string): number => -new Date(`${day}T00:00:00Z`).getTimezoneOffset();

describe('the zone of this process', () => {
  it('is the one that TZ names, for dates and for Intl', () => {
    const zone = process.env['TZ'] ?? '';
    expect(zone).not.toBe('');
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    const named = new Date('2026-07-01T12:00:00Z').toLocaleString('sv', { timeZone: zone });
    expect(new Date('2026-07-01T12:00:00Z').toLocaleString('sv')).toBe(named);
  });

  it.runIf(process.env['TZ'] === 'Pacific/Auckland')('has summer time in January, half a day from Europe', () => {
    expect([ahead('2026-01-15'), ahead('2026-07-15')]).toEqual([13 * 60, 12 * 60]);
  });
});
