// A step of a ladder: a line, and behind it the text filled for a real customer and what may be changed of the step.
import type { PolicyRow } from '../../dunning/policy/policy';
import type { PolicyFindingView, PolicyStepView, PolicyView, RuleChange, TextView } from '../../entry/sidebar-calls';
import { channelMark } from '../ladders/timeline';
import { button, pill, type Tone } from '../shell/controls';
import { el, freshId, markUnsaved } from '../shell/dom';
import type { Shell } from '../shell/shell';
import { openText } from '../texts/text-page';
import { textPreview } from '../texts/text-preview';
import { addingOf, changeOf } from './step-changes';
import { findingsWith, stepForm } from './step-form';
import { whatOf, whenOf, whomOf } from './step-words';
import { askedWithTrial, canTry, trialPlace } from './trial';

const TAB = 'AR Policy';

/** How findings are marked. */
export const TONES: Record<PolicyFindingView['severity'], Tone> = { error: 'bad', warning: 'warn', note: 'calm' };

/** What a step needs of the page. */
export interface StepContext {
  shell: Shell;
  view: PolicyView;
  /** All steps of its segment. */
  steps: readonly PolicyStepView[];
  /** Reads the policy again and opens a step in it, by segment, anchor and number. */
  reload: (open?: PolicyRow) => Promise<PolicyView | undefined>;
  /** Opens the page again, the step open. */
  comeBack: (open: PolicyRow) => void;
}

/** A step as a line of its ladder. @param isOpen whether it begins open */
export function stepItem(step: PolicyStepView, context: StepContext, isOpen: boolean): HTMLElement {
  const findings = context.view.findings.filter(({ row }) => row === step.row);
  const [worst] = findings;
  const place = el('div', { id: freshId('step'), class: 'step-open', hidden: true });
  const opener = el(
    'button',
    { type: 'button', class: 'step-line', 'aria-expanded': 'false', 'aria-controls': place.id },
    channelMark(step.channel, step.tone),
    el(
      'span',
      { class: 'step-words' },
      el('span', {}, el('span', { class: 'strong' }, whatOf(step)), ` ${whenOf(step)}`),
      el('span', { class: 'small muted' }, [`“${step.template}”`, whomOf(step)].filter(Boolean).join(' ')),
      el(
        'span',
        {},
        !step.active && pill('off', 'calm'),
        step.purpose !== 'reminder' && pill(step.purpose, 'calm'),
        step.attach && pill(`with ${step.attach.join(' and ')}`, 'calm'),
        step.active && step.sending === 'auto' && pill('automatic', 'info'),
        worst && worst.severity !== 'note' && pill(worst.severity, TONES[worst.severity]),
      ),
    ),
  );
  const toggle = async (): Promise<void> => {
    if (!place.hidden && place.querySelector('[data-unsaved]') && !(await context.shell.mayLeave())) return;
    place.hidden = !place.hidden;
    opener.setAttribute('aria-expanded', String(!place.hidden));
    place.replaceChildren(...(place.hidden ? [] : [openedStep(step, context)]));
  };
  opener.addEventListener('click', () => void toggle());
  const item = el('li', { class: step.active ? null : 'off', 'data-step': keyOf(step) }, opener, place);
  if (isOpen) void toggle();
  return item;
}

/** By what a step is known again. */
export function keyOf({ segment, anchor, stage }: PolicyRow): string {
  return `${segment}|${anchor}|${stage}`;
}

