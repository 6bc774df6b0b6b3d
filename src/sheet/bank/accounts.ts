// The accounts of a bank file: statements of one account joined, lines that are there twice, sums that do not agree.
import { type Day, isoOf } from '../../receivables/day';
import { formatMoney } from '../../receivables/money';
import type { BankAccount, BankFile, BankFormat, BankLine, BankProblem } from './bank-lines';

/** One statement as it stands in the file: an account, its balances, its lines. */
export interface Statement extends BankAccount {
  lines: readonly BankLine[];
}

/**
 * A bank file of its statements: those of one account make one, what is in the file twice counts once, and a balance that does not agree
 * with the lines is told.
 * @param isComplete whether the format says up to which day an account is complete
 */
export function bankFile(
  format: BankFormat,
  statements: readonly Statement[],
  isComplete: boolean,
  problems: readonly BankProblem[] = [],
): BankFile {
  const { lines, duplicates, repeated } = withoutRepeats(statements.flatMap((statement) => statement.lines));
  const accounts = joined(statements);
  const told = accounts.flatMap((account) => balanceProblem(account, lines));
  const complete = isComplete && accounts.length > 0 && accounts.every(({ end }) => end !== null);
  const ends = accounts.map(({ end }) => end).filter((end): end is Day => end !== null);
  return {
    format,
    accounts,
    statementEnd: complete ? Math.min(...ends) : null,
    lines,
    duplicates,
    problems: [...problems, ...repeated, ...told],
  };
}

function joined(statements: readonly Statement[]): BankAccount[] {
  const accounts = new Map<string, BankAccount>();
  for (const { id, currency, opening, closing, end } of statements) {
    const key = `${id} ${currency}`;
    const known = accounts.get(key);
    if (!known) {
      accounts.set(key, { id, currency, opening, closing, end });
      continue;
    }
    // The pages of a statement, or one day after another: from the first opening to the last closing.
    known.opening = known.opening ?? opening;
    if (closing !== null && (end === null || known.end === null || end >= known.end)) known.closing = closing;
    if (end !== null) known.end = known.end === null ? end : Math.max(known.end, end);
  }
  return [...accounts.values()];
}

// A line is known again by the bank's own reference; without one it may be another payment of the same amount.
function withoutRepeats(all: readonly BankLine[]): { lines: BankLine[]; duplicates: number; repeated: BankProblem[] } {
  const seen = new Map<string, BankLine>();
  const lines: BankLine[] = [];
  const repeated: BankProblem[] = [];
  let duplicates = 0;
  for (const line of all) {
    const what = [line.account, line.currency, line.day, line.minor, line.payer, line.text, line.pending].join('\n');
    const key = `${line.bankId}\n${line.endToEndId}\n${what}`;
    const before = seen.get(key);
    if (before && line.bankId !== '') {
      duplicates += 1;
      continue;
    }
    if (before) {
      repeated.push({
        row: line.row,
        code: 'same-twice',
        message: `Row ${line.row}: the same as row ${before.row}, and the bank gave neither a number. Check whether it was paid twice.`,
      });
    }
    seen.set(key, line);
    lines.push(before ? { ...line, flagged: true } : line);
  }
  return { lines, duplicates, repeated };
}

function balanceProblem(
  { id, currency, opening, closing, end }: BankAccount,
  lines: readonly BankLine[],
): BankProblem[] {
  if (opening === null || closing === null) return [];
  let computed = opening;
  for (const line of lines) {
    const counts = !line.pending && !line.infoOnly;
    if (counts && line.account === id && line.currency === currency) computed += line.minor;
  }
  if (computed === closing) return [];
  const money = (minor: number): string => formatMoney(minor, currency);
  const day = end === null ? '' : ` on ${isoOf(end)}`;
  return [
    {
      row: 0,
      code: 'balance',
      message:
        `Account ${id || '(without a number)'}: the bank states ${money(closing)}${day}, opening and lines make ${money(computed)}, ` +
        `a difference of ${money(closing - computed)}. A line may be missing: download the statement again before you rely on it.`,
    },
  ];
}
