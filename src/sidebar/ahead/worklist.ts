// The page Worklist: calls and tasks in three bands, each with its reasons; what is likely to come by itself last.
import { CHANNELS } from '../../dunning/policy/channels';
import { isoOf } from '../../receivables/day';
import { formatTotals } from '../../receivables/money';
import { aheadIfAny, readAgain, readAhead } from '../expected/read-ahead';
import { openReminder } from '../reminder/reminder';
import { ReviewState } from '../reminder/review-state';
import { button, pill } from '../shell/controls';
import { el } from '../shell/dom';
import { dayInWords } from '../shell/format';
import type { Shell, View } from '../shell/shell';
import { whose, whoseField } from '../shell/whose';
import { BAND_WORDS, BANDS, type Band, type BandedWork, bandedWork } from './work-bands';

/** Draws the page. */
export const worklistView: View = async (host, shell) => {
  const ahead = await readAhead(host, shell, worklistView, true);
  if (!ahead?.work) return;
  const all = bandedWork(ahead, ahead.work);
  const asOf = isoOf(ahead.asOf);
  const lists = el('div', { class: 'work-bands' });
  const fill = (): void => {
    const owner = whose();
    const shown = owner === undefined ? all : all.filter((one) => one.owner === owner);
    lists.replaceChildren(
      ...(shown.length === 0 ? [el('p', { class: 'empty' }, all.length === 0 ? NOTHING : NONE_YOURS)] : []),
      ...BANDS.flatMap((band) => bandSection(band, shown, shell) ?? []),
    );
  };
  fill();
  const owners = whoseField(
    all.map(({ owner }) => owner),
    shell,
    fill,
  );
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Worklist'), el('span', { class: 'muted' }, dayInWords(asOf, ''))),
    el(
      'p',
      { class: 'hint' },
      'Calls and tasks that wait, by how their invoices are usually paid. It says what to begin with and decides nothing.',
    ),
    ...(owners ? [owners] : []),
    el('div', { class: 'actions' }, readAgain(host, shell, worklistView)),
    lists,
  );
};

const NOTHING = 'No call and no task waits.';
const NONE_YOURS = 'None of these are yours; choose everybody’s above.';

function bandSection(band: Band, shown: readonly BandedWork[], shell: Shell): HTMLElement | null {
  const own = shown.filter((one) => one.band === band);
  if (own.length === 0) return null;
  const { title, meaning } = BAND_WORDS[band];
  return el(
    'section',
    { class: 'work-band', 'aria-label': title },
    el('h3', {}, title, ' ', el('span', { class: 'badge' }, String(own.length))),
    el('p', { class: 'hint' }, meaning),
    el('ul', { class: 'work-list' }, ...own.map((one) => el('li', { class: 'card' }, ...workParts(one, shell)))),
  );
}

function workParts({ work, customer, owner, reasons }: BandedWork, shell: Shell): (HTMLElement | null)[] {
  const { id, channel, template, asked } = work;
  const back = (): void => shell.openPage(worklistView);
  const open = (): void => openReminder(id, { shell, reviewState: new ReviewState(), back, listName: 'worklist' });
  return [
    el(
      'div',
      { class: 'card-head' },
      el('h4', { class: 'wrap', dir: 'auto' }, customer),
      pill(CHANNELS[channel].title, 'info'),
    ),
    el(
      'p',
      {},
      el('span', { class: 'strong' }, Object.keys(asked).length > 0 ? formatTotals(asked) : ''),
      el('span', { class: 'muted' }, `${Object.keys(asked).length > 0 ? ' · ' : ''}${template}`),
    ),
    reasonList(reasons),
    el('p', { class: 'small muted' }, owner === '' ? 'Nobody’s' : owner),
    button('Open', open, { name: `Open ${CHANNELS[channel].noun} to ${customer}` }),
  ];
}

function reasonList(reasons: readonly string[]): HTMLElement {
  return el('ul', { class: 'work-reasons' }, ...reasons.map((reason) => el('li', {}, reason)));
}

/** The reasons for a call, beside it: a place that fills itself, and stays empty where nothing can be said. */
export function callReasons(id: string): HTMLElement {
  const place = el('div', { class: 'call-reasons' });
  void found(id).then((one) => {
    if (!one) return;
    const title = el('h3', {}, 'Reasons for this call');
    place.replaceChildren(
      el(
        'section',
        { class: 'card', 'aria-label': 'Reasons for this call' },
        title,
        bandPill(one),
        reasonList(one.reasons),
      ),
    );
  });
  return place;
}

/** The band of a call in a list; it fills itself. */
export function bandOfCall(id: string): HTMLElement {
  const place = el('span', { class: 'call-band' });
  void found(id).then((one) => {
    if (one) place.replaceChildren(bandPill(one));
  });
  return place;
}

function bandPill({ band }: BandedWork): HTMLElement {
  return pill(BAND_WORDS[band].title, band === 'risk' ? 'warn' : band === 'quick' ? 'good' : 'calm');
}

let asked: Promise<readonly BandedWork[]> | null = null;

/** What is known of a call; all of a page ask once. */
async function found(id: string): Promise<BandedWork | undefined> {
  asked ??= aheadIfAny(true).then((ahead) => {
    asked = null;
    return ahead?.work ? bandedWork(ahead, ahead.work) : [];
  });
  return (await asked).find(({ work }) => work.id === id);
}
