// ScriptApp: triggers, authorization and modes.
import type { Book } from './book';
import { type MethodTable, named, serve } from './call';
import {
  AuthMode,
  AuthorizationStatus,
  type EnumValue,
  EventType,
  enumNamed,
  Month,
  TriggerSource,
  Weekday,
} from './enums';
import { fail } from './exception';
import type { Host } from './host';
import { demand, missingScopes, SCOPES } from './rights';
import type { StoredTrigger } from './state';

type Schedule = Record<string, string | number>;

/** An installed trigger. */
export class Trigger {
  readonly #host: Host;
  readonly #stored: StoredTrigger;
  constructor(host: Host, stored: StoredTrigger) {
    this.#host = host;
    this.#stored = stored;
  }
  getHandlerFunction(): string {
    return this.#stored.handler;
  }
  getEventType(): EnumValue | null {
    return enumNamed(EventType, this.#stored.event ?? 'CLOCK');
  }
  getTriggerSource(): EnumValue {
    return (this.#stored.event ?? 'CLOCK') === 'CLOCK' ? TriggerSource.CLOCK : TriggerSource.SPREADSHEETS;
  }
  getTriggerSourceId(): string | null {
    return this.getTriggerSource() === TriggerSource.CLOCK ? null : this.#host.draft.facts.id;
  }
  getUniqueId(): string {
    return this.#stored.id;
  }
}

function install(host: Host, handler: string, event: string, schedule: Schedule): Trigger {
  demand(host, 'ScriptApp.newTrigger', SCOPES.triggers);
  const own = host.world.triggers.filter((trigger) => trigger.user === host.user);
  if (own.length >= 20) {
    fail('This script has too many triggers. Triggers must be deleted from the script before more can be added.');
  }
  const id = host.uuid().replace(/\D/g, '').padEnd(19, '0').slice(0, 19);
  const stored: StoredTrigger = {
    id,
    user: host.user,
    handler,
    everyHours: Number(schedule['everyHours'] ?? 0),
    event,
    schedule,
  };
  host.addTrigger(stored);
  return new Trigger(host, stored);
}

/** Builds a time-driven trigger. */
export class ClockTriggerBuilder {
  readonly #host: Host;
  readonly #handler: string;
  readonly #schedule: Schedule = {};
  constructor(host: Host, handler: string) {
    this.#host = host;
    this.#handler = handler;
  }
  #set(name: string, value: string | number): this {
    this.#schedule[name] = value;
    return this;
  }
  after(milliseconds: number): this {
    return this.#set('at', this.#host.now() + milliseconds);
  }
  at(date: Date): this {
    return this.#set('at', date.getTime());
  }
  atDate(year: number, month: number, day: number): this {
    return this.#set('atDate', `${year}-${month}-${day}`);
  }
  atHour(hour: number): this {
    return this.#set('atHour', hour);
  }
  everyDays(days: number): this {
    return this.#set('everyDays', days);
  }
  everyHours(hours: number): this {
    if (![1, 2, 4, 6, 8, 12].includes(hours))
      fail('The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.');
    return this.#set('everyHours', hours);
  }
  everyMinutes(minutes: number): this {
    if (![1, 5, 10, 15, 30].includes(minutes))
      fail('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
    return this.#set('everyMinutes', minutes);
  }
  everyWeeks(weeks: number): this {
    return this.#set('everyWeeks', weeks);
  }
  inTimezone(zone: string): this {
    if (!this.#host.isZone(zone)) fail(`Invalid argument: ${zone}`);
    return this.#set('inTimezone', zone);
  }
  nearMinute(minute: number): this {
    return this.#set('nearMinute', minute);
  }
  onMonthDay(day: number): this {
    return this.#set('onMonthDay', day);
  }
  onWeekDay(day: EnumValue): this {
    return this.#set('onWeekDay', day.name());
  }
  create(): Trigger {
    const recurs = ['everyDays', 'everyHours', 'everyMinutes', 'everyWeeks', 'onMonthDay', 'onWeekDay', 'at', 'atDate'];
    if (!recurs.some((name) => name in this.#schedule))
      fail('The recurrence interval must be set before the trigger can be created.');
    return install(this.#host, this.#handler, 'CLOCK', this.#schedule);
  }
}

/** Builds a trigger of spreadsheet events. */
export class SpreadsheetTriggerBuilder {
  readonly #host: Host;
  readonly #handler: string;
  #event = '';
  constructor(host: Host, handler: string) {
    this.#host = host;
    this.#handler = handler;
  }
  #on(event: string): this {
    this.#event = event;
    return this;
  }
  onChange(): this {
    return this.#on('ON_CHANGE');
  }
  onEdit(): this {
    return this.#on('ON_EDIT');
  }
  onFormSubmit(): this {
    return this.#on('ON_FORM_SUBMIT');
  }
  onOpen(): this {
    return this.#on('ON_OPEN');
  }
  create(): Trigger {
    if (this.#event === '') fail('The event type must be set before the trigger can be created.');
    return install(this.#host, this.#handler, this.#event, {});
  }
}

/** The start of a trigger. */
export class TriggerBuilder {
  readonly #host: Host;
  readonly #handler: string;
  constructor(host: Host, handler: string) {
    this.#host = host;
    this.#handler = handler;
  }
  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#host, this.#handler);
  }
  forSpreadsheet(_spreadsheet: unknown): SpreadsheetTriggerBuilder {
    return new SpreadsheetTriggerBuilder(this.#host, this.#handler);
  }
}

/** What a person has granted. */
export class AuthorizationInfo {
  readonly #missing: string[];
  readonly #granted: string[] | null;
  constructor(missing: string[], granted: string[] | null) {
    this.#missing = missing;
    this.#granted = granted;
  }
  getAuthorizationStatus(): EnumValue {
    return this.#missing.length > 0 ? AuthorizationStatus.REQUIRED : AuthorizationStatus.NOT_REQUIRED;
  }
  getAuthorizationUrl(): string | null {
    return this.#missing.length > 0 ? 'https://script.google.com/macros/authorize' : null;
  }
  getAuthorizedScopes(): string[] | null {
    return this.#granted ? [...this.#granted] : null;
  }
}

const CLOCK: MethodTable = {
  after: '- n',
  at: '- d',
  atDate: '- n,n,n',
  atHour: '- n',
  everyDays: '- n',
  everyHours: '- n',
  everyMinutes: '- n',
  everyWeeks: '- n',
  inTimezone: '- S',
  nearMinute: '- n',
  onMonthDay: '- n',
  onWeekDay: '- e',
  create: 'x ',
};
const TRIGGER: MethodTable = {
  getHandlerFunction: '- ',
  getEventType: '- ',
  getTriggerSource: '- ',
  getTriggerSourceId: '- ',
  getUniqueId: '- ',
};
const AUTHORIZATION: MethodTable = {
  getAuthorizationStatus: '- ',
  getAuthorizationUrl: '- ',
  getAuthorizedScopes: '- ',
};

function serveClasses(host: Host): void {
  serve(host, Trigger.prototype, 'Script.Trigger', 'Trigger', TRIGGER);
  serve(host, ClockTriggerBuilder.prototype, 'Script.ClockTriggerBuilder', 'ClockTriggerBuilder', CLOCK);
  serve(host, SpreadsheetTriggerBuilder.prototype, 'Script.SpreadsheetTriggerBuilder', 'SpreadsheetTriggerBuilder', {
    onChange: '- ',
    onEdit: '- ',
    onFormSubmit: '- ',
    onOpen: '- ',
    create: 'x ',
  });
  serve(host, TriggerBuilder.prototype, 'Script.TriggerBuilder', 'TriggerBuilder', {
    timeBased: '- ',
    forSpreadsheet: '- e|s',
  });
  serve(host, AuthorizationInfo.prototype, 'Script.AuthorizationInfo', 'AuthorizationInfo', AUTHORIZATION);
  named(Trigger.prototype, 'Trigger');
}

/** Makes ScriptApp for an execution. */
export function createScriptApp(host: Host, _book: Book): object {
  serveClasses(host);
  const scopes = host.scopes;
  const checkKnown = (list: unknown[]): string[] => {
    const unknown = list.map(String).filter((scope) => scopes !== null && !scopes.includes(scope));
    if (unknown.length > 0) fail(`The script does not declare these OAuth scopes: ${unknown.join(', ')}`);
    return list.map(String);
  };
  const require = (wanted: readonly string[]) => {
    const missing = missingScopes(host, wanted);
    if (missing.length > 0)
      fail(`Authorization is required to perform that action. Missing scopes: ${missing.join(', ')}`);
  };
  const listed = (method: string) => {
    demand(host, `ScriptApp.${method}`, SCOPES.triggers);
    return host.world.triggers
      .filter((trigger) => trigger.user === host.user)
      .map((trigger) => new Trigger(host, trigger));
  };
  const app = {
    newTrigger(handler: string): TriggerBuilder {
      demand(host, 'ScriptApp.newTrigger', SCOPES.triggers);
      return new TriggerBuilder(host, handler);
    },
    getProjectTriggers: (): Trigger[] => listed('getProjectTriggers'),
    getUserTriggers: (_file: unknown): Trigger[] => listed('getUserTriggers'),
    deleteTrigger(trigger: Trigger): void {
      demand(host, 'ScriptApp.deleteTrigger', SCOPES.triggers);
      host.removeTrigger(trigger.getUniqueId());
    },
    getAuthorizationInfo(_mode: EnumValue, list: unknown[] | null = null): AuthorizationInfo {
      const wanted = list ? checkKnown(list) : (scopes ?? host.world.missingScopes?.[host.user] ?? []);
      const missing = missingScopes(host, wanted);
      return new AuthorizationInfo(
        missing,
        scopes ? scopes.filter((scope) => missingScopes(host, [scope]).length === 0) : null,
      );
    },
    requireScopes: (_mode: EnumValue, list: unknown[]): void => require(checkKnown(list)),
    requireAllScopes: (_mode: EnumValue): void => require(scopes ?? host.world.missingScopes?.[host.user] ?? []),
    getScriptId: (): string => '1aLocalScriptOfThisHost_00000000000000000000',
    getService: (): object => ({ getUrl: () => null, isEnabled: () => false }),
  };
  serve(host, app, 'ScriptApp', 'ScriptApp', {
    newTrigger: 'x S',
    getProjectTriggers: 'x ',
    getUserTriggers: 'x e',
    deleteTrigger: 'x e',
    getAuthorizationInfo: 'x e|e,A',
    requireScopes: 'x e,A',
    requireAllScopes: 'x e',
    getScriptId: '- ',
    getService: '- ',
  });
  return Object.assign(app, {
    AuthMode,
    AuthorizationStatus,
    EventType,
    TriggerSource,
    Month,
    WeekDay: Weekday,
    toString: () => 'ScriptApp',
  });
}
