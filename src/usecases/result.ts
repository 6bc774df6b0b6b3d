// The result of every call from outside: a value, or a sentence for the person.

/** The answer to every call of the sidebar: a value, or a sentence for the person with a stable code. */
export type Result<T> = { ok: true; value: T } | { ok: false; code: string; message: string };
