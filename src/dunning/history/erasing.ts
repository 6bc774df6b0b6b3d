// What is left of an event once a person is erased from it: what was done and when, no longer to whom.
import { digest } from './digest';
import { type EventWords, type PlacedEvent, packed } from './event-text';
import type { ReadLineFacts } from './payment-facts';

/** Who is erased. */
export interface Erasure {
  key: string;
  name: string;
  /** What takes the place of name and key; '' where they stay, as the customer is still one. */
  pseudonym: string;
  /** Ids of the lines of the bank that were decided to be theirs. */
  lines?: ReadonlySet<string>;
}

const ERASED = '(erased)';

/**
 * The words of an event without a person: addresses and what people wrote go from the events about the customer; name and
 * key go everywhere, where they do not stay.
 * @param isOwn whether the event is about the customer
 * @example wordsWithout(event, true, { key: 'jane doe', name: 'Jane Doe', pseudonym: 'erased 3f9c' }).to // undefined
 */
export function wordsWithout(event: PlacedEvent, isOwn: boolean, erasure: Erasure): EventWords {
  const { key, name, pseudonym } = erasure;
  const { customer, invoices, stage, amounts, to, note } = event;
  const { edit, addresses, answer, ...all } = packed(event.facts);
  const facts = all.lines
    ? {
        ...all,
        lines: all.lines.map((line) => (isPaidBy(line, erasure) ? { ...line, payer: '', text: '', why: '' } : line)),
      }
    : all;
  const { words: _words, address: _address, ...bare } = answer ?? {};
  const said = answer ? { answer: isOwn ? (bare as typeof answer) : answer } : {};
  const stays = isOwn ? {} : { ...(edit ? { edit } : {}), ...(addresses ? { addresses } : {}) };
  const { reminder } = facts;
  const own = isOwn && reminder ? { reminder: { ...reminder, to: [], cc: [], reasons: [], look: '' } } : {};
  const words: EventWords = {
    customer,
    invoices,
    stage,
    amounts,
    to: isOwn ? '' : to,
    note: isOwn && note !== '' ? ERASED : note,
    facts: { ...facts, ...said, ...stays, ...own },
  };
  if (pseudonym === '') return words;
  const renamed = (text: string): string => {
    if (text === name || text === key) return pseudonym;
    if (text.startsWith(`${key}|`)) return `${pseudonym}|${text.slice(key.length + 1)}`;
    return text;
  };
  return mapped(words, renamed) as EventWords;
}

/** Whether a line of the bank is the customer's: as was decided, by what it may be for, or by its payer. */
export function isPaidBy({ id, payer, candidates, parts }: ReadLineFacts, { key, name, lines }: Erasure): boolean {
  const keys = [...candidates, ...parts.map((part) => part.key || `${part.customerKey}|`)];
  const isNamed = payer.toLowerCase() === name.toLowerCase();
  return isNamed || keys.some((one) => one.startsWith(`${key}|`)) || (lines?.has(id) ?? false);
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapped(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapped(one, change)]));
}

/** What is kept of an address nobody may write to, so that it is known again and cannot be read. */
export function silence(address: string, salt: string): [salt: string, digest: string] {
  return [salt, digest(`${salt} ${address.trim().toLowerCase()}`)];
}

/** Whether an address is one nobody may write to. @example isSilenced([silence('ap@acme.example', 'x')], 'AP@acme.example') // true */
export function isSilenced(silenced: readonly (readonly [string, string])[], address: string): boolean {
  return silenced.some(([salt, kept]) => silence(address, salt)[1] === kept);
}
