// The state behind the page: one workbook with the add-on in it, one person, one clock.
import { builtProject } from '../built-project';
import { demoBankFile } from '../demo/bank-file';
import { prepareDemo } from '../demo/day-to-day';
import { addDocuments } from '../demo/demo-documents';
import { DEMO_ZONE, demoWorld } from '../demo/demo-world';
import { HostFailure, sentenceOf } from '../failure';
import type { ShownDialog, StoredFile, World } from '../google-services/state';
import {
  countsOf,
  eventsAfter,
  HOUR,
  inWords,
  passHours,
  type SendingHours,
  type TabLine,
  waitingLines,
} from '../hourly-run';
import type { PlanReport } from '../plan-report';
import type { Project } from '../project';
import { openSession, type Session } from '../session';
import { addDays, dayIn, instantAt, wallClock } from '../wall-clock';
import { typedCell } from '../workbook/display';
import { cellAt, contentSize, putCell } from '../workbook/stored-cells';
import { INCOMING, type IncomingKind, receive } from './incoming';
import { type MailLine, type MailView, mailView } from './mail-view';
import { type SheetView, sheetView } from './sheet-view';

const OPENING = '08:40:00';
const LONGEST_WAIT_DAYS = 120;
/** States of a reminder in which nobody is asked: it is leaving, or was put off. */
const NOBODY_ASKED = ['sending', 'snoozed'];

/** What the page shows besides the cells. */
export interface PageState {
  version: number;
  name: string;
  zone: string;
  /** `YYYY-MM-DDTHH:mm` on the sheet's clocks. */
  clock: string;
  schedule: boolean;
  demo: boolean;
  user: string;
  sheets: { id: number; name: string; rows: number }[];
  activeSheet: number;
  /** Counts how often the add-on, not the person, moved to another tab or cell: the page follows then. */
  moves: number;
  selection: World['screen']['selection'] | null;
  menus: World['screen']['menus'];
  sidebar: { title: string; html: string; shown: number } | null;
  dialog: ShownDialog | null;
  messages: string[];
  mails: MailLine[];
  /** Whether the person has given the permissions of what is built in beyond the usual; null where nothing is. */
  permission: boolean | null;
  /** What may come back to a mail of the outbox, where somebody notices it. */
  incoming: Readonly<Record<string, string>>;
}

/** How far the clock is moved on: an hour, a day, or to the next planned contact. */
export type ClockStep = 'hour' | 'day' | 'contact';

/** How far the clock went, how often the hourly run ran on the way, and what came of it, in words. */
export interface ClockMoved {
  hours: number;
  ran: number;
  message: string;
}

/** Where the workbench gets its workbook from, again at every reset. */
export interface WorkbookSource {
  demo: boolean;
  open(): Promise<{ world: World; now: number }>;
  /** Another build than that in dist/, and whether what it has beyond the usual is allowed at the start. */
  flavour?: { project: Project; allowed: boolean };
  /** The files of Google Drive as they are now; left out where the workbook brings its own. */
  files?: () => StoredFile[];
}

function extraScopesOf({ manifest }: Project): string[] {
  const usual = builtProject().manifest.oauthScopes ?? [];
  return (manifest.oauthScopes ?? []).filter((scope) => !usual.includes(scope));
}

function sessionOf({ flavour }: WorkbookSource, world: World, now: number): Session {
  if (!flavour) return openSession(world, { now });
  const session = openSession(world, { now, project: flavour.project });
  if (!flavour.allowed) world.missingScopes = { [session.user]: extraScopesOf(flavour.project) };
  return session;
}

/** The demo company, on the first working morning from today on. @param hasDocuments whether its invoices link to files */
export function demoSource(hasDocuments = false): WorkbookSource {
  return {
    demo: true,
    open: async () => {
      const asOf = workingDay(dayIn(Date.now(), DEMO_ZONE));
      const world = demoWorld(asOf);
      if (hasDocuments) addDocuments(world);
      return { world, now: instantAt(`${asOf}T${OPENING}`, DEMO_ZONE) };
    },
  };
}

