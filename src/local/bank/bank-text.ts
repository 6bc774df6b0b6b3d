// A bank file in words, for a person at the command line.
import type { BankLineReport, BankReport } from './built-money-in';

/**
 * The report of a bank file as a page of text.
 * @param name of the file
 */
export function bankText(report: BankReport, name: string): string {
  if (report.refused) return `${name} was not read. ${report.refused.message}\n`;
  const { lines, problems } = report;
  const head = [
    `${name}: ${report.format}, ${count(lines.length, 'line')}${
      report.statementEnd ? `, complete up to ${report.statementEnd}` : ''
    }`,
    ...report.accounts.map(
      ({ id, currency, opening, closing }) =>
        `Account ${[id || '(not named)', currency].filter((text) => text !== '').join(' ')}` +
        (opening === undefined ? '' : `, before ${opening}`) +
        (closing === undefined ? '' : `, after ${closing}`),
    ),
    ...(report.duplicates ? [`${count(report.duplicates, 'line')} stood in the file twice and count once.`] : []),
  ];
  const width = Math.max(0, ...lines.map(({ amount }) => amount.length));
  const body = lines.map((line) => lineText(line, width));
  const told = problems.map(({ message }) => `! ${message}`);
  return `${[...head, '', ...body, ...(told.length > 0 ? ['', ...told] : [])].join('\n')}\n`;
}

function lineText(line: BankLineReport, width: number): string {
  const words = [line.payer, line.text, line.structuredReference ?? ''].filter((text) => text !== '').join(' · ');
  const note = line.pending ? ' (announced, not booked)' : line.infoOnly ? ' (for information)' : '';
  return `${line.date}  ${[line.amount.padStart(width), line.currency].filter((text) => text !== '').join(' ')}  ${words}${note}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
