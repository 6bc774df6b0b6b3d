// Cell addresses as formulas use them: areas with open ends, and the address of a cell.
import { columnLetters, parseReference } from '../google-services/a1';

/** A rectangle, 0-based, ends included; an end of null is open (to the last row or column with content). */
export interface Area {
  top: number;
  left: number;
  bottom: number | null;
  right: number | null;
  /** Written as a single cell, not as a range. */
  single: boolean;
}

/** The address of a cell. Example: address(0, 1) is 'B1'. @param row 0-based @param column 0-based */
export function address(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/**
 * Reads an address; null when the text is none.
 *
 * @param text `A1`, `$A$1:B2`, `E2:E`, `A:C`, `2:4`, without a sheet name
 * @example readArea('E2:E') // { top: 1, left: 4, bottom: null, right: 4, single: false }
 */
export function readArea(text: string): Area | null {
  const reference = parseReference(text);
  if (!reference) return null;
  const { top, left, bottom, right } = reference;
  return { top: top ?? 0, left: left ?? 0, bottom, right, single: !text.includes(':') };
}