/** Monday, when the day falls on a weekend: otherwise the first thing to be seen would be an empty queue. */
export function workingDay(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
}

/** One open workbook; every call answers at once, one after the other. */
export class Workbench {
  private readonly source: WorkbookSource;
  private session: Session;
  private version = 1;
  private moves = 0;
  private place = '';
  private views = new Map<string, MailView>();

  private constructor(
    source: WorkbookSource,
    session: Session,
    private openedAt: number,
  ) {
    this.source = source;
    this.session = session;
  }

  /** The demo company's bank file of the morning on which it was opened; null for another workbook. */
  bankFile(): string | null {
    return this.source.demo ? demoBankFile(dayIn(this.openedAt, DEMO_ZONE)) : null;
  }

  /** Opens the workbook and, for the demo, sets the add-on up and plans the first day. */
  static async start(source: WorkbookSource): Promise<Workbench> {
    const { world, now } = await source.open();
    const bench = new Workbench(source, sessionOf(source, world, now), now);
    bench.prepare();
    return bench;
  }

  /** Starts again from the beginning. */
  async reset(): Promise<void> {
    const { world, now } = await this.source.open();
    this.openedAt = now;
    this.session = sessionOf(this.source, world, now);
    this.views = new Map();
    this.prepare();
  }

  private prepare(): void {
    this.session.formulas.recalculate();
    this.openDocument();
    if (this.source.demo) prepareDemo(this.session);
    // In a workbook that nobody has set up the add-on opens its set-up.
    this.menu('openSidebar');
    this.changed();
  }

  /** What opening the document in an editor does: the simple trigger runs and the menu is there. */
  openDocument(): void {
    this.session.world.screen.menus.length = 0;
    this.guarded(() =>
      this.session.run('onOpen', [{ authMode: 'LIMITED' }], { editorOpen: true, authMode: 'LIMITED' }),
    );
    this.changed();
  }

  async state(): Promise<PageState> {
    const { world, now, user } = this.session;
    const { spreadsheet, screen } = world;
    const messages = [...screen.alerts, ...screen.toasts];
    screen.alerts.length = 0;
    screen.toasts.length = 0;
    const customers = world.mails.every(({ id }) => this.views.has(id)) ? new Map() : this.customers();
    const views = await Promise.all(world.mails.map((mail) => this.view(mail.id, customers)));
    return {
      version: this.version,
      name: spreadsheet.name,
      zone: spreadsheet.timeZone,
      clock: wallClock(now, spreadsheet.timeZone).slice(0, 16),
      schedule: world.triggers.length > 0,
      demo: this.source.demo,
      user,
      sheets: spreadsheet.sheets
        .filter((sheet) => !sheet.hidden)
        .map((sheet) => ({ id: sheet.id, name: sheet.name, rows: contentSize(sheet).rows })),
      activeSheet: spreadsheet.activeSheetId,
      moves: this.moves,
      selection: screen.selection ?? null,
      menus: screen.menus,
      sidebar: screen.sidebar,
      dialog: screen.dialog ?? null,
      messages,
      mails: views.map(({ id, at, customer, to, subject }) => ({ id, at, customer, to, subject })).reverse(),
      permission: this.extraScopes().length === 0 ? null : !this.extraScopes().every((scope) => this.isMissing(scope)),
      incoming: this.extraScopes().some((scope) => scope.includes('gmail.')) ? INCOMING : {},
    };
  }

  /** What the build asks for beyond the usual. */
  private extraScopes(): string[] {
    const { project } = this.source.flavour ?? {};
    return project ? extraScopesOf(project) : [];
  }

  private isMissing(scope: string): boolean {
    return this.session.world.missingScopes?.[this.session.user]?.includes(scope) ?? false;
  }

  /** Gives the permissions of what is built in beyond the usual, or takes them back, as the person's Google account would. */
  permit(on: boolean): void {
    this.session.world.missingScopes = { [this.session.user]: on ? [] : this.extraScopes() };
    this.changed();
  }

