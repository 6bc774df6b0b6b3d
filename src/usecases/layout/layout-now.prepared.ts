// The columns, their notes and the settings that this version knows, in their order, as a digest: by it a plan sees that another version worked here last.
import { digest } from '../../dunning/history/digest';
import { TABS } from '../../workbook/tab-specs';
import { NOT_ASKED, settingsFor } from '../../workbook/tabs/settings/settings';

/** A digest of the columns and settings that this version knows, in their order. */
export function layoutNow(): string {
  const columns = TABS.map(({ name, columns: own }) => [name, ...own.map(({ header, note }) => [header, note])]);
  return digest(JSON.stringify([columns, settingsFor(NOT_ASKED).map(({ name }) => name)]));
}
