// ScriptApp: time-driven triggers, authorization and modes.
import { named, serve } from './call';
import { AuthMode, AuthorizationStatus, type EnumValue, EventType, enumNamed, TriggerSource } from './enums';
import { fail } from './exception';
import type { Host } from './host';
import { demand, missingScopes, SCOPES } from './rights';
import type { StoredTrigger } from './state';

/** An installed trigger. */
class Trigger {
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

/** Builds a time-driven trigger. */
class ClockTriggerBuilder {
  readonly #host: Host;
  readonly #handler: string;
  readonly #schedule: Record<string, string | number> = {};
  constructor(host: Host, handler: string) {
    this.#host = host;
    this.#handler = handler;
  }
  #set(name: string, value: string | number): this {
    this.#schedule[name] = value;
    return this;
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
  inTimezone(zone: string): this {
    if (!this.#host.isZone(zone)) fail(`Invalid argument: ${zone}`);
    return this.#set('inTimezone', zone);
  }
  create(): Trigger {
    const host = this.#host;
    if (!['everyDays', 'everyHours', 'everyMinutes'].some((name) => name in this.#schedule))
      fail('The recurrence interval must be set before the trigger can be created.');
    demand(host, 'ScriptApp.newTrigger', SCOPES.triggers);
    if (ownTriggers(host).length >= 20)
      fail('This script has too many triggers. Triggers must be deleted from the script before more can be added.');
    const stored: StoredTrigger = {
      id: host.uuid().replace(/\D/g, '').padEnd(19, '0').slice(0, 19),
      user: host.user,
      handler: this.#handler,
      everyHours: Number(this.#schedule['everyHours'] ?? 0),
      event: 'CLOCK',
      schedule: this.#schedule,
    };
    host.addTrigger(stored);
    return new Trigger(host, stored);
  }
}

function ownTriggers(host: Host): StoredTrigger[] {
  return host.world.triggers.filter((trigger) => trigger.user === host.user);
}

/** The start of a trigger. */
class TriggerBuilder {
  readonly #host: Host;
  readonly #handler: string;
  constructor(host: Host, handler: string) {
    this.#host = host;
    this.#handler = handler;
  }
  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#host, this.#handler);
  }
}

/** What a person has granted. */
class AuthorizationInfo {
  readonly #missing: string[];
  constructor(missing: string[]) {
    this.#missing = missing;
  }
  getAuthorizationStatus(): EnumValue {
    return this.#missing.length > 0 ? AuthorizationStatus.REQUIRED : AuthorizationStatus.NOT_REQUIRED;
  }
  getAuthorizationUrl(): string | null {
    return this.#missing.length > 0 ? 'https://script.google.com/macros/authorize' : null;
  }
}

function serveClasses(host: Host): void {
  serve(host, Trigger.prototype, 'Script.Trigger', 'Trigger', {
    getHandlerFunction: '- ',
    getEventType: '- ',
    getTriggerSource: '- ',
    getTriggerSourceId: '- ',
    getUniqueId: '- ',
  });
  serve(host, ClockTriggerBuilder.prototype, 'Script.ClockTriggerBuilder', 'ClockTriggerBuilder', {
    atHour: '- n',
    everyDays: '- n',
    everyHours: '- n',
    everyMinutes: '- n',
    inTimezone: '- S',
    create: 'x ',
  });
  serve(host, TriggerBuilder.prototype, 'Script.TriggerBuilder', 'TriggerBuilder', { timeBased: '- ' });
  serve(host, AuthorizationInfo.prototype, 'Script.AuthorizationInfo', 'AuthorizationInfo', {
    getAuthorizationStatus: '- ',
    getAuthorizationUrl: '- ',
  });
  named(Trigger.prototype, 'Trigger');
}

/** Makes ScriptApp for an execution. */
export function createScriptApp(host: Host): object {
  serveClasses(host);
  /** Scopes of a list, or all of the manifest, that the person has not granted. */
  const missing = (list: unknown[] | null): string[] => {
    const { scopes } = host;
    const wanted = list?.map(String) ?? scopes ?? host.world.missingScopes?.[host.user] ?? [];
    const unknown = scopes === null ? [] : wanted.filter((scope) => !scopes.includes(scope));
    if (unknown.length > 0) fail(`The script does not declare these OAuth scopes: ${unknown.join(', ')}`);
    return missingScopes(host, wanted);
  };
  const app = {
    newTrigger(handler: string): TriggerBuilder {
      demand(host, 'ScriptApp.newTrigger', SCOPES.triggers);
      return new TriggerBuilder(host, handler);
    },
    getProjectTriggers(): Trigger[] {
      demand(host, 'ScriptApp.getProjectTriggers', SCOPES.triggers);
      return ownTriggers(host).map((trigger) => new Trigger(host, trigger));
    },
    deleteTrigger(trigger: Trigger): void {
      demand(host, 'ScriptApp.deleteTrigger', SCOPES.triggers);
      host.removeTrigger(trigger.getUniqueId());
    },
    getAuthorizationInfo: (_mode: EnumValue, list: unknown[] | null = null): AuthorizationInfo =>
      new AuthorizationInfo(missing(list)),
    requireAllScopes(_mode: EnumValue): void {
      const wanted = missing(null);
      if (wanted.length > 0)
        fail(`Authorization is required to perform that action. Missing scopes: ${wanted.join(', ')}`);
    },
  };
  serve(host, app, 'ScriptApp', 'ScriptApp', {
    newTrigger: 'x S',
    getProjectTriggers: 'x ',
    deleteTrigger: 'x e',
    getAuthorizationInfo: 'x e|e,A',
    requireAllScopes: 'x e',
  });
  return Object.assign(app, {
    AuthMode,
    AuthorizationStatus,
    EventType,
    TriggerSource,
    toString: () => 'ScriptApp',
  });
}
