// Defining properties the way built-ins have them: writable and configurable, but not listed.

/** Defines properties on a target that enumeration does not show. */
export function defineHidden(target: object, properties: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(properties)) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  }
}

/** Defines a property that is made when it is first touched; from then on it is an ordinary one. */
export function defineLazily(target: object, name: string, make: () => unknown): void {
  Object.defineProperty(target, name, {
    get() {
      const value = make();
      defineHidden(target, { [name]: value });
      return value;
    },
    set(this: object, value: unknown) {
      Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
    },
    configurable: true,
    enumerable: false,
  });
}
