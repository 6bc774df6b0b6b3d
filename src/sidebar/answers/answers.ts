// The page Answers: what customers said by the link in our mails, what was made of it, and what waits for a person.
import type { AnswersView, AnswerView, LeftView } from '../../entry/sidebar-calls';
import { openCard } from '../customers/customers';
import { button, pill, type Tone } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import { count, dayInWords, grouped } from '../shell/format';
import { buttonRow } from '../shell/inline-form';
import { pageKeys, pressIn } from '../shell/keys';
import type { Shell, WayBack } from '../shell/shell';
import { type AnswerPlace, acceptForm } from './accept-forms';
import { done } from './done';
import { formSteps } from './form-steps';
import { withoutLink } from './without-link';

/** So many of a list are drawn; the next ones come when these are decided. */
const SHOWN = 50;

/** Draws Answers; what came in since the last run is taken first. */
export async function answersView(host: HTMLElement, shell: Shell): Promise<void> {
  const view = await shell.load(host, 'Reading the answers…', answersView, 'getAnswers');
  if (!view) return;
  if (view.fresh === 0) return draw(host, shell, view);
  const taken = await shell.ask('takeAnswers');
  const fresh = taken && (await shell.ask('getAnswers'));
  if (!host.isConnected) return;
  draw(host, shell, fresh ?? view);
  if (taken) shell.say(taken.message);
  void shell.refreshToday();
}

function draw(host: HTMLElement, shell: Shell, view: AnswersView): void {
  const again = async (): Promise<void> => {
    await answersView(host, shell);
    void shell.refreshToday();
    const heading = host.querySelector('h2');
    if (heading && host.isConnected && shell.focusIsLost()) focusOn(heading);
  };
  const place: AnswerPlace = { view, shell, again };
  const of = (...states: AnswerView['state'][]): AnswerView[] =>
    view.answers.filter(({ state }) => states.includes(state));
  const isEmpty = view.answers.length + view.left.length === 0;
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Answers')),
    el(
      'p',
      { class: 'hint' },
      'What customers say by the link in your mails. After any answer nothing is sent for two business days.',
    ),
    ...(view.fresh > 0
      ? [
          el(
            'p',
            { class: 'note' },
            `${count(view.fresh, 'answer')} came in and could not be taken yet. `,
            button('Take them now', () => done(shell, again, shell.ask('takeAnswers')), { busy: 'Taking…' }),
          ),
        ]
      : []),
    ...withoutLink(view, shell, again),
    ...section(
      place,
      'Waits for you',
      'Accept it, change it, or reject it. Nothing of it is done unseen.',
      of('asked'),
    ),
    ...section(
      place,
      'Taken as promises',
      'Plain promises: soon, the first or second, and none broken lately.',
      of('taken'),
    ),
    ...section(place, 'Decided', '', of('accepted', 'rejected')),
    ...apart(view, of('left')),
    ...(isEmpty ? [el('p', { class: 'empty' }, view.form ? 'No answer came in yet.' : 'No form is set up yet.')] : []),
    formSteps(view, shell, again, isEmpty && view.form === ''),
  );
  pageKeys(host, shell, {
    items: '.answer',
    item: 'answer',
    enter: '',
    acts: {
      a: { words: 'accept this answer', act: (one) => pressIn(one, 'Accept') },
      e: { words: 'change and accept it', act: (one) => pressIn(one, 'Change') },
      r: { words: 'reject it', act: (one) => pressIn(one, 'Reject') },
    },
  });
}

function section(place: AnswerPlace, title: string, hint: string, answers: readonly AnswerView[]): HTMLElement[] {
  if (answers.length === 0) return [];
  const heading = el('h3', {}, title, ' ', el('span', { class: 'badge' }, grouped(answers.length)));
  const left = answers.length - SHOWN;
  return [
    el(
      'section',
      { class: 'problem-group' },
      heading,
      hint !== '' && el('p', { class: 'hint' }, hint),
      ...answers.slice(0, SHOWN).map((one) => card(one, place)),
      left > 0 && el('p', { class: 'muted' }, `And ${grouped(left)} more after these.`),
    ),
  ];
}

/** What they say, in words. */
const SAYS: Readonly<Record<AnswerView['what'], string>> = {
  promise: 'Will pay',
  paid: 'Has already paid',
  dispute: 'Something is not right',
  contact: 'Write to somebody else',
  other: 'Other words',
};

