// What a sheet's columns mean: by their names, checked against their cells; where there is doubt, a question.

import { type ColumnMatch, type Detection, type Field, type Question, takenBy } from '../fields';
import { type Grid, isBlank, namedSheet, type Problem } from '../grid';
import { dateOrderQuestions } from '../read/date-questions';
import { decimalQuestions } from '../read/decimal-questions';
import { EVIDENCE, meaningsOf } from '../vocabulary/header-words';
import { accountLedger } from './account-ledger';
import { invoiceByCodes, statusByCells } from './by-cells';
import { type Candidate, columnCandidates, PLAIN, UNFILLED } from './column-candidates';
import { allows, type ColumnLook, describeLook, lookAt } from './column-evidence';
import { customerByHeadings } from './customer-headings';
import { emailByCells } from './email-column';
import { columnCells, findTable } from './find-table';
import { namedKinds, rowKinds } from './kinds-by-cells';
import { currencyByCodes } from './money/currency-column';
import { amountOfLines } from './money/line-amount';
import { numberedPayments } from './money/numbered-payments';
import { lastPayment, paymentDayAgreed } from './money/payment-days';
import { whatLowers } from './money/what-lowers';
import { grossOfTax, rivalAmounts } from './money/which-amount';
import { isOwnTab } from './own-tab-names';
import { chargeOrBalance, missingColumns, unclearPayment } from './settle-doubt';
import { severalStatuses } from './several-statuses';
import { tableByCells } from './table-by-cells';
import { customerByTaxNumber } from './tax-number';
import { headersAt } from './two-line-headers';

/** How many filled cells of a column are looked at. */
const CELLS_LOOKED_AT = 200;
/** Said of a payment column that nothing stands in. */
const UNSURE = ': it may come to hold amounts, dates or yes and no, and is read as amounts until then';
/** Two columns whose names are this close are equally good. */
const TIE = 0.04;
/** Meanings where a wrong column means a wrong mail: a tie is asked about. */
const ASKED: readonly Field[] = [
  'customer',
  'invoice',
  'due',
  'amount',
  'balance',
  'paid',
  'paidOn',
  'status',
  'currency',
];

/**
 * Finds the invoice table among one or several sheets and says what its columns mean.
 * @param grids one sheet or all sheets of the workbook; the add-on's own tabs are passed over
 * @returns what was understood, with questions where a person must choose; or a problem: `empty-sheet`, `no-header-row`,
 * `no-invoice-table`, `several-tables`
 * @example detectTable(grid).columns.due?.header // 'Due Date'
 */
export function detectTable(grids: Grid | readonly Grid[]): Detection | Problem {
  const all = isGrid(grids) ? [grids] : grids;
  const sheets = all.filter((grid) => !isOwnTab(grid.sheet));
  const tables = sheets.map((grid) => ({ grid, table: findTable(grid) }));
  const named = tables.some(({ table }) => table !== null);
  const scored = (named ? tables : sheets.map((grid) => ({ grid, table: tableByCells(grid) })))
    .filter(({ table }) => table !== null)
    .sort((a, b) => (b.table?.score ?? 0) - (a.table?.score ?? 0));
  const best = scored[0];
  if (!best?.table) return nothingFound(sheets);
  const rivals = scored.filter(({ table }) => (table?.score ?? 0) >= (best.table?.score ?? 0) - TIE);
  if (rivals.length > 1) return severalTables(rivals.map(({ grid }) => grid.sheet));
  return detectColumns(best.grid, best.table.index);
}

function isGrid(grids: Grid | readonly Grid[]): grids is Grid {
  return !Array.isArray(grids);
}

function nothingFound(sheets: readonly Grid[]): Problem {
  const only = sheets.length === 1 ? sheets[0] : undefined;
  const empty = sheets.every((grid) => grid.values.every((row) => row.every((cell) => isBlank(cell))));
  if (empty) {
    const message = only
      ? `The sheet${namedSheet(only)} is empty. Paste your invoices into it, with a header row on top.`
      : 'There is no sheet with invoices here. Add one with a header row such as Customer, Invoice, Due date, Amount.';
    return { row: 0, column: '', code: 'empty-sheet', message };
  }
  const where = only ? `the sheet${namedSheet(only)}` : 'any sheet';
  return {
    row: 0,
    column: '',
    code: only ? 'no-header-row' : 'no-invoice-table',
    message: `No header row was found in ${where}. Name the columns in one row above the invoices, for example Customer, Invoice, Due date, Amount.`,
  };
}

function severalTables(names: readonly string[]): Problem {
  const list = names.map((name) => `"${name}"`).join(', ');
  return {
    row: 0,
    column: '',
    code: 'several-tables',
    message: `Several sheets look like the invoice table: ${list}. Choose one of them.`,
  };
}

