// The policy page: what is off in the matrix, then the ladder of each segment as a collector reads it.
import { CHANNELS } from '../../dunning/policy/channels';
import type { PolicyFindingView, PolicySegmentView, PolicyStepView, PolicyView } from '../../entry/sidebar-calls';
import { segmentAtStart, segmentWords } from '../../receivables/segment-words';
import { button, pill, type Tone } from '../shell/controls';
import { el } from '../shell/dom';
import { count } from '../shell/format';
import type { Shell, View } from '../shell/shell';

/** Draws the policy. */
export const policyView: View = async (host, shell) => {
  const view = await shell.load(host, 'Reading the policy…', policyView, 'getPolicy');
  if (!view) return;
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Policy')),
    el(
      'p',
      { class: 'hint' },
      `Who is reminded how and when. Change it in the tab ${view.tab}; every run reads it anew.`,
    ),
    findingsCard(view, shell),
    el('h3', { class: 'ladders-head' }, 'Steps by kind of customer'),
    ...view.segments.map((segment) => ladder(segment, view.tab, shell)),
  );
};

const TONES: Record<PolicyFindingView['severity'], Tone> = { error: 'bad', warning: 'warn', note: 'calm' };
const PLURALS: Record<PolicyFindingView['severity'], string> = { error: 'errors', warning: 'warnings', note: 'notes' };

function findingsCard({ findings, tab }: PolicyView, shell: Shell): HTMLElement {
  const of = (severity: PolicyFindingView['severity']): PolicyFindingView[] =>
    findings.filter((finding) => finding.severity === severity);
  const grave = [...of('error'), ...of('warning')];
  const notes = of('note');
  const items = (shown: PolicyFindingView[]): HTMLElement =>
    el('ul', { class: 'findings' }, ...shown.map((finding) => findingItem(finding, tab, shell)));
  const kinds = (['error', 'warning'] as const).filter((severity) => of(severity).length > 0);
  return el(
    'section',
    { class: 'card' },
    el(
      'div',
      { class: 'card-head' },
      el('h3', {}, grave.length > 0 ? 'What to correct' : 'Nothing to correct'),
      el('span', {}, ...kinds.flatMap((kind) => [pill(count(of(kind).length, kind, PLURALS[kind]), TONES[kind]), ' '])),
    ),
    grave.length > 0 ? items(grave) : el('p', { class: 'muted' }, 'Every step has a text and an address to go to.'),
    notes.length > 0 &&
      el(
        'details',
        { class: 'more' },
        el('summary', {}, count(notes.length, 'thing', 'things'), ' good to know'),
        items(notes),
      ),
  );
}

function findingItem({ severity, row, message }: PolicyFindingView, tab: string, shell: Shell): HTMLElement {
  return el('li', {}, pill(severity, TONES[severity]), el('p', {}, message), row > 0 && rowLink(tab, row, shell));
}

function rowLink(tab: string, row: number, shell: Shell): HTMLElement {
  const show = async (): Promise<void> => {
    const result = await shell.ask('showRow', tab, row);
    if (result) shell.say(result.message);
  };
  return button(`Show row ${row}`, show, { kind: 'quiet', name: `Show row ${row} of ${tab}` });
}

/** A segment; its stages are drawn when it is opened, as there may be hundreds. */
function ladder({ segment, customers, note, steps }: PolicySegmentView, tab: string, shell: Shell): HTMLElement {
  const worst = (['error', 'warning'] as const).find((severity) => steps.some((step) => step.worst === severity));
  const active = steps.filter((step) => step.active).length;
  const list = el('ol', { class: 'ladder' });
  const fold = el(
    'details',
    { class: 'ladder-fold' },
    el(
      'summary',
      {},
      el('span', { class: 'strong' }, segmentAtStart(segment)),
      segmentWords(segment) === segment ? null : el('span', { class: 'muted small' }, ` ${segment}`),
      el('span', { class: 'muted' }, ` ${count(active, 'step')}, ${count(customers, 'customer')} `),
      worst && pill(PLURALS[worst], TONES[worst]),
    ),
    note && el('p', { class: 'hint' }, note),
    list,
  );
  fold.addEventListener('toggle', () => {
    if (fold.open && list.childElementCount === 0) list.append(...steps.map((step) => stepItem(step, tab, shell)));
  });
  return fold;
}

function stepItem(step: PolicyStepView, tab: string, shell: Shell): HTMLElement {
  const { stage, when, channel, tone, purpose, template, to, cc, sending, active, worst, row } = step;
  const whom = [to && `to ${to}`, cc && `copy to ${cc}`].filter((part) => part !== '').join(', ');
  const text = template === '' ? 'no text' : `“${template}”`;
  return el(
    'li',
    { class: active ? null : 'off' },
    el('span', { class: 'stage-number' }, el('span', { class: 'unseen' }, 'Step '), String(stage)),
    el(
      'div',
      {},
      el('p', {}, el('span', { class: 'strong' }, `${CHANNELS[channel].title}, ${tone}`), ` ${when}`),
      el('p', { class: 'small muted' }, [text, whom].filter((part) => part !== '').join(' ')),
      !active && pill('off', 'calm'),
      purpose !== '' && pill(purpose, 'calm'),
      active && sending === 'auto' && pill('automatic', 'info'),
      worst !== '' && worst !== 'note' && pill(worst, TONES[worst]),
      rowLink(tab, row, shell),
    ),
  );
}
