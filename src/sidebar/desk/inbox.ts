// Review on the desk, as an inbox: the list, the reminder that is read, what belongs to it, and the keys.
import type { ChangeResult, ReminderView } from '../../entry/sidebar-calls';
import { openCustomer } from '../customer/customer';
import { openReminder } from '../reminder/reminder';
import type { Draft } from '../reminder/reminder-mail';
import { whyNothing } from '../review/review-parts';
import { withoutReminder } from '../review/without-reminder';
import { button, confirmDialog } from '../shell/controls';
import { el } from '../shell/dom';
import { count } from '../shell/format';
import { progress } from '../shell/progress';
import type { Shell } from '../shell/shell';
import { sendPanel } from '../today/send-panel';
import { inboxHelp, onKey } from './inbox-keys';
import { sectionList, seekFields } from './inbox-list';
import { type InboxLine, type InboxSection, isUndecided } from './inbox-order';
import { openEditor, openLater, type ReaderActs, reading } from './inbox-reader';
import type { InboxState, Told } from './inbox-state';

/** So many are approved in one call. */
const STEP = 100;

/** What is read has no words that wait to be saved. */
const NO_DRAFT = (): boolean => false;

/** Draws the inbox: at once as it is in hand, then as it is read. */
export async function inboxView(host: HTMLElement, shell: Shell, state: InboxState): Promise<void> {
  const inbox = new Inbox(host, shell, state);
  inbox.draw();
  await inbox.reload();
}

/** The inbox on the page. */
class Inbox {
  private readonly list = el('div', { class: 'inbox-lists', tabindex: '-1' });
  private readonly middle = el('section', { class: 'inbox-middle', 'aria-label': 'The reminder' });
  private readonly right = el('section', { class: 'inbox-right', 'aria-label': 'About it' });
  private readonly foot = el('div', { class: 'inbox-foot' });
  private readonly seek: ReturnType<typeof seekFields>;
  private readonly acts;
  private readonly told: Told;
  private draft: Pick<Draft, 'unsaved' | 'store'> = { unsaved: NO_DRAFT, store: async () => undefined };
  /** What the reader shows: a reminder, or that it is being read. */
  private shown = '';

  constructor(
    private readonly host: HTMLElement,
    private readonly shell: Shell,
    private readonly state: InboxState,
  ) {
    this.acts = {
      choose: (id: string) => void this.choose(id),
      sought: () => this.drawList(),
      approveAll: (section: InboxSection) => this.approveAll(section),
    };
    this.told = {
      settled: (result, ids, fits) => this.settled(result, ids, fits),
      done: () => {
        if (host.isConnected) this.drawFoot();
      },
      refused: (message) => {
        this.shell.alert(message);
        this.redraw();
      },
    };
    this.seek = seekFields(state, shell, this.acts);
    const left = el(
      'section',
      { class: 'inbox-left', 'aria-label': 'What waits' },
      this.seek.element,
      this.list,
      this.foot,
    );
    host.classList.add('inbox');
    host.append(left, this.middle, this.right);
    const keys = (event: KeyboardEvent): void => {
      if (!host.isConnected) {
        document.removeEventListener('keydown', keys);
        return;
      }
      onKey(event, {
        next: () => void this.step(1),
        previous: () => void this.step(-1),
        approve: () => void this.approve(),
        edit: openEditor,
        later: openLater,
        search: () => host.querySelector<HTMLElement>('input[type="search"]')?.focus(),
        help: () => inboxHelp(),
        undo: () => void this.undoLast(),
      });
    };
    document.addEventListener('keydown', keys);
    // A click into the mail would take the keys with it: its frame runs no script that could hand them back.
    const back = (): void => {
      if (!host.isConnected) {
        window.removeEventListener('blur', back);
        return;
      }
      setTimeout(() => {
        if (document.activeElement instanceof HTMLIFrameElement && host.contains(document.activeElement))
          this.list.focus();
      });
    };
    window.addEventListener('blur', back);
  }

  /** Reads the list anew; what is read stays where it is still there. */
  async reload(): Promise<void> {
    const wrong = await this.state.read();
    if (!this.host.isConnected) return;
    if (wrong !== '') {
      this.shell.alert(wrong);
      if (this.state.review.page === null) {
        const again = button('Try again', () => this.reload(), { kind: 'primary', busy: 'Reading…' });
        this.list.replaceChildren(el('h1', {}, 'This could not be shown'), again);
        this.middle.replaceChildren();
      }
      return;
    }
    this.shown = this.draft.unsaved() ? this.shown : '';
    this.redraw();
  }

