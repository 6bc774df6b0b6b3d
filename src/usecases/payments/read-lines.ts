// Lines of the bank read in: each once, matched at once, and shown in AR Payments.
import { digest } from '../../dunning/history/digest';
import { linesRead } from '../../dunning/history/payment-events';
import { liveLines, type Payments } from '../../dunning/history/payments';
import { endsOf } from '../../dunning/payments/imported-up-to';
import { dayFromIso, shortDay } from '../../receivables/day';
import { toMinor } from '../../receivables/money';
import type { Ports } from '../../workbook/ports';
import type { ChangeResult } from '../waiting/change-result';
import { type BareLine, isSameProposal, matched } from './matching';
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
    const { fresh, doubles, known } = newOf(bare, payments);
    const waiting = liveLines(payments).filter(({ decision }) => !decision);
    const all = matched([...waiting, ...fresh], { facts, doubles });
    const isFresh = new Set(fresh.map(({ id }) => id));
    const taken = all.filter(({ id, amount, as }) => !(isFresh.has(id) && amount <= 0 && as === 'not receivable'));
    const out = all.length - taken.length;
    const lines = taken.filter((line) => {
      const before = payments.lines.get(line.id);
      return !before || !isSameProposal(line, { ...before, parts: before.proposal });
    });
    const added = lines.filter(({ id }) => isFresh.has(id));
    const certain = added.filter(({ parts }) => parts.length > 0).length;
    const parts = [
      `${inNumber(added.length, 'line')} read: ${certain} certain, ${added.length - certain} to look at.`,
      known > 0 ? `${inNumber(known, 'line')} there already.` : '',
      out > 0 ? `${inNumber(out, 'payment')} that went out left out.` : '',
      unread > 0 ? `${inNumber(unread, 'line')} without a day or an amount left out.` : '',
    ];
    const { paymentsUpTo: confirmed, holidays } = facts.settings;
    const { ends, loose } = endsOf(unread > 0 ? [] : request.accounts, { payments, confirmed, holidays });
    for (const [account, upTo] of loose)
      parts.push(
        `Of account ${account} lines after ${shortDay(upTo, facts.asOf)} may be missing: read an export that begins there, or confirm the day under Today.`,
      );
    return {
      events: linesRead(lines, { name: request.name, ends }, user),
      message: parts.filter((part) => part !== '').join(' '),
    };
  });
}

function inNumber(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

type Requested = BankLinesRequest['lines'][number];
type Identified = BareLine & { stem: string; hasBankId: boolean };

/** A line as it is kept; null where its day or amount is none. */
function bareLine(line: Requested): Identified | null {
  const { account, date, amount, payer, bankId, charges, original } = line;
  const on = dayFromIso(date);
  const currency = line.currency.trim().toUpperCase();
  const minor = minorOf(amount, currency);
  if (on === null || minor === null || minor === 0 || !/^[A-Z]{3}$/.test(currency)) return null;
  const text = line.text.trim();
  const of = bankId === '' ? [date, minor, currency, payer.trim(), text] : [account, bankId, minor, currency];
  const kept = minorOf(charges, currency);
  const sent = original && minorOf(original.amount, original.currency);
  return {
    ...{ id: '', on, amount: minor, currency, payer: payer.trim(), text },
    ...(kept ? { charges: Math.abs(kept) } : {}),
    ...(sent && original ? { original: [sent, original.currency] as [number, string] } : {}),
    ...{
      stem: `${bankId === '' ? 'L' : 'B'}${digest(JSON.stringify(of)).slice(0, 10).toUpperCase()}`,
      hasBankId: bankId !== '',
    },
  };
}

function minorOf(text: string, currency: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? toMinor(Number(text), currency) : null;
}

/** What is not there yet. Without a number of the bank a line that is there so many times is passed over so many times. */
function newOf(lines: readonly Identified[], payments: Payments) {
  const seen = new Map<string, number>();
  const fresh: BareLine[] = [];
  let known = 0;
  for (const { stem, hasBankId, ...line } of lines) {
    const nth = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, nth);
    const id = nth === 1 ? stem : `${stem}-${nth}`;
    if (payments.lines.has(id) || (hasBankId && nth > 1)) known += 1;
    else fresh.push({ ...line, id });
  }
  const doubles = doublesIn([...payments.lines.values(), ...fresh]);
  return { fresh, doubles, known };
}

/** The lines that look like one before them: same day, amount, payer and text. */
function doublesIn(lines: readonly BareLine[]): Set<string> {
  const first = new Map<string, string>();
  const doubles = new Set<string>();
  for (const { id, on, amount, currency, payer, text } of lines) {
    const mark = JSON.stringify([on, amount, currency, payer, text]);
    const before = first.get(mark);
    if (before === undefined) first.set(mark, id);
    // Numbers of the bank tell two payments apart.
    else if (before !== id && !(before.startsWith('B') && id.startsWith('B'))) doubles.add(id);
  }
  return doubles;
}
