// The frame of a guided run: a bar of its steps, and each step open or folded to one line on what was chosen.
import { button } from '../shell/controls';
import { type Child, el, focusOn } from '../shell/dom';

/** A step as it is told to the frame. */
export interface RunStep {
  /** In the bar: one word. */
  short: string;
  title: string;
  /** What was chosen, in one line; '' while nothing was. */
  chosen: () => string;
  /** Its parts, made when it is opened first. */
  body: () => Child[];
  /** Why it cannot be opened yet; '' where it can. */
  waits: () => string;
}

interface Shown {
  step: RunStep;
  tab: HTMLButtonElement;
  section: HTMLElement;
  head: HTMLElement;
  body: HTMLElement;
  isOpen: boolean;
  isDrawn: boolean;
  isDone: boolean;
}

/** The steps in their frame. */
export class RunSteps {
  private readonly shown: Shown[];
  readonly bar: HTMLElement;
  readonly list: HTMLElement;

  /**
   * @param steps in order
   * @param drawn told whenever steps were opened or folded
   */
  constructor(
    steps: readonly RunStep[],
    private readonly drawn: () => void,
  ) {
    this.shown = steps.map((step, at) => this.frame(step, at));
    this.bar = el(
      'nav',
      { class: 'run-bar', 'aria-label': 'The five steps' },
      el('ol', {}, ...this.shown.map(({ tab }) => el('li', {}, tab))),
    );
    this.list = el('div', { class: 'run-steps' }, ...this.shown.map(({ section }) => section));
  }

  private frame(step: RunStep, at: number): Shown {
    const tab = el(
      'button',
      { type: 'button', class: 'run-tab' },
      el('span', { class: 'run-number' }, String(at + 1)),
      el('span', {}, step.short),
    );
    tab.addEventListener('click', () => this.goTo(at));
    const head = el('div', { class: 'run-head' });
    const body = el('div', { class: 'run-body' });
    const section = el(
      'section',
      { class: 'card run-step', 'data-step': at + 1, 'aria-label': step.title },
      head,
      body,
    );
    return { step, tab, section, head, body, isOpen: false, isDrawn: false, isDone: false };
  }

  /** Opens these steps and folds the others; those before the first of them count as done. */
  open(open: readonly number[], done: readonly number[]): void {
    for (const [at, one] of this.shown.entries()) {
      one.isOpen = open.includes(at);
      one.isDone = done.includes(at);
    }
    this.draw();
  }

  /** Opens one step beside what is open, and brings the keyboard there. */
  goTo(at: number): void {
    const one = this.shown[at];
    if (one?.step.waits() !== '') return;
    one.isOpen = true;
    this.draw();
    one.section.scrollIntoView({ block: 'start' });
    const heading = one.head.querySelector('h3');
    if (heading) focusOn(heading);
  }

  /** Draws the parts of a step anew, where it is open. */
  redraw(at: number): void {
    const one = this.shown[at];
    if (one) one.isDrawn = false;
    this.draw();
  }

  /** Whether a step is open. */
  isOpen(at: number): boolean {
    return this.shown[at]?.isOpen === true;
  }

  /** Brings lines and marks up to date with what was chosen. */
  draw(): void {
    const first = this.shown.findIndex(({ isOpen }) => isOpen);
    for (const [at, one] of this.shown.entries()) {
      const waits = one.step.waits();
      one.tab.setAttribute('aria-disabled', String(waits !== ''));
      one.tab.classList.toggle('done', one.isDone);
      if (at === first) one.tab.setAttribute('aria-current', 'step');
      else one.tab.removeAttribute('aria-current');
      one.section.classList.toggle('open', one.isOpen);
      one.body.hidden = !one.isOpen;
      if (one.isOpen && !one.isDrawn) {
        one.isDrawn = true;
        one.body.replaceChildren(el('div', {}, ...one.step.body()));
      }
      one.head.replaceChildren(...this.headOf(one, at, waits));
    }
    this.drawn();
  }

  private headOf(one: Shown, at: number, waits: string): HTMLElement[] {
    const { step, isOpen, isDone } = one;
    const line = isOpen ? '' : waits || step.chosen();
    const heading = el(
      'h3',
      {},
      el('span', { class: 'step-number', 'aria-hidden': 'true' }, isDone && !isOpen ? '✓' : String(at + 1)),
      ` ${step.title}`,
    );
    const fold = (): void => {
      one.isOpen = !one.isOpen;
      this.draw();
      one.head.querySelector('button')?.focus();
    };
    const toggle = isOpen
      ? button('Fold', fold, { kind: 'quiet', name: `Fold “${step.title}”` })
      : button(isDone ? 'Change' : 'Open', fold, { kind: 'quiet', name: `Open “${step.title}”` });
    toggle.setAttribute('aria-expanded', String(isOpen));
    return [
      el('div', { class: 'card-head' }, heading, ...(waits === '' ? [toggle] : [])),
      ...(line === '' ? [] : [el('p', { class: 'small muted run-line', dir: 'auto' }, line)]),
    ];
  }
}
