// Set-up: shows what was found in the workbook, then creates our tabs from what the person confirmed.

import { type NewEvent, workbookEvent } from '../../dunning/history/events';
import { VERSION } from '../../dunning/history/version';
import { LETTER_TAGS } from '../../dunning/letter/letter-languages';
import { inFours } from '../../receivables/cash/mod97';
import { type Day, isBusinessDay, isoOf, nextBusinessDay, shortDay } from '../../receivables/day';
import type { InvoiceRow } from '../../receivables/invoice';
import { applyMapping } from '../../sheet/detect/confirmed-columns';
import { detectTable } from '../../sheet/detect/detect';
import { FIELD_EFFECTS, FIELD_LABELS } from '../../sheet/field-labels';
import { type Detection, FIELDS, type Field, isProblem, type Mapping } from '../../sheet/fields';
import { type Cell, type Grid, isBlank, isDayCell, type Problem } from '../../sheet/grid';
import { readInvoices } from '../../sheet/read/read-invoices';
import { textOf } from '../../sheet/read/typed-cells';
import { findInvoiceSheet, headersIn, readGrid } from '../../workbook/invoices';
import { openUnless } from '../../workbook/opening';
import { isPayment } from '../../workbook/payment-details';
import type { Ports, SheetInfo } from '../../workbook/ports';
import type { ProblemView } from '../../workbook/problems';
import { Refusal } from '../../workbook/refusal';
import { underLock, WorkbookSession } from '../../workbook/session';
import { HOW_FIRM_SETTING } from '../../workbook/tabs/settings/ladder-setting';
import type { Start } from '../../workbook/tabs/settings/setting';
import { defaultSettings, type SettingRow, type Settings, settingNamed } from '../../workbook/tabs/settings/settings';
import { SETTINGS } from '../../workbook/tabs/settings/spec';
import { layoutNow } from '../layout/layout-now.prepared';
import { beginnings, createTabs, fillDefaults, fillSettings } from '../layout/own-tabs';
import { inWords, NOTHING_CHANGED, planIn } from '../planning/plan-day';
import type { SetupChoice, SetupResult, SetupView } from './view';

/** Cells shown beside each column, so that a person sees what is meant. */
const SAMPLES = 3;
/** Rows shown with what each column means. */
const ROWS = 5;

/** Fields without which no reminder can be planned, each with the one that may stand in for it. */
const REQUIRED: readonly [Field, Field][] = [
  ['customer', 'customerId'],
  ['due', 'terms'],
  ['amount', 'balance'],
];

/** Whether somebody has set this workbook up. */
export function isSetUp(ports: Ports): boolean {
  return new WorkbookSession(ports).isSetUp();
}

/**
 * What set-up finds: sheets, columns with the reason for each, questions.
 * @param sheetName a sheet the person chose; '' to look for it
 * @param headerRow the header row the person chose, 1-based; 0 to look for it
 */
export function showSetup(ports: Ports, sheetName: string, headerRow: number): SetupView {
  const ws = new WorkbookSession(ports);
  const candidates = ws.tabs.sheets.filter((sheet) => !ws.tabs.isOwn(sheet));
  const confirmed = ws.isSetUp() && !ws.isCopy() && sheetName === '' && headerRow === 0 ? ws.settings() : null;
  const chosen = sheetName || (confirmed ? (findInvoiceSheet(ws)?.name ?? '') : '');
  const looked = candidates.filter(({ name }) => chosen === '' || name === chosen);
  const grids = looked.map((sheet) => readGrid(ports.workbook, sheet));
  const found = findIn(grids, headerRow, confirmed?.mapping ?? null);
  const grid = isProblem(found) ? grids[0] : grids.find(({ sheet }) => sheet === found.sheet);
  const table = isProblem(found) || !grid ? null : { grid, found, read: readInvoices(grid, found, {}) };
  const settings = ws.isSetUp() ? ws.settings() : null;
  const user = ports.session.user();
  return {
    alreadySetUp: ws.isSetUp(),
    sheets: candidates.map(({ name }) => ({ name, rows: grids.find((one) => one.sheet === name)?.values.length ?? 0 })),
    sheet: grid?.sheet ?? '',
    headerRow: isProblem(found) ? headerRow : found.headerRow,
    headers: isProblem(found) ? [] : headersToChoose(found),
    fields: table ? fieldsOf(table.found, table.grid) : [],
    questions: isProblem(found) ? [] : [...found.questions],
    // Never the name of the file: it would sign the mails.
    company: settings?.company ?? '',
    senderName: settings?.senderName ?? '',
    replyTo: settings?.replyTo || user,
    payment: table ? paymentOf(currenciesIn(table.read.rows), settings) : [],
    noPayment: settings?.noPaymentDetails ?? false,
    problems: (isProblem(found) ? [found] : (table?.read.problems ?? [])).map((one) => asView(grid?.sheet ?? '', one)),
    rowsRead: table?.read.rows.length ?? 0,
    rows: table ? firstRows(table.grid, table.found) : [],
    workbook: ports.workbook.id(),
    today: isoOf(ports.clock.now().day),
    ladder: settings?.ladder ?? 'usual',
    language: LETTER_TAGS.find((tag) => tag === settings?.language) ?? '',
  };
}

