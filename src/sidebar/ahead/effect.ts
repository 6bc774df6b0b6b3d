// The page Effect: payments per day around each step against the forecast, and what was chased, paid since and bounced by day. No claim.
import type { EffectView } from '../../entry/sidebar-calls';
import { dayFromIso, isoOf } from '../../receivables/day';
import {
  AROUND,
  type ChasedDay,
  chasedByDay,
  ENOUGH_CONTACTS,
  type EventStudy,
  eventStudies,
  type StepContact,
} from '../../receivables/forecast/event-study';
import type { Ahead } from '../expected/ahead-book';
import { readAhead } from '../expected/read-ahead';
import { button } from '../shell/controls';
import { csvText, saveFile } from '../shell/csv';
import { el, svg } from '../shell/dom';
import { count, dayInWords } from '../shell/format';
import type { Shell, View } from '../shell/shell';

/** So many days of the table are shown; the file has all. */
const SHOWN_DAYS = 30;
const WIDE = 640;
const NARROW = 276;
const HEIGHT = 150;
const FOOT = 18;

/** Draws the page. */
export const effectView: View = async (host, shell) => {
  const ahead = await readAhead(host, shell, effectView);
  if (!ahead) return;
  const view = await shell.load(host, 'Reading the contacts…', effectView, 'getEffect');
  if (view) draw(host, effectOf(ahead, view), view, ahead, shell);
};

/** What the page shows. */
export interface Effect {
  studies: EventStudy[];
  days: ChasedDay[];
}

/** Holds the contacts against the book. @example effectOf(ahead, view).studies[0]?.contacts */
export function effectOf({ asOf, book }: Ahead, view: EffectView): Effect {
  const contacts = view.contacts.map(
    ([on, step, customerKey, rows]): StepContact => ({
      ...{ on: dayFromIso(on) ?? 0, step, customerKey, rows },
    }),
  );
  const frozen = (dayFromIso(view.firstOn) ?? asOf) - 1;
  const { rows, tolerance } = book;
  const bounces = view.bounces.map((day) => dayFromIso(day) ?? 0);
  return {
    studies: eventStudies(rows, contacts, { asOf, frozen, tolerance }),
    days: chasedByDay(rows, contacts, bounces, { asOf, tolerance }),
  };
}

function draw(host: HTMLElement, effect: Effect, view: EffectView, ahead: Ahead, shell: Shell): void {
  const asOf = isoOf(ahead.asOf);
  const { studies, days } = effect;
  const save = (): void => {
    const name = `effect-${asOf}.csv`;
    saveFile(name, effectCsv(effect));
    shell.say(`Saved ${name}.`);
  };
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Effect'), el('span', { class: 'muted' }, dayInWords(asOf, ''))),
    el(
      'p',
      { class: 'hint' },
      'Invoices paid on each day around a step, and what the forecast says of the same invoices. Bars above the line were paid sooner than forecast; why, nobody can tell from this. Who paid before a step is not asked any more, so the days before it lie low by themselves.',
    ),
    view.firstOn === ''
      ? el(
          'p',
          { class: 'empty' },
          'Nobody was contacted yet. Once reminders have left and payments have come in, each step has its picture here.',
        )
      : el(
          'p',
          { class: 'hint' },
          `The forecast is learned from what was paid before ${dayInWords(view.firstOn, asOf)}, the day of the first contact that the log knows.`,
        ),
    ...(view.leftOut > 0
      ? [el('p', { class: 'hint' }, `${count(view.leftOut, 'earlier contact')} stayed out of it.`)]
      : []),
    ...studies.map((study) => studyCard(study, shell)),
    ...(days.length > 0 ? [daysCard(days, asOf), el('div', { class: 'actions' }, button('Save as CSV', save))] : []),
  );
}

/** What is missing for a picture. @example missingInWords({ contacts: 37, young: 5, ... }) // '37 contacts: 63 more are needed for a picture; 5 are too young yet.' */
export function missingInWords({ contacts, young }: Pick<EventStudy, 'contacts' | 'young'>): string {
  const more = `${count(contacts, 'contact')}: ${ENOUGH_CONTACTS - contacts} more are needed for a picture`;
  return young === 0 ? `${more}.` : `${more}; of ${young} the ${AROUND} days are not over yet.`;
}

function studyCard(study: EventStudy, shell: Shell): HTMLElement {
  const { step, contacts, days } = study;
  const title = el('h3', { class: 'wrap', dir: 'auto' }, step);
  if (days.length === 0)
    return el(
      'section',
      { class: 'card', 'aria-label': step },
      title,
      el('p', { class: 'muted' }, missingInWords(study)),
    );
  const hasLine = days.some(({ expected }) => expected !== null);
  const heads = ['Day', 'Paid', 'Forecast'];
  return el(
    'section',
    { class: 'card', 'aria-label': step },
    title,
    el('p', { class: 'muted' }, `${count(contacts, 'contact')}. ${hasLine ? weekInWords(study) : NO_LINE}`),
    chart(study, shell.isWide ? WIDE : NARROW),
    el(
      'details',
      { class: 'more' },
      el('summary', {}, 'As a table'),
      table(
        `Payments around ${step}`,
        heads,
        days.map(({ offset, paid, expected }) => [
          dayWord(offset),
          String(paid),
          expected === null ? '' : expected.toFixed(1),
        ]),
      ),
    ),
  );
}