  /** Everything as it is in hand; skeletons where nothing is. */
  draw(): void {
    if (this.state.review.page === null) {
      this.list.replaceChildren(...Array.from({ length: 8 }, () => el('div', { class: 'skeleton line-skeleton' })));
      this.middle.replaceChildren(skeleton());
      this.host.setAttribute('aria-busy', 'true');
      return;
    }
    this.redraw();
  }

  private redraw(): void {
    this.host.removeAttribute('aria-busy');
    const ids = this.state.order().map(({ line }) => line.id);
    if (!this.state.lines().some(({ line }) => line.id === this.state.chosen)) {
      const first = this.state.order().find(isUndecided);
      this.state.chosen = first?.line.id ?? ids[0] ?? '';
    }
    this.drawList();
    // What is asked for ahead is not asked for once more by the reader.
    this.openAhead();
    this.drawReader();
  }

  private drawList(): void {
    this.seek.refresh();
    const had = this.list.contains(document.activeElement);
    const { scrollTop } = this.list;
    this.list.replaceChildren(...sectionList(this.state, this.asOf(), this.acts));
    this.list.scrollTop = scrollTop;
    const current = this.list.querySelector<HTMLElement>('[aria-current]');
    (current ?? this.list.querySelector<HTMLElement>('[data-id]'))?.setAttribute('tabindex', '0');
    if (had && current) current.focus({ preventScroll: true });
    this.drawFoot();
    this.count();
  }

  private drawFoot(): void {
    const approved = this.state.review.groups().find(({ name }) => name === 'approved');
    const without = withoutReminder(this.state.review.without ?? [], this.shell);
    const send = approved && approved.together.length > 0 && !this.state.isBusy();
    const key = `${send ? approved.together.length : 0} ${without.length}`;
    if (this.foot.dataset['drawn'] === key) return;
    this.foot.dataset['drawn'] = key;
    this.foot.replaceChildren(
      ...(send ? [sendPanel(this.shell, approved.together.length, () => this.reload())] : []),
      ...without,
    );
  }

  private count(): void {
    const { today } = this.shell;
    if (!today) return;
    const lines = this.state.lines();
    const size = (name: string): number => lines.filter(({ group }) => group === name).length;
    this.shell.remember({
      ...today,
      waiting: {
        ...today.waiting,
        toReview: size('look') + size('routine'),
        approved: size('approved'),
        callsAndTasks: size('calls'),
      },
    });
  }

  private asOf(): string {
    return this.state.review.page?.asOf ?? '';
  }

  private openAhead(): void {
    this.state.openAhead(() => {
      if (!this.host.isConnected) return;
      this.openAhead();
      if (this.shown !== this.state.chosen) this.drawReader();
      this.drawFoot();
    });
  }

  private drawReader(): void {
    const { chosen } = this.state;
    if (chosen !== '' && this.shown === chosen) return;
    const view = this.state.opened();
    if (chosen === '') this.drawNothing();
    else if (view) this.drawReminder(view);
    else this.fetchReader(chosen);
  }

  /** What is not in hand is asked for, unless a call under way brings it. */
  private fetchReader(chosen: string): void {
    this.middle.replaceChildren(skeleton());
    this.right.replaceChildren();
    if (this.state.isOnItsWay(chosen)) return;
    void this.shell.ask('getReminder', chosen).then((asked) => {
      if (!asked) return;
      this.state.review.keep(asked);
      if (this.host.isConnected && this.state.chosen === asked.id) this.drawReader();
    });
  }

  private drawNothing(): void {
    this.shown = '';
    const plan = async (): Promise<void> => {
      const result = await this.shell.ask('planNow');
      if (!result) return;
      this.shell.say(result.message);
      await this.reload();
    };
    this.middle.replaceChildren(
      el(
        'div',
        { class: 'inbox-none' },
        el('h1', {}, 'Nothing waits for a decision'),
        el('p', { class: 'muted' }, whyNothing(this.shell)),
        button('Look again', plan, { busy: 'Looking…' }),
      ),
    );
    this.right.replaceChildren();
  }

