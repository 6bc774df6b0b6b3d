// A picture as a drawing: bars side by side or on top of each other, bars lying down, lines. Points that nobody lived through are hatched.
import { type Goal, goalInWords } from '../../receivables/figures/goals';
import { fromFirst, type Picture, type PictureRow } from '../../receivables/figures/pictures';
import { freshId, svg } from '../shell/dom';
import { shortValue, stepsFor, wholeValue } from './scale';

/** Letters as wide as these fit where labels of lying bars stand. */
const LETTER = 6.2;
const LABELS = { wide: 160, narrow: 104 };
/** Wider than this a picture has room for long names. */
const ROOMY = 400;
const ROW = 24;
const TOP = 8;
const BELOW = 22;
const AXIS = 42;

/** What is drawn, and how wide in pixels. */
interface Drawing {
  picture: Picture;
  width: number;
  /** Name of the pattern of strokes. */
  hatch: string;
}

/** Whether there is nothing to draw. */
export function isEmpty({ rows }: Picture): boolean {
  return !rows.some(({ values }) => values.some((value) => value !== null && value !== 0));
}

/**
 * Draws a picture; the table beside it says the same to whom cannot see it.
 * @param width in pixels, to which the drawing is scaled
 */
export function drawn(whole: Picture, width: number): SVGElement {
  const picture = fromFirst(whole);
  const drawing = { picture, width, hatch: freshId('hatch') };
  const isLying = picture.kind === 'bars' || picture.kind === 'percent';
  const height = isLying ? TOP + Math.max(1, picture.rows.length) * ROW + BELOW : 210;
  const root = svg('svg', {
    class: 'picture',
    viewBox: `0 0 ${width} ${height}`,
    width: '100%',
    'aria-hidden': 'true',
  });
  root.append(pattern(drawing.hatch), ...(isLying ? lying(drawing, height) : standing(drawing, height)));
  return root;
}

function pattern(id: string): SVGElement {
  const one = svg('pattern', {
    id,
    width: 5,
    height: 5,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  one.append(svg('rect', { class: 'hatch', width: 2, height: 5 }));
  const defs = svg('defs', {});
  defs.append(one);
  return defs;
}

function text(words: string, attributes: Record<string, string | number>): SVGElement {
  const element = svg('text', attributes);
  element.textContent = words;
  return element;
}

/** Class of a series: aging has the colours of age, others their own. */
export function seriesClass({ id }: Pick<Picture, 'id'>, at: number): string {
  if (id === 'aging' || id === 'past-aging') return at < 5 ? `age-${at}` : 'series-none';
  if (id === 'promises') return `series-${at + 1}`;
  if (id === 'debtors' || id === 'segments') return at === 0 ? 'age-3' : 'age-0';
  return `series-${at}`;
}

function tip(element: SVGElement, { picture }: Drawing, row: PictureRow, at: number): SVGElement {
  const title = svg('title', {});
  const { series, unit, currency } = picture;
  const value = `${wholeValue(row.values[at], unit)}${currency && unit === 'money' ? ` ${currency}` : ''}`;
  title.textContent = `${row.label}, ${series[at] ?? ''}: ${value}${row.isRebuilt ? ', rebuilt' : ''}`;
  element.append(title);
  return element;
}

/** A bar, with strokes over it where it was rebuilt. */
function bar(
  drawing: Drawing,
  row: PictureRow,
  at: number,
  place: Record<'x' | 'y' | 'width' | 'height', number>,
): SVGElement[] {
  const { picture, hatch } = drawing;
  const own = tip(svg('rect', { class: seriesClass(picture, at), ...place }), drawing, row, at);
  return row.isRebuilt ? [own, svg('rect', { class: 'strokes', fill: `url(#${hatch})`, ...place })] : [own];
}

const sumOf = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, one) => sum + Math.max(0, one ?? 0), 0);

/** Bars that lie down, each with its parts one behind the other. */
function lying(drawing: Drawing, height: number): SVGElement[] {
  const { picture, width } = drawing;
  const { rows, kind, unit } = picture;
  const labels = width > ROOMY ? LABELS.wide : LABELS.narrow;
  const isPercent = kind === 'percent';
  const most = isPercent ? 1 : Math.max(...rows.map(({ values }) => sumOf(values)), 0);
  const steps = isPercent ? [0, 0.25, 0.5, 0.75, 1] : stepsFor(0, most, unit === 'count');
  const top = steps[steps.length - 1] ?? 1;
  const room = width - labels - 14;
  const xOf = (value: number): number => labels + (room * value) / top;
  const parts: SVGElement[] = steps.flatMap((step) => [
    svg('line', { class: 'grid', x1: xOf(step), x2: xOf(step), y1: TOP, y2: height - BELOW }),
    text(shortValue(step, isPercent ? 'share' : unit), {
      x: xOf(step),
      y: height - 7,
      class: 'axis',
      'text-anchor': 'middle',
    }),
  ]);
  rows.forEach((row, line) => {
    const y = TOP + line * ROW + 4;
    const whole = sumOf(row.values);
    const fits = Math.floor((labels - 8) / LETTER);
    const short = row.label.length > fits ? `${row.label.slice(0, fits - 1)}…` : row.label;
    const label = text(short, { x: labels - 8, y: y + 12, class: 'label', 'text-anchor': 'end' });
    label.append(Object.assign(svg('title', {}), { textContent: row.label }));
    parts.push(label);
    let from = 0;
    row.values.forEach((value, at) => {
      const size = isPercent ? Math.max(0, value ?? 0) / (whole || 1) : Math.max(0, value ?? 0);
      if (size === 0) return;
      const place = { x: xOf(from), y, width: Math.max(1, xOf(from + size) - xOf(from)), height: ROW - 8 };
      parts.push(...bar(drawing, row, at, place));
      from += size;
    });
  });
  return parts;
}

