// How firm? The three ladders as cards to choose from, each drawn along the days around the due date.
import { CHANNELS, isContact } from '../../dunning/policy/channels';
import { ladderRows } from '../../dunning/policy/default-policy';
import { LADDER_NAMES, type LadderName } from '../../dunning/policy/ladders';
import { isFirm } from '../../dunning/policy/tones';
import { segmentAtStart, segmentWords } from '../../receivables/segment-words';
import { field } from '../shell/controls';
import { el, freshId } from '../shell/dom';
import { count } from '../shell/format';
import { dayOfStep, type TimelineStep, timeline, timelineLegend } from './timeline';

const SAID: Readonly<Record<LadderName, readonly [title: string, sentence: string]>> = {
  gentle: ['Gentle', 'Ten days and more between most contacts. For key accounts and public bodies.'],
  usual: ['Usual', 'About a week between contacts. What most firms can begin with.'],
  strict: ['Strict', 'Sooner, closer together, and sooner firm. For customers who do not pay otherwise.'],
};

/** Whose steps are drawn first: where the ladders differ, and most firms have some. */
const FIRST_SHOWN = 'Delinquent SMB';

/** Days between contacts from which on a ladder needs its warning. */
const CLOSE = 5;

/**
 * Draws the cards.
 * @param host is emptied and filled
 * @param chosen the ladder whose card is ticked; '' for none
 * @param onChoose told of each choice by a person
 * @example ladderCards(host, 'usual', (name) => { picked = name; })
 */
export function ladderCards(host: HTMLElement, chosen: LadderName | '', onChoose: (name: LadderName) => void): void {
  const group = freshId('how-firm');
  const shown = el(
    'select',
    {},
    ...kindsOfCustomer().map((kind) => el('option', { value: kind }, segmentAtStart(kind))),
  );
  shown.value = FIRST_SHOWN;
  const cards = LADDER_NAMES.map((name) => ({ name, picture: el('div', { class: 'ladder-picture' }) }));
  const draw = (): void => {
    for (const { name, picture } of cards) picture.replaceChildren(...pictureOf(name, shown.value));
  };
  shown.addEventListener('change', draw);
  draw();
  host.replaceChildren(
    field('Drawn for a customer who is', shown),
    el(
      'div',
      { class: 'ladder-cards', role: 'radiogroup', 'aria-label': 'How firm?' },
      ...cards.map(({ name, picture }) => card(name, picture, { group, isChosen: name === chosen, onChoose })),
    ),
  );
}

function card(
  name: LadderName,
  picture: HTMLElement,
  { group, isChosen, onChoose }: { group: string; isChosen: boolean; onChoose: (name: LadderName) => void },
): HTMLElement {
  const [title, sentence] = SAID[name];
  const hint = freshId('ladder');
  const radio = el('input', { type: 'radio', name: group, value: name, 'aria-describedby': hint });
  radio.checked = isChosen;
  radio.addEventListener('change', () => onChoose(name));
  const warning = warningOf(name);
  return el(
    'section',
    { class: 'ladder-card', 'aria-label': title },
    el('label', { class: 'ladder-name' }, radio, el('span', { class: 'strong' }, title)),
    el(
      'div',
      { id: hint },
      el('p', { class: 'small' }, sentence),
      warning !== '' && el('p', { class: 'small ladder-warning' }, warning),
    ),
    picture,
  );
}

/** The most contacts a ladder has for one kind of customer, said where they come close together. */
function warningOf(name: LadderName): string {
  const rows = ladderRows(name).filter(({ anchor }) => anchor === 'due');
  if (rows.every(({ minimumGap }) => minimumGap >= CLOSE)) return '';
  const most = kindsOfCustomer()
    .map((kind) => ({ kind, days: rows.filter(({ segment }) => segment === kind).map(({ days }) => days) }))
    .reduce((worst, one) => (one.days.length > worst.days.length ? one : worst));
  const span = Math.max(...most.days) - Math.min(...most.days);
  return `${segmentAtStart(most.kind)}: ${most.days.length} steps within ${span} days. Some will block your mails.`;
}

/** The kinds of customer that have steps of their own in every ladder. */
function kindsOfCustomer(): string[] {
  const kinds = new Set(ladderRows('usual').flatMap(({ anchor, segment }) => (anchor === 'due' ? [segment] : [])));
  kinds.delete('Default');
  return [...kinds];
}

function pictureOf(name: LadderName, kind: string): Element[] {
  const steps = stepsOf(name, kind);
  const sentence = inShort(steps);
  return [
    timeline(steps, `${SAID[name][0]}, ${segmentWords(kind)}: ${sentence}`),
    timelineLegend(steps),
    el('p', { class: 'small' }, sentence),
    el('details', { class: 'more' }, el('summary', {}, 'Step by step'), stepTable(steps)),
  ];
}

function stepsOf(name: LadderName, kind: string): TimelineStep[] {
  return ladderRows(name)
    .filter(({ anchor, segment }) => anchor === 'due' && segment === kind)
    .map(({ days, channel, tone, template }) => ({
      day: days,
      channel,
      tone,
      label: isContact(channel) ? `${CHANNELS[channel].title}, ${tone}` : template.replace('Task ', 'Task: '),
    }));
}

function inShort(steps: readonly TimelineStep[]): string {
  const contacts = steps.filter(({ channel }) => isContact(channel));
  const firm = contacts.find(({ tone }) => isFirm(tone));
  const first = contacts[0] === undefined ? '' : `, the first ${aboutDay(contacts[0].day)}`;
  const firmWords = firm === undefined ? '' : `, firm from day ${firm.day}`;
  const last = steps[steps.length - 1];
  const end = last && !isContact(last.channel) ? `; after day ${last.day} you decide about handing over` : '';
  return `${count(contacts.length, 'contact')}${first}${firmWords}${end}.`;
}

function aboutDay(day: number): string {
  return day >= 0 ? `on day ${day}` : `${dayOfStep(day)} the due date`;
}

function stepTable(steps: readonly TimelineStep[]): HTMLElement {
  const head = el('tr', {}, el('th', { scope: 'col' }, 'When'), el('th', { scope: 'col' }, 'Step'));
  const rows = steps.map(({ day, label }) =>
    el('tr', {}, el('th', { scope: 'row' }, dayOfStep(day)), el('td', {}, label)),
  );
  return el('table', { class: 'small ladder-steps' }, el('thead', {}, head), el('tbody', {}, ...rows));
}