/** What the columns of a sheet mean whose header row is known. @param headerIndex 0-based index into `grid.values` */
function detectColumns(grid: Grid, headerIndex: number): Detection {
  const headers = headersAt(grid, headerIndex);
  const looks = headers.map((_, column) => lookAt(columnCells(grid, headerIndex, column, CELLS_LOOKED_AT)));
  const candidates = columnCandidates(headers, looks);
  const { columns, questions } = assign(candidates);
  severalStatuses(candidates, columns, questions);
  emailByCells(grid, headerIndex, headers, looks, columns, questions);
  statusByCells(headers, looks, columns, namedKinds(grid, headerIndex, headers, columns));
  invoiceByCodes(headers, looks, columns);
  currencyByCodes(grid, headerIndex, headers, looks, columns, questions);
  amountOfLines(headers, looks, columns);
  customerByTaxNumber(headers, looks, columns, questions);
  grossOfTax(grid, headerIndex, headers, columns);
  paymentDayAgreed(grid, headerIndex, columns, questions);
  numberedPayments(headers, looks, columns);
  const running = accountLedger(grid, headerIndex, headers, looks, columns, questions);
  chargeOrBalance(grid, headerIndex, columns, questions);
  rivalAmounts(grid, headerIndex, headers, columns, questions);
  whatLowers(grid, headerIndex, headers, looks, columns, questions);
  lastPayment(columns, questions);
  unclearPayment(headers, looks, columns, questions);
  if (!questions.some(({ field }) => field === 'customer')) customerByHeadings(grid, headerIndex, headers, columns);
  const detection: Detection = {
    sheet: grid.sheet,
    headerRow: grid.firstRow + headerIndex,
    headers: headers.map((header, i) =>
      header === '' && i === columns.customer?.index ? columns.customer.header : header,
    ),
    columns,
    questions: [
      ...questions,
      ...missingColumns(grid, headerIndex, headers, looks, columns, questions, running),
      ...contradicted(headers, looks, columns),
    ],
  };
  detection.questions.push(...dateOrderQuestions(grid, detection), ...decimalQuestions(grid, detection));
  return { ...detection, columns: { ...columns, ...rowKinds(grid, headerIndex, headers, columns) } };
}

function assign(candidates: Candidate[]): { columns: Detection['columns']; questions: Question[] } {
  const columns: Detection['columns'] = {};
  const questions: Question[] = [];
  const asked = new Set<Field>();
  const taken = new Set<number>();
  const ranked = [...candidates].sort((a, b) => b.score - a.score || a.column - b.column);
  for (const candidate of ranked) {
    const { field, column, score } = candidate;
    if (columns[field] || asked.has(field) || taken.has(column)) continue;
    const rivals = ranked.filter(
      (other) => other.field === field && !taken.has(other.column) && other.score >= score - TIE,
    );
    if (rivals.length > 1 && ASKED.includes(field)) {
      asked.add(field);
      for (const rival of rivals) taken.add(rival.column);
      questions.push(tieQuestion(field, rivals));
    } else {
      taken.add(column);
      columns[field] = matchOf(candidate);
    }
  }
  return { columns, questions };
}

function matchOf({ field, column, header, score, look }: Candidate): ColumnMatch {
  const unsure = field === 'paid' && score === UNFILLED && look.filled === 0 ? UNSURE : '';
  const reason = `header "${header}"; ${describeLook(look, EVIDENCE[field])}${unsure}`;
  return { index: column, header, confidence: score, reason };
}

function tieQuestion(field: Field, rivals: readonly Candidate[]): Question {
  const candidates = rivals.map(({ header }) => header);
  const list = candidates.map((header) => `"${header}"`).join(' and ');
  return { field, message: `${list} could both be ${MEANT[field] ?? field}. Which one is it?`, candidates };
}

const MEANT: Partial<Record<Field, string>> = {
  customer: 'the customer',
  invoice: 'the invoice number',
  due: 'the due date',
  amount: 'the invoice amount',
  balance: 'what is still open',
  paid: 'what was paid so far',
  paidOn: 'the date of payment',
  status: 'the status',
  currency: 'the currency',
};

// A column that says "Payment date" over cells that are no dates: left out in silence it would make paid invoices open.
function contradicted(
  headers: readonly string[],
  looks: readonly ColumnLook[],
  columns: Detection['columns'],
): Question[] {
  const taken = takenBy(columns);
  return headers.flatMap((header, i): Question[] => {
    const look = looks[i] ?? lookAt([]);
    const meanings = meaningsOf(header);
    const meaning = meanings[0];
    if (!meaning || taken.has(i) || columns[meaning.field] || meaning.score < PLAIN) return [];
    if (look.statuses >= 0.5 && meaning.field !== 'status') return [];
    if (!MONEY_OR_PAYMENT.includes(meaning.field) || meanings.some((one) => allows(look, one, meanings))) return [];
    const { field } = meaning;
    const message = `"${header}" reads like ${MEANT[field] ?? field}, but most of its cells hold something else. Mend them, or choose another column.`;
    return [{ field, message, candidates: [header] }];
  });
}

const MONEY_OR_PAYMENT: readonly Field[] = ['balance', 'paid', 'paidOn', 'status'];
