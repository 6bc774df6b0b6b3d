// Says that customers who look like one are one, or are not: kept in AR Customers and in the log.
import { type NewEvent, workbookEvent } from '../../dunning/history/events';
import { customerKeyOf } from '../../receivables/customer';
import type { Invoice } from '../../receivables/invoice';
import { type Cell, isBlank } from '../../sheet/grid';
import { textOf, yesNoOfCell } from '../../sheet/read/typed-cells';
import { halfLoaded, readInvoiceTable } from '../../workbook/invoices';
import { NO_CHANGE, openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, WorkbookSession } from '../../workbook/session';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';
import { customerFromInvoice, readAliases, splitNames } from '../../workbook/tabs/customers';
import type { TabRow, TabTable } from '../../workbook/tabs/records';
import { inWords, planIn } from '../planning/plan-day';
import type { ChangeResult } from '../waiting/change-result';

/** What the log keeps of a row before the row is deleted. */
const MOST_KEPT = 4_500;

/** A customer as it stands in AR Customers and in the invoices. */
interface Spelling {
  key: string;
  name: string;
  id: string;
  /** Rows of AR Customers, none or one; more where people added it again. */
  rows: readonly TabRow[];
  /** What the first invoice tells; null without one. */
  invoice: Invoice | null;
}

/**
 * Makes several customers one: the others become aliases of the one to keep, what only their rows in AR Customers say goes into its row,
 * their rows go. Then the day is planned anew, so that of two waiting reminders one is left. The invoice sheet is not touched.
 * @param keep key of the customer to keep
 * @param others keys of the spellings that are the same customer
 * @throws Refusal when one of them is not known (any more), or its name cannot stand in Aliases
 * @example joinCustomers(ports, 'acme ltd', ['acme limited'])
 */
export function mergeCustomers(ports: Ports, keep: string, others: readonly string[]): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    const table = needCustomers(ws);
    const aliases = readAliases(table);
    const people = spellingsIn(ws, table);
    const kept = known(people, aliases.get(keep) ?? keep);
    // Who is an alias by now stands for the one it belongs to; a row of its own is left of a join that was broken off.
    const standing = others.map((key) => ((people.get(key)?.rows.length ?? 0) > 0 ? key : (aliases.get(key) ?? key)));
    const fresh = [...new Set(standing)].filter((key) => key !== kept.key);
    if (fresh.length === 0) {
      const isAsked = ws.log.history.renamed.has(kept.key);
      const facts = { customerKey: kept.key, keys: [...others] };
      const note = 'They are one customer.';
      if (isAsked) ws.log.append([workbookEvent('customers-joined', ports.session.user(), note, facts)]);
      ws.save();
      return { changed: 0, message: 'They count as one customer already; nothing was changed.' };
    }
    const joined = fresh.map((key) => known(people, key));
    const names = aliasesOf(kept, joined, people);
    const events = joined.map((other) => joinedEvent(ws, table, kept, other));
    const told = writeKept(ws, kept, joined, names);
    ws.log.append(events);
    deleteRows(
      ws,
      joined.flatMap(({ rows }) => rows.map(({ row }) => row)),
    );
    ws.save();
    return { changed: joined.length, message: `${told} ${planAnew(ports)}` };
  });
}

function planAnew(ports: Ports): string {
  const ws = new WorkbookSession(ports);
  const { done, stops } = planIn(ws, { actor: ports.session.user(), unattended: false });
  ws.save();
  return done ? `Planned anew: ${inWords(done.events)}` : `Not planned anew yet: ${stops[0]?.message ?? ''}`;
}

/**
 * Remembers that customers who look like one are different ones: they are not proposed again.
 * @param keys of the customers, two or more
 * @throws Refusal when one of them is not known (any more)
 */
export function keepApart(ports: Ports, keys: readonly string[]): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    const people = spellingsIn(ws, needCustomers(ws));
    const apart = [...new Set(keys)].map((key) => known(people, key));
    if (apart.length < 2) throw new Refusal('customer-unknown', 'Name two customers or more.');
    const names = listed(apart.map(({ name }) => `“${name}”`));
    const note = `${names} are ${apart.length === 2 ? 'two' : apart.length} customers.`;
    ws.log.append([
      workbookEvent('customers-apart', ports.session.user(), note, { keys: apart.map(({ key }) => key) }),
    ]);
    const isParted = takeOutAliases(ws, apart);
    ws.save();
    // Who counted as another one by a renaming does no more.
    const told = isParted ? ` ${planAnew(ports)}` : '';
    return { changed: 1, message: `${note} They are not proposed again.${told}` };
  });
}

