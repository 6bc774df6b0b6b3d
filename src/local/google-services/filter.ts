// The filter of a sheet: its range, its criteria by column, and which rows they hide.
import type { Book, RangeObject, Rect } from './book';
import { named, serve } from './call';
import { displayAt, valueAt } from './cells';
import { CONDITION_METHODS, type Condition, ConditionBuilder, criteriaType, criteriaValues } from './conditions';
import type { EnumValue } from './enums';
import { fail } from './exception';
import type { Host } from './host';
import { sortRect } from './sorting';
import { conditionHolds } from './validation-rules';

interface Criteria extends Condition {
  hidden: string[];
}

const criteriaOf = new WeakMap<object, Criteria>();
const NONE: Criteria = { criteria: null, values: [], hidden: [] };

function stateOf(object: unknown): Criteria {
  return (typeof object === 'object' && object !== null && criteriaOf.get(object)) || fail('Invalid filter criteria');
}

/** What a column must keep to for its rows to show. */
export class FilterCriteria {
  constructor(criteria: Criteria) {
    criteriaOf.set(this, { ...criteria });
  }
  getCriteriaType(): EnumValue | null {
    return criteriaType(stateOf(this));
  }
  getCriteriaValues(): unknown[] {
    return criteriaValues(stateOf(this));
  }
  getHiddenValues(): string[] {
    return [...stateOf(this).hidden];
  }
  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(stateOf(this));
  }
}

/** The builder of filter criteria. */
export class FilterCriteriaBuilder extends ConditionBuilder {
  constructor(criteria: Criteria = NONE) {
    super();
    criteriaOf.set(this, { ...criteria });
  }
  protected override take(condition: Condition): void {
    Object.assign(stateOf(this), condition);
  }
  getCriteriaType(): EnumValue | null {
    return criteriaType(stateOf(this));
  }
  getCriteriaValues(): unknown[] {
    return criteriaValues(stateOf(this));
  }
  getHiddenValues(): string[] {
    return [...stateOf(this).hidden];
  }
  setHiddenValues(values: unknown[]): this {
    Object.assign(stateOf(this), { hidden: values.map(String) });
    return this;
  }
  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(stateOf(this));
  }
  build(): FilterCriteria {
    return new FilterCriteria(stateOf(this));
  }
}

interface StoredFilter extends Rect {
  /** By 1-based column of the sheet. */
  criteria?: Record<string, Criteria>;
}

function keptFilter(book: Book, sheetId: number): StoredFilter | null {
  return (book.facts(sheetId).extras['filter'] as StoredFilter | undefined) ?? null;
}

/** Whether the filter of a sheet hides a row (1-based). */
export function isFilteredOut(book: Book, sheetId: number, row: number): boolean {
  const filter = keptFilter(book, sheetId);
  if (!filter || row - 1 <= filter.row || row > filter.row + filter.rows) return false;
  return Object.entries(filter.criteria ?? {}).some(([place, criteria]) => {
    const column = Number(place) - 1;
    const shown = displayAt(book, sheetId, row - 1, column);
    if (criteria.hidden.includes(shown)) return true;
    return criteria.criteria !== null && !conditionHolds(criteria, valueAt(book, sheetId, row - 1, column), shown);
  });
}

/** A filter over a range; the first row is its header. */
export class Filter {
  readonly #book: Book;
  readonly #sheetId: number;
  constructor(book: Book, sheetId: number) {
    this.#book = book;
    this.#sheetId = sheetId;
  }
  #stored(): StoredFilter {
    return keptFilter(this.#book, this.#sheetId) ?? fail('The filter was removed.');
  }
  #setCriteria(column: number, criteria: Criteria | null): this {
    const stored = this.#stored();
    if (column <= stored.column || column > stored.column + stored.columns) fail('The column is not in the filter.');
    const { [column]: _old, ...rest } = stored.criteria ?? {};
    const filter = { ...stored, criteria: criteria ? { ...rest, [column]: criteria } : rest };
    this.#book.host.draft.setSheet(this.#sheetId, { extras: { ...this.#book.facts(this.#sheetId).extras, filter } });
    return this;
  }
  getRange(): RangeObject {
    const { sheetId, row, column, rows, columns } = this.#stored();
    return this.#book.range({ sheetId, row, column, rows, columns });
  }
  getColumnFilterCriteria(column: number): FilterCriteria | null {
    const criteria = this.#stored().criteria?.[column];
    return criteria ? new FilterCriteria(criteria) : null;
  }
  setColumnFilterCriteria(column: number, criteria: unknown): this {
    return this.#setCriteria(column, criteria === null ? null : { ...stateOf(criteria) });
  }
  removeColumnFilterCriteria(column: number): this {
    return this.#setCriteria(column, null);
  }
  remove(): void {
    const { filter: _filter, ...extras } = this.#book.facts(this.#sheetId).extras;
    this.#book.host.draft.setSheet(this.#sheetId, { extras });
  }
  sort(column: number, ascending: boolean): this {
    const rect = this.#stored();
    if (rect.rows > 1)
      sortRect(this.#book, { ...rect, row: rect.row + 1, rows: rect.rows - 1 }, [{ column, ascending }]);
    return this;
  }
}

/** Creates the filter of a sheet. @throws Exception when it has one */
export function createFilter(book: Book, rect: Rect): Filter {
  const { extras } = book.facts(rect.sheetId);
  if (extras['filter']) fail("You can't create a filter in a sheet that already has a filter.");
  book.host.draft.setSheet(rect.sheetId, { extras: { ...extras, filter: rect } });
  return new Filter(book, rect.sheetId);
}

/** The filter of a sheet, or `null`. */
export function filterOf(book: Book, sheetId: number): Filter | null {
  return keptFilter(book, sheetId) ? new Filter(book, sheetId) : null;
}

const CRITERIA = { getCriteriaType: '- ', getCriteriaValues: '- ', getHiddenValues: '- ', copy: '- ' };

/** Puts the calling rules around filter and criteria. */
export function serveFilter(host: Host): void {
  serve(host, Filter.prototype, 'SpreadsheetApp.Filter', 'Filter', {
    getRange: 'r ',
    getColumnFilterCriteria: 'r n',
    setColumnFilterCriteria: 'w n,e?',
    removeColumnFilterCriteria: 'w n',
    remove: 'w ',
    sort: 'w n,b',
  });
  serve(host, FilterCriteria.prototype, 'SpreadsheetApp.FilterCriteria', 'FilterCriteria', CRITERIA);
  serve(host, FilterCriteriaBuilder.prototype, 'SpreadsheetApp.FilterCriteriaBuilder', 'FilterCriteriaBuilder', {
    ...CRITERIA,
    ...CONDITION_METHODS,
    setHiddenValues: '- A',
    build: '- ',
  });
  named(Filter.prototype, 'Filter');
  named(FilterCriteria.prototype, 'FilterCriteria');
  named(FilterCriteriaBuilder.prototype, 'FilterCriteriaBuilder');
}
