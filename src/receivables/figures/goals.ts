// What a team measures itself by: its own targets, and a benchmark with where it is from.

/** The figures that may have one. */
export const GOAL_FIGURES = ['DSO', 'CEI'] as const;

/** A target or a benchmark of a figure: days, or a fraction. */
export interface Goal {
  figure: (typeof GOAL_FIGURES)[number];
  /** As a picture names it: `Target`, `Benchmark (Allianz Trade, 2025)`. */
  name: string;
  value: number;
}

/** The goal as one reads it: a share in per cent, days as they are. @example goalInWords(goal) // 'Target 80 %' */
export function goalInWords({ figure, name, value }: Goal): string {
  return `${name} ${figure === 'CEI' ? `${Number((100 * value).toFixed(1))} %` : `${value} days`}`;
}
