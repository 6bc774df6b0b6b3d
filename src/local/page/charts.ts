// The charts of a tab, drawn simply beside the grid: what Google would draw from the same cells, without its looks.
import { type ChartView, element } from './host-calls';

const COLOURS = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6', '#7baaf7'];
const WIDTH = 460;
const LABELS = 110;
const ROW = 20;

let shown = '';

/** Shows the charts of a tab, or nothing where it has none. */
export function showCharts(place: HTMLElement, charts: readonly ChartView[]): void {
  const now = JSON.stringify(charts);
  if (now === shown) return;
  shown = now;
  place.hidden = charts.length === 0;
  // It scrolls, so the keyboard must reach it.
  place.tabIndex = 0;
  place.replaceChildren(...charts.map(chart));
}

function chart(view: ChartView): HTMLElement {
  const figure = element('figure', '');
  const names = view.series.map(({ name }, at) => {
    const one = element('span', name);
    one.style.borderColor = colour(at);
    return one;
  });
  const legend = element('p', '');
  legend.append(...(names.length > 1 ? names : []));
  figure.append(element('figcaption', view.title), drawing(view), legend);
  return figure;
}

function colour(at: number): string {
  return COLOURS[at % COLOURS.length] ?? '';
}

function svg(tag: string, attributes: Record<string, string | number>, words = ''): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  if (words !== '') made.textContent = words;
  return made;
}

function drawing(view: ChartView): SVGElement {
  const isLying = view.type === 'BAR';
  const height = isLying ? view.labels.length * ROW + 8 : 200;
  const root = svg('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': view.title });
  root.append(...(isLying ? lying(view) : standing(view, height)));
  return root;
}

const at = (values: readonly (number | null)[], index: number): number => values[index] ?? 0;
const sum = (view: ChartView, row: number): number =>
  view.series.reduce((all, { values }) => all + Math.max(0, at(values, row)), 0);

function lying(view: ChartView): SVGElement[] {
  const most = Math.max(...view.labels.map((_, row) => sum(view, row)), 0) || 1;
  return view.labels.flatMap((label, row) => {
    const whole = view.stacked === 'percent' ? sum(view, row) || 1 : most;
    let x = LABELS;
    const bars = view.series.map(({ values }, series) => {
      const width = ((WIDTH - LABELS) * Math.max(0, at(values, row))) / whole;
      const bar = svg('rect', { x, y: row * ROW + 3, width, height: ROW - 6, fill: colour(series) });
      x += width;
      return bar;
    });
    return [svg('text', { x: LABELS - 6, y: row * ROW + 15, 'text-anchor': 'end' }, shortened(label)), ...bars];
  });
}

/** So many letters of a name have room beside a bar. */
const LETTERS = 17;

function shortened(label: string): string {
  return label.length <= LETTERS ? label : `${label.slice(0, LETTERS - 1).trimEnd()}…`;
}

/** Every third label is written; one at either end of the picture stays within it. */
const EVERY = 3;

function labelAt(row: number, labels: number, room: number): Record<string, string | number> {
  if (row === 0) return { x: 0, 'text-anchor': 'start' };
  if (row >= labels - 1) return { x: WIDTH, 'text-anchor': 'end' };
  return { x: room * (row + 0.5), 'text-anchor': 'middle' };
}

function standing(view: ChartView, height: number): SVGElement[] {
  const { labels, series, stacked, type } = view;
  const all = stacked
    ? labels.map((_, row) => sum(view, row))
    : series.flatMap(({ values }) => values.map((one) => one ?? 0));
  const most = Math.max(...all, 0) || 1;
  const floor = height - 18;
  const room = WIDTH / Math.max(1, labels.length);
  const yOf = (value: number): number => floor - ((floor - 8) * Math.max(0, value)) / most;
  const words = labels.map((label, row) =>
    svg('text', { ...labelAt(row, labels.length, room), y: height - 4 }, row % EVERY === 0 ? label.slice(0, 12) : ''),
  );
  if (type === 'LINE') {
    const lines = series.map(({ values }, which) => {
      const points = values.flatMap((value, row) => (value === null ? [] : [`${room * (row + 0.5)},${yOf(value)}`]));
      return svg('polyline', { points: points.join(' '), fill: 'none', stroke: colour(which), 'stroke-width': 2 });
    });
    return [...words, ...lines];
  }
  const bars = labels.flatMap((_, row) => {
    let from = 0;
    return series.map(({ values }, which) => {
      const value = at(values, row);
      const wide = (room * 0.7) / (stacked ? 1 : series.length);
      const x = room * (row + 0.15) + (stacked ? 0 : wide * which);
      const [low, high] = stacked ? [yOf(from), yOf(from + value)] : [floor, yOf(value)];
      from += value;
      return svg('rect', { x, y: high, width: wide, height: Math.max(0, low - high), fill: colour(which) });
    });
  });
  return [...words, ...bars];
}
