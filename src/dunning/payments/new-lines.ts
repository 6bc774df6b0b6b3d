// Lines of the bank before they are kept: by what each is known again, which are new, and which look like another one.
import type { Day } from '../../receivables/day';
import { isoOf } from '../../receivables/day';
import { digest } from '../history/digest';
import type { PaymentLine, Payments } from '../history/payments';

/** A line of the bank before anything is known of it. */
export type BareLine = Pick<
  PaymentLine,
  'id' | 'on' | 'amount' | 'currency' | 'charges' | 'original' | 'payer' | 'text'
>;

/** A line before it has its id: by the bank's number it is one line, however often it is read. */
export interface Identified extends Omit<BareLine, 'id'> {
  stem: string;
  hasBankId: boolean;
}

/**
 * A line with what it is known by: the bank's number on its account, else day, amount, payer and text.
 * @param bankId '' where the bank gave none
 */
export function identified(line: Omit<BareLine, 'id'>, account = '', bankId = ''): Identified {
  const { on, amount, currency, payer, text } = line;
  const hasBankId = bankId !== '';
  const of = hasBankId ? [account, bankId, amount, currency] : [isoOf(on), amount, currency, payer, text];
  const stem = `${hasBankId ? 'B' : 'L'}${digest(JSON.stringify(of)).slice(0, 10).toUpperCase()}`;
  return { ...line, stem, hasBankId };
}

/** Gives lines their ids, in turn: the second one that is known by the same is another one, unless the bank's number is. */
export function idsInTurn(): (line: Identified) => string {
  const seen = new Map<string, number>();
  return ({ stem, hasBankId }) => {
    const nth = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, nth);
    return hasBankId || nth === 1 ? stem : `${stem}-${nth}`;
  };
}

/** What is not there yet. Without a number of the bank a line that is there so many times is passed over so many times. */
export function newOf(lines: readonly Identified[], { lines: kept }: Payments): BareLine[] {
  const idOf = idsInTurn();
  const fresh = new Map<string, BareLine>();
  for (const line of lines) {
    const id = idOf(line);
    const { stem: _stem, hasBankId: _has, ...bare } = line;
    if (!kept.has(id) && !fresh.has(id)) fresh.set(id, { ...bare, id });
  }
  return [...fresh.values()];
}

/** The lines that look like one before them: same day, amount, payer and text. */
export function doublesIn(
  lines: Iterable<{ id: string; on: Day; amount: number; currency: string; payer: string; text: string }>,
): Set<string> {
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
