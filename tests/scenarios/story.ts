// A story told by day through the built bundle: a workbook, people, a clock, and what happens in it.
import PostalMime from 'postal-mime';
import { builtProject, builtServices } from '../../src/local/built-project';
import { freshWorld } from '../../src/local/google-services/fresh-world';
import type { StoredCell, StoredSheet, World } from '../../src/local/google-services/state';
import type { Project } from '../../src/local/project';
import { createRuntime, ExecutionKilled, type Runtime } from '../../src/local/runtime';
import { dayIn, instantAt } from '../../src/local/wall-clock';
import { contentSize, putCell, rowsByHeader, sheetNamed } from '../../src/local/workbook/stored-cells';
import { becomes, copyOf, digestOf } from '../../src/local/world-copy';
import type { SendResult } from '../../src/usecases/sending/view';
import type { TodayView } from '../../src/usecases/today/view';
import type { ReviewView } from '../../src/usecases/waiting/view';

/** An invoice as a story writes it; amounts decimal, days `YYYY-MM-DD`. */
export interface StoryInvoice {
  no: string;
  customer: string;
  due: string;
  amount: number;
  issued?: string;
  paid?: number;
  paidOn?: string;
  currency?: string;
  email?: string;
  status?: string;
}

/** A cell as a story writes it: a text `YYYY-MM-DD` is a date. */
export type StoryCell = string | number | boolean;

/** A mail as its recipient gets it. */
export interface StoryMail {
  to: string[];
  cc: string[];
  subject: string;
  text: string;
  html: string;
}

const HEADERS = [
  'Customer',
  'Invoice',
  'Invoice date',
  'Due date',
  'Amount',
  'Paid',
  'Paid on',
  'Currency',
  'Email',
  'Status',
];
const FIELDS = ['customer', 'invoice', 'issued', 'due', 'amount', 'paid', 'paidOn', 'currency', 'email', 'status'];
const PROJECT = builtProject();
const SERVICES = builtServices();
/** Worlds that went live, by what tells their beginning from others: the same beginning is set up once in a process. */
const LIVE = new Map<string, World>();
/** How many of them are kept. */
const KEPT = 8;
const EVERY_THIRD = [0, 3, 6, 9, 12, 15, 18, 21];

/** How a story's workbook and people are. */
export interface StoryOptions {
  sheetZone?: string;
  scriptZone?: string;
  locale?: string;
  sender?: string;
  /** Another build than the usual one. */
  project?: Project;
}

/** A workbook with people in it. */
export class Story {
  world: World;
  runtime: Runtime;
  user: string;
  private now = 0;
  private readonly scriptZone: string;
  private kill: ((method: string) => boolean) | null = null;
  private ownRuntime: Runtime;
  private readonly built: Project;

  /** Opens a workbook with invoices, not yet set up. */
  constructor(at: string, invoices: readonly StoryInvoice[], options: StoryOptions = {}) {
    this.world = freshWorld({
      timeZone: options.sheetZone ?? 'Europe/Berlin',
      locale: options.locale ?? 'en_GB',
      name: 'Receivables',
    });
    this.scriptZone = options.scriptZone ?? 'Etc/UTC';
    this.user = options.sender ?? 'ann@ourfirm.example';
    this.built = options.project ?? PROJECT;
    this.runtime = createRuntime(this.built, this.world, { servicesCode: SERVICES });
    this.ownRuntime = this.runtime;
    const [sheet] = this.world.spreadsheet.sheets;
    if (sheet) sheet.name = 'Invoices';
    this.at(at);
    this.invoices(invoices);
  }

  /** Moves the clock to a time in the sheet's zone: `2026-11-06 09:30`. */
  at(text: string): this {
    const [day = '', time = '00:00'] = text.split(' ');
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    this.now = instantAt(day, this.world.spreadsheet.timeZone) + (hours * 60 + minutes) * 60_000;
    return this;
  }

  /** Now, in milliseconds since 1970. */
  moment(): number {
    return this.now;
  }

  /** A second story that goes on from here, apart from this one. */
  twin(): Story {
    const twin = new Story('2026-01-01 00:00', [], { sender: this.user, project: this.built });
    twin.world = copyOf(this.world);
    twin.runtime = createRuntime(this.built, twin.world, { servicesCode: SERVICES });
    twin.ownRuntime = twin.runtime;
    twin.now = this.now;
    return twin;
  }

  /** Replaces the invoices of the sheet. */
  invoices(lines: readonly StoryInvoice[]): this {
    const sheet = this.tab('Invoices');
    sheet.cells.clear();
    this.rows('Invoices', 1, [HEADERS, ...lines.map(rowOf)]);
    return this;
  }