function openedStep(step: PolicyStepView, context: StepContext): HTMLElement {
  const { shell, view, steps } = context;
  const beside = el('div', { class: 'step-findings', role: 'status' });
  const meanwhile = el('div', {});
  const tried = trialPlace();
  const all = allSteps(view);
  const withStep = (now: PolicyRow): PolicyRow[] => all.map((one) => (one === step ? now : one));
  const say = (findings: readonly PolicyFindingView[]): void => beside.replaceChildren(...findings.map(findingLine));
  const filled = filledText(step, context);
  const form = stepForm(step, namesOf(view), () => {
    const now = form.read();
    const isChanged = changeOf(step, now) !== null;
    markUnsaved(fields, isChanged);
    actions.hidden = !isChanged;
    tried.show(all, isChanged && !Number.isNaN(now.days) ? withStep(now) : null);
    say(isChanged ? findingsWith(steps, now, step.row) : ownFindings());
    filled.show(now.template);
  });
  const ownFindings = (): PolicyFindingView[] => view.findings.filter(({ row }) => row === step.row);
  const store = async (now: PolicyRow, over: PolicyStepView = step): Promise<void> => {
    const change = changeOf(over, now);
    if (!change) return void (await context.reload(now));
    if (await written([change], now, context, { say, fields })) return;
    if (shell.alertShown() !== '') await showMeanwhile(now);
  };
  /** Somebody changed the row in the tab since it was read: both are shown, and a person says which stays. */
  const showMeanwhile = async (mine: PolicyRow): Promise<void> => {
    const said = shell.alertShown();
    const policy = await shell.ask('getPolicy');
    shell.alert(said);
    const theirs = policy?.segments.flatMap((one) => one.steps).find((one) => keyOf(one) === keyOf(step));
    if (!theirs || theirs.seen === step.seen) return;
    meanwhile.replaceChildren(
      el(
        'section',
        { class: 'card meanwhile', 'aria-label': 'Changed meanwhile' },
        el('h4', {}, 'Somebody changed this step meanwhile'),
        el('p', {}, el('span', { class: 'strong' }, 'In the tab now: '), inShort(theirs)),
        el('p', {}, el('span', { class: 'strong' }, 'Yours: '), inShort(mine)),
        el(
          'div',
          { class: 'actions' },
          button('Keep mine', () => store({ ...mine, stage: theirs.stage }, theirs), { busy: 'Saving…' }),
          button('Take theirs', async () => {
            markUnsaved(fields, false);
            await context.reload(step);
          }),
        ),
      ),
    );
  };
  const save = button('Save this step', () => store(form.read()), { kind: 'primary', busy: 'Saving…' });
  const actions = el('div', { hidden: true }, el('div', { class: 'actions' }, save));
  const switched = button(
    step.active ? 'Switch this step off' : 'Switch this step on',
    () => store({ ...step, active: !step.active }),
    { busy: 'Saving…', ...(canTry() ? { asks: () => asksToSwitch() } : {}) },
  );
  const asksToSwitch = (): Promise<boolean> => {
    const words = step.active ? 'Switch it off' : 'Switch it on';
    return askedWithTrial(`${words}?`, all, withStep({ ...step, active: !step.active }), words);
  };
  const showRow = async (): Promise<void> => {
    const result = await shell.ask('showRow', view.tab, step.row);
    if (result) shell.say(result.message);
  };
  const fields = el('div', { class: 'step-fields' }, ...form.fields, beside, tried.element, actions, meanwhile);
  fields.append(
    el(
      'div',
      { class: 'actions' },
      switched,
      button(`Show row ${step.row}`, showRow, { kind: 'quiet', name: `Show row ${step.row} of ${view.tab}` }),
    ),
  );
  say(ownFindings());
  filled.show(step.template);
  return el('div', { class: 'text-sides' }, fields, filled.element);
}

/** Every step of the policy. */
function allSteps({ segments }: PolicyView): PolicyRow[] {
  return segments.flatMap(({ steps }) => steps);
}

function inShort(step: PolicyRow): string {
  const { template, sending, active } = step;
  const approves = sending === 'auto' ? 'leaves by itself' : 'a person reads it first';
  return `${whatOf(step)}, ${whenOf(step)}, “${template}”, ${whomOf(step)}, ${approves}${active ? '' : ', off'}.`;
}

/** Writes changes, and shows the page as it is by then; false where they were not written. */
async function written(
  changes: RuleChange[],
  now: PolicyRow,
  { shell, reload }: Pick<StepContext, 'shell' | 'reload'>,
  { say, fields }: { say: (findings: readonly PolicyFindingView[]) => void; fields: HTMLElement },
): Promise<boolean> {
  const saved = await shell.ask('saveRules', TAB, changes);
  if (!saved) return false;
  if (saved.findings.length > 0) {
    say(saved.findings);
    shell.say(saved.message);
    return false;
  }
  markUnsaved(fields, false);
  await reload(now);
  const undo = async (): Promise<void> => {
    if (!(await shell.ask('saveRules', TAB, saved.undo))) return;
    await reload(now);
    shell.say('Taken back.');
  };
  shell.say(saved.message, { label: 'Undo', press: undo });
  return true;
}