  /** Something comes back to a mail of the outbox. @throws HostFailure when there is no such mail */
  incoming(id: string, kind: IncomingKind): void {
    const { world, now } = this.session;
    receive(world, this.stored(id), kind, now);
    world.screen.toasts.push(`${INCOMING[kind]}: it is in your mailbox. The next hourly run looks at it.`);
    this.version += 1;
  }

  /** The cells of a sheet. @throws HostFailure when there is none of that id */
  sheet(id: number): SheetView {
    const { spreadsheet } = this.session.world;
    const sheet = spreadsheet.sheets.find((candidate) => candidate.id === id);
    if (!sheet) throw new HostFailure('sheet-missing', 'This tab is no longer there.');
    return sheetView(sheet, this.session.formulas, spreadsheet.locale);
  }

  /** Types a text into a cell, 0-based, and recalculates. */
  edit(sheetId: number, row: number, column: number, text: string): void {
    const { spreadsheet } = this.session.world;
    const sheet = spreadsheet.sheets.find((candidate) => candidate.id === sheetId);
    if (!sheet) throw new HostFailure('sheet-missing', 'This tab is no longer there.');
    const inside = row >= 0 && column >= 0 && row < sheet.maxRows && column < sheet.maxColumns;
    if (!inside) throw new HostFailure('outside', 'This cell lies outside the sheet.');
    const old = cellAt(sheet, row, column);
    putCell(sheet, row, column, typedCell(text, old, spreadsheet.locale, this.session.today()));
    this.changed();
  }

  /** Notes which cell the person selected, 0-based. */
  select(sheetId: number, row: number, column: number): void {
    const { spreadsheet, screen } = this.session.world;
    if (!spreadsheet.sheets.some((sheet) => sheet.id === sheetId)) return;
    spreadsheet.activeSheetId = sheetId;
    screen.selection = { sheetId, row, column };
    this.place = this.placeNow();
  }

  private placeNow(): string {
    const { spreadsheet, screen } = this.session.world;
    return JSON.stringify([spreadsheet.activeSheetId, screen.selection]);
  }

  /** Runs a menu item as the person who chose it. */
  menu(handler: string): void {
    const items = this.session.world.screen.menus.flatMap((menu) => menu.items);
    // A line between two items has no handler.
    const known = handler !== '' && items.some((item) => item.handler === handler);
    if (!known) throw new HostFailure('not-found', 'This menu item does not exist.');
    this.guarded(() => this.session.run(handler, [], { editorOpen: true }));
    this.changed();
  }

  /** A call of the sidebar; throws what the called function throws. */
  call(name: string, args: unknown[]): unknown {
    this.lookAtFiles();
    try {
      return this.session.callFromSidebar(name, args);
    } finally {
      this.changed();
    }
  }

  /** What somebody put into the folder, or took away, counts at once. */
  private lookAtFiles(): void {
    const { files } = this.source;
    if (files) this.session.world.files = files();
  }

  closeSidebar(): void {
    this.session.world.screen.sidebar = null;
    this.version += 1;
  }

  closeDialog(): void {
    this.session.world.screen.dialog = null;
    this.version += 1;
  }

  /** Moves the clock on; the hourly trigger runs, if one is installed, in the hours in which it may find something. */
  moveClock(by: ClockStep): ClockMoved {
    const { session } = this;
    const from = session.now;
    const to = by === 'hour' ? from + HOUR : this.dayTarget(by);
    const seen = eventsAfter(session, 0).length;
    const ran = this.letRun(to);
    this.openDocument();
    // As when one opens it on another day: on Today, which tells what the time brought, not on the page of an old menu item.
    if (session.world.screen.sidebar) this.menu('openSidebar');
    const told = ran === 0 ? 'the hourly run is off, so nothing was planned or sent' : this.told(seen);
    return { hours: Math.round((to - from) / HOUR), ran, message: `${this.arrival(by)}: ${told}.` };
  }

  private letRun(to: number): number {
    const { session } = this;
    this.lookAtFiles();
    if (session.world.triggers.length === 0) {
      session.now = to;
      return 0;
    }
    const { window } = session.ask<SendingHours>('getToday');
    return passHours(session, window, { to, changed: true, last: true }, () => {
      for (const trigger of [...session.world.triggers])
        this.guarded(() => session.run(trigger.handler, [{ triggerUid: trigger.id }], { editorOpen: false }));
    });
  }

