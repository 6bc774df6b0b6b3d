// The scale of a picture: round steps from nought, and short words for them.

import type { Picture } from '../../receivables/figures/pictures';
import { grouped } from '../shell/format';

/** About so many steps. */
const STEPS = 4;

/** Steps of a scale, from the lowest to the highest; nought is among them. @param isWhole whether they are whole numbers */
export function stepsFor(least: number, most: number, isWhole = false): number[] {
  const span = Math.max(most, 0) - Math.min(least, 0);
  if (!(span > 0)) return [0, 1];
  const rough = Math.max(span / STEPS, isWhole ? 1 : 0);
  const power = 10 ** Math.floor(Math.log10(rough));
  const sizes = isWhole ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10];
  const step = (sizes.find((one) => one * power >= rough) ?? 10) * power;
  const steps: number[] = [];
  for (let at = Math.floor(Math.min(least, 0) / step); at * step < Math.max(most, 0) + step; at += 1)
    steps.push(Number((at * step).toPrecision(12)));
  return steps;
}

/** A value as an axis writes it. @example shortValue(1250000, 'money') // '1.25M' */
export function shortValue(value: number, unit: Picture['unit']): string {
  if (unit === 'share') return `${Number((100 * value).toFixed(1))} %`;
  const size = Math.abs(value);
  const [by, word] = size >= 1e9 ? [1e9, 'bn'] : size >= 1e6 ? [1e6, 'M'] : size >= 10_000 ? [1e3, 'k'] : [1, ''];
  return `${Number((value / by).toPrecision(3))}${word}`;
}

/** A value as the table and the tip write it. @example wholeValue(0.559, 'share') // '55.9 %' */
export function wholeValue(value: number | null | undefined, unit: Picture['unit']): string {
  if (value === null || value === undefined) return '';
  if (unit === 'share') return `${(100 * value).toFixed(1)} %`;
  if (unit === 'days') return value.toFixed(1);
  if (unit === 'count') return grouped(value);
  const [whole = '', decimals] = Math.abs(value).toFixed(2).split('.');
  return `${value < 0 ? '-' : ''}${grouped(Number(whole))}.${decimals ?? '00'}`;
}
