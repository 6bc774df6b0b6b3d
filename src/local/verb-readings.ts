// `readings`: reads every sheet of a folder of cases and holds it against the values a person reads in it.
import { join } from 'node:path';
import { readArguments } from './command-line';
import { HostFailure } from './failure';
import { casesOf, type ReadingCase } from './readings/case';
import { type Answer, judged } from './readings/judge';
import { countOf, type JudgedCase, readingsText } from './readings/table';
import { reportOf } from './verb-plan';

const HELP = `readings FOLDER [--case ID]... [--json]
    Plans every sheet of a folder as of its day and says of each: right, rightly asks, asks where a person could
    tell, silently wrong, error; with the differences, and the figures by group. Exit 1 when a sheet is silently
    wrong or an error.

    FOLDER holds the files and cases.json, a list of
      {id, file, asOf, args, kindOfSource, kind, expected}
    args are further words for plan (["--column", "customer=Project"]), kindOfSource is the group, kind the kind of
    fault. expected says what a person reads in it; what is left out is not compared:
      columns    {field: header, or null where there is no such column}
      totals     {currency, or * for the only one: {open, overdue, credits, invoices, overdueInvoices, buckets}}
      balances, dues, customers    {invoice number: value}
      minOpen    the least that is open
      ask        the field that nothing in the sheet tells: to ask is right, to guess is wrong
      alsoOk     in words what else is right: a question, or a finding that names what is doubtful
      partial    true: how much was paid cannot be told, and has to be said
      noEmail    true: nobody's address may be taken for the customer's
      refuse     true: there are no invoices in it
`;

/**
 * Runs the verb.
 *
 * @param words after the verb, e.g. `['tests/readings', '--json']`
 * @returns what goes to stdout, and the exit code: 1 when a sheet is silently wrong or an error
 */
export async function readingsVerb(words: readonly string[]): Promise<{ out: string; exit: number }> {
  const read = readArguments(words, { case: 'repeated', json: 'flag', help: 'flag' }, [0, 1]);
  if (read.flags.has('help')) return { out: HELP, exit: 0 };
  const [folder] = read.operands;
  if (folder === undefined) throw new HostFailure('usage', 'A folder with cases.json is needed.', 2);
  const ids = read.repeated.get('case') ?? [];
  const cases = casesOf(folder).filter(({ id }) => ids.length === 0 || ids.includes(id));
  const judgedCases: JudgedCase[] = [];
  for (const one of cases) judgedCases.push({ one, judgement: judged(one.expected, await answerTo(one, folder)) });
  const wrong = countOf(judgedCases, 'silently wrong') + countOf(judgedCases, 'error');
  const out = read.flags.has('json')
    ? `${JSON.stringify(judgedCases.map(({ one, judgement }) => ({ id: one.id, file: one.file, ...judgement })))}\n`
    : readingsText(judgedCases);
  return { out, exit: wrong > 0 ? 1 : 0 };
}

async function answerTo({ file, asOf, args }: ReadingCase, folder: string): Promise<Answer> {
  try {
    return { report: await reportOf(['--book', join(folder, file), '--as-of', asOf, ...args]) };
  } catch (error) {
    const isRefusal = error instanceof HostFailure && error.exit === 1 && error.code !== 'not-built';
    if (isRefusal) return { refused: error.message };
    throw error;
  }
}
