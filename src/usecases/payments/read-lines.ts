// Lines of the bank read in: each once, matched at once, and shown in AR Payments.
import { linesRead } from '../../dunning/history/payment-events';
import { type Identified, identified, newOf } from '../../dunning/payments/new-lines';
import { dayFromIso } from '../../receivables/day';
import { toMinor } from '../../receivables/money';
import type { Ports } from '../../workbook/ports';
import type { ChangeResult } from '../waiting/change-result';
import { matchedAnew } from './matching';
import { changeMoney } from './money-change';
import type { BankLinesRequest } from './view';

/**
 * Reads lines in. A line that is there already is passed over; what goes out and takes nothing back is left out.
 * @throws Refusal before set-up, in a copy, with a broken log, or beside a half-loaded sheet
 */
export function readBankLines(ports: Ports, request: BankLinesRequest): ChangeResult {
  return changeMoney(ports, ({ facts, user }) => {
    const { payments } = facts.history;
    const bare = request.lines.flatMap((line) => bareLine(line) ?? []);
    const unread = request.lines.length - bare.length;
    const fresh = newOf(bare, payments);
    const known = bare.length - fresh.length;
    const isNew = ({ id }: { id: string }): boolean => !payments.lines.has(id);
    const all = matchedAnew(facts, fresh);
    const lines = all.filter((line) => !(isNew(line) && line.amount <= 0 && line.as === 'not receivable'));
    const out = all.length - lines.length;
    const added = lines.filter(isNew);
    const certain = added.filter(({ parts }) => parts.length > 0).length;
    // A line that was not read may be what payments up to that day are about.
    const ends = unread > 0 ? [] : request.ends;
    const more = (count: number, what: string): string => (count > 0 ? ` ${what}: ${count}.` : '');
    return {
      events: linesRead(lines, { name: request.name, ends }, user),
      message: `Lines read: ${added.length}, certain ${certain}, to look at ${added.length - certain}.${more(known, 'There already')}${more(out, 'Went out')}${more(unread, 'Not read')}`,
    };
  });
}

type Requested = BankLinesRequest['lines'][number];
/** A line as it is kept; null where its day or amount is none. */
function bareLine(line: Requested): Identified | null {
  const { account, date, amount, payer, bankId, charges, original } = line;
  const on = dayFromIso(date);
  const currency = line.currency.trim().toUpperCase();
  const minor = minorOf(amount, currency);
  if (on === null || minor === null || minor === 0 || !/^[A-Z]{3}$/.test(currency)) return null;
  const kept = minorOf(charges, currency);
  const sent = original && minorOf(original.amount, original.currency);
  return identified(
    {
      ...{ on, amount: minor, currency, payer: payer.trim(), text: line.text.trim() },
      ...(kept ? { charges: Math.abs(kept) } : {}),
      ...(sent && original ? { original: [sent, original.currency] } : {}),
    },
    account,
    bankId,
  );
}

function minorOf(text: string, currency: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? toMinor(Number(text), currency) : null;
}
