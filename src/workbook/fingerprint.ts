// A short fingerprint of cells and texts: two rolling hashes, by which a change is noticed. It keeps nobody from forging one.
import type { Cell } from '../sheet/grid';

const FIRST = 0x01000193;
const SECOND = 0x5bd1e995;

/** Asked for once: where the script runs, a global name is looked up anew each time. */
const { imul } = Math;

/** Takes cells and texts in, one after the other. */
export class Fingerprint {
  private one = 0x811c9dc5 | 0;
  private two = 0x9747b28c | 0;
  private readonly number = new Float64Array(1);
  private readonly words = new Int32Array(this.number.buffer);

  /** Takes a text in, two letters at a time: a workbook holds some two hundred thousand. */
  text(text: string): this {
    const { length } = text;
    this.word(length);
    let { one, two } = this;
    for (let index = 0; index < length; index += 2) {
      // Behind the last letter there is none, which counts as nothing.
      const word = text.charCodeAt(index) | (text.charCodeAt(index + 1) << 16);
      one = imul(one ^ word, FIRST);
      one ^= one >>> 15;
      two = imul(((two << 5) | (two >>> 27)) ^ word, SECOND);
    }
    this.one = one;
    this.two = two;
    return this;
  }

  /** Takes rows of cells in; what kind a cell is of counts. */
  rows(rows: readonly (readonly Cell[])[]): this {
    this.word(rows.length);
    for (const row of rows) {
      this.word(row.length);
      for (const cell of row) this.cell(cell);
    }
    return this;
  }

  private cell(cell: Cell): void {
    if (typeof cell === 'string') this.text(cell);
    else if (typeof cell === 'number') this.amount(1, cell);
    else if (typeof cell === 'boolean') this.word(cell ? -2 : -3);
    else this.amount(4, cell.day);
  }

  private amount(kind: number, value: number): void {
    this.word(-kind);
    this.number[0] = value;
    this.word(this.words[0] ?? 0);
    this.word(this.words[1] ?? 0);
  }

  private word(word: number): void {
    this.one = imul(this.one ^ word, FIRST);
    this.one ^= this.one >>> 15;
    this.two = imul(((this.two << 5) | (this.two >>> 27)) ^ word, SECOND);
    this.two ^= this.two >>> 13;
  }

  /** The fingerprint so far. */
  toString(): string {
    return `${hex(this.one)}${hex(this.two)}`;
  }
}

const known = new WeakMap<readonly (readonly Cell[])[], string>();

/** The fingerprint of cells as they were read, which nobody changes after: made once in an execution. */
export function fingerprintOf(cells: readonly (readonly Cell[])[]): string {
  const made = known.get(cells) ?? new Fingerprint().rows(cells).toString();
  known.set(cells, made);
  return made;
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
