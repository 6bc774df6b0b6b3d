// The frame around the views: tabs, the alert region, the line that says what just happened, and going from view to view.
import type { Result, TodayView } from '../../entry/sidebar-calls';
import type { CallArguments, CallName, CallValue } from './calls';
import { button, confirmDialog } from './controls';
import { el, focusOn } from './dom';
import { Navigation, type NavigationItem } from './navigation/navigation';
import { callServer } from './server';
import { skeleton } from './skeleton';

/** The views that the sidebar and the desk both have; others lead to them by these names. */
export type TabName = 'today' | 'review' | 'problems' | 'more';

/** Something the navigation leads to. */
export interface Place extends NavigationItem {
  view: View;
}

/** Draws one view into its host. */
export type View = (host: HTMLElement, shell: Shell) => void | Promise<void>;

/** Where a page that has no tab of its own was opened from, and how to go back there. */
export interface WayBack {
  tab: TabName;
  label: string;
  press: () => void;
}

/** After this long without an answer the wait is explained; a script run may take minutes on a large sheet. */
const SLOW_AFTER_MS = 8_000;

/** Whoever was away this long may have changed something in the grid. */
const AWAY_MS = 2_000;

/** A message goes by itself after this long; one with something to do about it stays longer. */
const MESSAGE_MS = 15_000;
const MESSAGE_WITH_ACTION_MS = 60_000;

/** The frame; views ask the server, report and move on through it. */
export class Shell {
  /** The last Today that was read, for the views that need to know whether mails may leave. */
  today: TodayView | null = null;
  private readonly navigation: Navigation;
  private readonly alerts = el('div', { role: 'alert', class: 'alerts' });
  private readonly guides = el('div', { class: 'guides' });
  private readonly status = el('div', { role: 'status', class: 'status' });
  private readonly panel = el('div', { role: 'tabpanel', id: 'panel', tabindex: '-1' });
  private readonly main = el('main', {}, this.panel);
  private escape: (() => void) | null = null;
  private message = 0;
  /** The tab whose own view is shown; null on a page behind it. */
  private atTab: string | null = null;
  /** Reads what is shown once more, where that can be done beside a list. */
  private afresh: (() => void) | null = null;
  /** The one that is selected, also on a page behind it. */
  private selected = '';
  private leftAt = 0;

  /**
   * @param places what the navigation leads to, in order
   * @param isWide whether the navigation stands beside the views, as in the desk; that looks by itself for what others did
   */
  constructor(
    private readonly places: readonly Place[],
    readonly isWide = false,
  ) {
    this.navigation = new Navigation(places, isWide, (name, then) => {
      void this.leave(() => {
        then?.();
        this.openPlace(name);
      });
    });
  }

