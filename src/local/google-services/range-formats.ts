// Range, second part: number formats, colours, fonts, alignment and wrapping.
import type { RangeObject } from './book';
import { change, mapRect } from './cells';
import { type Color, colorObject, hexOfColor } from './color-objects';
import { colorOf } from './colors';
import { type EnumValue, enumNamed, WrapStrategy } from './enums';
import { fail } from './exception';
import { GENERAL } from './number-format';
import { RangeValues } from './range-values';
import { TextDirection } from './sheet-enums';
import type { StoredCell } from './state';

type ColorField = 'background' | 'fontColor';

const ALIGNMENTS: Record<string, string | undefined> = {
  left: 'left',
  center: 'center',
  right: 'right',
  normal: 'general-left',
};

const KNOWN = {
  fontStyle: ['normal', 'italic'],
  fontLine: ['none', 'underline', 'line-through'],
  verticalAlignment: ['bottom', 'top', 'middle'],
} as const;

function numberFormat(format: string): string | undefined {
  return format.toLowerCase() === 'general' ? undefined : format;
}

/** The format methods of Range. */
export class RangeFormats extends RangeValues {
  #patch(row: number, column: number, patch: Partial<StoredCell>): void {
    change(this.book, this.rect.sheetId, row, column, patch);
  }
  #all(patch: Partial<StoredCell>): RangeObject {
    this.each((row, column) => this.#patch(row, column, patch));
    return this.self();
  }
  #read<T>(read: (cell: StoredCell | undefined) => T): T {
    return read(this.cellAt(this.rect.row, this.rect.column));
  }
  #readAll<T>(read: (cell: StoredCell | undefined) => T): T[][] {
    return mapRect(this.rect, (row, column) => read(this.cellAt(row, column)));
  }
  #writeAll(data: unknown[][], patch: (value: unknown) => Partial<StoredCell>): RangeObject {
    this.sized(data);
    this.each((row, column, r, c) => this.#patch(row, column, patch(data[r]?.[c])));
    return this.self();
  }

  getNumberFormat(): string {
    return this.#read((cell) => cell?.numberFormat ?? GENERAL);
  }
  getNumberFormats(): string[][] {
    return this.#readAll((cell) => cell?.numberFormat ?? GENERAL);
  }
  setNumberFormat(format: string): RangeObject {
    return this.#all({ numberFormat: numberFormat(format), displayed: undefined });
  }
  setNumberFormats(formats: unknown[][]): RangeObject {
    return this.#writeAll(formats, (format) => {
      if (typeof format !== 'string') fail('Invalid number format');
      return { numberFormat: numberFormat(format), displayed: undefined };
    });
  }

  #color(field: ColorField, value: unknown): Partial<StoredCell> | null {
    if (value === null || value === undefined) return { [field]: undefined };
    const color = colorOf(String(value));
    return color === undefined ? null : { [field]: color };
  }
  #setColor(field: ColorField, value: unknown): RangeObject {
    const patch = this.#color(field, value);
    return patch ? this.#all(patch) : this.self();
  }
  getBackground(): string {
    return this.#read((cell) => cell?.background ?? '#ffffff');
  }
  getBackgrounds(): string[][] {
    return this.#readAll((cell) => cell?.background ?? '#ffffff');
  }
  setBackground(color: string | null): RangeObject {
    return this.#setColor('background', color);
  }
  setBackgroundColor(color: string | null): RangeObject {
    return this.#setColor('background', color);
  }
  setBackgrounds(colors: unknown[][]): RangeObject {
    return this.#writeAll(colors, (color) => this.#color('background', color) ?? {});
  }
  setBackgroundRGB(red: number, green: number, blue: number): RangeObject {
    const hex = [red, green, blue].map((part) =>
      Math.max(0, Math.min(255, Math.round(part)))
        .toString(16)
        .padStart(2, '0'),
    );
    return this.#setColor('background', `#${hex.join('')}`);
  }
  getFontColor(): string {
    return this.#read((cell) => cell?.fontColor ?? '#000000');
  }
  getFontColors(): string[][] {
    return this.#readAll((cell) => cell?.fontColor ?? '#000000');
  }
  setFontColor(color: string | null): RangeObject {
    return this.#setColor('fontColor', color);
  }
  setFontColors(colors: unknown[][]): RangeObject {
    return this.#writeAll(colors, (color) => this.#color('fontColor', color) ?? {});
  }

  getBackgroundObject(): Color | null {
    return colorObject(this.getBackground());
  }
  getBackgroundObjects(): (Color | null)[][] {
    return this.getBackgrounds().map((row) => row.map(colorObject));
  }
  setBackgroundObject(color: unknown): RangeObject {
    return this.#setColor('background', hexOfColor(color));
  }
  setBackgroundObjects(colors: unknown[][]): RangeObject {
    return this.setBackgrounds(colors.map((row) => row.map(hexOfColor)));
  }
  getFontColorObject(): Color | null {
    return colorObject(this.getFontColor());
  }
  getFontColorObjects(): (Color | null)[][] {
    return this.getFontColors().map((row) => row.map(colorObject));
  }
  setFontColorObject(color: unknown): RangeObject {
    return this.#setColor('fontColor', hexOfColor(color));
  }
  setFontColorObjects(colors: unknown[][]): RangeObject {
    return this.setFontColors(colors.map((row) => row.map(hexOfColor)));
  }

  #direction(cell: StoredCell | undefined): EnumValue | null {
    return enumNamed(TextDirection, String(cell?.style?.['textDirection'] ?? ''));
  }
  getTextDirection(): EnumValue | null {
    return this.#read((cell) => this.#direction(cell));
  }
  getTextDirections(): (EnumValue | null)[][] {
    return this.#readAll((cell) => this.#direction(cell));
  }
  setTextDirection(direction: EnumValue | null): RangeObject {
    return this.#setStyle('textDirection', direction?.name() ?? null);
  }
  setTextDirections(directions: unknown[][]): RangeObject {
    return this.#setStyles('textDirection', directions);
  }

  #weight(value: unknown): Partial<StoredCell> {
    return value === 'bold'
      ? { fontWeight: 'bold' }
      : value === null || value === 'normal'
        ? { fontWeight: undefined }
        : {};
  }
  getFontWeight(): string {
    return this.#read((cell) => cell?.fontWeight ?? 'normal');
  }
  getFontWeights(): string[][] {
    return this.#readAll((cell) => cell?.fontWeight ?? 'normal');
  }
  setFontWeight(weight: string | null): RangeObject {
    return this.#all(this.#weight(weight));
  }
  setFontWeights(weights: unknown[][]): RangeObject {
    return this.#writeAll(weights, (weight) => this.#weight(weight));
  }

  #styleOf(name: string, fallback: string | number) {
    return (cell: StoredCell | undefined) => cell?.style?.[name] ?? fallback;
  }
  #putStyle(row: number, column: number, name: string, value: string | number | null): void {
    const { [name]: _old, ...rest } = this.cellAt(row, column)?.style ?? {};
    const style = value === null ? rest : { ...rest, [name]: value };
    this.#patch(row, column, { style: Object.keys(style).length > 0 ? style : undefined });
  }
  #setStyle(name: string, value: string | number | null): RangeObject {
    this.each((row, column) => this.#putStyle(row, column, name, value));
    return this.self();
  }
  #setStyles(name: string, data: unknown[][]): RangeObject {
    this.sized(data);
    const kept = (value: unknown) => (typeof value === 'number' ? value : value === null ? null : String(value));
    this.each((row, column, r, c) => this.#putStyle(row, column, name, kept(data[r]?.[c] ?? null)));
    return this.self();
  }
  /** Sets a style out of a few; the first one, and `null`, is the default, others are ignored. */
  #setKnown(name: string, data: unknown, known: readonly string[]): RangeObject {
    if (Array.isArray(data)) this.sized(data);
    this.each((row, column, r, c) => {
      const value: unknown = Array.isArray(data) ? data[r]?.[c] : data;
      if (value === null || value === undefined || value === known[0]) this.#putStyle(row, column, name, null);
      else if (known.includes(String(value))) this.#putStyle(row, column, name, String(value));
    });
    return this.self();
  }
  getFontSize(): number {
    return Number(this.#read(this.#styleOf('fontSize', 10)));
  }
  getFontSizes(): (string | number)[][] {
    return this.#readAll(this.#styleOf('fontSize', 10));
  }
  setFontSize(size: number): RangeObject {
    return this.#setStyle('fontSize', size);
  }
  setFontSizes(sizes: unknown[][]): RangeObject {
    return this.#setStyles('fontSize', sizes);
  }
  getFontFamily(): string {
    return String(this.#read(this.#styleOf('fontFamily', 'Arial')));
  }
  getFontFamilies(): (string | number)[][] {
    return this.#readAll(this.#styleOf('fontFamily', 'Arial'));
  }
  setFontFamily(family: string | null): RangeObject {
    return this.#setStyle('fontFamily', family);
  }
  setFontFamilies(families: unknown[][]): RangeObject {
    return this.#setStyles('fontFamily', families);
  }
  getFontStyle(): string {
    return String(this.#read(this.#styleOf('fontStyle', 'normal')));
  }
  getFontStyles(): (string | number)[][] {
    return this.#readAll(this.#styleOf('fontStyle', 'normal'));
  }
  setFontStyle(style: string | null): RangeObject {
    return this.#setKnown('fontStyle', style, KNOWN.fontStyle);
  }
  setFontStyles(styles: unknown[][]): RangeObject {
    return this.#setKnown('fontStyle', styles, KNOWN.fontStyle);
  }
  getFontLine(): string {
    return String(this.#read(this.#styleOf('fontLine', 'none')));
  }
  getFontLines(): (string | number)[][] {
    return this.#readAll(this.#styleOf('fontLine', 'none'));
  }
  setFontLine(line: string | null): RangeObject {
    return this.#setKnown('fontLine', line, KNOWN.fontLine);
  }
  setFontLines(lines: unknown[][]): RangeObject {
    return this.#setKnown('fontLine', lines, KNOWN.fontLine);
  }
  getVerticalAlignment(): string {
    return String(this.#read(this.#styleOf('verticalAlignment', 'bottom')));
  }
  getVerticalAlignments(): (string | number)[][] {
    return this.#readAll(this.#styleOf('verticalAlignment', 'bottom'));
  }
  setVerticalAlignment(alignment: string | null): RangeObject {
    return this.#setKnown('verticalAlignment', alignment, KNOWN.verticalAlignment);
  }
  setVerticalAlignments(alignments: unknown[][]): RangeObject {
    return this.#setKnown('verticalAlignment', alignments, KNOWN.verticalAlignment);
  }

  #alignment(value: unknown): Partial<StoredCell> {
    if (value === null || value === undefined) return { horizontalAlignment: undefined };
    const known = ALIGNMENTS[String(value)];
    return known === undefined ? {} : { horizontalAlignment: known };
  }
  getHorizontalAlignment(): string {
    return this.#read((cell) => cell?.horizontalAlignment ?? 'general');
  }
  getHorizontalAlignments(): string[][] {
    return this.#readAll((cell) => cell?.horizontalAlignment ?? 'general');
  }
  setHorizontalAlignment(alignment: string | null): RangeObject {
    return this.#all(this.#alignment(alignment));
  }
  setHorizontalAlignments(alignments: unknown[][]): RangeObject {
    return this.#writeAll(alignments, (alignment) => this.#alignment(alignment));
  }

  // A cell that nobody touched answers true, although its strategy is OVERFLOW; an explicit OVERFLOW answers false.
  getWrap(): boolean {
    return this.#read((cell) => (cell?.wrap ?? 'WRAP') === 'WRAP');
  }
  getWraps(): boolean[][] {
    return this.#readAll((cell) => (cell?.wrap ?? 'WRAP') === 'WRAP');
  }
  setWrap(wrap: boolean | null): RangeObject {
    return this.#all({ wrap: wrap ? 'WRAP' : 'OVERFLOW' });
  }
  setWraps(wraps: unknown[][]): RangeObject {
    return this.#writeAll(wraps, (wrap) => ({ wrap: wrap === true ? 'WRAP' : 'OVERFLOW' }));
  }
  getWrapStrategy(): EnumValue | null {
    return this.#read((cell) => enumNamed(WrapStrategy, cell?.wrap ?? 'OVERFLOW'));
  }
  getWrapStrategies(): (EnumValue | null)[][] {
    return this.#readAll((cell) => enumNamed(WrapStrategy, cell?.wrap ?? 'OVERFLOW'));
  }
  #strategy(value: unknown): StoredCell['wrap'] {
    if (value === WrapStrategy.WRAP) return 'WRAP';
    if (value === WrapStrategy.CLIP) return 'CLIP';
    return value === WrapStrategy.OVERFLOW ? 'OVERFLOW' : undefined;
  }
  setWrapStrategy(strategy: EnumValue): RangeObject {
    return this.#all({ wrap: this.#strategy(strategy) });
  }
  setWrapStrategies(strategies: unknown[][]): RangeObject {
    return this.#writeAll(strategies, (strategy) => ({ wrap: this.#strategy(strategy) }));
  }
}
