// The little of a spreadsheet that formulas may touch: its zone, and the values of AR Settings.

/**
 * Puts a spreadsheet behind the formulas of a test.
 * @param settings values of the tab AR Settings, null without one
 * @returns how often the tab was read so far
 */
export function installSpreadsheet(settings: unknown[][] | null = null): { reads: () => number } {
  let reads = 0;
  const getValues = (): unknown[][] => {
    reads += 1;
    return settings ?? [];
  };
  const spreadsheet = {
    getSpreadsheetTimeZone: () => 'UTC',
    getSheetByName: (name: string) =>
      name === 'AR Settings' && settings ? { getDataRange: () => ({ getValues }) } : null,
  };
  Object.assign(globalThis, { SpreadsheetApp: { getActiveSpreadsheet: () => spreadsheet } });
  return { reads: () => reads };
}

/** Takes it away again. */
export function removeSpreadsheet(): void {
  Reflect.deleteProperty(globalThis, 'SpreadsheetApp');
}

/** A date cell as Sheets hands it over: midnight in the spreadsheet's zone. */
export function utc(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}
