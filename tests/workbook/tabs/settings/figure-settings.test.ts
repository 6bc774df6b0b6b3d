// Targets and benchmarks of figures: what is read, and what is refused with a reason.
import { describe, expect, it } from 'vitest';
import { BENCHMARKS, TARGETS } from '../../../../src/workbook/tabs/settings/figure-settings';

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