/** A button that opens the fields of a new step. */
export function addStep(segment: string, context: StepContext): HTMLElement {
  const { view, steps } = context;
  const place = el('div', { class: 'step-open', hidden: true });
  const due = steps.filter(({ anchor }) => anchor === 'due').sort((a, b) => a.days - b.days);
  const last = due[due.length - 1];
  const first: PolicyRow = {
    ...{ segment, stage: 0, anchor: 'due', channel: 'email', purpose: 'reminder', template: 'Friendly' },
    ...{ to: ['billing'], cc: [], sending: 'review', tone: 'friendly', active: true, repeatEvery: 0, times: 1 },
    minimumGap: last?.minimumGap ?? 0,
    days: widest(due.map(({ days }) => days)),
  };
  const open = (): void => {
    const beside = el('div', { class: 'step-findings', role: 'status' });
    const say = (findings: readonly PolicyFindingView[]): void => beside.replaceChildren(...findings.map(findingLine));
    const filled = filledText(first, context);
    const tried = trialPlace();
    const form = stepForm(first, namesOf(view), () => {
      markUnsaved(fields, true);
      say(findingsOfNew(form.read()));
      tryIt(form.read());
      filled.show(form.read().template);
    });
    const numberedWith = (now: PolicyRow): { others: PolicyStepView[]; added: PolicyRow } => {
      const changes = addingOf(steps, now);
      const moved = new Map(
        changes.flatMap(({ seen, cells }) => (seen ? [[seen.row, Number(cells?.['Stage'])] as const] : [])),
      );
      const others = steps.map((step) => ({ ...step, stage: moved.get(step.row) ?? step.stage }));
      return { others, added: { ...now, stage: Number(changes[0]?.cells?.['Stage'] ?? 0) } };
    };
    const findingsOfNew = (now: PolicyRow): PolicyFindingView[] => {
      const { others, added } = numberedWith(now);
      return findingsWith(others, added, 0);
    };
    const tryIt = (now: PolicyRow): void => {
      const { others, added } = numberedWith(now);
      const before = allSteps(view);
      const elsewhere = before.filter((one) => !steps.some((step) => step === one));
      tried.show(before, Number.isNaN(now.days) ? null : [...elsewhere, ...others, added]);
    };
    const save = async (): Promise<void> => {
      const now = form.read();
      const faults = Number.isNaN(now.days) ? findingsOfNew(now) : [];
      if (faults.length > 0) return say(faults);
      const changes = addingOf(steps, now);
      await written(changes, { ...now, stage: Number(changes[0]?.cells?.['Stage']) }, context, { say, fields });
    };
    const close = (): void => {
      place.hidden = true;
      place.replaceChildren();
      opener.focus();
    };
    const fields = el(
      'div',
      { class: 'step-fields' },
      el('h4', {}, 'A new step'),
      ...form.fields,
      beside,
      tried.element,
      el(
        'div',
        { class: 'actions' },
        button('Add this step', save, { kind: 'primary', busy: 'Saving…' }),
        button('Cancel', close),
      ),
    );
    filled.show(first.template);
    say(findingsOfNew(first));
    place.hidden = false;
    place.replaceChildren(el('div', { class: 'text-sides' }, fields, filled.element));
    place.querySelector('input')?.focus();
  };
  const opener = button('Add a step', open, { name: `Add a step for ${segment}` });
  return el('div', {}, opener, place);
}

/** The middle of the widest space between days past due, or two weeks behind the last where there is none of two weeks. */
function widest(days: readonly number[]): number {
  const last = days[days.length - 1] ?? 0;
  let best = { from: last, space: 0 };
  for (const [at, day] of days.entries()) {
    const space = (days[at + 1] ?? day) - day;
    if (day >= 0 && space > best.space) best = { from: day, space };
  }
  return best.space >= 10 ? best.from + Math.floor(best.space / 2) : last + 14;
}

function namesOf({ texts }: PolicyView): string[] {
  return texts.map(({ name }) => name);
}

function findingLine({ severity, message }: PolicyFindingView): HTMLElement {
  return el('p', {}, pill(severity, TONES[severity]), ` ${message}`);
}

/** The text of a step as a customer of its segment would get it, and the way to change it. */
function filledText(
  step: PolicyRow,
  { shell, view, comeBack }: StepContext,
): { element: HTMLElement; show: (name: string) => void } {
  const element = el('div', { class: 'step-text' });
  let shown = '';
  const draw = (text: TextView | undefined, name: string): void => {
    if (shown !== name || !element.isConnected) return;
    const own = text?.texts.find(({ language }) => text.samples[language]?.language === language) ?? text?.texts[0];
    if (!text || !own) {
      element.replaceChildren(
        el('p', { class: 'wrong' }, name === '' ? 'It has no text.' : `AR Templates has no text “${name}”.`),
      );
      return;
    }
    const sample = text.samples[own.language];
    const preview = textPreview(text.channel);
    const back = { tab: 'more' as const, label: 'Policy', press: () => comeBack(step) };
    const change = (): Promise<void> =>
      shell.leave(() => openText(shell, view, text.name, { back, segment: step.segment }));
    element.replaceChildren(
      el('p', { class: 'small muted', dir: 'auto' }, sample ? `As ${sample.input.customer} would get it` : ''),
      preview.element,
      button('Change this text', change),
    );
    preview.show(own, sample?.input ?? null);
  };
  return {
    element,
    show: (name) => {
      if (shown === name) return;
      shown = name;
      element.replaceChildren(el('p', { class: 'loading' }, 'Filling the text…'));
      void shell.ask('getText', name, '', step.segment).then((text) => draw(text, name));
    },
  };
}
