// The draft that another text makes of a waiting mail, for a person to go on from.

import { isSentByUs } from '../../dunning/policy/channels';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { letterOfReminder } from '../letters/letter-of-reminder';
import { mailTexts, sameName } from '../letters/mail-texts';
import { showingReminder } from './show-reminders';

/**
 * The subject and body that another text makes of a waiting mail, for a person to go on from. Nothing is stored.
 * @param template name of a text in AR Templates
 * @throws Refusal where there is no such mail in the language, it uses a name that is unknown, or one that says nothing here
 */
export function draftWith(ports: Ports, id: string, template: string): { subject: string; body: string } {
  const { reminder, sources } = showingReminder(ports, id);
  const { names } = mailTexts(reminder, sources.facts, sources.templates);
  const name = names.find((one) => sameName(one, template));
  if (!isSentByUs(reminder.facts.channel))
    throw new Refusal('not-a-mail', 'Only a mail can be written in another text.');
  if (name === undefined)
    throw new Refusal(
      'no-template',
      `AR Templates has no mail "${template}" in language "${reminder.facts.language}". Choose another text.`,
    );
  // Another text has its own subject, so that it begins a thread of its own.
  const from = sameName(name, reminder.facts.template) ? sources : { ...sources, sender: '' };
  const composed = letterOfReminder({ ...reminder, edit: null, facts: { ...reminder.facts, template: name } }, from);
  if ('problem' in composed) throw Refusal.of(composed.problem);
  return composed.draft;
}