const STATES: Readonly<Record<AnswerView['state'], readonly [string, Tone]>> = {
  taken: ['promise taken', 'good'],
  asked: ['waits for you', 'info'],
  accepted: ['accepted', 'good'],
  rejected: ['rejected', 'calm'],
  left: ['changed nothing', 'calm'],
};

function card(answer: AnswerView, place: AnswerPlace): HTMLElement {
  const { customer, customerKey, what, day, on, words, address, why, state, invoices, pausedTo, by, isLate } = answer;
  const { view, shell } = place;
  const back: WayBack = { tab: 'more', label: 'Answers', press: () => shell.openPage(answersView) };
  const open = button(customer, () => openCard(customerKey, shell, back), {
    kind: 'quiet',
    name: `Open ${customer}`,
  });
  const said = what === 'promise' && day !== '' ? `Will pay on ${dayInWords(day, view.asOf)}` : SAYS[what];
  const [word, tone] = isLate ? (['waits too long', 'bad'] as const) : STATES[state];
  const about = [`Answered ${dayInWords(on, view.asOf)}`, answer.reference, invoices.join(', ')];
  return el(
    'article',
    { class: 'card bank-line answer', 'aria-label': `${customer}: ${said}` },
    el('div', { class: 'card-head' }, el('h4', { title: customer, dir: 'auto' }, open), pill(word, tone)),
    el('p', {}, el('strong', {}, said)),
    el('p', { class: 'meta bank-text' }, about.filter((part) => part !== '').join(' · ')),
    words !== '' && el('blockquote', { dir: 'auto' }, words),
    address !== '' && el('p', { class: 'wrap' }, `To: ${address}`),
    why !== '' && state !== 'accepted' && state !== 'rejected' && el('p', { class: 'why' }, why),
    pausedTo !== '' &&
      el('p', { class: 'meta' }, `Nothing is sent up to and including ${dayInWords(pausedTo, view.asOf)}.`),
    by !== '' && el('p', { class: 'meta' }, `By ${by}`),
    state === 'asked' && decide(answer, place, `${customer}: ${said}`),
  );
}

/** The buttons of an answer that waits. */
function decide(answer: AnswerView, place: AnswerPlace, name: string): HTMLElement {
  const { view, shell, again } = place;
  const { row, what, day, address, invoices } = answer;
  const accept = { label: 'Accept', act: () => done(shell, again, shell.ask('acceptAnswer', row, {})) };
  const reject = { label: 'Reject', act: () => done(shell, again, shell.ask('rejectAnswer', row)) };
  if (what === 'paid')
    return buttonRow(name, [
      { ...accept, label: 'Seen, look for it' },
      { ...reject, label: 'Not received' },
    ]);
  if (what === 'other') return buttonRow(name, [{ ...accept, label: 'Done' }]);
  const isPlain =
    what === 'promise'
      ? day >= view.asOf && invoices.length > 0
      : what === 'contact' && /^[^\s@;,]+@[^\s@;,]+$/.test(address);
  const form = { label: isPlain ? 'Change' : 'Accept', form: () => acceptForm(answer, place) };
  return buttonRow(name, [...(isPlain ? [accept] : []), form, reject]);
}

/** What changes nothing, apart from all else: forged, too old, said before, or of a mail that never left. */
function apart({ left, asOf }: AnswersView, late: readonly AnswerView[]): HTMLElement[] {
  const number = left.length + late.length;
  if (number === 0) return [];
  const given = (on: string): string => (on === '' ? 'No day' : dayInWords(on, asOf));
  const item = ({ on, sheet, at, why }: LeftView): HTMLElement =>
    el('li', {}, `${given(on)}, row ${at} of ${sheet}: ${why}`);
  const own = ({ on, customer, why }: AnswerView): HTMLElement => el('li', {}, `${given(on)}, ${customer}: ${why}`);
  return [
    el(
      'details',
      { class: 'drawer' },
      el('summary', {}, `Changed nothing: ${grouped(number)}`),
      el(
        'div',
        { class: 'drawer-body' },
        el('ul', { class: 'plain-list' }, ...late.slice(0, SHOWN).map(own), ...left.slice(0, SHOWN).map(item)),
        number > SHOWN && el('p', { class: 'muted' }, `The first ${SHOWN} of each kind are shown.`),
      ),
    ),
  ];
}
