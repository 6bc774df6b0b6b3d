// An error meant for a person: a stable code and a sentence that says what to do.

/** What a use case refuses by itself, each code with one meaning for ever. */
export const REFUSAL_CODES = [
  'alias-impossible',
  'amount-unreadable',
  'answer-unknown',
  'bad-request',
  'busy',
  'cell-taken',
  'choice-unknown',
  'column-missing',
  'column-needed',
  'currency-missing',
  'currency-other',
  'customer-unknown',
  'date-future',
  'date-missing',
  'date-past',
  'date-unreadable',
  'days-out-of-range',
  'ending-wrong',
  'half-loaded',
  'invoice-missing',
  'invoice-unknown',
  'line-customers',
  'line-parts',
  'line-return',
  'line-unknown',
  'month-closed',
  'month-lost',
  'month-open',
  'month-unknown',
  'no-address',
  'no-cell',
  'no-invoice-sheet',
  'no-invoice-table',
  'no-log',
  'no-permission',
  'no-sender',
  'no-spreadsheet',
  'no-such-field',
  'no-such-sheet',
  'no-template',
  'no-pdf',
  'not-a-copy',
  'not-a-mail',
  'not-by-hand',
  'not-sender',
  'not-set-up',
  'not-yours',
  'nothing-open',
  'nothing-to-lift',
  'outcome-unknown',
  'period-backwards',
  'period-long',
  'period-past',
  'plan-approval',
  'plan-exists',
  'plan-instalments',
  'plan-sum',
  'reason-missing',
  'reminder-unknown',
  'row-changed',
  'row-too-long',
  'search-empty',
  'second-missing',
  'second-not-needed',
  'second-yours',
  'setting-elsewhere',
  'setting-missing',
  'setting-unknown',
  'setting-unreadable',
  'sheet-missing',
  'state-changed',
  'stopped',
  'tab-damaged',
  'tab-header-missing',
  'tab-missing',
  'tab-taken',
  'texts-missing',
  'too-long',
  'typed-column',
] as const;

/** A code of {@link REFUSAL_CODES}. */
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Thrown where a use case cannot go on; the entry functions turn it into an answer. */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }

  /**
   * What was found elsewhere and stops a use case: a halt, a fault of a tab, of an address or of a letter, by its own code.
   * @example Refusal.of({ code: 'copied', message: 'This workbook is a copy, ...' }).code // 'copied'
   */
  static of({ code, message }: { code: string; message: string }): Refusal {
    return Object.assign(new Refusal('stopped', message), { code });
  }
}
