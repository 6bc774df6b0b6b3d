// The errors that services throw: named Exception, as on Google, and of the context's own realm.

/** An error of a service. `String(error)` is `Exception: <message>`. */
export class ServiceException extends Error {
  constructor(message: string) {
    super(message);
    Object.defineProperty(this, 'name', { value: 'Exception', configurable: true, writable: true });
  }
}

/** Throws a service exception. */
export function fail(message: string): never {
  throw new ServiceException(message);
}
