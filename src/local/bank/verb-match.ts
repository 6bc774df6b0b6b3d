// `match`: what the lines of a bank's file pay of the open invoices of another, proposed or asked about.
import { basename } from 'node:path';
import { dateOption, readArguments, required } from '../command-line';
import { HostFailure } from '../failure';
import { dateText, moneyText } from '../text-columns';
import { dayIn, machineZone } from '../wall-clock';
import { rowsByHeader } from '../workbook/stored-cells';
import { loadBook } from '../workbook-file';
import { bankSource, cellsOf } from './bank-source';
import { type BankLineReport, builtMoneyIn, type MatchReport } from './built-money-in';

/**
 * Runs the verb.
 *
 * @param words after the verb, e.g. `['--book', 'open.csv', '--bank', 'march.xml', '--json']`
 * @returns what goes to stdout, and the exit code: 1 when nothing could be matched
 */
export async function matchVerb(words: readonly string[]): Promise<{ out: string; exit: number }> {
  const read = readArguments(
    words,
    {
      ...{ book: 'value', bank: 'value', aliases: 'value', 'as-of': 'value' },
      ...{ currency: 'value', json: 'flag', sheet: 'value' },
    },
    [0, 0],
  );
  const { spreadsheet } = await loadBook(required(read, 'book'), machineZone());
  const wanted = read.values.get('sheet');
  const sheet = spreadsheet.sheets.find(({ name }) => wanted === undefined || name === wanted);
  if (!sheet) throw new HostFailure('book-missing', `There is no sheet "${wanted}": check the name after --sheet.`);
  const bank = await bankSource(required(read, 'bank'), '--bank');
  const aliases = await aliasesOf(read.values.get('aliases'));
  const asOf = Math.floor(
    Date.parse(`${dateOption(read, 'as-of') ?? dayIn(Date.now(), machineZone())}T00:00:00Z`) / 86_400_000,
  );
  const currency = read.values.get('currency')?.toUpperCase();
  const { bankReport, matchReport } = await builtMoneyIn();
  const options = currency === undefined ? {} : { currency };
  const report = matchReport({ sheet: sheet.name, firstRow: 1, values: cellsOf(sheet), display: null }, bank, asOf, {
    aliases,
    ...options,
  });
  const out = read.flags.has('json')
    ? `${JSON.stringify(report)}\n`
    : matchText(report, basename(required(read, 'bank')), bankReport(bank, options).lines);
  return { out, exit: report.refused ? 1 : 0 };
}

async function aliasesOf(path: string | undefined): Promise<{ customer: string; names: string[] }[]> {
  if (path === undefined) return [];
  const [sheet] = (await loadBook(path, machineZone())).spreadsheet.sheets;
  return (sheet ? rowsByHeader(sheet) : []).map((row) => ({
    customer: row['Customer'] ?? '',
    names: (row['Aliases'] ?? '').split(';').map((name) => name.trim()),
  }));
}

/** What is said of money that goes to no invoice. */
const NO_INVOICE: Record<string, string> = {
  'customer credit': 'a credit of the customer',
  rounding: 'a rounding',
  'bank fee': 'a charge of the bank',
  'same bank line': 'read before',
  'not receivable': 'no payment of a customer',
  unknown: 'whose it is nobody can tell',
};

function matchText(report: MatchReport, name: string, lines: readonly BankLineReport[]): string {
  if (report.refused) return `Nothing was matched. ${report.refused.message}\n`;
  const { allocations, ask, unmatched, problems } = report;
  const known = new Map(lines.map((line) => [line.row, line]));
  const place = (row: number): string => {
    const { date = '', payer = '' } = known.get(row) ?? {};
    return [`  row ${row}`, date && dateText(date), payer].filter((part) => part !== '').join(', ');
  };
  const money = (amount: number, row: number, currency = known.get(row)?.currency ?? ''): string =>
    moneyText(amount, currency);
  const part = (title: string, told: readonly string[]): string[] => (told.length === 0 ? [] : ['', title, ...told]);
  return `${[
    `${name}: ${allocations.length} proposed, ${ask.length} to ask about, ${unmatched.length} for no invoice`,
    ...part(
      'Proposed, ready to accept',
      allocations.map(({ row, invoice, amount, discount, fee, currency, why }) => {
        const beside = [
          discount ? `, discount ${money(discount, row, currency)}` : '',
          fee ? `, charges ${money(fee, row, currency)}` : '',
        ];
        return `${place(row)}: ${money(amount, row, currency)} to ${invoice}${beside.join('')}. ${why}`;
      }),
    ),
    ...part(
      'To ask about',
      ask.map(({ row, candidates, why }) => {
        const amount = Number(known.get(row)?.amount ?? Number.NaN);
        const sum = Number.isNaN(amount) ? '' : `${money(amount, row)}. `;
        return `${place(row)}: ${sum}${why}${candidates.length > 0 ? ` (${candidates.join(', ')})` : ''}`;
      }),
    ),
    ...part(
      'For no invoice',
      unmatched.map(
        ({ row, amount, as, why }) => `${place(row)}: ${money(amount, row)}, ${NO_INVOICE[as] ?? as}. ${why}`,
      ),
    ),
    ...part(
      'About the file',
      problems.map(({ message }) => `  ${message}`),
    ),
  ].join('\n')}\n`;
}
