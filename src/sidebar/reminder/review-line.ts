// One waiting reminder as a line, the list of such lines, and moving along it by the arrow keys.
import { ASKS_NOTHING } from '../../dunning/letter/headline';
import { CHANNELS, isSentByUs } from '../../dunning/policy/channels';
import { gravestFirst } from '../../dunning/reminder/look-gravity';
import type { ReviewAsked, ReviewLine } from '../../entry/sidebar-calls';
import { pill } from '../shell/controls';
import { el } from '../shell/dom';
import { count, dayInWords, lateness } from '../shell/format';

/** What a list of lines can do. */
export interface LineOptions {
  /** The control at the end of a line, if any. */
  act: (line: ReviewLine) => HTMLButtonElement | null;
  open: (line: ReviewLine) => void;
  /** The day beside which days are written. */
  asOf: string;
  /** Whether each line says why a person should look. */
  reasons: boolean;
  /** A reason that all have, and that their group tells for them; '' for none. */
  common: string;
}

/** The list of a group; Tab enters it once, the arrow keys move along its lines. */
export function lineList(lines: ReviewLine[], options: LineOptions): HTMLElement {
  const list = el('ul', { class: 'lines' }, ...lines.map((line, at) => lineItem(line, options, at === 0)));
  list.addEventListener('focusin', (event) => {
    const current = event.target instanceof Element ? event.target.closest('.line') : null;
    for (const item of list.children) setReachable(item, item === current);
  });
  return list;
}

function setReachable(item: Element, reachable: boolean): void {
  for (const control of item.querySelectorAll('button')) control.tabIndex = reachable ? 0 : -1;
}

function lineItem(line: ReviewLine, options: LineOptions, first: boolean): HTMLElement {
  const act = options.act(line);
  act?.setAttribute('data-part', 'act');
  const open = el(
    'button',
    { type: 'button', class: 'line-open', 'data-part': 'open', title: line.customer },
    el('span', { class: 'customer', dir: 'auto' }, line.customer),
    el(
      'span',
      { class: 'amounts' },
      line.amounts === ASKS_NOTHING ? 'asks for nothing' : line.amounts,
      invoicesOf(line),
    ),
    el('span', { class: 'meta' }, metaOf(line)),
    line.leaves !== undefined && el('span', { class: 'meta' }, line.leaves),
    options.reasons && marks(line, options),
  );
  open.addEventListener('click', () => options.open(line));
  const item = el('li', { class: 'line', 'data-id': line.id }, open, act);
  setReachable(item, first);
  return item;
}

/** Its step, with how late what it is mainly about is; what asks for nothing is not about the age of anything. */
export function ageBeside({ stage, amounts, daysLate }: Pick<ReviewLine, 'stage' | 'amounts' | 'daysLate'>): string {
  return amounts === ASKS_NOTHING ? stage : `${stage} · ${lateness(daysLate)}`;
}

function metaOf(line: ReviewLine): string {
  const what = isSentByUs(line.channel) ? '' : `${CHANNELS[line.channel].title} · `;
  return `${what}${ageBeside(line)}`;
}

// One invoice is the usual case and needs no words.
function invoicesOf({ invoices }: ReviewLine): HTMLElement | null {
  return invoices > 1 ? el('span', { class: 'meta' }, ` · ${count(invoices, 'invoice')}`) : null;
}

function marks(line: ReviewLine, { asOf, common }: LineOptions): HTMLElement | null {
  if (line.state === 'snoozed')
    return el('span', {}, pill(`until ${dayInWords(line.snoozedUntil ?? '', asOf)}`, 'calm'));
  const reasons = gravestFirst(line.look ?? '').filter((reason) => reason !== common);
  return reasons.length > 0 ? el('span', { class: 'look' }, reasons.join(' · ')) : null;
}

/** The reason to look that every line has, where there are several lines; '' for none. */
export function commonReason(lines: readonly ReviewLine[]): string {
  const [first, ...others] = lines.map(({ look }) => gravestFirst(look ?? ''));
  if (!first || others.length < 2) return '';
  return first.find((reason) => others.every((reasons) => reasons.includes(reason))) ?? '';
}

/** By what lines stand in their order where the most urgent comes first; '' where it is another, or there is one line. */
export function orderInWords(lines: readonly Pick<ReviewLine, 'look'>[], sort: ReviewAsked['sort']): string {
  if (sort !== 'gravest' || lines.length < 2) return '';
  return lines.some(({ look = '' }) => look !== '') ? 'Gravest reason first, then the largest.' : 'The largest first.';
}

/**
 * Moves the keyboard to the line above or below, keeping to the same part of the line.
 * @param event a key pressed somewhere in the groups
 * @param groups what holds all lines, in order
 */
export function moveAlongLines(event: KeyboardEvent, groups: HTMLElement): void {
  const from = event.target instanceof Element ? event.target.closest('.line') : null;
  if (!from || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
  event.preventDefault();
  const lines = [...groups.querySelectorAll('.line')];
  const at = lines.indexOf(from);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key] ?? at;
  const line = lines[Math.max(0, Math.min(lines.length - 1, to))];
  const part = event.target instanceof Element ? (event.target.getAttribute('data-part') ?? 'open') : 'open';
  const target = line?.querySelector(`[data-part="${part}"]`) ?? line?.querySelector('[data-part="open"]');
  if (target instanceof HTMLElement) target.focus();
}
