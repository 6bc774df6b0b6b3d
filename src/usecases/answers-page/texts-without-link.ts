// The texts of reminders that do not offer the answer form, once one is set: nobody is told of it by them.
import { hasAnswerLink } from '../../dunning/letter/answer/answer-field';
import { channelSpec, isSentByUs } from '../../dunning/policy/channels';
import type { PolicyRow } from '../../dunning/policy/policy';
import type { WorkbookSession } from '../../workbook/session';
import { TEMPLATES_TAB } from '../../workbook/tab-specs';
import { seenRow } from '../../workbook/tabs/seen-rows';
import { readTemplates } from '../../workbook/tabs/templates';
import { sameName } from '../letters/mail-texts';
import type { NamedText } from './view';

/**
 * Texts that a step of AR Policy mails about overdue invoices and that have no `{{answer link}}`, in the order of the tab; none where no
 * form is set.
 */
export function textsWithoutLink(ws: WorkbookSession, policy: readonly PolicyRow[]): NamedText[] {
  const table = ws.tabs.table(TEMPLATES_TAB);
  if (!table || ws.settings().answerForm === '') return [];
  const used = policy.filter(
    ({ active, anchor, channel }) =>
      active && anchor === 'due' && isSentByUs(channel) && channelSpec(channel).form === 'letter',
  );
  const names = [...new Set(used.map(({ template }) => template))];
  return readTemplates(table).flatMap((text, at) =>
    text.body === '' || hasAnswerLink(text.body) || !names.some((name) => sameName(name, text.name))
      ? []
      : [{ ...text, ...seenRow(ws.tabs, TEMPLATES_TAB, table.rows[at]?.row ?? 0) }],
  );
}
