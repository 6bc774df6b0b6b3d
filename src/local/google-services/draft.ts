// The spreadsheet during one execution: writes are kept apart until a flush or the end, reads of the execution see them.
import type { Draft, SheetFacts } from './host';
import { carryOver, hasContent, shiftedExtras, shiftedGrid, shiftedNames, shiftedWidths } from './shifting';
import type { StoredCell, StoredNamedRange, StoredSheet, StoredSpreadsheet, StoredValue } from './state';

type Grid = Map<number, Map<number, StoredCell>>;

/** Works out a formula cell: the last computed value is given for when the formula cannot be worked out here. */
export type Evaluate = (sheetId: number, row: number, column: number, cell: StoredCell) => StoredValue;

interface SheetDraft {
  /** Changed facts; all of them for a sheet that is new. */
  facts: SheetFacts | null;
  /** Written cells since the last commit. */
  written: Map<number, Map<number, StoredCell | null>>;
  /** The whole grid, once rows or columns were inserted or deleted. */
  own: Grid | null;
  isNew: boolean;
}

const EMPTY: StoredValue = { kind: 'empty' };

/** Deep copy of plain data into this realm. */
function plain<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

/** Opens a draft of a spreadsheet; `evaluate` works out formula cells when they are read, `changedCells` hears of writes. */
export function createDraft(
  base: StoredSpreadsheet,
  evaluate: Evaluate,
  changedCells: (sheetId: number) => void,
): Draft {
  const drafts = new Map<number, SheetDraft>();
  let order: number[] | null = null;
  let names: StoredNamedRange[] | null = null;
  let changed: Partial<StoredSpreadsheet> = {};
  const computed = new Map<string, StoredValue>();
  const computing = new Set<string>();

  const baseSheet = (id: number): StoredSheet | undefined => base.sheets.find((sheet) => sheet.id === id);

  function draftOf(id: number): SheetDraft {
    let draft = drafts.get(id);
    if (!draft) {
      draft = { facts: null, written: new Map(), own: null, isNew: false };
      drafts.set(id, draft);
    }
    return draft;
  }

  function factsOf(id: number): SheetFacts {
    const draft = draftOf(id);
    const sheet = baseSheet(id);
    if (!draft.facts && sheet) {
      const { cells: _cells, ...facts } = sheet;
      draft.facts = plain(facts);
    }
    if (!draft.facts) throw new Error('Sheet not found');
    return draft.facts;
  }

  function cell(id: number, row: number, column: number): StoredCell | undefined {
    const draft = drafts.get(id);
    const written = draft?.written.get(row)?.get(column);
    if (written !== undefined) return written ?? undefined;
    return (draft?.own ?? baseSheet(id)?.cells)?.get(row)?.get(column);
  }

  function rowKeys(id: number): number[] {
    const draft = drafts.get(id);
    const keys = new Set([...((draft?.own ?? baseSheet(id)?.cells)?.keys() ?? []), ...(draft?.written.keys() ?? [])]);
    return [...keys].sort((a, b) => b - a);
  }

  function columnKeys(id: number, row: number): Set<number> {
    const draft = drafts.get(id);
    const kept = (draft?.own ?? baseSheet(id)?.cells)?.get(row)?.keys() ?? [];
    return new Set([...kept, ...(draft?.written.get(row)?.keys() ?? [])]);
  }

  function wholeGrid(id: number): Grid {
    const grid: Grid = new Map();
    for (const row of rowKeys(id)) {
      for (const column of columnKeys(id, row)) {
        const found = cell(id, row, column);
        if (!found) continue;
        const cells = grid.get(row) ?? new Map<number, StoredCell>();
        cells.set(column, found);
        grid.set(row, cells);
      }
    }
    return grid;
  }

  function shift(id: number, dimension: 'rows' | 'columns', at: number, count: number): void {
    const facts = factsOf(id);
    const draft = draftOf(id);
    draft.own = shiftedGrid(wholeGrid(id), dimension, at, count);
    draft.written.clear();
    const size = dimension === 'rows' ? 'maxRows' : 'maxColumns';
    facts[size] += count;
    if (dimension === 'columns') facts.columnWidths = shiftedWidths(facts.columnWidths, at, count);
    facts.extras = shiftedExtras(facts.extras, dimension, at, count);
    names = shiftedNames(names ?? plain(base.namedRanges), id, dimension, at, count);
    computed.clear();
    changedCells(id);
  }

  function extent(id: number): { rows: number; columns: number } {
    const written = drafts.get(id)?.written;
    let rows = 0;
    let columns = 0;
    const see = (row: number, column: number, found: StoredCell | null) => {
      if (!found || !hasContent(found)) return;
      rows = Math.max(rows, row + 1);
      columns = Math.max(columns, column + 1);
    };
    for (const [row, cells] of drafts.get(id)?.own ?? baseSheet(id)?.cells ?? []) {
      const over = written?.get(row);
      for (const [column, found] of cells) if (over?.get(column) === undefined) see(row, column, found);
    }
    for (const [row, cells] of written ?? []) for (const [column, found] of cells) see(row, column, found);
    return { rows, columns };
  }

  function value(id: number, row: number, column: number): StoredValue {
    const found = cell(id, row, column);
    if (!found) return EMPTY;
    if (!found.formula) return found.value;
    const key = `${id}:${row}:${column}`;
    const known = computed.get(key);
    if (known) return known;
    if (computing.has(key)) return { kind: 'error', value: '#REF!' };
    computing.add(key);
    try {
      const result = evaluate(id, row, column, found);
      computed.set(key, result);
      return result;
    } finally {
      computing.delete(key);
    }
  }

  function settle(id: number, draft: SheetDraft): void {
    let sheet = baseSheet(id);
    if (draft.isNew && draft.facts && !sheet) {
      sheet = { ...plain(draft.facts), cells: new Map() };
      base.sheets.push(sheet);
    }
    if (!sheet) return;
    for (const [row, cells] of draft.written) {
      for (const [column, written] of cells) {
        if (written?.formula) draft.written.get(row)?.set(column, { ...written, value: value(id, row, column) });
      }
    }
    if (draft.own) sheet.cells = draft.own;
    if (draft.facts) Object.assign(sheet, draft.facts);
    carryOver(sheet.cells, draft.written);
  }

  return {
    get facts() {
      const { id, name, timeZone, locale, activeSheetId } = { ...base, ...changed };
      return { id, name, timeZone, locale, activeSheetId };
    },
    setFacts(change) {
      changed = { ...changed, ...plain(change) };
      computed.clear();
    },
    sheetIds: () => order ?? base.sheets.map((sheet) => sheet.id),
    sheet: (id) => ((order ? order.includes(id) : baseSheet(id)) ? factsOf(id) : null),
    setSheet(id, change) {
      Object.assign(factsOf(id), plain(change));
    },
    addSheet(name, index, rows, columns) {
      const ids = order ?? base.sheets.map((sheet) => sheet.id);
      const taken = new Set([...ids, ...drafts.keys()]);
      let id = 1_000_003 + ((taken.size * 7_919) % 900_000_000);
      while (taken.has(id)) id += 1;
      const facts = {
        id,
        name,
        maxRows: rows,
        maxColumns: columns,
        hidden: false,
        frozenRows: 0,
        columnWidths: {},
        extras: {},
      };
      drafts.set(id, { facts, written: new Map(), own: new Map(), isNew: true });
      order = [...ids.slice(0, index), id, ...ids.slice(index)];
      return id;
    },
    removeSheet(id) {
      order = (order ?? base.sheets.map((sheet) => sheet.id)).filter((other) => other !== id);
      names = (names ?? plain(base.namedRanges)).filter((range) => range.sheetId !== id);
      drafts.delete(id);
      computed.clear();
    },
    moveSheet(id, index) {
      const rest = (order ?? base.sheets.map((sheet) => sheet.id)).filter((other) => other !== id);
      order = [...rest.slice(0, index), id, ...rest.slice(index)];
    },
    cell,
    put(id, row, column, next) {
      const written = draftOf(id).written;
      const cells = written.get(row) ?? new Map<number, StoredCell | null>();
      cells.set(
        column,
        next === null
          ? null
          : {
              ...next,
              value: { ...next.value },
              ...(next.validation ? { validation: plain(next.validation) } : {}),
              ...(next.style ? { style: { ...next.style } } : {}),
            },
      );
      written.set(row, cells);
      computed.clear();
      changedCells(id);
    },
    value,
    extent,
    insert: (id, dimension, at, count) => shift(id, dimension, at, count),
    remove: (id, dimension, at, count) => shift(id, dimension, at, -count),
    namedRanges: () => names ?? base.namedRanges,
    setNamedRanges(list) {
      names = plain(list);
      computed.clear();
      for (const range of list) changedCells(range.sheetId);
    },
    commit() {
      for (const [id, draft] of drafts) settle(id, draft);
      if (order) {
        const ids = order;
        base.sheets = ids.flatMap((id) => base.sheets.filter((sheet) => sheet.id === id));
      }
      if (names) base.namedRanges = names;
      Object.assign(base, changed);
      drafts.clear();
      order = null;
      names = null;
      changed = {};
      computed.clear();
    },
  };
}
