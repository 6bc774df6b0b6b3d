// A chart as a sheet keeps it: plain values, so that the page can draw it and a copy of a world has it.
import type { Block } from './host';

/** A chart of a sheet. Places are 0-based. */
export interface StoredChart {
  /** 0 until it is inserted. */
  id: number;
  /** As Google names it: `COLUMN`. */
  type: string;
  ranges: (Block & { sheetId: number })[];
  /** The cell its upper left corner stands on, and pixels from there. */
  at: { row: number; column: number; x: number; y: number };
  options: Record<string, unknown>;
  headers: number;
  hidden: string;
  isTransposed: boolean;
}

/** The charts that are kept with a sheet. */
export function isStoredCharts(value: unknown): value is StoredChart[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'ranges' in one);
}

/** The charts of a sheet by what else it keeps. */
export function storedCharts(extras: Record<string, unknown>): StoredChart[] {
  const { charts } = extras;
  return isStoredCharts(charts) ? charts : [];
}