const NO_LINE = 'Nothing was paid before the first contact here, so there is no forecast to hold it against.';

/** The week after a step in words. @example weekInWords(study) // 'In the 7 days after it 52 were paid; forecast: 44.' */
export function weekInWords({ days }: Pick<EventStudy, 'days'>): string {
  const after = days.filter(({ offset }) => offset > 0 && offset <= 7);
  const paid = after.reduce((sum, day) => sum + day.paid, 0);
  const expected = after.reduce((sum, day) => sum + (day.expected ?? 0), 0);
  return `In the 7 days after it ${paid === 1 ? '1 was' : `${paid} were`} paid; forecast: ${Math.round(expected)}.`;
}

function dayWord(offset: number): string {
  return offset === 0
    ? 'the day itself'
    : `${Math.abs(offset)} ${Math.abs(offset) === 1 ? 'day' : 'days'} ${offset < 0 ? 'before' : 'after'}`;
}

function chart({ step, days }: EventStudy, width: number): SVGElement {
  const most = Math.max(1, ...days.flatMap(({ paid, expected }) => [paid, expected ?? 0]));
  const part = width / days.length;
  const y = (figure: number): number => 6 + (HEIGHT - FOOT - 6) * (1 - figure / most);
  const drawn = svg('svg', { class: 'cash-chart', viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img' });
  drawn.setAttribute('aria-label', `Payments per day around ${step}; the table below has the figures.`);
  for (const [at, { offset, paid, expected }] of days.entries()) {
    const told = svg('title', {});
    told.textContent = `${dayWord(offset)}: ${paid} paid${expected === null ? '' : `, forecast ${expected.toFixed(1)}`}`;
    const bar = svg('g', {});
    const name = offset === 0 ? 'cash-promised' : 'cash-expected';
    bar.append(
      told,
      svg('rect', { class: name, x: at * part + 1, width: part - 2, y: y(paid), height: y(0) - y(paid) }),
    );
    drawn.append(bar);
    if (offset % 7 !== 0) continue;
    const label = svg('text', { x: (at + 0.5) * part, y: HEIGHT - 4, 'text-anchor': 'middle' });
    label.textContent = offset > 0 ? `+${offset}` : String(offset);
    drawn.append(label);
  }
  const points = days.flatMap(({ expected }, at) => (expected === null ? [] : [`${(at + 0.5) * part},${y(expected)}`]));
  if (points.length > 0) drawn.append(svg('polyline', { class: 'effect-line', points: points.join(' ') }));
  return drawn;
}

function daysCard(days: readonly ChasedDay[], asOf: string): HTMLElement {
  return el(
    'section',
    { class: 'card', 'aria-label': 'By day' },
    el('h3', {}, 'By day'),
    el(
      'p',
      { class: 'muted' },
      'Invoices asked for on a day, and how many of them are paid by now; mails that came back.',
    ),
    table(
      'Chased, paid since and bounced by day',
      ['Day', 'Chased', 'Paid since', 'Bounced'],
      days
        .slice(0, SHOWN_DAYS)
        .map(({ day, chased, paidSince, bounced }) => [
          ...[dayInWords(isoOf(day), asOf), String(chased), String(paidSince), bounced === 0 ? '' : String(bounced)],
        ]),
    ),
  );
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  return el(
    'div',
    { class: 'cash-table', tabindex: '0', role: 'group', 'aria-label': caption },
    el(
      'table',
      {},
      el('caption', { class: 'unseen' }, caption),
      el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
      el(
        'tbody',
        {},
        ...rows.map(([head = '', ...cells]) =>
          el('tr', {}, el('th', { scope: 'row' }, head), ...cells.map((text) => el('td', {}, text))),
        ),
      ),
    ),
  );
}

/** Both tables as one file: the days around each step, then what was chased by day. */
export function effectCsv({ studies, days }: Effect): string {
  const figure = (value: number | null): string => (value === null ? '' : value.toFixed(2));
  return csvText([
    ['Step', 'Contacts', 'Days from the step', 'Paid', 'Forecast'],
    ...studies.flatMap(({ step, contacts, days: around }) =>
      around.length === 0
        ? [[step, String(contacts), '', '', '']]
        : around.map(({ offset, paid, expected }) => [
            step,
            String(contacts),
            String(offset),
            String(paid),
            figure(expected),
          ]),
    ),
    [],
    ['Day', 'Chased', 'Paid since', 'Bounced'],
    ...days.map(({ day, chased, paidSince, bounced }) => [isoOf(day), ...[chased, paidSince, bounced].map(String)]),
  ]);
}
