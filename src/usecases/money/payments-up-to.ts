// Writes up to which day payments are in: a person said so, or imports did and nobody has to decide about a line any more.
import { workbookEvent } from '../../dunning/history/events';
import { importedUpTo } from '../../dunning/payments/imported-up-to';
import { type Day, isoOf, shortDay } from '../../receivables/day';
import { Refusal } from '../../workbook/refusal';
import type { WorkbookSession } from '../../workbook/session';
import { SETTINGS_TAB } from '../../workbook/tab-specs';
import { PAYMENTS_SETTING } from '../../workbook/tabs/settings/spec';

/** Writes the day into AR Settings and the log. @throws Refusal where the row of the setting is gone */
export function writePaymentsUpTo(ws: WorkbookSession, day: Day, actor: string, how = ''): void {
  const { workbook } = ws.ports;
  const table = ws.tabs.needTable(SETTINGS_TAB);
  const row = table.rows.find((one) => one.text('Setting') === PAYMENTS_SETTING);
  const column = table.columns.get('Value');
  if (!row || column === undefined) {
    throw new Refusal(
      'setting-missing',
      `AR Settings has no row "${PAYMENTS_SETTING}" any more. Run Duesheet > Set up again to bring it back.`,
    );
  }
  workbook.write(ws.tabs.needSheet(SETTINGS_TAB), row.row, column + 1, [[{ day }]]);
  // At once: who sorts the tab meanwhile must not find the day in the value of another setting.
  workbook.flush();
  ws.reloadSettings();
  ws.log.append([workbookEvent('payments-confirmed', actor, `Payments are in up to ${isoOf(day)}${how}.`)]);
}

/**
 * Moves the day on to where imports have payments in, where they have.
 * @returns what is said of it; '' where it stays. A row of the setting that is gone stops nothing here: Today tells of it
 */
export function confirmImported(ws: WorkbookSession, actor: string): string {
  const today = ws.ports.clock.now().day;
  const upTo = importedUpTo(ws.log.history.payments, ws.settings().paymentsUpTo, today);
  if (upTo === null) return '';
  writePaymentsUpTo(ws, upTo, actor, ', by the lines of the bank');
  return ` Payments are in up to ${shortDay(upTo, today)}.`;
}
