// A step being changed: its day, channel, text, whom it goes to and who approves it, with what the check says beside it.
import { CHANNEL_NAMES, CHANNELS, isContact, isSentByUs } from '../../dunning/policy/channels';
import { ladderHints } from '../../dunning/policy/hints/ladder-hints';
import { rowHints } from '../../dunning/policy/hints/row-hints';
import { ATTACH_CELLS, POLICY_ATTACHMENTS, type PolicyRow, type Recipient } from '../../dunning/policy/policy';
import { numberedTwice, toNobody } from '../../dunning/policy/policy-check';
import { textFor } from '../../dunning/policy/stage-texts';
import { TONES } from '../../dunning/policy/tones';
import type { PolicyFindingView, PolicyStepView } from '../../entry/sidebar-calls';
import { choice } from '../shell/agreement-fields';
import { field, textInput } from '../shell/controls';
import { el } from '../shell/dom';

/** A step being changed. */
export interface StepForm {
  fields: HTMLElement[];
  /** The step as it is written now. */
  read: () => PolicyRow;
}

const PEOPLE: Readonly<Record<Recipient, string>> = {
  billing: 'billing',
  senior: 'senior',
  owner: 'our owner',
};

const ATTACH_WORDS: Readonly<Record<(typeof ATTACH_CELLS)[number], string>> = {
  statement: 'the statement of account (PDF)',
  documents: 'the documents of its invoices',
  'statement, documents': 'the statement and the documents',
};

/** What a day is counted from, by anchor: before and after it; of a month there is no before. */
const FROM: Readonly<Partial<Record<PolicyRow['anchor'], readonly [before: string, after: string]>>> = {
  due: ['before due', 'after due'],
  promise: ['before that day', 'after that day'],
  discount: ['before its end', 'after its end'],
  month: ['', 'after the 1st'],
};

/**
 * The fields of a step.
 * @param step what they begin with
 * @param texts names of the texts there are
 * @param typed told whenever something was changed
 */
export function stepForm(step: PolicyRow, texts: readonly string[], typed: () => void): StepForm {
  const day = textInput(String(Math.abs(step.days)), { inputmode: 'numeric' });
  const [before, after] = FROM[step.anchor] ?? ['', ''];
  const side = choice([...(before === '' ? [] : [['before', before] as const]), ['after', after]]);
  side.value = step.days < 0 ? 'before' : 'after';
  const channel = choice(CHANNEL_NAMES.map((name) => [name, CHANNELS[name].title] as const));
  channel.value = step.channel;
  const tone = choice(TONES.map((one) => [one, one] as const));
  tone.value = step.tone;
  const names = texts.includes(step.template) ? texts : [step.template, ...texts];
  const text = choice(names.map((name) => [name, name === '' ? 'no text' : name] as const));
  text.value = step.template;
  const to = recipients(step.to);
  const cc = recipients(step.cc, 'nobody');
  const sending = choice([
    ['review', 'A person reads it first'],
    ['auto', 'Nobody: it leaves by itself'],
  ]);
  sending.value = step.sending;
  const who = field(
    'Who approves it',
    sending,
    'By itself it leaves only while the workbook is live with Automatic on.',
  );
  const attach = choice([['', 'nothing'], ...ATTACH_CELLS.map((cell) => [cell, ATTACH_WORDS[cell]] as const)]);
  attach.value = step.attach?.join(', ') ?? '';
  const along = field('With it comes', attach);
  const read = (): PolicyRow => {
    const days = /^\d+$/.test(day.value.trim()) ? Number(day.value.trim()) : Number.NaN;
    const taken = CHANNEL_NAMES.find((name) => name === channel.value) ?? step.channel;
    const { attach: _before, ...rest } = step;
    const chosen = POLICY_ATTACHMENTS.filter((one) => attach.value.split(', ').includes(one));
    return {
      ...rest,
      ...(chosen.length > 0 ? { attach: chosen } : {}),
      days: side.value === 'before' && days > 0 ? -days : days,
      channel: taken,
      tone: TONES.find((one) => one === tone.value) ?? step.tone,
      template: text.value,
      to: peopleIn(to.value),
      cc: peopleIn(cc.value),
      sending: sending.value === 'auto' ? 'auto' : 'review',
    };
  };
  const follow = (): void => {
    who.hidden = !isSentByUs(read().channel);
    along.hidden = who.hidden;
  };
  channel.addEventListener('change', () => {
    const now = read();
    // Another channel speaks through a text of its own, and a task is for our own people.
    if (!isContact(now.channel)) {
      to.value = 'owner';
      cc.value = '';
    } else if (now.to.every((one) => one === 'owner')) to.value = 'billing';
    const fitting = textFor({ ...now, isAhead: now.days < 0 }, [], []);
    if (names.includes(fitting)) text.value = fitting;
  });
  const controls = [day, side, channel, tone, text, to, cc, sending, attach];
  for (const control of controls)
    control.addEventListener(control === day ? 'input' : 'change', () => {
      follow();
      typed();
    });
  side.setAttribute('aria-label', 'Before or after');
  follow();
  return {
    fields: [
      el('div', { class: 'step-pair' }, field('Days', day), el('div', { class: 'field' }, side)),
      el('div', { class: 'step-pair' }, field('Channel', channel), field('Tone', tone)),
      field('Text', text),
      el('div', { class: 'step-pair' }, field('To', to), field('Copy to', cc)),
      who,
      along,
    ],
    read,
  };
}

/** Whom a step may go to: one of them, several as they stand, or nobody. */
function recipients(now: readonly Recipient[], none = ''): HTMLSelectElement {
  const usual: Recipient[][] = [['billing'], ['senior'], ['owner'], ['billing', 'owner'], ['senior', 'owner']];
  const known = usual.map((people) => people.join(', '));
  const stands = now.join(', ');
  const all = stands === '' || known.includes(stands) ? known : [stands, ...known];
  const made = choice([
    ...(none === '' && stands !== '' ? [] : [['', none || 'nobody'] as const]),
    ...all.map(
      (people) =>
        [
          people,
          peopleIn(people)
            .map((one) => PEOPLE[one])
            .join(', '),
        ] as const,
    ),
  ]);
  made.value = stands;
  return made;
}

function peopleIn(text: string): Recipient[] {
  const people: readonly Recipient[] = ['billing', 'senior', 'owner'];
  return text.split(', ').flatMap((word) => people.find((one) => one === word) ?? []);
}

/**
 * What the check says of a step as it is being written, as far as its own ladder tells.
 * @param steps all of its segment, as they stand
 * @param now the step as it is to be, at the row where it stands; 0 for a new one
 */
export function findingsWith(steps: readonly PolicyStepView[], now: PolicyRow, row: number): PolicyFindingView[] {
  if (Number.isNaN(now.days))
    return [
      { severity: 'error', code: 'policy-unreadable', row, message: 'Write the days as a whole number, such as 14.' },
    ];
  const placed = { stage: now, row };
  const others = steps.filter((step) => step.row !== row).map((step) => ({ stage: step, row: step.row }));
  const all = [...others, placed];
  return [
    ...numberedTwice(now.segment, all),
    ...ladderHints(now.segment, all),
    ...toNobody(placed),
    ...rowHints(placed),
  ].filter((one) => one.row === row);
}
