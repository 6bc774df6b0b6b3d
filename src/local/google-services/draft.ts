// The spreadsheet during one execution: writes are kept apart until a flush or the end, reads of the execution see them.
import type { Block, Draft, SheetFacts } from './host';
import { blankCell, blankCells, changedLooks, lookOf, looksAs, movedLooks, shiftedLooks } from './looks';
import {
  cellsWithin,
  EMPTY_SHEET,
  type Extent,
  freshDraft,
  type Grid,
  measured,
  ownCell,
  ownLook,
  plain,
  pushDown,
  rowsIn,
  type SheetDraft,
  takeOver,
} from './sheet-draft';
import {
  carryOver,
  hasContent,
  movedBefore,
  type Place,
  shiftedBy,
  shiftedExtras,
  shiftedGrid,
  shiftedNames,
  shiftedWidths,
} from './shifting';
import type { Look, Looks, StoredCell, StoredNamedRange, StoredSheet, StoredSpreadsheet, StoredValue } from './state';

/** Works out a formula cell: the last computed value is given for when the formula cannot be worked out here. */
export type Evaluate = (sheetId: number, row: number, column: number, cell: StoredCell) => StoredValue;

const EMPTY: StoredValue = { kind: 'empty' };
/** How often executions wrote into a sheet. */
const commits = new WeakMap<StoredSheet, number>();

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
  let refused = '';
  const extents = new Map<number, Extent>();
  const computed = new Map<string, StoredValue>();
  const computing = new Set<string>();

  const baseSheet = (id: number): StoredSheet | undefined => base.sheets.find((sheet) => sheet.id === id);

  function draftOf(id: number): SheetDraft {
    let draft = drafts.get(id);
    if (!draft) {
      draft = freshDraft();
      drafts.set(id, draft);
    }
    return draft;
  }

  function factsOf(id: number): SheetFacts {
    const draft = draftOf(id);
    const sheet = baseSheet(id);
    if (!draft.facts && sheet) {
      const { cells: _cells, looks: _looks, ...facts } = sheet;
      draft.facts = plain(facts);
      draft.copied = sheet;
    } else if (draft.facts && sheet) takeOver(draft.facts, draft, sheet);
    if (!draft.facts) throw new Error('Sheet not found');
    return draft.facts;
  }

  function change(id: number, facts: Partial<SheetFacts>): void {
    Object.assign(factsOf(id), facts);
    for (const name of Object.keys(facts) as (keyof SheetFacts)[]) draftOf(id).changed.add(name);
  }

  const gridOf = (id: number): Grid | undefined => drafts.get(id)?.own ?? baseSheet(id)?.cells;
  const looksOf = (id: number): Looks | undefined => drafts.get(id)?.looks ?? baseSheet(id)?.looks;

  function wholeGrid(id: number): Grid {
    const whole: Grid = new Map();
    for (const [row, cells] of gridOf(id) ?? []) whole.set(row, new Map(cells));
    carryOver(whole, drafts.get(id)?.written ?? new Map());
    return whole;
  }

  function stored(id: number, row: number, column: number): StoredCell | undefined {
    const written = drafts.get(id)?.written.get(row)?.get(column);
    return written === undefined ? gridOf(id)?.get(row)?.get(column) : (written ?? undefined);
  }

  function changeLooks(id: number, block: Block, next: (old: Look | undefined) => Look | undefined): void {
    let looks = looksOf(id) ?? {};
    for (let column = block.column; column < block.column + block.columns; column++)
      looks = changedLooks(looks, column, block.row, block.row + block.rows, next);
    draftOf(id).looks = looks;
  }

  function shift(id: number, dimension: 'rows' | 'columns', at: number, count: number): void {
    const facts = factsOf(id);
    const draft = draftOf(id);
    const size = dimension === 'rows' ? 'maxRows' : 'maxColumns';
    const place = shiftedBy(at, count);
    // Nothing moves when the grid only grows at its end.
    if (count < 0 || at < facts[size]) {
      draft.own = shiftedGrid(wholeGrid(id), dimension, place);
      draft.written.clear();
      draft.looks = shiftedLooks(looksOf(id) ?? {}, dimension, at, count);
    }
    change(id, { [size]: facts[size] + count, extras: shiftedExtras(facts.extras, dimension, place, at) });
    if (dimension === 'columns') change(id, { columnWidths: shiftedWidths(facts.columnWidths, place) });
    hasMoved(id, dimension, place);
  }

  function hasMoved(id: number, dimension: 'rows' | 'columns', place: Place): void {
    names = shiftedNames(names ?? plain(base.namedRanges), id, dimension, place);
    extents.delete(id);
    computed.clear();
    changedCells(id);
  }

  function moveRows(id: number, from: number, count: number, to: number): void {
    const place = movedBefore(from, count, to);
    const draft = draftOf(id);
    draft.own = shiftedGrid(wholeGrid(id), 'rows', place);
    draft.written.clear();
    draft.looks = movedLooks(looksOf(id) ?? {}, [from, from + count, to], place);
    change(id, { extras: shiftedExtras(factsOf(id).extras, 'rows', place, to) });
    hasMoved(id, 'rows', place);
  }

  /** Measured once, then kept with each write; measured again when somebody else changed the sheet meanwhile. */
  function extent(id: number): Extent {
    const sheet = baseSheet(id);
    const cells = sheet?.cells;
    const size = cells?.size ?? 0;
    const times = (sheet && commits.get(sheet)) ?? 0;
    const known = extents.get(id);
    if (known && known.cells === cells && known.size === size && known.commits === times) return known;
    const found = { ...measured(gridOf(id), drafts.get(id)?.written), cells, size, commits: times };
    extents.set(id, found);
    return found;
  }

  function write(id: number, row: number, column: number, next: StoredCell | null): void {
    const { written } = draftOf(id);
    let cells = written.get(row);
    if (!cells) {
      cells = new Map();
      written.set(row, cells);
    }
    writeInto(cells, id, row, column, next);
    computed.clear();
    changedCells(id);
  }

  function writeInto(
    cells: Map<number, StoredCell | null>,
    id: number,
    row: number,
    column: number,
    next: StoredCell | null,
  ): void {
    if (next?.formula) draftOf(id).hasFormulas = true;
    const known = extents.get(id);
    if (known && hasContent(next ?? undefined)) {
      known.rows = Math.max(known.rows, row + 1);
      known.columns = Math.max(known.columns, column + 1);
    } else if (known && (row + 1 === known.rows || column + 1 === known.columns)) {
      if (hasContent(stored(id, row, column))) extents.delete(id);
    }
    if (next === null && !gridOf(id)?.get(row)?.has(column)) cells.delete(column);
    else cells.set(column, next);
  }

  function put(id: number, row: number, column: number, next: StoredCell, kept = ownCell(next)): void {
    write(id, row, column, kept);
    if (kept) return;
    const look = lookOf(next);
    if (looksAs(looksOf(id), row, column, look)) return;
    const own = look && ownLook(look);
    changeLooks(id, { row, column, rows: 1, columns: 1 }, () => own);
  }

  /** Writes the rows of a block; a blank cell where none is kept changes nothing. */
  function putAll(id: number, row: number, column: number, block: readonly (readonly StoredCell[])[]): void {
    const { written } = draftOf(id);
    block.forEach((line, r) => {
      const cells = written.get(row + r) ?? new Map<number, StoredCell | null>();
      written.set(row + r, cells);
      line.forEach((next, c) => {
        const kept = ownCell(next);
        if (!kept && !stored(id, row + r, column + c)) return;
        if (kept) writeInto(cells, id, row + r, column + c, kept);
        else put(id, row + r, column + c, next, kept);
      });
    });
    computed.clear();
    changedCells(id);
  }

  function value(id: number, row: number, column: number): StoredValue {
    const found = stored(id, row, column);
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
    if (!draft.own && pushDown(sheet, draft)) extents.delete(id);
    for (const [row, cells] of draft.hasFormulas ? draft.written : []) {
      for (const [column, written] of cells) {
        if (written?.formula) draft.written.get(row)?.set(column, { ...written, value: value(id, row, column) });
      }
    }
    if (draft.own) sheet.cells = draft.own;
    for (const name of draft.changed) Object.assign(sheet, { [name]: draft.facts?.[name] });
    if (draft.looks) sheet.looks = draft.looks;
    carryOver(sheet.cells, draft.written);
    const times = (commits.get(sheet) ?? 0) + 1;
    commits.set(sheet, times);
    // What was written here is in the extent already.
    const known = extents.get(id);
    if (known) Object.assign(known, { cells: sheet.cells, size: sheet.cells.size, commits: times });
  }

  /** Lets go of what was not committed. */
  function forget(): void {
    drafts.clear();
    order = null;
    names = null;
    changed = {};
    refused = '';
    computed.clear();
  }

  return {
    get facts() {
      return {
        id: base.id,
        name: changed.name ?? base.name,
        timeZone: changed.timeZone ?? base.timeZone,
        locale: changed.locale ?? base.locale,
        activeSheetId: changed.activeSheetId ?? base.activeSheetId,
      };
    },
    setFacts(change) {
      changed = { ...changed, ...plain(change) };
      computed.clear();
    },
    sheetIds: () => order ?? base.sheets.map((sheet) => sheet.id),
    sheet: (id) => ((order ? order.includes(id) : baseSheet(id)) ? factsOf(id) : null),
    setSheet: (id, facts) => change(id, plain(facts)),
    addSheet(name, index, like) {
      const ids = order ?? base.sheets.map((sheet) => sheet.id);
      const taken = new Set([...ids, ...drafts.keys()]);
      let id = 1_000_003 + ((taken.size * 7_919) % 900_000_000);
      while (taken.has(id)) id += 1;
      const facts = { ...(like === null ? EMPTY_SHEET : plain(factsOf(like))), id, name, extras: {} };
      const begun = like === null ? {} : { own: wholeGrid(like), looks: looksOf(like) ?? {} };
      drafts.set(id, { ...freshDraft(), own: new Map(), looks: {}, ...begun, facts, isNew: true });
      order = [...ids.slice(0, index), id, ...ids.slice(index)];
      return id;
    },
    removeSheet(id) {
      order = (order ?? base.sheets.map((sheet) => sheet.id)).filter((other) => other !== id);
      names = (names ?? plain(base.namedRanges)).filter((range) => range.sheetId !== id);
      drafts.delete(id);
      extents.delete(id);
      computed.clear();
    },
    moveSheet(id, index) {
      const rest = (order ?? base.sheets.map((sheet) => sheet.id)).filter((other) => other !== id);
      order = [...rest.slice(0, index), id, ...rest.slice(index)];
    },
    cell: (id, row, column) => stored(id, row, column) ?? blankCell(looksOf(id), row, column),
    blanks: (id) => blankCells(looksOf(id)),
    rows: (id) => rowsIn(gridOf(id), drafts.get(id)?.written),
    cellsIn: (id, block) => cellsWithin(gridOf(id), drafts.get(id)?.written, block),
    put: (id, row, column, next) => put(id, row, column, next),
    putAll,
    append(id, cells) {
      const row = extent(id).rows;
      cells.forEach((cell, column) => {
        put(id, row, column, cell);
      });
      draftOf(id).appended.push(row);
    },
    changeLooks(id, block, change) {
      const patch = ownLook(change);
      changeLooks(id, block, (old) => lookOf({ ...old, ...patch }));
      for (const [row, column, cell] of this.cellsIn(id, block)) write(id, row, column, { ...cell, ...patch });
    },
    value,
    extent,
    insert: (id, dimension, at, count) => shift(id, dimension, at, count),
    remove: (id, dimension, at, count) => shift(id, dimension, at, -count),
    moveRows,
    namedRanges: () => names ?? base.namedRanges,
    setNamedRanges(list) {
      names = plain(list);
      computed.clear();
      for (const range of list) changedCells(range.sheetId);
    },
    refuseLater(words) {
      refused ||= words;
    },
    commit() {
      if (refused) {
        const words = refused;
        forget();
        extents.clear();
        throw new Error(words);
      }
      for (const [id, draft] of drafts) settle(id, draft);
      if (order) {
        const ids = order;
        base.sheets = ids.flatMap((id) => base.sheets.filter((sheet) => sheet.id === id));
      }
      if (names) base.namedRanges = names;
      Object.assign(base, changed);
      forget();
    },
  };
}