  private drawReminder(view: ReminderView): void {
    const order = this.state.order();
    const at = order.findIndex(({ line }) => line.id === view.id);
    const line = this.state.lines().find((one) => one.line.id === view.id);
    const isApproved = line?.group === 'approved';
    const acts: ReaderActs = {
      approve: () => this.approve(),
      kind: this.kindOf(line),
      takeBack: () => this.takeBack([view.id]),
      second: () => this.second(view.id),
      finish: (result, undo) => this.finish(view.id, result, undo),
      changed: (changed) => this.edited(changed),
      openCustomer: (reminder) => this.openCard(reminder),
      step: (by) => void this.step(by),
      place: at < 0 ? '' : `${at + 1} of ${order.length}`,
      help: () => inboxHelp(),
    };
    const { middle, right, draft } = reading(view, this.shell, isApproved, acts);
    this.draft = draft;
    this.shown = view.id;
    this.middle.replaceChildren(...middle);
    this.right.replaceChildren(...right);
    this.right.scrollTop = 0;
  }

  /** The routine ones in the text of one: a person who read one may let all of them go. */
  private kindOf(line: InboxLine | undefined): ReaderActs['kind'] {
    const kind = line?.group === 'routine' ? line.line.by?.kind : undefined;
    const lines = this.state
      .sections()
      .flatMap((section) => section.lines)
      .filter((one) => kind !== undefined && one.group === 'routine' && one.line.by?.kind === kind);
    return {
      number: lines.length,
      approve: () => this.approveAll({ key: `kind:${kind}`, title: kind ?? '', lines, asked: {} }),
    };
  }

  /** Brings a reminder before the person, after a question where words are not saved. */
  private async choose(id: string): Promise<void> {
    if (id === this.state.chosen && this.shown === id) return;
    if (!(await this.shell.mayLeave())) return;
    this.state.chosen = id;
    this.shown = '';
    this.drawList();
    this.openAhead();
    this.drawReader();
    const line = this.list.querySelector<HTMLElement>('[aria-current]');
    line?.scrollIntoView({ block: 'nearest' });
    line?.focus({ preventScroll: true });
  }

  private async step(by: 1 | -1): Promise<void> {
    const order = this.state.order();
    const at = order.findIndex(({ line }) => line.id === this.state.chosen);
    const to = order[at < 0 ? 0 : at + by];
    if (to) await this.choose(to.line.id);
  }

  private lastApproved: string[] = [];

  private async approve(): Promise<void> {
    const { chosen } = this.state;
    const one = this.state.lines().find(({ line }) => line.id === chosen);
    const view = this.state.opened();
    // Only what a person has before them is approved.
    if (!one || !view || this.shown !== chosen || (one.group !== 'look' && one.group !== 'routine')) return;
    if (this.draft.unsaved()) {
      await this.state.settle();
      const stored = await this.draft.store();
      if (!stored) return;
      this.state.review.keep(stored);
      for (const part of this.middle.querySelectorAll('[data-unsaved]')) part.removeAttribute('data-unsaved');
    }
    const next = this.state.after(chosen);
    this.lastApproved = [chosen];
    this.state.approve(chosen, this.told);
    this.shell.say(`Approved: ${one.line.customer}.`, { label: 'Undo', press: () => this.takeBack([chosen]) });
    if (next !== '') await this.choose(next);
    else {
      this.shown = '';
      this.redraw();
    }
  }

  private settled(result: ChangeResult, ids: readonly string[], fits: boolean): void {
    if (!this.host.isConnected) return;
    // What had changed meanwhile is told; it stands in the list again as it is.
    if (result.changed < ids.length) this.shell.alert(result.message);
    if (result.changed === 0) this.shell.quiet();
    if (!fits) void this.reload();
    else if (!this.state.isBusy() || result.changed < ids.length) this.redraw();
    else this.drawList();
  }

