// A replay in words and columns, for a person at the command line.
import type { ReplayedPolicy, ReplayReport } from './built-looking-ahead';

const ROWS: readonly [string, (policy: ReplayedPolicy) => string][] = [
  ['mails', ({ mails }) => String(mails)],
  ['  of them before due', ({ mailsBeforeDue }) => String(mailsBeforeDue)],
  ['  a week, on average', ({ mailsPerWeek }) => mailsPerWeek.mean.toFixed(1)],
  ['  a week, median and most', ({ mailsPerWeek: { median, max } }) => `${median}, ${max}`],
  ['  needless: paid in 3 days', ({ needlessMails }) => percent(needlessMails)],
  ['  the same by invoice', ({ needlessLines }) => percent(needlessLines)],
  ['monthly statements', ({ statements }) => String(statements)],
  ['calls', ({ calls }) => String(calls)],
  ['tasks', ({ tasks }) => String(tasks)],
  ['customers mailed', ({ customersMailed }) => String(customersMailed)],
  ['invoices mailed about', ({ invoicesMailed }) => String(invoicesMailed)],
  ['most to one in a week', ({ mostToOneCustomerInAWeek }) => String(mostToOneCustomerInAWeek)],
  ['most to one in any 7 days', ({ mostToOneCustomerIn7Days }) => String(mostToOneCustomerIn7Days)],
  ['contacts in all', ({ contacts }) => String(contacts)],
];

const AGAINST: readonly [string, (policy: ReplayedPolicy) => string][] = [
  ['contacts fewer', ({ contactsAvoided }) => String(contactsAvoided)],
  ['first word, days later', ({ daysLater }) => daysLater.toFixed(1)],
];

/** The replay as a page of text, a column a policy; a sentence where nobody would have heard anything. */
export function replayText({ from, to, policies }: ReplayReport): string {
  if (policies.every(({ contacts, statements }) => contacts === 0 && statements === 0))
    return `${from} to ${to}: nobody would have heard from you.\nNo invoice of this file had a step due on a business day then. Choose days in which it has invoices that were open.\n`;
  const width = Math.max(12, ...policies.map(({ name }) => name.length)) + 2;
  const rows = policies.length > 1 ? [...ROWS, ...AGAINST] : ROWS;
  const line = (title: string, cells: readonly string[]): string =>
    `${title.padEnd(28)}${cells.map((cell) => cell.padStart(width)).join('')}`;
  return `${[
    line(
      `${from} to ${to}`,
      policies.map(({ name }) => name),
    ),
    ...rows.map(([title, cell]) => line(title, policies.map(cell))),
    '',
    'It assumes that nobody would have paid later without the mail. Monthly statements are in no other figure.',
  ].join('\n')}\n`;
}

function percent(share: number | null): string {
  return share === null ? '-' : `${(share * 100).toFixed(1)} %`;
}
