// A row of an export as it is shown in the sidebar: what, to whom, about what, and who stands behind it.
import type { ExportRow } from '../../entry/sidebar-calls';
import { pill } from '../shell/controls';
import { el } from '../shell/dom';
import { factList } from '../shell/fact-list';
import { momentInWords } from '../shell/format';

/** An item of the list. @param asOf days are written beside this one */
export function exportItem(row: ExportRow, asOf: string): HTMLElement {
  const isContact = row.what === 'Contact';
  const what = isContact ? row.channel : row.what;
  return el(
    'li',
    { class: 'card' },
    el(
      'div',
      { class: 'card-head' },
      el('h4', {}, row.customer || 'Several customers'),
      pill(what, isContact ? 'info' : 'calm'),
    ),
    el('p', { class: 'muted' }, momentInWords(`${row.day} ${row.time}`, asOf)),
    factList([
      { label: 'To', value: row.to },
      { label: 'Stage', value: row.stage },
      { label: 'Invoices', value: row.invoices },
      { label: 'Amounts', value: row.amounts },
      { label: 'Subject', value: row.subject },
      { label: 'Outcome', value: row.outcome },
      { label: 'Approved by', value: row.approvedOn ? `${row.approvedBy} (${row.approvedOn})` : row.approvedBy },
      { label: 'Edited by', value: row.editedBy },
      { label: 'By', value: row.by },
      { label: 'Note', value: row.note },
      { label: 'Reference', value: row.reference },
    ]),
  );
}
