// The cells of a tab in the grid: display, choice of a cell, editing.
import { defineCustomElements } from '@revolist/revogrid/loader';
import type { CellView, SheetView } from './host-calls';

/** A row of the grid: the text to edit per column, and what to show. */
interface Row {
  [column: `c${number}`]: string;
  shown: Record<string, CellView>;
  number: number;
}

/** What the grid tells the page. */
export interface GridEvents {
  /** A cell was chosen, 0-based. */
  chosen(row: number, column: number, cell: CellView | undefined): void;
  /** Texts were typed or pasted, 0-based. */
  typed(entries: { row: number; column: number; text: string }[]): void;
}

const USUAL_WIDTH = 100;
const RETRY_TIME = 150;

/** The letters of a column. Example: letters(27) is 'AB'. */
export function letters(column: number): string {
  let text = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    text = String.fromCharCode(65 + (rest % 26)) + text;
  }
  return text;
}

/** The grid of the page. */
export class CellGrid {
  private readonly grid: HTMLRevoGridElement;
  private readonly events: GridEvents;
  private view: SheetView | null = null;
  private next: SheetView | null = null;
  private rows: Row[] = [];
  private chosen = { row: 0, column: 0 };

  constructor(place: HTMLElement, events: GridEvents) {
    defineCustomElements();
    this.events = events;
    this.grid = document.createElement('revo-grid');
    Object.assign(this.grid, {
      theme: 'default',
      range: true,
      resize: true,
      hideAttribution: true,
      filter: false,
      rowSize: 26,
      rowHeaders: { size: 46, cellTemplate: rowNumber },
    });
    this.grid.addEventListener('afterfocus', (event) => this.onFocus(event as CustomEvent));
    this.grid.addEventListener('beforeedit', (event) => this.onEdit(event as CustomEvent));
    this.grid.addEventListener('beforerangeedit', (event) => this.onRange(event as CustomEvent));
    this.grid.addEventListener('beforeautofill', (event) => event.preventDefault());
    place.append(this.grid);
  }

  /** Shows a tab; the chosen cell and the place scrolled to stay when it is the same one. */
  show(view: SheetView): void {
    this.next = view;
    // New rows would close the editor over what somebody is typing just now.
    if (this.view?.id === view.id && this.grid.querySelector('revogr-edit')) {
      setTimeout(() => this.next === view && this.show(view), RETRY_TIME);
      return;
    }
    const same = this.view?.id === view.id;
    const columnsChanged = !same || this.view?.columns !== view.columns;
    this.view = view;
    if (!same) this.chosen = { row: 0, column: 0 };
    if (columnsChanged) this.grid.columns = this.columnsOf(view) as unknown as HTMLRevoGridElement['columns'];
    this.rows = view.rows.map(rowOf);
    const frozen = Math.min(view.frozenRows, 3);
    this.grid.pinnedTopSource = this.rows.slice(0, frozen);
    this.grid.source = this.rows.slice(frozen);
    this.tell();
  }

  /** Shows at once what was typed, until the workbook tells what came of it. */
  enter(entries: readonly { row: number; column: number; text: string }[]): void {
    for (const { row, column, text } of entries) {
      const model = this.rows[row];
      if (!model) continue;
      const { b, r, bg, c } = model.shown[column] ?? {};
      model.shown[column] = { t: text, ...(b && { b }), ...(r && { r }), ...(bg && { bg }), ...(c && { c }) };
      model[`c${column}`] = text;
    }
    void this.grid.refresh('all');
  }

  /** Chooses a cell and brings it into sight. */
  choose(row: number, column: number): void {
    this.chosen = { row, column };
    const frozen = Math.min(this.view?.frozenRows ?? 0, 3);
    if (row >= frozen) void this.grid.scrollToCoordinate({ x: column, y: row - frozen });
    this.tell();
  }

  /** The chosen cell, 0-based. */
  place(): { row: number; column: number } {
    return this.chosen;
  }