  /** All routine ones of a group, each decided again by the server; what is left says why. */
  private async approveAll(section: InboxSection): Promise<void> {
    await this.state.settle();
    const ids = section.lines.filter(({ group }) => group === 'routine').map(({ line }) => line.id);
    if (!(await this.shell.mayLeave())) return;
    const sure = await confirmDialog(
      `Approve ${count(ids.length, 'routine reminder')} of “${section.title}”?`,
      ['Each is decided again by today’s invoices first. What changed meanwhile stays, with its reason.'],
      'Approve them',
    );
    if (!sure) return;
    const { approved, passed, message } = await this.approveSteps(ids);
    if (!this.host.isConnected) return;
    this.lastApproved = approved;
    const undo = { label: 'Undo', press: () => this.takeBack(approved) };
    this.shown = '';
    this.redraw();
    if (message !== '') this.shell.say(message, approved.length > 0 ? undo : undefined);
    if (passed.length > 0)
      await confirmDialog(
        `${count(passed.length, 'reminder stays', 'reminders stay')} as it was`,
        passed.slice(0, 12).map(({ why }) => why),
        'Understood',
        'Close',
      );
  }

  /** Step by step, with how far it is and a way to stop in between; a single step shows on its button alone. */
  private async approveSteps(ids: readonly string[]) {
    const approved: string[] = [];
    const passed: { id: string; why: string }[] = [];
    const shown = progress('Approving');
    if (ids.length > STEP) this.foot.replaceChildren(shown.element);
    this.foot.dataset['drawn'] = 'progress';
    let message = '';
    for (let from = 0; from < ids.length; from += STEP) {
      if (from > 0 && shown.isStopped()) break;
      const step = ids.slice(from, from + STEP);
      const result = await this.shell.ask('approveTogether', step, this.state.review.end);
      if (!result || !this.host.isConnected) break;
      passed.push(...(result.passed ?? []));
      const left = new Set(result.passed?.map(({ id }) => id));
      const done = step.filter((id) => !left.has(id));
      approved.push(...done);
      message = ids.length > STEP ? `${count(approved.length, 'reminder')} approved.` : result.message;
      if (!this.state.review.follow(result, done)) await this.state.read();
      shown.at(from + step.length, ids.length, 'Looked at');
    }
    return { approved, passed, message };
  }

  private async undoLast(): Promise<void> {
    if (this.lastApproved.length > 0) await this.takeBack(this.lastApproved);
  }

  private async takeBack(ids: string[]): Promise<void> {
    await this.state.settle();
    const result = await this.shell.ask('undoApproval', ids);
    if (!result) return;
    this.lastApproved = [];
    const fits = this.state.review.follow(result, ids);
    this.shell.say(result.message);
    this.state.chosen = ids[0] ?? this.state.chosen;
    this.shown = '';
    if (!fits) await this.reload();
    else if (this.host.isConnected) this.redraw();
  }

  private async second(id: string): Promise<void> {
    await this.state.settle();
    const result = await this.shell.ask('approveAsSecond', id);
    if (!result) return;
    this.shell.say(result.message);
    this.state.review.follow(result, [id]);
    this.shown = '';
    await this.reload();
  }

  private finish(id: string, result: ChangeResult, undo?: () => Promise<ChangeResult | undefined>): void {
    const next = this.state.after(id);
    const fits = this.state.review.follow(result, [id]);
    if (next !== '') this.state.chosen = next;
    this.shown = '';
    this.draft = { unsaved: NO_DRAFT, store: async () => undefined };
    if (fits) this.redraw();
    else void this.reload();
    const takeBack = async (): Promise<void> => {
      const back = undo && (await undo());
      if (!back) return;
      this.state.chosen = id;
      await this.reload();
      this.shell.say(back.message);
    };
    this.shell.say(result.message, undo && { label: 'Undo', press: takeBack });
  }

  private edited(changed: ReminderView): void {
    this.state.review.keep(changed);
    this.drawReminder(changed);
    void this.state.read().then(() => {
      this.state.review.keep(changed);
      if (this.host.isConnected) this.drawList();
    });
  }

  private openCard(reminder: ReminderView): void {
    const back = this.shell.backTo('review');
    void this.shell.leave(() =>
      openCustomer(reminder.customerKey, this.shell, {
        back,
        open: (id) => openReminder(id, { ...this.elsewhere(), back: back.press }),
      }),
    );
  }

  private elsewhere() {
    return { shell: this.shell, reviewState: this.state.review, listName: 'customer' as const };
  }
}

/** What stands for a reminder while it is read. */
function skeleton(): HTMLElement {
  return el(
    'div',
    { class: 'reader-skeleton', 'aria-hidden': 'true' },
    ...['40%', '25%', '60%', '100%'].map((width) => {
      const part = el('div', { class: 'skeleton' });
      part.style.width = width;
      return part;
    }),
  );
}
