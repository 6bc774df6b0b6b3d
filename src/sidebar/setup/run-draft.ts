// What was typed into Set-up and not saved yet: kept while the page is left, and where the browser keeps it, over a reload.
import type { SetupChoice } from '../../entry/sidebar-calls';

/** What a person typed or chose so far; what is left out is as the server found it. */
export type RunDraft = Partial<SetupChoice>;

const kept = new Map<string, RunDraft>();

/** A frame without an origin of its own, as on the local page, has nothing to keep things in. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function nameOf(workbook: string): string {
  return `duesheet-setup-${workbook}`;
}

/** What was typed in this workbook and not saved. */
export function draftOf(workbook: string): RunDraft {
  const known = kept.get(workbook);
  if (known) return known;
  try {
    const read: unknown = JSON.parse(storage()?.getItem(nameOf(workbook)) ?? '{}');
    return typeof read === 'object' && read !== null ? (read as RunDraft) : {};
  } catch {
    return {};
  }
}

/** Keeps what is typed. */
export function keepDraft(workbook: string, draft: RunDraft): void {
  kept.set(workbook, draft);
  try {
    storage()?.setItem(nameOf(workbook), JSON.stringify(draft));
  } catch {
    // A full storage keeps it in the page alone.
  }
}

/** Forgets it: it was saved. */
export function dropDraft(workbook: string): void {
  kept.delete(workbook);
  storage()?.removeItem(nameOf(workbook));
}
