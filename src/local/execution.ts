// One execution: its clock, its draft of the spreadsheet, its counters and its end.
import { randomUUID } from 'node:crypto';
import { createEvaluation, type FormulaHook, noteChange } from './formulas/draft-formulas';
import { digest, hmac } from './google-services/digest';
import { createDraft } from './google-services/draft';
import type { Draft, Host } from './google-services/host';
import { localeData } from './google-services/locale';
import { displayText } from './google-services/number-format';
import { pdfOf } from './google-services/pdf';
import type { ShownDialog, World } from './google-services/state';
import { typed } from './google-services/typing';
import { instantOf, instantOfWall, isZone, offsetAt } from './google-services/zone';
import type { ExecutionOptions, Project } from './project';

/** Thrown by `beforeCall` to end an execution as a crash or Google's limits would: no catch in the script outlasts it. */
export class ExecutionKilled extends Error {
  override readonly name: string = 'ExecutionKilled';
  /** @param keepsWritten whether what was not flushed reaches the spreadsheet all the same: Google promises neither */
  constructor(
    message = '',
    readonly keepsWritten = false,
  ) {
    super(message);
  }
}

/** The time limit was reached. */
class ExecutionTimeout extends ExecutionKilled {
  override readonly name = 'Exception';
  constructor() {
    super('Exceeded maximum execution time');
  }
}

/** An execution under way. */
export interface Execution {
  readonly host: Host;
  /** The error that ended it, if one did. */
  ended(): Error | null;
  /** Checks the time limit once more. */
  checkTime(): void;
}

const SIX_MINUTES = 360_000;
const HALF_MINUTE = 30_000;

function decoded(base64: string): string | null {
  const plain = base64.replace(/\s/g, '').replace(/=+$/, '');
  if (/[^A-Za-z0-9+/_-]/.test(plain) || plain.length % 4 === 1) return null;
  return Buffer.from(plain, 'base64').toString('latin1');
}

function zoneName(zone: string, instant: number, long: boolean): string {
  if (/^(?:GMT|UTC)([+-].*)?$/.test(zone)) return zone === 'UTC' && long ? 'Coordinated Universal Time' : zone;
  if (Number.isNaN(instant)) return zone;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: long ? 'long' : 'short' });
  return format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** Starts an execution in a world. */
export function startExecution(
  project: Project,
  world: World,
  options: ExecutionOptions,
  hook?: FormulaHook,
): Execution {
  const clock = options.repeatable?.clock ?? (() => performance.now());
  const uuid = options.repeatable?.id ?? (() => randomUUID());
  const started = clock();
  const executionId = uuid();
  const limit = options.authMode === 'CUSTOM_FUNCTION' ? HALF_MINUTE : SIX_MINUTES;
  let passed = 0;
  let end: Error | null = null;
  const elapsed = () => clock() - started + passed;
  const now = () => options.now + elapsed();
  const book = world.spreadsheet;
  const wallNow = () => Math.floor(now()) + offsetAt(draft.facts.timeZone, now());
  const evaluate = createEvaluation(book, () => draft, wallNow, hook);
  const draft: Draft = createDraft(book, evaluate, (sheetId) => noteChange(book, sheetId));
  const locale = () => localeData(draft.facts.locale);

  const checkTime = () => {
    if (!end && elapsed() > limit) end = new ExecutionTimeout();
  };
  const enter = (method: string) => {
    if (end) throw end;
    checkTime();
    if (end) throw end;
    const count = (world.calls[method] ?? 0) + 1;
    world.calls[method] = count;
    heard(() => options.beforeCall?.(method, count));
    passed += options.callTakes?.(method) ?? 0;
    checkTime();
    if (end) throw end;
  };
  const leave = (method: string) => {
    if (end) throw end;
    heard(() => options.afterCall?.(method, world.calls[method] ?? 0));
  };
  function heard(listen: () => void): void {
    try {
      listen();
    } catch (error) {
      if (error instanceof ExecutionKilled) end = error;
      throw error;
    }
  }

  const host: Host = {
    user: options.user,
    authMode: options.authMode,
    editorOpen: options.editorOpen,
    scriptZone: options.scriptZone ?? project.manifest.timeZone,
    executionId,
    scopes: project.manifest.oauthScopes ?? null,
    html: project.html,
    world,
    draft,
    now,
    pass: (milliseconds) => {
      passed += milliseconds;
      checkTime();
      if (end) throw end;
    },
    enter,
    leave,
    killed: () => end !== null,
    offsetAt,
    instantOf,
    instantOfWall,
    isZone,
    zoneName,
    locale,
    typed: (text) => typed(text, locale(), wallNow()),
    display: (value, format) => displayText(value, format, locale()),
    digest,
    hmac,
    pdf: pdfOf,
    uuid,
    decoded,
    log: (level, text) => options.onLog?.(level, text),
    ...worldChanges(world, options.user),
  };
  return { host, ended: () => end, checkTime };
}

/** Changes of the world that must be made of this realm's objects, so that no context is kept alive by them. */
function worldChanges(world: World, user: string) {
  return {
    showMenu(caption: string, items: string): void {
      const menu = { caption, items: JSON.parse(items) };
      const { menus } = world.screen;
      const at = menus.findIndex((other) => other.caption === caption);
      if (at >= 0) menus[at] = menu;
      else menus.push(menu);
    },
    select(sheetId: number, row: number, column: number): void {
      world.screen.selection = { sheetId, row, column };
    },
    showSidebar(title: string, html: string): void {
      world.screen.sidebar = { title, html, shown: (world.screen.sidebar?.shown ?? 0) + 1 };
    },
    showDialog(dialog: Omit<ShownDialog, 'shown'>): void {
      world.screen.dialog = { ...dialog, shown: (world.screen.dialog?.shown ?? 0) + 1 };
    },
    addMail(mail: World['mails'][number]): void {
      world.mailPlaces = (world.mailPlaces ?? 0) + 1;
      world.mails.push({ ...mail, place: world.mailPlaces });
    },
    addTrigger(trigger: World['triggers'][number]): void {
      world.triggers.push(JSON.parse(JSON.stringify(trigger)));
    },
    removeTrigger(id: string): void {
      world.triggers = world.triggers.filter((trigger) => trigger.id !== id);
    },
    setStore(name: 'documentProperties' | 'scriptProperties' | 'userProperties', values: Record<string, string>): void {
      if (name === 'userProperties') world.userProperties[user] = { ...values };
      else world[name] = { ...values };
    },
  };
}
