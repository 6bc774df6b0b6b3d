// The forecast page: the next days if nobody pays, who hears from us too often, who cannot be reached.
import { countsInWords } from '../../dunning/policy/channels';
import type { ForecastView } from '../../entry/sidebar-calls';
import { field } from '../shell/controls';
import { barLegend, dayTable } from '../shell/day-bars';
import { el } from '../shell/dom';
import { count, dayInWords, grouped } from '../shell/format';
import type { Shell, View } from '../shell/shell';

const SPANS = [14, 30, 60, 90];
const USUAL = 30;

/** Draws the next 30 days. */
export const forecastView: View = async (host, shell) => {
  const view = await shell.load(host, 'Playing the next days…', forecastView, 'getForecast', USUAL);
  if (view) draw(host, shell, view, USUAL);
};

function draw(host: HTMLElement, shell: Shell, view: ForecastView, span: number): void {
  const choice = el('select', {}, ...SPANS.map((days) => el('option', { value: days }, `${days} days`)));
  choice.value = String(span);
  choice.addEventListener('change', async () => {
    const days = Number(choice.value);
    host.setAttribute('aria-busy', 'true');
    const found = await shell.ask('getForecast', days);
    host.removeAttribute('aria-busy');
    if (!host.isConnected) return;
    draw(host, shell, found ?? view, found ? days : span);
    host.querySelector('select')?.focus();
  });
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, `Next ${span} days`)),
    el(
      'p',
      { class: 'hint' },
      'What would happen if nobody paid, and everything planned were approved and done on its day.',
    ),
    field('Look ahead', choice),
    ...warnings(view),
    el(
      'section',
      { class: 'card' },
      el('h3', {}, totalsInWords(view)),
      view.busiest && el('p', { class: 'muted' }, view.busiest),
      ...(view.totals.customers > 0 ? [barLegend(), dayTable(view.days, view.asOf, 'Contacts by day')] : []),
    ),
  );
}

function totalsInWords({ totals }: ForecastView): string {
  const { customers, ...counts } = totals;
  const parts = countsInWords(counts, grouped);
  return parts.length === 0 ? 'Nobody is contacted.' : `${parts.join(', ')} to ${count(customers, 'customer')}`;
}

function warnings({ crowded, crowdedCount, fixes, fixesCount, asOf }: ForecastView): HTMLElement[] {
  const lines = crowded.map(({ customer, days }) =>
    el(
      'li',
      {},
      el('span', { class: 'strong' }, customer),
      el(
        'span',
        { class: 'small' },
        ` ${count(days.length, 'contact')}: ${days.map((day) => dayInWords(day, asOf)).join(', ')}`,
      ),
    ),
  );
  return [
    ...warning(
      crowdedCount,
      `${count(crowdedCount, 'customer')} would hear from you more than twice in a week`,
      lines,
      'A longer Minimum gap in AR Policy spreads them.',
    ),
    ...unreached(fixes, fixesCount),
  ];
}

/** Customers who cannot be reached, as a warning. */
export function unreached(fixes: ForecastView['fixes'], total: number): HTMLElement[] {
  const lines = fixes.map(({ message }) => el('li', {}, message));
  return warning(total, `${count(total, 'customer')} cannot be reached`, lines, '');
}

const SHOWN = 3;

function warning(total: number, title: string, lines: HTMLElement[], advice: string): HTMLElement[] {
  if (total === 0) return [];
  const rest = lines.slice(SHOWN);
  const unnamed = total - lines.length;
  return [
    el(
      'section',
      { class: 'card question' },
      el('h3', {}, title),
      el('ul', { class: 'warned' }, ...lines.slice(0, SHOWN)),
      rest.length > 0 &&
        el(
          'details',
          { class: 'more' },
          el('summary', {}, `${grouped(rest.length + unnamed)} more`),
          el('ul', { class: 'warned' }, ...rest),
          unnamed > 0 && el('p', { class: 'hint' }, `and ${grouped(unnamed)} more.`),
        ),
      rest.length === 0 && unnamed > 0 && el('p', { class: 'hint' }, `and ${grouped(unnamed)} more.`),
      advice && el('p', { class: 'hint' }, advice),
    ),
  ];
}
