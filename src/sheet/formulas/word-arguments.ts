// Arguments of formulas that are words: payment terms, a choice of a list, TRUE or FALSE.
import { BadCell } from '../../receivables/formula-error';
import { parseTerms, type TermsProblem } from '../../receivables/terms/parse-terms';
import type { PaymentTerms } from '../../receivables/terms/payment-terms';
import { type Cell, isBlank, isDayCell } from '../grid';
import { isErrorText } from '../read/read-words';

/**
 * Reads cells with payment terms, each distinct text once; null for a blank cell. A number is so many days net.
 * @returns a reader for one call of a formula; it throws BadCell with the code of the problem, e.g. `terms-unknown`
 */
export function termsReader(argument: string): (cell: Cell | undefined) => PaymentTerms | null {
  const known = new Map<string, PaymentTerms | TermsProblem>();
  return (cell) => {
    if (cell === undefined || isBlank(cell)) return null;
    const text = textOf(argument, cell, 'payment terms');
    const terms = known.get(text) ?? parseTerms(text);
    known.set(text, terms);
    if (!('problem' in terms)) return terms;
    throw new BadCell(terms.problem, argument, `'${text}' ${terms.finding}`);
  };
}

/**
 * One word of a list, upper and lower case alike; null for a blank cell.
 * @throws BadCell `not-a-choice`, naming the word and the list
 */
export function choiceArgument<T extends string>(
  argument: string,
  cell: Cell | undefined,
  choices: readonly T[],
): T | null {
  if (cell === undefined || isBlank(cell)) return null;
  const text = textOf(argument, cell, `one of ${choices.join(', ')}`);
  const chosen = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
  if (chosen !== undefined) return chosen;
  throw new BadCell('not-a-choice', argument, `'${text}' is not one of ${choices.join(', ')}`);
}

/** TRUE or FALSE, null for a blank cell. @throws BadCell `not-yes-or-no` */
export function flagArgument(argument: string, cell: Cell | undefined): boolean | null {
  if (cell === undefined || isBlank(cell)) return null;
  if (typeof cell === 'boolean') return cell;
  const text = textOf(argument, cell, 'TRUE or FALSE');
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  throw new BadCell('not-yes-or-no', argument, `'${text}' is not TRUE or FALSE`);
}

function textOf(argument: string, cell: Cell, expected: string): string {
  if (isDayCell(cell)) {
    // Sheets turns a typed 2/10 into a date.
    throw new BadCell(
      'is-a-date',
      argument,
      `the cell is a date, not ${expected}: format it as plain text and write it again`,
    );
  }
  if (isErrorText(cell))
    throw new BadCell('is-an-error', argument, `the cell shows ${String(cell).trim()}, not ${expected}`);
  return String(cell).trim();
}