/** The names of the columns, and those of several columns that are one field together. */
function headersToChoose({ headers, columns }: Detection): string[] {
  const joined = Object.values(columns).flatMap(({ header, further }) => (further ? [header] : []));
  return [...headers, ...joined].filter((header) => header !== '');
}

/** The confirmed mapping where it still fits, else what is detected (below a header row, where one was chosen). */
function findIn(grids: readonly Grid[], headerRow: number, mapping: Mapping | null): Detection | Problem {
  const [first] = grids;
  if (mapping && first) {
    const kept = applyMapping(first, mapping);
    if (!isProblem(kept)) return kept;
  }
  if (headerRow === 0 || !first) return detectTable(grids);
  return detectTable(from(first, headerRow));
}

/** A sheet from a row on. */
function from(grid: Grid, headerRow: number): Grid {
  const skip = Math.max(0, headerRow - grid.firstRow);
  return {
    ...grid,
    firstRow: grid.firstRow + skip,
    values: grid.values.slice(skip),
    display: grid.display?.slice(skip) ?? null,
  };
}

/** How each currency is paid, as the settings say it. */
function paymentOf(currencies: readonly string[], settings: Settings | null): SetupView['payment'] {
  return currencies.map((currency) => ({
    currency,
    holder: settings?.accountHolders[currency] ?? '',
    iban: inFours(settings?.ibans[currency] ?? ''),
    bic: settings?.bics[currency] ?? '',
    instructions: settings?.bankDetails[currency] ?? '',
  }));
}

function fieldsOf(detection: Detection, grid: Grid): SetupView['fields'] {
  return FIELDS.map((field) => {
    const match = detection.columns[field];
    return {
      field,
      label: FIELD_LABELS[field],
      meaning: FIELD_EFFECTS[field] ?? '',
      required: REQUIRED.some(([needed, other]) => needed === field && !detection.columns[other]),
      header: match?.header ?? '',
      sample: match ? samplesOf(grid, detection.headerRow, match.index) : [],
    };
  });
}

function samplesOf(grid: Grid, headerRow: number, column: number): string[] {
  const samples: string[] = [];
  for (let index = headerRow - grid.firstRow + 1; index < grid.values.length && samples.length < SAMPLES; index += 1) {
    const text = shownIn(grid, index, column);
    if (text !== '') samples.push(text);
  }
  return samples;
}

function shownIn({ values, display }: Grid, index: number, column: number): string {
  const cell: Cell = values[index]?.[column] ?? '';
  if (isBlank(cell)) return '';
  return isDayCell(cell) ? textOf(cell) : display?.[index]?.[column] || textOf(cell);
}

/** The first rows below the headers. */
function firstRows(grid: Grid, { headers, headerRow }: Detection): string[][] {
  const from = headerRow - grid.firstRow + 1;
  return grid.values
    .slice(from, from + ROWS)
    .map((_, at) => headers.flatMap((header, column) => (header === '' ? [] : shownIn(grid, from + at, column))));
}

function asView(sheet: string, { row, column, code, message }: Problem): ProblemView {
  return { sheet, row, column, code, message };
}

/**
 * Creates what is missing and records the choice. Nothing that a person edited is overwritten; the invoice sheet is
 * only read.
 * @throws Refusal when the chosen columns are not in the sheet
 */
