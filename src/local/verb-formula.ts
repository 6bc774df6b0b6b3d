// `formula`: calculates one formula over a file and prints the value as rows of cells.
import { builtProject, customFunctions } from './built-project';
import { dateOption, readArguments, required } from './command-line';
import { HostFailure } from './failure';
import { FormulaError, isBlock } from './formulas/values';
import { openSession, rowsOf } from './session';
import { didYouMean } from './usage';
import { machineZone } from './wall-clock';
import { contentSize, sheetNamed } from './workbook/stored-cells';
import { loadBook } from './workbook-file';

/**
 * Runs the verb and gives what goes to stdout.
 *
 * @param words after the verb, e.g. `['--book', 'a.csv', '=AGING_BUCKET(D2:D, AS_OF)', '--json']`
 */
export async function formulaVerb(words: readonly string[]): Promise<string> {
  const read = readArguments(words, { book: 'value', sheet: 'value', 'as-of': 'value', json: 'flag' }, [1, 1]);
  const asOf = dateOption(read, 'as-of');
  const world = await loadBook(required(read, 'book'), machineZone());
  const session = openSession(world, { now: Date.now(), ...(asOf === undefined ? {} : { asOf }) });
  // The day asked for on the command line beats the day the file was saved with.
  if (asOf !== undefined) dropAsOfRange(world.spreadsheet);
  const wanted = read.values.get('sheet');
  const sheets = world.spreadsheet.sheets;
  const sheet =
    wanted === undefined
      ? (sheets.find((candidate) => contentSize(candidate).rows > 0) ?? sheets[0])
      : sheetNamed(world.spreadsheet, wanted);
  if (!sheet) {
    const names = sheets.map((candidate) => `"${candidate.name}"`).join(', ');
    throw new HostFailure('sheet-missing', `There is no sheet "${wanted ?? ''}" in the file; it has ${names}.`);
  }
  const formula = read.operands[0] ?? '';
  const result = session.formulas.evaluate(formula.startsWith('=') ? formula : `=${formula}`, sheet);
  if ('unsupported' in result)
    throw new HostFailure('formula-unsupported', `${result.unsupported}${nearName(formula, result.unsupported)}`);
  if (result.value instanceof FormulaError) {
    const { code, message } = result.value;
    throw new HostFailure('formula-error', message === '' ? `The formula gives ${code}.` : `${code} ${message}`);
  }
  const rows = rowsOf(result.value);
  if (read.flags.has('json')) return `${JSON.stringify(rows)}\n`;
  const separator = isBlock(result.value) ? '\t' : '';
  return `${rows.map((row) => row.join(separator)).join('\n')}\n`;
}

/** One of the product's own functions that was probably meant. */
function nearName(formula: string, said: string): string {
  const wrong = formula.match(/[A-Z_][A-Z0-9_]*(?=\s*\()/gi)?.find((name) => said.includes(name.toUpperCase()));
  return wrong === undefined ? '' : didYouMean(wrong.toUpperCase(), [...customFunctions(builtProject().code)]);
}

function dropAsOfRange(book: { namedRanges: { name: string }[] }): void {
  const at = book.namedRanges.findIndex((range) => range.name.toUpperCase() === 'AS_OF');
  if (at >= 0) book.namedRanges.splice(at, 1);
}
