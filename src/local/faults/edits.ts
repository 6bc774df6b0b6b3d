// What people do to the spreadsheet while something runs: sort, filter, insert, delete, rename, type, restore, clear formats.
import type { Draw } from '../demo/random';
import { becomes, copyOf } from '../world-copy';
import { customerOf, INVOICE_SHEET } from './book';
import type { Desk } from './desk';
import type { Undo } from './person';
import { RENAMED } from './tabs';

/** Something done between two service calls; its name says all that is needed to do it again. */
export interface Action {
  name: string;
  act(desk: Desk, undo: Undo): void;
  /** It takes rows out of AR Log, which are then gone for good. */
  takesRows?: boolean;
}

/** Those that a run reads and writes most are drawn most. */
const TABS: [string, ...string[]] = [
  ...([INVOICE_SHEET, 'AR Log', 'AR Queue', INVOICE_SHEET, 'AR Log', 'AR Queue', 'AR Log', 'AR Log'] as const),
  ...['AR Log', 'AR Queue', 'AR Customers', 'AR Settings', 'AR Policy', 'AR Templates'],
  ...['AR Holds', 'AR Promises', 'AR Disputes', 'AR Holidays'],
];
/** Tabs of which somebody may delete a row without changing what was agreed with whom. */
const DELETABLE: [string, ...string[]] = [INVOICE_SHEET, 'AR Log', 'AR Queue', 'AR Customers'];

/** A script over one tab, found under its name or the one that somebody gave it. */
const on = (tab: string, body: string): string =>
  `const sheet = book.getSheets().find((one) => one.getName().split('${RENAMED}')[0] === '${tab}'); if (!sheet) return;
   const rows = sheet.getLastRow(); const columns = sheet.getLastColumn(); ${body}`;

const edit = (name: string, body: string, more: Partial<Action> = {}): Action => ({
  name,
  act: (desk) => desk.edit(body),
  ...more,
});

/** The cell of a column in the row of a customer. */
const cellOf = (tab: string, customer: string, header: string, then: string): string =>
  on(
    tab,
    `const values = sheet.getDataRange().getDisplayValues(); const line = values.findIndex((row) => row.includes('Customer'));
     const column = (values[line] || []).indexOf('${header}');
     const row = values.findIndex((one, at) => at > line && one[values[line].indexOf('Customer')] === '${customer}');
     if (row < 0 || column < 0) return; const cell = sheet.getRange(row + 1, column + 1); ${then}`,
  );