/** Bars that stand, or lines, over one label a row. */
function standing(drawing: Drawing, height: number): SVGElement[] {
  const { picture, width } = drawing;
  const { rows, kind, unit } = picture;
  const all = rows.flatMap(({ values }) => (kind === 'stacked' ? [sumOf(values)] : values.map((value) => value ?? 0)));
  const goals = picture.goals ?? [];
  for (const { value } of goals) all.push(value);
  const steps = stepsFor(Math.min(0, ...all), Math.max(0, ...all), unit === 'count');
  const [low = 0] = steps;
  const high = steps[steps.length - 1] ?? 1;
  const floor = height - BELOW;
  const yOf = (value: number): number => floor - ((floor - TOP) * (value - low)) / (high - low);
  const room = (width - AXIS - 6) / Math.max(1, rows.length);
  const xOf = (at: number): number => AXIS + room * at;
  const parts: SVGElement[] = steps.flatMap((step) => [
    svg('line', { class: step === 0 ? 'grid nought' : 'grid', x1: AXIS, x2: width - 6, y1: yOf(step), y2: yOf(step) }),
    text(shortValue(step, unit), { x: AXIS - 6, y: yOf(step) + 4, class: 'axis', 'text-anchor': 'end' }),
  ]);
  const labels = rows.map(({ label }) => axisLabel(label));
  const each = Math.max(1, Math.ceil((Math.max(...labels.map(({ length }) => length), 1) * LETTER) / room));
  labels.forEach((label, at) => {
    if ((rows.length - 1 - at) % each !== 0) return;
    parts.push(text(label, { x: xOf(at) + room / 2, y: height - 7, class: 'axis', 'text-anchor': 'middle' }));
  });
  const across = goals.flatMap((goal) => goalLine(goal, yOf(goal.value), [AXIS, width - 6]));
  if (kind === 'lines') return [...parts, ...across, ...lines(drawing, (at) => xOf(at) + room / 2, yOf)];
  rows.forEach((row, line) => {
    const inner = Math.min(room * 0.72, 48);
    const left = xOf(line) + (room - inner) / 2;
    let from = 0;
    row.values.forEach((value, at) => {
      if (value === null || value === 0) return;
      const wide = kind === 'stacked' ? inner : inner / row.values.length;
      const [a, b] = kind === 'stacked' ? [yOf(from), yOf(from + value)] : [yOf(0), yOf(value)];
      const x = kind === 'stacked' ? left : left + wide * at;
      parts.push(...bar(drawing, row, at, { x, y: Math.min(a, b), width: wide, height: Math.max(1, Math.abs(a - b)) }));
      from += value;
    });
  });
  return [...parts, ...across];
}

/** A target or a benchmark, a line across with its words. */
function goalLine(goal: Goal, y: number, [from, to]: [number, number]): SVGElement[] {
  const words = text(goalInWords(goal), { x: to, y: y - 4, class: 'axis', 'text-anchor': 'end' });
  return [svg('line', { class: 'goal', x1: from, x2: to, y1: y, y2: y }), words];
}

/** A line a series; where nothing can be said it breaks off, and to a point that was rebuilt it is dashed. */
function lines(drawing: Drawing, xOf: (at: number) => number, yOf: (value: number) => number): SVGElement[] {
  const { rows, series } = drawing.picture;
  return series.flatMap((_, at) => {
    const own = seriesClass(drawing.picture, at);
    const parts: SVGElement[] = [];
    rows.forEach((row, line) => {
      const value = row.values[at] ?? null;
      if (value === null) return;
      const before = rows[line - 1];
      const last = before?.values[at] ?? null;
      const [x, y] = [xOf(line), yOf(value)];
      if (before && last !== null) {
        const isDashed = row.isRebuilt === true || before.isRebuilt === true;
        const way = { x1: xOf(line - 1), y1: yOf(last), x2: x, y2: y };
        parts.push(svg('line', { class: `line ${own}${isDashed ? ' dashed' : ''}`, ...way }));
      }
      const point = svg('circle', { class: `point ${own}${row.isRebuilt ? ' hollow' : ''}`, cx: x, cy: y, r: 3 });
      parts.push(tip(point, drawing, row, at));
    });
    return parts;
  });
}

/** What fits below a bar. @example axisLabel('Nov 2026 so far') // 'now' @example axisLabel('Sun 1 Nov') // '1 Nov' */
function axisLabel(label: string): string {
  if (label.endsWith('so far')) return 'now';
  const [, month, year] = /^([A-Z][a-z]{2}) (\d{4})$/.exec(label) ?? [];
  if (month) return month === 'Jan' ? `${month} ’${year?.slice(2)}` : month;
  return label.replace(/^[A-Z][a-z]{2} (?=\d)/, '');
}
