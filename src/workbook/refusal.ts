// An error meant for a person: a stable code and a sentence that says what to do.

/** Thrown where a use case cannot go on; the entry functions turn it into an answer. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}