  /** What the runs did, and what waits now. */
  private told(seen: number): string {
    const waiting = waitingLines(this.session);
    const isApprovedMail = (line: TabLine) => line['State'] === 'approved' && line['Channel'] === 'email';
    const approved = waiting.filter(isApprovedMail).length;
    const yours = waiting.filter((line) => !isApprovedMail(line) && !NOBODY_ASKED.includes(line['State'] ?? '')).length;
    return [
      inWords(countsOf(eventsAfter(this.session, seen))),
      ...(approved > 0 ? [`${approved} approved to leave`] : []),
      ...(yours > 0 ? [`${yours} ${yours === 1 ? 'waits' : 'wait'} for you`] : []),
    ].join(', ');
  }

  /** Where the clock came to rest: `Wed 4 Nov`, `Wed 4 Nov, 09:40`, `Up to Wed 4 Nov`. */
  private arrival(by: ClockStep): string {
    const { now, world } = this.session;
    const wall = wallClock(now, world.spreadsheet.timeZone);
    const parts: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' };
    const day = new Date(`${wall.slice(0, 10)}T00:00:00Z`).toLocaleDateString('en-GB', parts).replace(',', '');
    return by === 'hour' ? `${day}, ${wall.slice(11, 16)}` : by === 'day' ? day : `Up to ${day}`;
  }

  private dayTarget(by: 'day' | 'contact'): number {
    const zone = this.session.world.spreadsheet.timeZone;
    const today = this.session.today();
    const clock = wallClock(this.session.now, zone).slice(10);
    if (by === 'day') return instantAt(`${addDays(today, 1)}${clock}`, zone);
    const next = this.nextContact(today);
    if (next === null) {
      throw new HostFailure('no-contact', `No contact is planned in the next ${LONGEST_WAIT_DAYS} days.`);
    }
    return instantAt(`${next}T${OPENING}`, zone);
  }

  /** The first day after today on which a decision may change. */
  private nextContact(today: string): string | null {
    const report = this.session.ask<PlanReport>('previewPlan', { asOf: today });
    const last = addDays(today, LONGEST_WAIT_DAYS);
    const dates = report.invoices
      .map((invoice) => invoice.nextDate ?? '')
      .filter((date) => date > today && date <= last)
      .sort();
    return dates[0] ?? null;
  }

  /** A mail as its recipient sees it. @throws HostFailure when there is none of that id */
  async mail(id: string): Promise<MailView> {
    return this.view(id);
  }

  /** A mail's raw bytes. */
  rawMail(id: string): Buffer {
    return Buffer.from(this.stored(id).raw, 'latin1');
  }

  private stored(id: string) {
    const mail = this.session.world.mails.find((candidate) => candidate.id === id);
    if (!mail) throw new HostFailure('mail-missing', 'This mail is not in the outbox.');
    return mail;
  }

  /** Whom the reminders of AR Log are for, by their references. */
  private customers(): Map<string, string> {
    return new Map(eventsAfter(this.session, 0).map((row) => [row['Reminder'] ?? '', row['Customer'] ?? '']));
  }

  private async view(id: string, customers = this.customers()): Promise<MailView> {
    const known = this.views.get(id);
    if (known) return known;
    const mail = this.stored(id);
    const at = wallClock(mail.at, this.session.world.spreadsheet.timeZone).slice(0, 16);
    const view = await mailView(mail, at, customers);
    this.views.set(id, view);
    return view;
  }

  /** An error of the add-on becomes a message on the screen, as an editor shows it. */
  private guarded(run: () => unknown): void {
    try {
      run();
    } catch (error) {
      this.session.world.screen.toasts.push(sentenceOf(error));
    }
  }

  private changed(): void {
    this.session.formulas.recalculate();
    this.version += 1;
    if (this.place !== this.placeNow()) this.moves += 1;
    this.place = this.placeNow();
  }
}