/** Takes the names of customers out of each other's Aliases. @returns whether one was there */
function takeOutAliases(ws: WorkbookSession, apart: readonly Spelling[]): boolean {
  const keys = new Set(apart.map(({ key }) => key));
  const changed = apart.flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const before = splitNames(row.text('Aliases'));
      const after = before.filter((name) => !keys.has(customerKeyOf('', name)));
      return after.length < before.length ? [{ row, after }] : [];
    }),
  );
  for (const { row, after } of changed) writeCells(ws, row, new Map([['Aliases', after.join('; ')]]));
  if (changed.length > 0) ws.tabs.forget(CUSTOMERS_TAB);
  return changed.length > 0;
}

function needCustomers(ws: WorkbookSession): TabTable {
  const table = ws.tabs.needTable(CUSTOMERS_TAB);
  const problem = table.problems.find(({ code }) => code.startsWith('tab-'));
  if (table.headerRow === 0 || !table.columns.has('Aliases') || !table.columns.has('Customer'))
    throw new Refusal('tab-damaged', problem?.message ?? 'AR Customers has no column "Aliases" any more.');
  return table;
}

/** Everybody in AR Customers and in the invoices, under the keys their invoices have by themselves. */
function spellingsIn(ws: WorkbookSession, table: TabTable): Map<string, Spelling> {
  const people = new Map<string, Spelling>();
  for (const row of table.rows) {
    const [id, name] = [row.text('Customer ID'), row.text('Customer')];
    const key = customerKeyOf(id, name);
    if (key === '') continue;
    const before = people.get(key);
    if (before) people.set(key, { ...before, rows: [...before.rows, row] });
    else people.set(key, { key, id, name: name || id, rows: [row], invoice: null });
  }
  const book = readInvoiceTable(ws, ws.ports.clock.now().day);
  const doubt = halfLoaded(book, ws.state.openKeys);
  if (doubt) throw new Refusal('half-loaded', `${doubt.sentence} Nothing was changed.`);
  for (const invoice of book.invoices) {
    const { customerKey: key, customer, customerId: id } = invoice;
    const before = people.get(key);
    if (!before) people.set(key, { key, id, name: customer || id, rows: [], invoice });
    else if (!before.invoice) people.set(key, { ...before, invoice });
  }
  return people;
}

function known(people: ReadonlyMap<string, Spelling>, key: string): Spelling {
  const one = people.get(key);
  if (one) return one;
  throw new Refusal('customer-unknown', `The customer "${key}" is not there any more. Look at the data check again.`);
}

/**
 * What has to stand in Aliases for the others: their number, or their name, and the aliases they had. A name that is somebody else's key
 * too is left out beside a number, since it would take that customer along.
 */
function aliasesOf(kept: Spelling, joined: readonly Spelling[], people: ReadonlyMap<string, Spelling>): string[] {
  const own = new Set([kept, ...joined].map(({ key }) => key));
  const names: string[] = [];
  for (const { key, id, name, rows } of joined) {
    const written = [id, name].find((text) => customerKeyOf('', text) === key) ?? key;
    names.push(cellName(written));
    const nameKey = customerKeyOf('', name);
    const isFree = !own.has(nameKey) && !people.has(nameKey) && nameKey !== customerKeyOf('', kept.name);
    if (isFree && !name.includes(';')) names.push(cellName(name));
    names.push(...rows.flatMap((row) => splitNames(row.text('Aliases'))));
  }
  const has = new Set(kept.rows.flatMap((row) => splitNames(row.text('Aliases'))).map((one) => customerKeyOf('', one)));
  return names.filter((name) => {
    const key = customerKeyOf('', name);
    const isNew = key !== kept.key && !has.has(key);
    has.add(key);
    return isNew;
  });
}

/** A name as it stands in Aliases: on one line, and without the mark between two names. */
function cellName(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  if (!line.includes(';')) return line;
  throw new Refusal(
    'alias-impossible',
    `"${line}" holds a semicolon, which separates two names in Aliases. Correct the name in the invoice sheet.`,
  );
}

function joinedEvent(ws: WorkbookSession, table: TabTable, kept: Spelling, other: Spelling): NewEvent {
  const rows = other.rows.map((row) => valuesOf(ws, table, row));
  const values = rows.length > 0 ? ` Its row in AR Customers said: ${rows.join(' | ')}` : '';
  if (values.length > MOST_KEPT) {
    throw new Refusal(
      'row-too-long',
      `AR Customers, row ${other.rows[0]?.row ?? 0}: the row of "${other.name}" holds more than the log can keep. Shorten it, then join again.`,
    );
  }
  const note = `“${other.name}” is “${kept.name}”.${values}`;
  const facts = { customerKey: kept.key, keys: [other.key] };
  return { ...workbookEvent('customers-joined', ws.ports.session.user(), note, facts), customer: kept.name };
}