  /** Types rows into a tab from a row on (1-based). */
  rows(name: string, first: number, rows: readonly (readonly StoryCell[])[]): this {
    const sheet = this.tab(name);
    rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (cell !== '') putCell(sheet, first - 1 + r, c, stored(cell));
      });
    });
    return this;
  }

  /** Adds a row below the last one of a tab, by header. */
  add(name: string, values: Record<string, StoryCell>): this {
    const sheet = this.tab(name);
    const headers = [...(sheet.cells.get(0) ?? new Map<number, StoredCell>())];
    const row = contentSize(sheet).rows;
    for (const [column, cell] of headers) {
      const value = values[cell.value.kind === 'text' ? cell.value.value : ''];
      if (value !== undefined && value !== '') putCell(sheet, row, column, stored(value));
    }
    return this;
  }

  /** Changes a cell of a tab: the row where `where` holds, the column `header`. */
  change(name: string, where: (record: Record<string, string>) => boolean, header: string, value: StoryCell): this {
    const sheet = this.tab(name);
    const index = this.records(name).findIndex(where);
    const headers = sheet.cells.get(0) ?? new Map<number, StoredCell>();
    const column = [...headers].find(([, cell]) => cell.value.kind === 'text' && cell.value.value === header)?.[0];
    if (index < 0 || column === undefined) throw new Error(`no row or column ${header} in ${name}`);
    putCell(sheet, index + 1, column, stored(value));
    return this;
  }

  tab(name: string): StoredSheet {
    const sheet = sheetNamed(this.world.spreadsheet, name);
    if (!sheet) throw new Error(`no tab ${name}`);
    return sheet;
  }

  /** Rows of a tab by header, as texts. */
  records(name: string): Record<string, string>[] {
    return rowsByHeader(this.tab(name), 1);
  }

  /** Calls a sidebar function and gives its value; throws its sentence. */
  ask<T>(name: string, ...args: unknown[]): T {
    const answer = this.answer<T>(name, ...args);
    if (!answer.ok) throw new Error(`${answer.code}: ${answer.message}`);
    return answer.value;
  }

  /** Calls a sidebar function and gives its answer as the sidebar gets it. */
  answer<T>(name: string, ...args: unknown[]): { ok: true; value: T } | { ok: false; code: string; message: string } {
    return this.runtime.callFromSidebar(name, args, this.options(true)) as
      | { ok: true; value: T }
      | { ok: false; code: string; message: string };
  }

  /** The trigger fires. */
  hour(): this {
    this.runtime.call('onHour', [{}], this.options(false));
    return this;
  }

  /** The trigger fires at some hours of a span of days: every third from midnight on, unless others are asked for. */
  live(from: string, to: string, each?: (day: string) => void, hours: readonly number[] = EVERY_THIRD): this {
    for (let day = from; day <= to; day = nextDay(day)) {
      each?.(day);
      for (const hour of hours) this.at(`${day} ${String(hour).padStart(2, '0')}:30`).hour();
    }
    return this;
  }

  private options(editorOpen: boolean) {
    return {
      user: this.user,
      authMode: 'FULL' as const,
      now: this.now,
      scriptZone: this.scriptZone,
      editorOpen,
      beforeCall: (method: string) => {
        if (this.kill?.(method)) throw new ExecutionKilled();
      },
    };
  }

  /** Runs something while executions are killed before a service call. */
  killedBefore(when: (method: string) => boolean, act: () => void): this {
    this.isKilled(when, act);
    return this;
  }

  /** The same, and whether something was killed. */
  isKilled(when: (method: string) => boolean, act: () => void): boolean {
    this.kill = when;
    try {
      act();
      return false;
    } catch (error) {
      if (!(error instanceof ExecutionKilled)) throw error;
      return true;
    } finally {
      this.kill = null;
    }
  }

  /** Sets up as a person who agrees with what was found. */
  setUp(): this {
    const columns = Object.fromEntries(FIELDS.map((field, index) => [field, HEADERS[index] ?? '']));
    this.ask('applySetup', {
      sheet: 'Invoices',
      headerRow: 1,
      columns,
      company: 'Our Firm Ltd',
      senderName: 'Ann Keller',
      replyTo: 'ann@ourfirm.example',
    });
    return this;
  }

  /**
   * Set up, live, this user sends, payments are in up to today. What an earlier story of this process went through from the
   * very same beginning (workbook, moment, person, zones) is taken over from it.
   */
  goLive(): this {
    if (!this.isPlain()) return this.goLiveStepByStep();
    const beginning = `${this.now} ${this.user} ${this.scriptZone} ${this.built.code.length} ${digestOf(this.world)}`;
    const known = LIVE.get(beginning);
    if (known) {
      becomes(this.world, known);
      return this;
    }
    this.goLiveStepByStep();
    LIVE.set(beginning, copyOf(this.world));
    for (const oldest of [...LIVE.keys()].slice(0, -KEPT)) LIVE.delete(oldest);
    return this;
  }

  /** The same, each step gone through. */
  goLiveStepByStep(): this {
    this.setUp();
    this.ask('becomeSender');
    this.paymentsIn();
    this.ask('setLive', true);
    return this;
  }

  /** Whether nothing but its state decides what a call does: nobody kills it, watches it or put another part in. */
  private isPlain(): boolean {
    const isOurs = this.constructor === Story && Object.keys(this).every((name) => !(name in Story.prototype));
    return isOurs && this.kill === null && this.runtime === this.ownRuntime && this.runtime.world === this.world;
  }

  /** Confirms payments as in up to today (or a day). */
  paymentsIn(day = dayIn(this.now, this.world.spreadsheet.timeZone)): this {
    this.ask('confirmPayments', day);
    return this;
  }

  today(): string {
    return this.ask<TodayView>('getToday').today;
  }

  /** Approves everything that is planned; mails only unless said otherwise. */
  approveAll(): string[] {
    return this.approve(this.ask<ReviewView>('getReview').lines);
  }

  private approve(lines: ReviewView['lines']): string[] {
    const ids = lines.filter(({ state, channel }) => state === 'planned' && channel === 'email').map(({ id }) => id);
    if (ids.length > 0) this.ask('approveReminders', ids);
    return ids;
  }

  /** Sends until nothing remains or something stops it. */
  send(): SendResult {
    let result = this.ask<SendResult>('sendNext');
    while (result.remaining > 0 && result.stopped === '') result = this.ask<SendResult>('sendNext');
    return result;
  }

  /** One working morning: payments confirmed, plan, everything approved and sent, calls answered, tasks done. */
  morning(): this {
    return this.paymentsIn().working();
  }

  /** What follows once payments are confirmed: everything approved and sent, calls answered, tasks done. */
  working(): this {
    const { lines } = this.ask<ReviewView>('getReview');
    const byHand = lines.filter(({ channel, state }) => state === 'planned' && channel !== 'email');
    for (const { id, channel } of byHand) this.ask('recordOutcome', id, channel === 'task' ? 'done' : 'answered', '');
    // What was noted of a call may change what else waits.
    if (byHand.length > 0) this.approveAll();
    else this.approve(lines);
    this.send();
    return this;
  }

  /** The mails to customers so far, as their recipients get them. */
  async mails(): Promise<StoryMail[]> {
    return (await this.allMails()).filter(({ to }) => !to.some((address) => address.endsWith('@ourfirm.example')));
  }

  /** All mails so far, those to our own people included. */
  async allMails(): Promise<StoryMail[]> {
    return Promise.all(
      this.world.mails.map(async ({ raw }) => {
        const { to, cc, subject, text, html } = await PostalMime.parse(Buffer.from(raw, 'latin1'));
        const addresses = (list: typeof to): string[] => (list ?? []).map(({ address }) => address ?? '');
        return { to: addresses(to), cc: addresses(cc), subject: subject ?? '', text: text ?? '', html: html ?? '' };
      }),
    );
  }

  /** Events of the log as `day kind customer`, without those about the workbook. */
  events(...kinds: string[]): string[] {
    return this.records('AR Log')
      .filter((row) => row['Reminder'] !== '' && (kinds.length === 0 || kinds.includes(row['Event'] ?? '')))
      .map((row) => `${row['At']?.slice(0, 10)} ${row['Event']} ${row['Customer']}`);
  }
}

function rowOf(line: StoryInvoice): StoryCell[] {
  return [
    line.customer,
    line.no,
    line.issued ?? shift(line.due, -30),
    line.due,
    line.amount,
    line.paid ?? '',
    line.paidOn ?? '',
    line.currency ?? 'EUR',
    line.email ?? `ap@${line.customer.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example`,
    line.status ?? '',
  ];
}

function stored(cell: StoryCell): StoredCell {
  if (typeof cell === 'number') return { value: { kind: 'number', value: cell } };
  if (typeof cell === 'boolean') return { value: { kind: 'boolean', value: cell } };
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell))
    return { value: { kind: 'date', wall: `${cell}T00:00:00.000` }, numberFormat: 'yyyy-mm-dd' };
  return { value: { kind: 'text', value: cell }, numberFormat: '@' };
}

/** A day some days later. */
export function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function nextDay(day: string): string {
  return shift(day, 1);
}
