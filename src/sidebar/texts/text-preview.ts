// A text as a real customer would get it, made here from what the server told of them, so that it follows every key.
import { composeLetter, isLetterProblem, type LetterAbout, type LetterInput } from '../../dunning/letter/letter';
import { withPictures } from '../../dunning/mail/picture';
import { CHANNELS, type Channel } from '../../dunning/policy/channels';
import { mailPreview } from '../reminder/mail-preview';
import { el } from '../shell/dom';
import { inPeoplesWords } from './field-names';

/** The filled text, and showing another one in it. */
export interface TextPreview {
  element: HTMLElement;
  /** @param input the customer; null where there is none */
  show: (words: { subject: string; body: string }, input: LetterInput | null) => void;
}

/** A week, in days: when a made-up promise falls due. */
const WEEK = 7;

/** Makes an empty one. */
export function textPreview(channel: Channel): TextPreview {
  const isLetter = CHANNELS[channel].form === 'letter';
  const subject = el('p', { class: 'subject strong', dir: 'auto' });
  const plain = el('pre', { class: 'filled-text', tabindex: 0, 'aria-label': 'The text, filled in', dir: 'auto' });
  const note = el('p', { class: 'hint' });
  const fault = el('p', { class: 'wrong', role: 'status' });
  const mail = isLetter ? mailPreview('') : null;
  return {
    element: el('div', { class: 'text-preview' }, fault, subject, mail ? mail.box : plain, mail?.other, note),
    show: (words, input) => {
      if (!input) {
        note.textContent = 'No customer is reminded yet, so there is nobody to fill it for.';
        return;
      }
      const { made, isHelped } = filled({ ...input, template: { ...input.template, ...words } });
      fault.textContent = isLetterProblem(made) ? inPeoplesWords(made.message) : '';
      note.textContent = isHelped
        ? 'This customer has no promise, dispute or payment to speak of: an example stands there.'
        : '';
      if (isLetterProblem(made)) return;
      subject.textContent = made.subject;
      if (mail) mail.show(withPictures(made.html, made.pictures));
      else plain.textContent = made.text;
    },
  };
}

function filled(input: LetterInput): { made: ReturnType<typeof composeLetter>; isHelped: boolean } {
  const made = composeLetter(input);
  if (!isLetterProblem(made) || made.code !== 'empty-placeholder') return { made, isHelped: false };
  return { made: composeLetter({ ...input, about: { ...exampleOf(input), ...input.about } }), isHelped: true };
}

/** What a text may speak of that most customers do not have. */
function exampleOf({ asOf, lines }: LetterInput): LetterAbout {
  const [line] = lines;
  const currency = line?.currency ?? 'EUR';
  const amount = line?.balance ?? 0;
  return {
    promise: { day: asOf + WEEK, amount, currency },
    received: { totals: { [currency]: amount }, on: asOf },
    discount: { text: '2 %', until: asOf + WEEK },
    outcome: '…',
    newDue: asOf + WEEK,
    lastContact: asOf - WEEK,
    reminders: [asOf - 2 * WEEK, asOf - WEEK],
    plannedOn: asOf,
    nextStep: 'collection',
    releaseTerms: '…',
    terms: '…',
    ...{ owner: '…', phone: '…', seniorContact: '…', plannedSubject: '…', notes: '…' },
    ...{ promises: ['…'], history: ['…'] },
  };
}
