// `match`: what the lines of a bank's file pay of the open invoices of another, proposed or asked about.
import { basename } from 'node:path';
import { dateOption, readArguments, required } from '../command-line';
import { HostFailure } from '../failure';
import { dayIn, machineZone } from '../wall-clock';
import { rowsByHeader } from '../workbook/stored-cells';
import { loadBook } from '../workbook-file';
import { bankSource, cellsOf } from './bank-source';
import { builtMoneyIn, type MatchReport } from './built-money-in';

const HELP = `match --book OPEN --bank LINES [--aliases FILE] [--as-of DATE] [--currency CODE] [--json]
    Says which open invoices of OPEN (.xlsx or .csv) the lines of LINES pay (a bank's file as for "bank"), and why.
    What is certain is proposed, everything else asked about; nothing is posted and no file is written.
    --aliases is a CSV with the columns Customer and Aliases (several parted by ;): other names under which customers
    pay. --currency says which currency the account is in, where the bank's file does not.
`;

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
      ...{ currency: 'value', json: 'flag', help: 'flag', sheet: 'value' },
    },
    [0, 0],
  );
  if (read.flags.has('help')) return { out: HELP, exit: 0 };
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
  const { matchReport } = await builtMoneyIn();
  const report = matchReport({ sheet: sheet.name, firstRow: 1, values: cellsOf(sheet), display: null }, bank, asOf, {
    aliases,
    ...(currency === undefined ? {} : { currency }),
  });
  const out = read.flags.has('json')
    ? `${JSON.stringify(report)}\n`
    : matchText(report, basename(required(read, 'bank')));
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

function matchText(report: MatchReport, name: string): string {
  if (report.refused) return `Nothing was matched. ${report.refused.message}\n`;
  const { allocations, ask, unmatched, problems } = report;
  const part = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines]);
  return `${[
    `${name}: ${allocations.length} proposed, ${ask.length} to ask about, ${unmatched.length} that go to no invoice`,
    ...part(
      'Proposed, ready to accept',
      allocations.map(
        ({ row, invoice, amount, discount, fee, why }) =>
          `  row ${row}: ${amount.toFixed(2)} to ${invoice}${discount ? `, discount ${discount.toFixed(2)}` : ''}${fee ? `, charges ${fee.toFixed(2)}` : ''}. ${why}`,
      ),
    ),
    ...part(
      'To ask about',
      ask.map(
        ({ row, candidates, why }) =>
          `  row ${row}: ${why}${candidates.length > 0 ? ` (${candidates.join(', ')})` : ''}`,
      ),
    ),
    ...part(
      'To no invoice',
      unmatched.map(({ row, amount, as, why }) => `  row ${row}: ${amount.toFixed(2)}, ${as}. ${why}`),
    ),
    ...part(
      'Of the file',
      problems.map(({ message }) => `  ${message}`),
    ),
  ].join('\n')}\n`;
}