export function applySetup(ports: Ports, choice: SetupChoice): SetupResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, ['copied']);
    const { sheet, detection, grid, mapping } = confirm(ws, choice);
    const { day } = ports.clock.now();
    const settings = checkedSettings(
      { ...choice, mapping, currencies: currenciesIn(readInvoices(grid, detection, {}).rows) },
      day,
    );
    // Written first: a run that is killed between two tabs leaves a workbook that is not whole, not one that looks like a copy.
    ws.state.workbook = ports.workbook.id();
    ws.state.invoiceSheet = sheet.id;
    ws.state.layout = layoutNow();
    ws.save();
    const { ladder = 'usual', language } = choice;
    const begun = settings.map((row) => {
      if (row.name === HOW_FIRM_SETTING) return { ...row, value: ladder };
      return language && row.name === SETTINGS.language.name ? { ...row, value: language, confirmed: true } : row;
    });
    const did = [
      ...createTabs(ws, beginnings(ws.ports, begun, day, ladder)),
      ...fillSettings(ws, begun),
      ...fillDefaults(ws, day),
    ];
    const note = `Invoices in "${sheet.name}", header row ${detection.headerRow}.`;
    ws.log.append([workbookEvent('set-up', ports.session.user(), note, { version: VERSION })]);
    const { done, stops } = planIn(ws, { actor: ports.session.user(), unattended: false });
    ws.save();
    did.push(done ? firstPlanInWords(done.events, day, ws.holidays().own) : (stops[0]?.message ?? ''));
    const problems = done ? done.gathered.problems.map(({ sheet: name, problem }) => asView(name, problem)) : [];
    return { did, problems };
  });
}

/** What the plan of a set-up brought; where it brought nothing, why the day itself is the reason, if it is. */
function firstPlanInWords(events: readonly NewEvent[], day: Day, holidays: ReadonlySet<Day>): string {
  const words = inWords(events);
  if (words !== NOTHING_CHANGED) return `Plan: ${words}`;
  if (isBusinessDay(day, holidays)) return 'Nobody is to be reminded today.';
  const next = shortDay(nextBusinessDay(day + 1, holidays), day);
  return `Today is no business day: reminders are planned from ${next} on.`;
}

/** The settings as the person confirmed them. @throws Refusal where one cannot be: an account number that is none */
function checkedSettings(start: Start, day: Day): SettingRow[] {
  const settings = defaultSettings(start, day);
  for (const { name, value, confirmed } of settings) {
    const fault = confirmed && typeof value === 'string' ? settingNamed(name)?.refused?.(value.trim()) : '';
    if (fault && isPayment(name)) throw new Refusal('setting-unreadable', `${name} cannot be taken: ${fault}.`);
  }
  return settings;
}

interface Confirmed {
  sheet: SheetInfo;
  grid: Grid;
  detection: Detection;
  mapping: Mapping;
}

function confirm(ws: WorkbookSession, choice: SetupChoice): Confirmed {
  const sheet = ws.tabs.sheets.find(({ name }) => name === choice.sheet);
  if (!sheet || ws.tabs.isOwn(sheet))
    throw new Refusal('no-invoice-sheet', `There is no sheet "${choice.sheet}". Choose the one with your invoices.`);
  const mapping: Mapping = {};
  for (const field of FIELDS) {
    const header = choice.columns[field];
    if (header !== undefined) mapping[field] = header;
  }
  const grid = readGrid(ws.ports.workbook, sheet);
  const chosen = applyMapping(grid, mapping);
  // What nobody chose was detected; it is stored by name, and so must be found by name.
  const detection = isProblem(chosen) ? chosen : applyMapping(grid, { ...mapping, ...headersIn(chosen) });
  if (isProblem(detection)) throw Refusal.of(detection);
  if (!mapping.customer && !mapping.customerId)
    throw new Refusal('column-needed', 'Choose the column with the customer: without it nobody can be reminded.');
  if (!mapping.due && !mapping.terms)
    throw new Refusal('column-needed', 'Choose the column with the due date (or with the payment terms).');
  if (!mapping.amount && !mapping.balance)
    throw new Refusal('column-needed', 'Choose the column with the invoice amount or with the open balance.');
  return { sheet, grid, detection, mapping: headersIn(detection) };
}

function currenciesIn(rows: readonly InvoiceRow[]): string[] {
  return [...new Set(rows.map(({ currency }) => currency))].sort();
}
