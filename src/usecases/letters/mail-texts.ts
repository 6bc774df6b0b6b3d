// In which texts of AR Templates a mail may be written: those of its language that are mails to a customer.

import type { Facts } from '../../dunning/decision/facts';
import type { Reminder } from '../../dunning/history/reminder';
import { byHandTexts } from '../../dunning/letter/by-hand-texts.prepared';
import { isObjection } from '../../dunning/letter/template-row';
import { CHANNELS } from '../../dunning/policy/channels';
import type { TemplateIndex } from '../../workbook/tabs/templates';

/** The texts a mail may be written in. */
export function mailTexts(reminder: Reminder, facts: Facts, templates: TemplateIndex): MailTexts {
  const { template, language } = reminder.facts;
  const names = templates.names(language).filter((name) => isMail(name, facts));
  const isListed = names.some((name) => sameName(name, template));
  return {
    policy: template,
    chosen: reminder.edit?.text || template,
    names: isListed ? names : [template, ...names],
  };
}

/** Whether two names of texts are one: capitals and blanks around do not count. */
export function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** A text that AR Policy mails is a mail; one that is only called, messaged or done by our own people is none. */
function isMail(name: string, { policy, purposeTexts }: Facts): boolean {
  const rows = policy.filter(({ template }) => sameName(template, name));
  if (rows.some(({ channel }) => CHANNELS[channel].form === 'letter')) return true;
  if (isObjection(name)) return false;
  const others = [...byHandTexts(), purposeTexts['heads-up']];
  return rows.length === 0 && !others.some((one) => sameName(one, name));
}

/** The texts of AR Templates that a mail may be written in. */
export interface MailTexts {
  /** The name of the text that AR Policy names. */
  policy: string;
  /** The one it is written in: the policy's, unless a person chose another. */
  chosen: string;
  /** All mails in its language, in the order of the tab. */
  names: string[];
}