  private tell(): void {
    const { row, column } = this.chosen;
    this.events.chosen(row, column, this.view?.rows[row]?.[column]);
    // The grid marks a cell while it has the keyboard; ours stays when something else has it.
    void this.grid.refresh('all');
  }

  private columnsOf(view: SheetView): Record<string, unknown>[] {
    return Array.from({ length: view.columns }, (_, column) => ({
      prop: `c${column}`,
      name: letters(column),
      size: Math.max(44, view.widths[column] ?? USUAL_WIDTH),
      columnProperties: () => ({ class: { letter: true } }),
      cellProperties: ({ model }: { model: Row }) =>
        look(model.shown[column], this.chosen.row === model.number && this.chosen.column === column),
      cellTemplate: (paint: Paint, { model }: { model: Row }) => {
        const cell = model.shown[column];
        if (cell?.c === undefined) return paint('span', { class: 'text' }, cell?.t ?? '');
        return dropDown(paint, cell, (text) => this.events.typed([{ row: model.number, column, text }]));
      },
    }));
  }

  private onFocus(event: CustomEvent): void {
    const { model, column } = event.detail as { model?: Row; column?: { prop: string } };
    if (!model || !column) return;
    this.chosen = { row: model.number, column: columnOf(column.prop) };
    this.tell();
  }

  private onEdit(event: CustomEvent): void {
    event.preventDefault();
    const { model, prop, val } = event.detail as { model?: Row; prop?: string; val?: unknown };
    if (!model || prop === undefined) return;
    this.events.typed([{ row: model.number, column: columnOf(prop), text: String(val ?? '') }]);
  }

  private onRange(event: CustomEvent): void {
    event.preventDefault();
    const detail = event.detail as { data: Record<string, Record<string, unknown>>; models: Record<string, Row> };
    const entries = Object.entries(detail.data).flatMap(([index, cells]) => {
      const row = detail.models[index]?.number;
      if (row === undefined) return [];
      return Object.entries(cells).map(([prop, text]) => ({ row, column: columnOf(prop), text: String(text ?? '') }));
    });
    if (entries.length > 0) this.events.typed(entries);
  }
}

function columnOf(prop: string): number {
  return Number(prop.slice(1));
}

function rowOf(cells: Record<string, CellView>, number: number): Row {
  const row: Row = { shown: cells, number };
  for (const [column, cell] of Object.entries(cells)) row[`c${Number(column)}`] = cell.f ?? cell.t;
  return row;
}

type Paint = (tag: string, attributes: Record<string, unknown>, content?: unknown) => unknown;

/** A drop-down as the sheet has it: its words, nothing, and what else stands there. */
function dropDown(paint: Paint, { t, c = [] }: CellView, choose: (word: string) => void): unknown {
  const words = ['', ...c, ...(t === '' || c.includes(t) ? [] : [t])];
  return paint(
    'select',
    {
      class: 'choices',
      'aria-label': 'Choose',
      onMouseDown: (event: Event) => event.stopPropagation(),
      onChange: (event: Event) => choose((event.target as HTMLSelectElement).value),
    },
    words.map((word) => paint('option', { value: word, selected: word === t }, word)),
  );
}

function look(cell: CellView | undefined, isChosen: boolean): Record<string, unknown> {
  if (!cell) return isChosen ? { class: { chosen: true } } : {};
  const title = [cell.m ?? '', cell.s ? `Filled by the formula in ${cell.s}` : '']
    .filter((line) => line !== '')
    .join('\n');
  return {
    class: {
      right: cell.r === 1,
      bold: cell.b === 1,
      cached: cell.g === 1,
      wrong: cell.e === 1 || cell.t.startsWith('⚠'),
      spilled: cell.s !== undefined,
      noted: cell.m !== undefined,
      chosen: isChosen,
    },
    ...(cell.bg ? { style: { backgroundColor: cell.bg } } : {}),
    ...(title === '' ? {} : { title }),
  };
}

function rowNumber(paint: Paint, { model }: { model?: Row }): unknown {
  return paint('span', { class: 'number' }, model ? String(model.number + 1) : '');
}
