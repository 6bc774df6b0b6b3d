// The policy: what is off in it, then the ladder of each segment as a picture and step by step, each step to be changed.
import type { PolicyRow } from '../../dunning/policy/policy';
import type { PolicyFindingView, PolicySegmentView, PolicyView } from '../../entry/sidebar-calls';
import { segmentAtStart, segmentWords } from '../../receivables/segment-words';
import { timeline, timelineLegend } from '../ladders/timeline';
import { button, pill } from '../shell/controls';
import { el } from '../shell/dom';
import { count } from '../shell/format';
import { pageKeys } from '../shell/keys';
import type { Shell, View } from '../shell/shell';
import { addStep, keyOf, type StepContext, stepItem, TONES } from './step';
import { inOrder, isForEvery, noteOf, whatOf } from './step-words';
import { adviceIfAny } from './trial';
import { withHints } from './with-hints';

/** Draws the policy. */
export const policyView: View = (host, shell) => readPolicy(host, shell);

/** The policy with the steps of one segment open. */
export function policyOf(segment: string): View {
  return async (host, shell) => {
    await readPolicy(host, shell);
    const own = host.querySelector(`[data-segment="${CSS.escape(segment.toLowerCase())}"]`);
    const fold = own?.querySelector('details');
    if (!own || !fold) return;
    fold.open = true;
    own.scrollIntoView({ block: 'start' });
    fold.querySelector('summary')?.focus();
  };
}

async function readPolicy(host: HTMLElement, shell: Shell, open?: PolicyRow): Promise<void> {
  const view = await shell.load(host, 'Reading the policy…', policyView, 'getPolicy');
  if (view) draw(host, withHints(view), shell, open);
}

function draw(host: HTMLElement, view: PolicyView, shell: Shell, open?: PolicyRow): void {
  const reload = async (next?: PolicyRow): Promise<PolicyView | undefined> => {
    const fresh = await shell.ask('getPolicy');
    if (!fresh || !host.isConnected) return undefined;
    const main = host.closest('main');
    const at = main?.scrollTop ?? 0;
    draw(host, withHints(fresh), shell, next);
    if (main) main.scrollTop = at;
    const line = next && host.querySelector<HTMLElement>(`[data-step="${CSS.escape(keyOf(next))}"] .step-line`);
    line?.focus();
    return fresh;
  };
  const comeBack = (step: PolicyRow): void => shell.openPage((again, frame) => readPolicy(again, frame, step));
  const hasDefault = view.segments.some(
    ({ segment, steps }) => segment.toLowerCase() === 'default' && steps.length > 0,
  );
  const advice = adviceIfAny(view, shell, () => reload());
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Policy')),
    el(
      'p',
      { class: 'hint' },
      `Who is reminded how and when. A change here is written into ${view.tab}; you may write there too, and every run reads it anew.`,
    ),
    findingsCard(view, shell),
    ...(advice ? [advice] : []),
    el('h3', { class: 'ladders-head' }, 'Steps by kind of customer'),
    timelineLegend(view.segments.flatMap(({ steps }) => steps.map(drawn))),
    el(
      'div',
      { class: 'ladders' },
      ...view.segments.map((segment) =>
        ladder(segment, { shell, view, steps: segment.steps, reload, comeBack }, { hasDefault, open }),
      ),
    ),
  );
  pageKeys(host, shell, {
    items: '.ladder-list > summary, .step-line',
    item: 'ladder or step',
    enter: 'open it',
    acts: { e: { words: 'change this step', act: changeStep } },
  });
}

/** Opens a step, where it is not open, and brings the keyboard into its form. */
function changeStep(line: HTMLElement | null): void {
  if (!line?.classList.contains('step-line')) return;
  if (line.getAttribute('aria-expanded') !== 'true') line.click();
  line.parentElement?.querySelector<HTMLElement>('.step-open :is(input, select)')?.focus();
}

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

/** A segment: its picture, and its steps, drawn when they are opened, as there may be hundreds. */
function ladder(
  { segment, customers, steps }: PolicySegmentView,
  context: StepContext,
  { hasDefault, open }: { hasDefault: boolean; open: PolicyRow | undefined },
): HTMLElement {
  const { view } = context;
  const ofRows = (severity: PolicyFindingView['severity']): boolean =>
    view.findings.some((one) => one.severity === severity && steps.some(({ row }) => row === one.row));
  const worst = (['error', 'warning'] as const).find(ofRows);
  const active = steps.filter((step) => step.active);
  const note = noteOf(segment, steps, hasDefault);
  const list = el('ol', { class: 'ladder' });
  const ordered = inOrder(steps);
  const due = active.filter(({ anchor }) => anchor === 'due');
  const isOpen = open?.segment === segment;
  const fold = el(
    'details',
    { class: 'ladder-list' },
    el('summary', {}, count(active.length, 'step'), el('span', { class: 'unseen' }, ` of ${segmentWords(segment)}`)),
    list,
  );
  const fill = (key = ''): void => {
    if (list.childElementCount > 0 && key === '') return;
    list.replaceChildren(...ordered.map((step) => stepItem(step, context, keyOf(step) === key)));
    if (fold.querySelector('.step-add') === null) {
      const add = addStep(segment, context);
      add.classList.add('step-add');
      fold.append(add);
    }
  };
  const picture =
    due.length === 0 ? null : timeline(due.map(drawn), `${segmentWords(segment)}: ${due.map(inWords).join('; ')}.`);
  picture?.addEventListener('click', (event) => {
    const day = nearestStep(picture, event);
    if (day === '') return;
    fill(day);
    fold.open = true;
    const line = list.querySelector<HTMLElement>(`[data-step="${CSS.escape(day)}"] .step-line`);
    line?.focus();
    line?.scrollIntoView({ block: 'start' });
  });
  fold.addEventListener('toggle', () => {
    if (fold.open) fill();
  });
  if (isOpen && open) {
    fill(keyOf(open));
    fold.open = true;
  }
  return el(
    'section',
    { class: 'card ladder-of', 'data-segment': segment.toLowerCase() },
    el(
      'div',
      { class: 'card-head' },
      el(
        'h4',
        { dir: 'auto' },
        segmentAtStart(segment),
        segmentWords(segment) === segment ? null : el('span', { class: 'muted small' }, ` ${segment}`),
      ),
      el('span', {}, worst && pill(PLURALS[worst], TONES[worst])),
    ),
    el(
      'p',
      { class: 'small muted' },
      [isForEvery(segment) ? '' : count(customers, 'customer'), note].filter(Boolean).join('. '),
    ),
    picture,
    steps.length > 0 && fold,
  );
}

/** A mark is small: whoever presses beside it means it. */
const NEAR = 16;

/** The step whose mark lies nearest to where the picture was pressed; '' where none is near. */
function nearestStep(picture: Element, { clientX, clientY }: MouseEvent): string {
  const marks = [...picture.querySelectorAll('[data-step]')].map((mark) => {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    return { mark, away: Math.hypot((left + right) / 2 - clientX, (top + bottom) / 2 - clientY) };
  });
  const [nearest] = marks.sort((a, b) => a.away - b.away);
  return (nearest && nearest.away <= NEAR && nearest.mark.getAttribute('data-step')) || '';
}

function drawn(step: PolicyRow) {
  const { days, channel, tone } = step;
  return { day: days, channel, tone, label: whatOf(step), key: keyOf(step) };
}

function inWords(step: PolicyRow): string {
  return `day ${step.days} ${whatOf(step)}`;
}