/** A row in words, people's own columns included. @example 'Customer: Acme Limited · Phone: 030 1234' */
function valuesOf(ws: WorkbookSession, table: TabTable, row: TabRow): string {
  const sheet = ws.tabs.needSheet(CUSTOMERS_TAB);
  const [headers = []] = ws.ports.workbook.readBlock(sheet, table.headerRow, 1, 1, row.values.length);
  const filled = row.values.map((cell, column) => ({ cell, header: textOf(headers[column]) }));
  return filled
    .filter(({ cell }) => !isBlank(cell))
    .map(({ cell, header }) => `${header || 'without header'}: ${textOf(cell)}`)
    .join(' · ');
}

/** Brings the row of the customer that is kept up to date; what it says stays. @returns what was done, in sentences */
function writeKept(ws: WorkbookSession, kept: Spelling, joined: readonly Spelling[], names: readonly string[]): string {
  const changes = new Map<string, Cell>();
  const row = kept.rows[0];
  const before = row ? row.text('Aliases') : '';
  const { filled, differing } = fromOthers(row, joined);
  for (const [header, cell] of filled) changes.set(header, cell);
  // Last: a run that ends here has taken over "Do not contact" before anything counts under this name.
  changes.set('Aliases', [before, ...names].filter((name) => name !== '').join('; '));
  if (row) writeCells(ws, row, changes);
  else ws.tabs.addRows(CUSTOMERS_TAB, [{ ...recordOf(kept), ...Object.fromEntries(changes) }]);
  const taken = [...filled.keys()];
  const parts = [
    `${listed(joined.map(({ name }) => `“${name}”`))} now ${joined.length === 1 ? 'counts' : 'count'} as “${kept.name}”.`,
  ];
  if (taken.length > 0) parts.push(`Taken over: ${listed(taken)}.`);
  if (differing.length > 0)
    parts.push(
      `Kept as it was: ${listed(differing)}; the other ${joined.length === 1 ? 'one’s stands' : 'ones’ stand'} in AR Log.`,
    );
  return parts.join(' ');
}

/** Ours alone: who the customer is, and what is joined above. */
const NOT_TAKEN = ['Customer', 'Customer ID', 'Aliases'];
const NO_CONTACT = 'Do not contact';

function fromOthers(
  row: TabRow | undefined,
  joined: readonly Spelling[],
): { filled: Map<string, Cell>; differing: string[] } {
  const filled = new Map<string, Cell>();
  const differing: string[] = [];
  const headers = CUSTOMERS_TAB.columns.map(({ header }) => header).filter((header) => !NOT_TAKEN.includes(header));
  const others = joined.flatMap(({ rows }) => rows);
  for (const header of headers) {
    const own = row?.cell(header) ?? '';
    const said = others.map((other) => other.cell(header)).filter((cell) => !isBlank(cell));
    // Who must not be written to stays so under whichever name.
    const stop = header === NO_CONTACT ? said.find((cell) => yesNoOfCell(cell) !== 'no') : undefined;
    if (stop !== undefined && yesNoOfCell(own) === 'no') filled.set(header, stop);
    else if (isBlank(own) && said[0] !== undefined && header !== NO_CONTACT) filled.set(header, said[0]);
    else if (said.some((cell) => textOf(cell) !== textOf(own)) && header !== NO_CONTACT) differing.push(header);
  }
  return { filled, differing };
}

function writeCells(ws: WorkbookSession, row: TabRow, changes: ReadonlyMap<string, Cell>): void {
  const sheet = ws.tabs.needSheet(CUSTOMERS_TAB);
  const { columns } = ws.tabs.needTable(CUSTOMERS_TAB);
  for (const [header, cell] of changes) {
    const column = columns.get(header);
    if (column !== undefined && textOf(row.cell(header)) !== textOf(cell))
      ws.ports.workbook.write(sheet, row.row, column + 1, [[cell]]);
  }
}

/** The row of a customer that stands in the invoices only. */
function recordOf({ name, id, invoice }: Spelling): Record<string, Cell> {
  const told = invoice ? customerFromInvoice(invoice) : null;
  return {
    Customer: name,
    'Customer ID': id,
    Email: told?.email ?? '',
    Language: told?.language ?? '',
    Owner: told?.owner ?? '',
  };
}

/** From the last to the first: a row that goes moves those below it. */
function deleteRows(ws: WorkbookSession, rows: readonly number[]): void {
  const sheet = ws.tabs.needSheet(CUSTOMERS_TAB);
  for (const row of [...rows].sort((a, b) => b - a)) ws.ports.workbook.deleteRow(sheet, row);
  ws.tabs.forget(CUSTOMERS_TAB);
}

/** @example listed(['A', 'B', 'C']) // 'A, B and C' */
function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}` : (words[0] ?? '');
}
