// A text of AR Templates in each of its languages, with real customers it can be shown filled for.
import type { Reminder } from '../../dunning/history/reminder';
import { byHandTexts } from '../../dunning/letter/by-hand-texts.prepared';
import { LETTER_TAGS, type LetterLanguage } from '../../dunning/letter/letter-languages';
import { isObjection } from '../../dunning/letter/template-row';
import { CHANNEL_NAMES, type Channel, isContact, isSpoken, MAIL } from '../../dunning/policy/channels';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { TEMPLATES_TAB } from '../../workbook/tab-specs';
import { seenRow } from '../../workbook/tabs/seen-rows';
import { readTemplates } from '../../workbook/tabs/templates';
import { letterInput, letterSources } from '../letters/letter-of-reminder';
import { sameName } from '../letters/mail-texts';
import type { TextSample, TextView } from './view';

/** So many customers are offered to fill a text for. */
const MOST_OFFERED = 200;

/**
 * A text as it stands.
 * @param name its name, any case
 * @param customer key of the customer it is to be filled for; '' for one that fits
 * @param segment which customers fit best; '' for any
 */
export function showText(ports: Ports, name: string, customer: string, segment: string): TextView {
  const { ws, gathered } = openForShowing(ports);
  const { facts } = gathered;
  const table = ws.tabs.needTable(TEMPLATES_TAB);
  const texts = readTemplates(table).flatMap(({ name: own, ...text }, at) =>
    sameName(own, name) ? [{ ...text, ...seenRow(ws.tabs, TEMPLATES_TAB, table.rows[at]?.row ?? 0) }] : [],
  );
  const step = facts.policy.find(({ template }) => sameName(template, name));
  const channel = step?.channel ?? channelOf(name);
  const { history } = facts;
  const known = [...(history.waiting.size > 0 ? history.waiting : history.reminders).values()];
  const sources = { ...letterSources(ws, gathered), templates: { ...gathered.templates, find: () => ANY_TEXT } };
  const sampleIn = (language: LetterLanguage): TextSample | null => {
    const rank = ({ facts: one }: Reminder): number =>
      (one.customerKey === customer ? 8 : 0) +
      (one.anchor === step?.anchor ? 4 : 0) +
      (one.segment === segment ? 2 : 0) +
      (one.language === language ? 1 : 0);
    const [first, ...others] = known;
    if (!first) return null;
    const best = others.reduce((found, one) => (rank(one) > rank(found) ? one : found), first);
    const about = { ...best, edit: null, facts: { ...best.facts, template: name, language, channel } };
    const made = letterInput(about, sources);
    return 'problem' in made ? null : { key: best.facts.customerKey, language: best.facts.language, input: made.input };
  };
  const customers = new Map(known.map((one) => [one.facts.customerKey, one.facts.customer]));
  return {
    name,
    channel,
    texts,
    samples: Object.fromEntries(LETTER_TAGS.map((language) => [language, sampleIn(language)])),
    customers: [...customers].slice(0, MOST_OFFERED),
  };
}

/** Stands where the text is put in that is being written. */
const ANY_TEXT = { name: '', language: '', subject: '', body: '' };

/** How a text is used that no step names. */
function channelOf(name: string): Channel {
  if (isObjection(name)) return CHANNEL_NAMES.find(isSpoken) ?? MAIL;
  const isByHand = byHandTexts().some((one) => sameName(one, name));
  return (isByHand && CHANNEL_NAMES.find((channel) => !isContact(channel))) || MAIL;
}
