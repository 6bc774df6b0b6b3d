// Session: who runs the script, and its zone.
import { serve } from './call';
import type { Host } from './host';
import { demand, SCOPES } from './rights';

/** A person. */
class User {
  readonly #email: string;
  constructor(email: string) {
    this.#email = email;
  }
  getEmail(): string {
    return this.#email;
  }
}

/** Makes Session for an execution. The address is hidden where no full authorization is given. */
export function createSession(host: Host): object {
  serve(host, User.prototype, 'Session.User', 'User', { getEmail: '- ' });
  Object.defineProperty(User.prototype, 'toString', {
    value(this: User) {
      return this.getEmail();
    },
    configurable: true,
    writable: true,
  });
  const person = (method: string) => () => {
    if (host.authMode !== 'FULL') return new User('');
    demand(host, `Session.${method}`, SCOPES.email);
    return new User(host.user);
  };
  const session = {
    getActiveUser: person('getActiveUser'),
    getEffectiveUser: person('getEffectiveUser'),
    getActiveUserLocale: (): string => 'en',
    getScriptTimeZone: (): string => host.scriptZone,
  };
  serve(host, session, 'Session', 'Session', {
    getActiveUser: 'x ',
    getEffectiveUser: 'x ',
    getActiveUserLocale: 'x ',
    getScriptTimeZone: 'x ',
  });
  return Object.assign(session, { toString: () => 'Session' });
}
