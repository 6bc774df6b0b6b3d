// The weekly note as a mail: what stands in it is a text part of plain lines and an HTML part whose bars are cells of tables.
import { NO_CURRENCY } from '../../receivables/money';
import { pageHtml, paragraphHtml } from '../letter/letter-html';
import { LETTER_LANGUAGES, type LetterLanguage } from '../letter/letter-languages';
import { type LetterWords, wordsOf } from '../letter/letter-words';
import { escapeHtml } from '../letter/template';
import { CUSTOMER_DEPARTMENT } from '../policy/dispute-reasons';
import type { NEEDS, NoteWords } from './note-language';
import { NOTE_WORDS } from './note-words';
import type { Week } from './week';

/** What is named of each list: a note is read on a phone. */
const MOST_CURRENCIES = 5;
const MOST_LINES = 10;
const LONGEST = 60;

/** Colours of the bars by age, what is not due first; and of the others. */
const AGES = ['#9fb3c8', '#f0c36d', '#e89f4c', '#d9713c', '#b5382a'];
const BAR = '#5b7ea4';

/** A mail without its recipients. */
export interface NoteMail {
  subject: string;
  text: string;
  html: string;
}

/** A line of a block: words, a value, and how long its bar is, 0 to 1. */
interface Line {
  label: string;
  value: string;
  share?: number;
  colour?: string;
}

/** A title with its lines, or what is said where there are none; '' below for nothing. */
interface Block {
  title: string;
  lines: Line[];
  empty: string;
  below: string;
}

/** The words of a language with those of the note. */
interface Words extends LetterWords {
  note: NoteWords;
}

/**
 * The weekly note in a language.
 * @param company above it; '' where none is set
 * @param link to the workbook
 * @example noteMail(week, 'de', 'Acme GmbH', link).subject // 'Acme GmbH: Offene Posten, Woche ab 23.11.2026'
 */
export function noteMail(week: Week, language: LetterLanguage, company: string, link: string): NoteMail {
  const { typeset } = LETTER_LANGUAGES[language];
  const note = NOTE_WORDS[language];
  const letter = wordsOf(language);
  if (!letter) throw new Error(`No words in ${language}.`);
  const words: Words = { ...letter, note };
  const title = note.subject(words.shortDate(week.from));
  const subject = typeset(company === '' ? title : `${cut(company)}${letter.pay.colon}${title}`);
  const head = [note.week(words.shortDate(week.from), words.shortDate(week.to)), ...overdueLines(week, words)];
  const blocks = blocksOf(week, words);
  const foot = typeset(note.foot);
  const go = typeset(note.link);
  const text = [
    head.join('\n'),
    ...blocks.map((block) => [block.title, ...textLines(block, words.pay.colon)].join('\n')),
    `${go} ${link}`,
    foot,
  ];
  const html = [
    paragraphHtml(typeset(head.join('\n')), false),
    ...blocks.map((block) => blockHtml(block, typeset)),
    linkHtml(go.replace(/\s*:$/, ''), link),
    paragraphHtml(foot, true),
  ];
  return { subject, text: `${typeset(text.join('\n\n'))}\n`, html: pageHtml(subject, language, html) };
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** A sentence a currency: sums of several in one could not be read. */
function overdueLines({ money: all }: Week, { note, money }: Words): string[] {
  if (all.length === 0) return [note.nothingOpen];
  return all.slice(0, MOST_CURRENCIES).map(({ currency, byAge, weekAgo }) => {
    const told = (minor: number | undefined): string => (minor ? money(minor, currency) : '');
    return note.overdue(told(sumOf(byAge.slice(1))), money(sumOf(byAge), currency), told(weekAgo));
  });
}

function blocksOf(week: Week, words: Words): Block[] {
  const { note, channels, totals } = words;
  const { done, came, promised, waiting } = week;
  // What has no reason stands beside what has one in its currency; else the sentence on the overdue says it already.
  const told = new Set(waiting.flatMap(({ department, currency }) => (department === '' ? [] : [currency])));
  const known = waiting.filter(({ currency }) => told.has(currency));
  return [
    ...agingBlocks(week, words),
    {
      title: note.sent,
      lines: done.map(([channel, number]) => ({ label: atStart(channels[channel]), value: String(number) })),
      ...{ empty: note.nothingSent, below: '' },
    },
    {
      title: note.cameIn,
      lines: Object.entries(came ?? {})
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, minor]) => ({ label: words.money(minor, currency), value: '' })),
      ...{ empty: came ? note.nothingCame : note.noDates, below: '' },
    },
    {
      title: note.promised,
      lines: promised.slice(0, MOST_LINES).map(({ customer, on, totals: sums }) => ({
        label: `${cut(customer)}, ${words.shortDate(on)}`,
        value: totals(sums),
      })),
      ...{ empty: note.nothingPromised, below: moreOf(promised.length, note) },
    },
    {
      title: note.departments,
      lines: waitingLines(known.slice(0, MOST_LINES), words),
      ...{ empty: waiting.length === 0 ? note.nothingKept : note.noReasons, below: moreOf(known.length, note) },
    },
    needsBlock(week, words),
  ];
}

