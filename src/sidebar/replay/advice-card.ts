// Advice on the policy page of the desk: looked for at a press, each change shown as old and new, to be accepted or rejected.
import type { PolicyView } from '../../entry/sidebar-calls';
import { segmentAtStart } from '../../receivables/segment-words';
import { changeOf } from '../policy/step-changes';
import { whatOf, whenOf } from '../policy/step-words';
import { button } from '../shell/controls';
import { el } from '../shell/dom';
import type { Shell } from '../shell/shell';
import { type Advice, bestOf, candidatesOf, withChange } from './advice';
import { pastYear } from './policy-trial';
import { trialInWords } from './trial-words';

const TAB = 'AR Policy';

/** The card. @param reload reads the policy again after a change */
export function adviceCard(view: PolicyView, shell: Shell, reload: () => Promise<unknown>): HTMLElement {
  const found = el('div', { class: 'advice-found', 'aria-live': 'polite' });
  const look = async (): Promise<void> => {
    const advice = await adviceOf(view, (told) => found.replaceChildren(el('p', { class: 'muted' }, told)));
    if (!found.isConnected) return;
    found.replaceChildren(
      ...(advice === null
        ? [el('p', {}, 'The invoices could not be read; try again in a moment.')]
        : advice.length === 0
          ? [el('p', {}, 'Your last year supports no change: none would spare mails without making words late.')]
          : advice.map((one) => adviceItem(one, view, shell, reload))),
    );
  };
  return el(
    'section',
    { class: 'card', 'aria-label': 'What the last year advises' },
    el('h3', {}, 'What the last year advises'),
    el(
      'p',
      { class: 'hint' },
      'Tries up to three changes for each kind of customer on your own last year, and names one where it spares mails that were needless. Nothing changes before you accept it.',
    ),
    button('Look for a change', look, { busy: 'Trying…' }),
    found,
  );
}

/** Advice for each segment; null where the book could not be read. */
async function adviceOf(view: PolicyView, tell: (words: string) => void): Promise<Advice[] | null> {
  tell('Reading the invoices…');
  const past = await pastYear();
  if (!past) return null;
  const policy = view.segments.flatMap(({ steps }) => steps);
  const advice: Advice[] = [];
  for (const { segment, steps } of view.segments) {
    const tried: Advice[] = [];
    for (const candidate of candidatesOf(segment, steps)) {
      tell(`${segmentAtStart(segment)}: trying ${candidate.what}…`);
      tried.push({ ...candidate, ...(await past.compare(policy, withChange(policy, candidate))) });
    }
    const best = bestOf(tried);
    if (best) advice.push(best);
  }
  return advice;
}

function adviceItem(one: Advice, view: PolicyView, shell: Shell, reload: () => Promise<unknown>): HTMLElement {
  const steps = view.segments.flatMap((segment) => segment.steps);
  const accept = async (): Promise<void> => {
    const changes = one.changes.flatMap(({ before, after }) => {
      const step = steps.find((known) => known === before);
      return (step && changeOf(step, after)) ?? [];
    });
    const saved = await shell.ask('saveRules', TAB, changes);
    if (!saved) return;
    if (saved.findings.length === 0) await reload();
    shell.say(saved.message);
  };
  const item: HTMLElement = el(
    'article',
    { class: 'advice', 'aria-label': `${segmentAtStart(one.segment)}: ${one.what}` },
    el('h4', {}, `${segmentAtStart(one.segment)}: ${one.what}`),
    el(
      'ul',
      { class: 'advice-diff' },
      ...one.changes.flatMap(({ before, after }) => [
        el('li', { class: 'removed' }, el('del', {}, rowInWords(before))),
        el('li', { class: 'added' }, el('ins', {}, rowInWords(after))),
      ]),
    ),
    el('p', {}, trialInWords(one)),
    el(
      'div',
      { class: 'actions' },
      button('Accept', accept, { busy: 'Saving…', name: `Accept for ${segmentAtStart(one.segment)}` }),
      button('Reject', (): void => item.remove(), { name: `Reject for ${segmentAtStart(one.segment)}` }),
    ),
  );
  return item;
}

function rowInWords(row: Advice['changes'][number]['before']): string {
  const gap = row.minimumGap > 0 ? `, ${row.minimumGap} days between contacts` : '';
  return `${whatOf(row)}, ${whenOf(row)}${gap}${row.active ? '' : ', off'}`;
}
