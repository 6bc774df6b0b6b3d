// Settings edited into nonsense: what cannot be read takes no limit away, and is told.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { SETTINGS_TAB } from '../../../src/workbook/tabs/own-tabs';
import { readTab } from '../../../src/workbook/tabs/records';
import { readSettings } from '../../../src/workbook/tabs/settings';

function read(name: string, value: Cell): ReturnType<typeof readSettings> {
  const headers = SETTINGS_TAB.columns.map(({ header }) => header);
  const values: Cell[][] = [headers, [name, value, '']];
  return readSettings(readTab(SETTINGS_TAB, { sheet: 'AR Settings', firstRow: 1, values, display: null }));
}

describe('a setting that cannot be read', () => {
  it('leaves the number of new customers per day at that of a new workbook; an empty one is any number', () => {
    const { settings, problems } = read('New customers per day', 'twenty');
    expect(settings.newCustomersPerDay).toBe(20);
    expect(problems.map(({ column }) => column)).toEqual(['New customers per day']);
    expect(read('New customers per day', '').settings.newCustomersPerDay).toBeNull();
  });

  it('is told of a minimum too', () => {
    const { settings, problems } = read('Minimum: EUR', 'fifty');
    expect(settings.minimums).toEqual({});
    expect(problems[0]?.message).toContain('AR Settings, Minimum: EUR');
    expect(read('Minimum: EUR', 50).problems).toEqual([]);
  });
});

describe('the grace of a promise', () => {
  it.each([
    [-3, 0],
    [1.6, 2],
    [1_000_000_000, 60],
    ['', 2],
  ])('of %s days is taken as %s: it neither ends before the promised day nor never', (written, grace) => {
    expect(read('Promise grace', written).settings.promiseGrace).toBe(grace);
  });
});
