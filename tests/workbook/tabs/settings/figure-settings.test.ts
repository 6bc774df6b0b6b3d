// Targets and benchmarks of figures, and how a month end is closed: what is read, and what is refused with a reason.
import { describe, expect, it } from 'vitest';
import { BENCHMARKS, MONTH_END, TARGETS } from '../../../../src/workbook/tabs/settings/figure-settings';

const read = (family: typeof TARGETS, rest: string, cell: string | number) => family.all([{ rest, cell }]);

describe('targets and benchmarks', () => {
  it('are days for DSO and per cent for CEI, and a benchmark names source and year', () => {
    expect(read(TARGETS, 'DSO', 45)).toEqual([{ figure: 'DSO', name: 'Target', value: 45 }]);
    expect(read(TARGETS, 'cei', '80 %')).toEqual([{ figure: 'CEI', name: 'Target', value: 0.8 }]);
    expect(read(BENCHMARKS, 'DSO', '52; Allianz Trade; 2025')).toEqual([
      { figure: 'DSO', name: 'Benchmark (Allianz Trade, 2025)', value: 52 },
    ]);
    expect(read(TARGETS, 'DSO', '')).toEqual([]);
  });

  it('draw no line where they cannot be read, and say why', () => {
    const refused = (family: typeof TARGETS, rest: string, typed: string): string | undefined =>
      family.one(rest)?.refused?.(typed);
    expect(refused(TARGETS, 'DSO', 'soon')).toMatch(/is no number of days/);
    expect(refused(TARGETS, 'CEI', '140')).toMatch(/per cent from 0 to 100/);
    expect(refused(BENCHMARKS, 'DSO', '52')).toMatch(/lacks where it is from/);
    expect(read(BENCHMARKS, 'DSO', '52')).toEqual([]);
    expect(TARGETS.one('EBITDA')).toBeNull();
  });
});

describe('how a month end is closed', () => {
  const [rates = '', years = ''] = MONTH_END.offered;
  const said = (typed: string | number, limitation: string | number = '') =>
    MONTH_END.all([
      { rest: rates, cell: typed },
      { rest: years, cell: limitation },
    ]);

  it('has a rate for each age in per cent, and whole years; nothing where nothing is written', () => {
    expect(said('1; 2; 5; 20; 50')).toEqual({ rates: [0.01, 0.02, 0.05, 0.2, 0.5], limitationYears: null });
    expect(said('0.3 %; 1.6 %; 3.6 %; 6.6 %; 10.6 %', 3).rates?.[1]).toBeCloseTo(0.016, 12);
    expect(said('', '3')).toEqual({ rates: null, limitationYears: 3 });
    expect(MONTH_END.all([])).toEqual({ rates: null, limitationYears: null });
  });

  it('has no rates where one is missing or is no share, and says so', () => {
    for (const typed of ['1; 2; 5; 20', '1; 2; 5; 20; 140', '1; 2; ; 20; 50', 'a few']) {
      expect(said(typed).rates, typed).toBeNull();
      expect(MONTH_END.one(rates)?.refused?.(typed), typed).toMatch(/must be 5 rates from 0 to 100 per cent/);
    }
    expect(said('', 'three').limitationYears).toBeNull();
    expect(MONTH_END.one(years)?.refused?.('three')).toMatch(/is not a whole number/);
    expect(MONTH_END.one('else')).toBeNull();
  });
});