  /** Puts the frame into the page; then a view is opened. @param above what stands over the navigation */
  start(root: HTMLElement, above?: HTMLElement): void {
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !this.escape) return;
      event.preventDefault();
      void this.leave(this.escape);
    });
    root.append(el('header', {}, above, this.navigation.root), this.alerts, this.main, this.guides, this.status);
    if (this.isWide) return;
    window.addEventListener('blur', () => {
      this.leftAt = Date.now();
    });
    window.addEventListener('focus', () => void this.follow());
  }

  /** Opens a tab afresh. */
  open(name: string): void {
    this.openPlace(this.place(name)?.name ?? name);
  }

  /** Opens just the one that was pressed: on the desk More too is a page. */
  private openPlace(name: string): void {
    const place = this.places.find((one) => one.name === name);
    if (!place) return;
    this.select(place.name);
    this.show(place.view);
    this.atTab = place.name;
  }

  /** The one of that name; on the desk, which has no page between, the one that is selected. */
  private place(name: string): Place | undefined {
    const named = (wanted: string): Place | undefined => this.places.find((one) => one.name === wanted);
    return this.isWide && name === 'more' && this.selected !== '' ? named(this.selected) : named(name);
  }

  /** Draws the open view again after others changed something, unless somebody is writing or reading a page behind it. */
  redrawOpen(names: readonly string[]): void {
    const name = this.atTab;
    if (name !== null && names.includes(name) && !this.panel.querySelector('[data-unsaved]')) this.open(name);
  }

  /** Back from the grid: what was done there meanwhile is followed, unless somebody is writing or reading a page. */
  private async follow(): Promise<void> {
    if (this.leftAt === 0 || Date.now() - this.leftAt < AWAY_MS || !this.today) return;
    this.leftAt = 0;
    const { waiting } = this.today;
    await this.refreshToday();
    const isOther = JSON.stringify(waiting) !== JSON.stringify(this.today.waiting);
    if (!isOther) return;
    if (!this.afresh) this.redrawOpen(['today', 'review']);
    else if (!this.panel.querySelector('[data-unsaved]')) this.afresh();
  }

  /**
   * Opens a page that has no tab of its own. Above it stands a way back, which Escape takes as well; the keyboard goes to
   * the page's heading.
   * @param view draws the page, its heading included
   * @param back where the way back leads; More when left out
   */
  openPage(view: View, back: WayBack = this.backTo('more')): void {
    this.select(this.place(back.tab)?.name ?? back.tab);
    const page: View = async (host, shell) => {
      const body = el('div', { class: 'page' });
      const name = `Back to ${back.label}`;
      const nav = el(
        'nav',
        { class: 'page-nav', 'aria-label': 'Page' },
        button(`‹ ${back.label}`, () => this.leave(back.press), { kind: 'quiet', name }),
      );
      // The page's own heading is of the second level: it is a part of the tab that stays selected.
      const tab = el('h1', { class: 'unseen' }, this.place(back.tab)?.label ?? '');
      host.append(tab, nav, body);
      await view(body, shell);
      const heading = body.querySelector<HTMLElement>('h1, h2');
      if (heading && this.focusIsLost()) focusOn(heading);
    };
    this.show(page, back.press);
  }

  /**
   * Leaves what is shown, after a question where words of it are not saved yet.
   * @param go shows something else
   */
  async leave(go: () => unknown): Promise<void> {
    if (await this.mayLeave()) await go();
  }

  /** Whether what is shown may be left: nothing waits to be saved in it, or the person lets it go. */
  async mayLeave(): Promise<boolean> {
    if (this.panel.querySelector('[data-unsaved]') === null) return true;
    return confirmDialog('Leave without saving?', ['What you wrote here is not saved yet.'], 'Leave', 'Stay');
  }

  /** The way back to a tab. */
  backTo(name: TabName): WayBack {
    const place = this.place(name);
    const to = place?.name ?? name;
    return { tab: name, label: place?.label ?? '', press: () => this.open(to) };
  }

  private select(name: string): void {
    this.selected = name;
    this.navigation.select(name);
    this.panel.setAttribute('aria-labelledby', `tab-${name}`);
    // What was said belongs to the tab that is left.
    this.quiet();
  }

  /**
   * Draws a view inside the open tab. Each drawing gets a host of its own, so an answer that comes late for a view
   * already left paints nowhere.
   * @param view what to draw
   * @param back what Escape does there, if anything
   * @param afresh shows it again as it is by then, after something was done in the grid
   */
  show(view: View, back: (() => void) | null = null, afresh: (() => void) | null = null): void {
    this.escape = back;
    this.atTab = null;
    this.afresh = afresh;
    this.clearAlerts();
    const host = el('div', { class: 'view' });
    this.panel.replaceChildren(host);
    this.main.scrollTop = 0;
    void view(host, this);
  }

  /**
   * Asks the server; what goes wrong is shown in the alert region.
   * @returns the value, or undefined when there is none
   */
  async ask<N extends CallName>(name: N, ...args: CallArguments<N>): Promise<CallValue<N> | undefined> {
    const answer = await this.answerOf(name, ...args);
    if (answer.ok) return answer.value;
    this.alert(answer.message);
    const { afresh } = this;
    // Somebody else was first: one press shows what it is by now.
    if (afresh && answer.code === 'state-changed')
      this.alerts.append(button('Look again', () => this.leave(afresh), { kind: 'quiet' }));
    return undefined;
  }

  private async answerOf<N extends CallName>(name: N, ...args: CallArguments<N>): Promise<Result<CallValue<N>>> {
    this.clearAlerts();
    let explained = false;
    const slow = setTimeout(() => {
      explained = true;
      this.say('Still working… a large sheet can take a minute.');
    }, SLOW_AFTER_MS);
    const answer = await callServer(name, ...args);
    clearTimeout(slow);
    if (explained) this.quiet();
    return answer;
  }

  /**
   * Reads what a view shows, with a line while it is read and a way to try again when it cannot be.
   * @param host where the view is drawn
   * @param waiting the words meanwhile
   * @param again draws the view once more
   */
  async load<N extends CallName>(
    host: HTMLElement,
    waiting: string,
    again: View,
    name: N,
    ...args: CallArguments<N>
  ): Promise<CallValue<N> | undefined> {
    host.setAttribute('aria-busy', 'true');
    if (host.childElementCount === 0) host.append(skeleton(waiting));
    const answer = await this.answerOf(name, ...args);
    host.removeAttribute('aria-busy');
    if (!host.isConnected) return undefined;
    if (answer.ok) return answer.value;
    this.alert(answer.message);
    const retry = async (): Promise<void> => {
      host.replaceChildren();
      await again(host, this);
      this.rescueFocus();
    };
    host.replaceChildren(
      el(host.closest('.page') ? 'h2' : 'h1', {}, 'This could not be shown'),
      button('Try again', retry, { kind: 'primary' }),
    );
    return undefined;
  }

  /** Shows a sentence that needs attention; it stays until the next question to the server. */
  alert(message: string): void {
    this.alerts.replaceChildren(el('p', {}, message));
  }

  /** The sentence that needs attention now, '' for none. */
  alertShown(): string {
    return this.alerts.textContent ?? '';
  }

  /** Says what just happened, with at most one thing to do about it (such as Undo). */
  say(message: string, action?: { label: string; press: () => unknown }): void {
    const act = action && button(action.label, () => action.press(), { kind: 'quiet' });
    const close = button('×', () => this.quiet(), { kind: 'quiet', name: 'Close this message' });
    this.status.replaceChildren(el('p', {}, message), el('div', { class: 'status-actions' }, act, close));
    window.clearTimeout(this.message);
    this.message = window.setTimeout(() => this.quiet(), act ? MESSAGE_WITH_ACTION_MS : MESSAGE_MS);
  }

  /** Shows words beside the pages, which stay while pages come and go; null takes them away. */
  guide(words: HTMLElement | null): void {
    this.guides.replaceChildren(...(words ? [words] : []));
  }

  /** Takes the last message away. */
  quiet(): void {
    this.status.replaceChildren();
  }

  /** Keeps what Today said and brings the numbers on the tabs up to date. */
  remember(today: TodayView): void {
    this.today = today;
    const { toReview, callsAndTasks, answers, needsFix, failed, unconfirmed } = today.waiting;
    this.navigation.badge('review', toReview + callsAndTasks, 'waiting');
    this.navigation.badge('Answers', answers, 'waiting');
    this.navigation.badge('problems', needsFix + failed + unconfirmed, 'to solve');
  }

  /** Reads Today again without showing it, so that numbers and switches are right after a change. */
  async refreshToday(): Promise<void> {
    const answer = await callServer('getToday');
    if (answer.ok) this.remember(answer.value);
  }

  /** Whether the keyboard is nowhere, as after the control that had it was taken away. */
  focusIsLost(): boolean {
    return document.activeElement === null || document.activeElement === document.body;
  }

  /** Brings the keyboard to the panel when nothing better has it. */
  rescueFocus(): void {
    if (this.focusIsLost()) focusOn(this.panel);
  }

  private clearAlerts(): void {
    this.alerts.replaceChildren();
  }
}
