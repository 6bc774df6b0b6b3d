// Defining properties the way built-ins have them: writable and configurable, but not listed.

/** Defines properties on a target that enumeration does not show. */
export function defineHidden(target: object, properties: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(properties)) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  }
}
