// What a customer's mail says, in words for a person at the command line.
import { dateText, moneyText } from './text-columns';

/** One thing a reply says, as the built reader tells it. */
export interface Intent {
  kind: string;
  date?: string;
  dateUnsure?: true;
  condition?: true;
  amount?: number;
  currency?: string;
  invoices?: string[];
  reason?: string;
  contact?: { name?: string; email?: string; phone?: string };
  quote: string;
}

const SAID: Record<string, string> = {
  promise: 'They promise to pay',
  paid: 'They say that it is paid',
  dispute: 'They dispute it',
  copy: 'They want a copy',
  contact: 'Somebody else is to be written to',
  instalments: 'They want to pay in instalments',
  call: 'They want to be called',
  'out-of-office': 'They are away',
  bounce: 'The mail did not reach them',
  insolvency: 'They are insolvent',
  question: 'They ask something',
  thanks: 'They say thanks',
  stop: 'They want no more reminders',
  unclear: 'What it says is not clear: read it yourself',
};

const REASONS: Record<string, string> = {
  'not-received': 'not received',
  quantity: 'the quantity',
  price: 'the price',
  damaged: 'damaged goods',
  'missing-po': 'an order number is missing',
  'credit-expected': 'they expect a credit note',
  other: 'another reason',
};

/** What a mail says, each part with the words it was read from. @param intents of the reader, in the order of the mail */
export function intentsText(intents: readonly Intent[]): string {
  if (intents.length === 0) return 'Nothing was read in it: the mail is empty, or holds only what it answers.\n';
  return `${intents.map(intentText).join('\n')}\n`;
}

function intentText(intent: Intent): string {
  const { kind, date, dateUnsure, condition, amount, currency, invoices = [], reason, contact, quote } = intent;
  const until = kind === 'out-of-office' ? 'until' : 'on';
  const parts = [
    reason === undefined ? '' : (REASONS[reason] ?? reason),
    amount === undefined ? '' : moneyText(amount, currency ?? ''),
    date === undefined ? '' : `${until} ${dateText(date)}`,
    dateUnsure ? 'the day is not sure' : '',
    condition ? 'once something has happened' : '',
    invoices.length === 0 ? '' : `for ${invoices.join(', ')}`,
    Object.values(contact ?? {}).join(', '),
  ].filter((part) => part !== '');
  return `${SAID[kind] ?? kind}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}\n  "${quote}"`;
}

const CLASSES: Record<string, string> = {
  bounce: 'The mail came back',
  delay: 'The mail is still on its way: their server makes it wait',
  'out-of-office': 'They are away',
  'auto-reply': 'A machine answered, not a person',
  reply: 'They answered',
  'reply-other': 'Somebody else answered, from another address',
  own: 'It is a mail of ours',
  unrelated: 'It has nothing to do with our mail',
};

/** What a message is by its headers. @param told as the reader gives it, `class` and what it knows beside it */
export function classText(told: Record<string, unknown>): string {
  const { class: kind, failed, hard, until, doubtAll } = told;
  const parts = [
    failed === undefined ? '' : `it did not reach ${[failed].flat().join(', ')}`,
    hard === true ? 'the address does not work' : hard === false ? 'the mailbox is full' : '',
    typeof until === 'string' ? `until ${dateText(until)}` : '',
    doubtAll === true ? 'which address is not said, so all of them are in doubt' : '',
  ].filter((part) => part !== '');
  return `${CLASSES[String(kind)] ?? String(kind)}${parts.length > 0 ? `: ${parts.join('; ')}` : ''}.\n`;
}