function moreOf(count: number, { further }: NoteWords): string {
  return count > MOST_LINES ? further(count - MOST_LINES) : '';
}

/** What is open by age: a block a currency, its longest bar as long as there is room. */
function agingBlocks({ money }: Week, words: Words): Block[] {
  const { note, bands } = words;
  return money.slice(0, MOST_CURRENCIES).map(({ currency, byAge }, at) => {
    const most = Math.max(...byAge, 1);
    const further = at === MOST_CURRENCIES - 1 && money.length > MOST_CURRENCIES;
    return {
      title: note.byAge(codeOf(currency)),
      lines: byAge.map((minor, age) => ({
        ...{ label: bands[age] ?? '', value: words.money(minor, currency), share: minor / most },
        colour: AGES[age] ?? BAR,
      })),
      ...{ empty: '', below: further ? note.furtherCurrencies(money.length - MOST_CURRENCIES) : '' },
    };
  });
}

function waitingLines(parts: Week['waiting'], words: Words): Line[] {
  const { note, money } = words;
  return parts.map(({ department, currency, amount }) => ({
    label: department === '' ? note.noReason : department === CUSTOMER_DEPARTMENT ? note.customer : cut(department),
    value: money(amount, currency),
    share: amount / Math.max(1, ...parts.filter((one) => one.currency === currency).map((one) => one.amount)),
  }));
}

function needsBlock({ needs, unchased }: Week, words: Words): Block {
  const { note, totals } = words;
  const kinds = Object.keys(note.needs) as (typeof NEEDS)[number][];
  const lines = kinds
    .filter((kind) => needs[kind] > 0)
    .map((kind) => ({ label: note.needs[kind], value: String(needs[kind]) }));
  return {
    title: note.person,
    lines:
      unchased.customers === 0
        ? lines
        : [...lines, { label: note.unchased(unchased.customers, totals(unchased.totals)), value: '' }],
    ...{ empty: note.nobodyNeeded, below: '' },
  };
}

function codeOf(currency: string): string {
  return currency === NO_CURRENCY ? '' : currency;
}

function atStart(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function textLines({ lines, empty, below }: Block, colon: string): string[] {
  const told = lines.map(({ label, value }) => `- ${[label, value].filter((part) => part !== '').join(colon)}`);
  return [...(told.length === 0 ? [empty] : told), ...(below === '' ? [] : [below])];
}

const TITLE = 'margin:20px 0 4px;font-size:14px;font-weight:bold;color:#1f2933;';
const TABLE =
  'border-collapse:collapse;table-layout:fixed;width:100%;max-width:560px;margin:0 0 8px;font-size:13px;line-height:18px;';
const PLAIN = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';
const CELL = 'padding:4px 0;border-bottom:1px solid #e3e6ea;vertical-align:top;';
const SMALL = 'margin:0 0 8px;font-size:13px;color:#5f6b76;';

function blockHtml({ title, lines, empty, below }: Block, typeset: (text: string) => string): string {
  const safe = (text: string): string => escapeHtml(typeset(text));
  const hasBars = lines.some(({ share }) => share !== undefined);
  const rows = lines.map(({ label, value, share = 0, colour = BAR }) => {
    const width = hasBars ? 32 : 60;
    const bar = hasBars ? `<td style="${CELL}width:30%;padding-top:8px;">${barHtml(share, colour)}</td>` : '';
    const wide = value === '' ? ' colspan="2"' : '';
    const last = value === '' ? '' : `<td style="${CELL}text-align:right;">${safe(value)}</td>`;
    return `<tr><td${wide} style="${CELL}width:${width}%;padding-right:8px;">${safe(label)}</td>${bar}${last}</tr>`;
  });
  const body =
    rows.length === 0
      ? `<p style="${SMALL}">${safe(empty)}</p>`
      : `<table ${PLAIN} width="100%" style="${TABLE}">\n${rows.join('\n')}\n</table>`;
  const more = below === '' ? '' : `\n<p style="${SMALL}">${safe(below)}</p>`;
  return `<h2 style="${TITLE}">${safe(title)}</h2>\n${body}${more}`;
}

/** The way to the workbook, in words: its address is long. */
function linkHtml(words: string, link: string): string {
  const href = escapeHtml(link);
  return `<p style="margin:16px 0;"><a href="${href}" style="color:#1155cc;">${escapeHtml(words)}</a></p>`;
}

/** A bar: a coloured cell so wide. What is nothing has none; what is little can be seen. */
function barHtml(share: number, colour: string): string {
  const width = share <= 0 ? 0 : Math.max(2, Math.round(100 * Math.min(1, share)));
  if (width === 0) return '<div style="font-size:1px;line-height:10px;">&nbsp;</div>';
  return (
    `<table ${PLAIN} width="${width}%" style="width:${width}%;border-collapse:collapse;">` +
    `<tr><td style="background-color:${colour};height:10px;font-size:1px;line-height:10px;">&nbsp;</td></tr></table>`
  );
}