const KINDS: readonly ((draw: Draw, customers: number) => Action)[] = [
  (draw) => {
    const tab = draw.oneOf(TABS);
    const [column, up] = [draw.whole(1, 9), draw.whole(0, 1) === 1];
    const body = `if (rows > 1) sheet.getRange(2, 1, rows - 1, columns).sort({ column: Math.min(${column}, columns), ascending: ${up} });`;
    return edit(`sort ${tab} by column ${column} ${up ? 'up' : 'down'}`, on(tab, body));
  },
  (draw) => {
    const tab = draw.oneOf(TABS);
    return edit(`filter ${tab}`, on(tab, 'if (!sheet.getFilter()) sheet.getDataRange().createFilter();'));
  },
  (draw) => {
    const tab = draw.oneOf(TABS);
    const row = draw.whole(1, 40);
    return edit(`insert row ${row} of ${tab}`, on(tab, `sheet.insertRowBefore(Math.min(${row}, rows + 1));`));
  },
  (draw) => {
    // Not into AR Log: entries of a batch at work would stand one column off, and the log would ask to be accepted.
    const tab = draw.oneOf([INVOICE_SHEET, ...TABS.filter((name) => name !== 'AR Log')]);
    const column = draw.whole(1, 9);
    return edit(`insert column ${column} of ${tab}`, on(tab, `sheet.insertColumnBefore(${column});`));
  },
  (draw) => {
    const tab = draw.oneOf(DELETABLE);
    const row = draw.whole(2, 60);
    const body = `if (rows > 2) sheet.deleteRow(Math.min(${row}, rows));`;
    return edit(`delete row ${row} of ${tab}`, on(tab, body), { takesRows: tab === 'AR Log' });
  },
  (draw) => {
    const tab = draw.oneOf(TABS);
    return {
      name: `rename the tab ${tab}`,
      act(desk, undo) {
        desk.edit(on(tab, `sheet.setName('${tab}${RENAMED}');`));
        undo.push(() => desk.edit(on(tab, `sheet.setName('${tab}');`)));
      },
    };
  },
  (draw) => {
    const tab = draw.oneOf(TABS);
    const column = draw.whole(1, 13);
    const header = `const values = sheet.getDataRange().getDisplayValues();
      const line = values.findIndex((row) => row.filter((text) => text !== '').length > 1);
      const cell = sheet.getRange(line + 1, Math.min(${column}, columns));`;
    return {
      name: `rename the header ${column} of ${tab}`,
      act(desk, undo) {
        desk.edit(
          on(tab, `${header} if (cell.getValue() !== '') cell.setValue(cell.getDisplayValue() + '${RENAMED}');`),
        );
        // Columns may have moved since: whatever ends in the mark loses it.
        const back = `values[line].forEach((text, at) => { if (text.endsWith('${RENAMED}'))
          sheet.getRange(line + 1, at + 1).setValue(text.split('${RENAMED}')[0]); });`;
        undo.push(() => desk.edit(on(tab, `${header} ${back}`)));
      },
    };
  },
  (draw, customers) => {
    const customer = customerOf(draw.whole(0, customers - 1));
    const body = cellOf(INVOICE_SHEET, customer, 'Paid', 'cell.setValue(9999);');
    return edit(`type that ${customer} has paid`, body);
  },
  (draw, customers) => {
    const customer = customerOf(draw.whole(0, customers - 1));
    return edit(
      `type a higher amount of ${customer}`,
      cellOf(INVOICE_SHEET, customer, 'Amount', 'cell.setValue(5000);'),
    );
  },
  (draw, customers) => {
    const customer = customerOf(draw.whole(0, customers - 1));
    const body = cellOf('AR Customers', customer, 'Do not contact', "cell.setValue('yes');");
    return edit(`type "Do not contact" for ${customer}`, body);
  },
  (draw, customers) => {
    const customer = customerOf(draw.whole(0, customers - 1));
    const word = draw.oneOf(['approve', 'not now', 'treat as done', 'aprove']);
    return edit(`type ${word} for ${customer}`, cellOf('AR Queue', customer, 'Decide', `cell.setValue('${word}');`));
  },
  (draw) => {
    const tab = draw.oneOf(TABS);
    const row = draw.whole(2, 30);
    return edit(
      `type a note beside row ${row} of ${tab}`,
      on(tab, `sheet.getRange(${row}, Math.min(columns + 2, 25)).setValue('a note');`),
    );
  },
  (draw) => {
    const tab = draw.oneOf(TABS);
    return edit(`clear the formats of ${tab}`, on(tab, 'sheet.clearFormats();'));
  },
];

/**
 * An edit drawn from all kinds.
 *
 * @param customers how many the book has
 * @param versions the workbook as it was before: what Version history can bring back
 */
export function drawnEdit(draw: Draw, customers: number, versions: readonly Desk[]): Action {
  const kind = draw.whole(0, KINDS.length);
  const make = KINDS[kind];
  if (make) return make(draw, customers);
  const number = draw.whole(1, versions.length);
  return {
    name: `restore version ${number}`,
    takesRows: true,
    act(desk) {
      const version = versions[number - 1];
      if (version) restore(desk, version);
    },
  };
}

/** The tab is our own and hidden; people find it all the same, and so does an add-on that tidies up. */
const KEPT_LOG_EDITS: readonly [name: string, body: string][] = [
  ['delete', 'book.deleteSheet(sheet);'],
  ['empty', 'sheet.clearContents();'],
  ['type into', "sheet.getRange(1, 1).setValue('x');"],
  ['clear the formats of', 'sheet.clearFormats();'],
  ['insert a row into', 'sheet.insertRowBefore(1);'],
  ['delete the last row of', 'if (rows > 1) sheet.deleteRow(rows); else sheet.clearContents();'],
  ['show and rename', "sheet.showSheet(); sheet.setName('Old things');"],
];

/** An edit of the hidden tab in which a long log is kept. */
export function drawnEditOfKeptLog(draw: Draw): Action {
  const [name, body] = KEPT_LOG_EDITS[draw.whole(0, KEPT_LOG_EDITS.length - 1)] ?? ['', ''];
  return edit(`${name} the hidden tab of the log`, on('AR Log (kept)', body));
}

/** File > Version history: all cells, tabs and names as they were; properties, mails and triggers stay as they are. */
export function restore(desk: Desk, version: Desk): void {
  const { spreadsheet } = copyOf(version.world);
  becomes(desk.world, { ...desk.world, spreadsheet });
}
