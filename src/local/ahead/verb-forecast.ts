// `forecast`: when the open invoices of a file will be paid, what comes in week by week, and how good such forecasts were here.
import { columnChoices, dateOption, readArguments, required } from '../command-line';
import { fileBook } from '../file-cells';
import { machineZone } from '../wall-clock';
import { loadBook } from '../workbook-file';
import { builtLookingAhead, orThrow } from './built-looking-ahead';
import { forecastText } from './forecast-text';

/**
 * Runs the verb and gives what goes to stdout.
 *
 * @param words after the verb, e.g. `['--book', 'a.csv', '--as-of', '2013-06-30', '--json']`
 */
export async function forecastVerb(words: readonly string[]): Promise<string> {
  const read = readArguments(
    words,
    { book: 'value', sheet: 'value', 'as-of': 'value', column: 'repeated', json: 'flag' },
    [0, 0],
  );
  const book = required(read, 'book');
  const asOf = dateOption(read, 'as-of');
  const columns = columnChoices(read);
  const sheet = read.values.get('sheet');
  const { forecastOfFile } = await builtLookingAhead();
  const report = orThrow(
    forecastOfFile(fileBook(await loadBook(book, machineZone())), {
      ...(sheet === undefined ? {} : { sheet }),
      ...(asOf === undefined ? {} : { asOf }),
      ...(columns === null ? {} : { columns }),
    }),
  );
  return read.flags.has('json') ? `${JSON.stringify(report)}\n` : forecastText(report);
}
