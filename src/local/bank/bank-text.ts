// A bank file in words, for a person at the command line.
import { counted } from '../text-columns';
import type { BankLineReport, BankReport } from './built-money-in';

/**
 * The report of a bank file as a page of text.
 * @param name of the file
 */
export function bankText(report: BankReport, name: string): string {
  if (report.refused) return `${name} was not read. ${report.refused.message}\n`;
  const { lines, problems } = report;
  const head = [
    `${name}: ${report.format}, ${counted(lines.length, 'line')}${
      report.statementEnd ? `, complete up to ${report.statementEnd}` : ''
    }`,
    ...report.accounts.map(
      ({ id, currency, opening, closing }) =>
        `Account ${[id || '(not named)', currency].filter((text) => text !== '').join(' ')}` +
        (opening === undefined ? '' : `, before ${parted(opening)}`) +
        (closing === undefined ? '' : `, after ${parted(closing)}`),
    ),
    ...(report.duplicates ? [`${counted(report.duplicates, 'line')} stood in the file twice and count once.`] : []),
  ];
  const width = Math.max(0, ...lines.map(({ amount }) => parted(amount).length));
  const body = lines.map((line) => lineText(line, width));
  const told = problems.map(({ message }) => `! ${message}`);
  return `${[...head, '', ...body, ...(told.length > 0 ? ['', ...told] : [])].join('\n')}\n`;
}

function lineText(line: BankLineReport, width: number): string {
  const words = [line.payer, line.text, line.structuredReference ?? ''].filter((text) => text !== '').join(' · ');
  const note = line.pending ? ' (announced, not booked)' : line.infoOnly ? ' (for information)' : '';
  return `${line.date}  ${[parted(line.amount).padStart(width), line.currency].filter((text) => text !== '').join(' ')}  ${words}${note}`;
}

/** Thousands parted, the decimals as the bank wrote them. @example parted('-12500.00') // '-12,500.00' */
function parted(amount: string): string {
  return amount.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}
