// What the local host says when it cannot do something: a stable code, a sentence for the person, and an exit code.

/** A failure with a sentence for the person; `exit` is 1 (could not do it) or 2 (wrong usage). */
export class HostFailure extends Error {
  readonly code: string;
  readonly exit: 1 | 2;

  constructor(code: string, message: string, exit: 1 | 2 = 1) {
    super(message);
    this.name = 'HostFailure';
    this.code = code;
    this.exit = exit;
  }
}

/** The sentence of any thrown value. Example: `sentenceOf(new Error('no'))` is `no`. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
