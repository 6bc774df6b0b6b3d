// What the command line says of itself: every verb with its options, and the nearest known word to one that is not known.

/** A verb as its help tells it. */
interface VerbHelp {
  /** What follows the verb on the line. */
  line: string;
  /** What it does, in lines. */
  does: readonly string[];
  /** Its options by name, a sentence each; none where it tells more of itself than its options. */
  options: Readonly<Record<string, string>>;
  /** What else is to be known, in lines. */
  more?: readonly string[];
}

const BOOK = 'the .xlsx or .csv file with the invoices; it is only read';
const SHEET = 'the tab with the invoices, where it is not found by itself';
const AS_OF = 'the day it is asked for, YYYY-MM-DD; today when left out';
const COLUMN = 'which column means what, where it is not found: due="Fecha"; several times for several';
const CURRENCY = 'the currency of the account, such as EUR, where the file does not name it';
const JSON_OUT = 'the result as JSON on stdout, messages on stderr';

/** Every verb, in the order of the usage. */
export const VERB_HELP: Readonly<Record<string, VerbHelp>> = {
  plan: {
    line: '--book FILE [--sheet NAME] [--as-of YYYY-MM-DD] [--column field="Header"]... [--why INVOICE] [--json]',
    does: ['who would be reminded today and why; with --why every rule for one invoice number'],
    options: {
      book: BOOK,
      sheet: SHEET,
      'as-of': AS_OF,
      column: COLUMN,
      why: 'every rule for one invoice number: whether it holds, and on which day that changes',
      json: JSON_OUT,
    },
  },
  formula: {
    line: "--book FILE [--sheet NAME] [--as-of YYYY-MM-DD] '=AGING_BUCKET(D2:D, AS_OF)' [--json]",
    does: ['the value of a formula over the file, as rows of cells'],
    options: { book: BOOK, sheet: 'the tab that cells without a tab belong to', 'as-of': AS_OF, json: JSON_OUT },
  },
  forecast: {
    line: '--book FILE [--sheet NAME] [--as-of YYYY-MM-DD] [--column field="Header"]... [--json]',
    does: [
      'when each open invoice will be paid, what comes in week by week and may be late, from how the customers paid so far;',
      'beside it how near such forecasts were over the last six months, and silence where due dates were as near',
    ],
    options: {
      book: BOOK,
      sheet: SHEET,
      'as-of': `${AS_OF}; what came later does not count`,
      column: COLUMN,
      json: JSON_OUT,
    },
  },
  simulate: {
    line: '--book FILE --from YYYY-MM-DD --to YYYY-MM-DD [--outbox DIR] [--json]',
    does: [
      'the hourly run over those days, every reminder approved; each day is told on stderr as it ends, and its mails',
      'are written as .eml files; Ctrl-C ends it with the day at work, prints the days so far and exits with 1',
    ],
    options: {
      book: BOOK,
      from: 'the first day',
      to: 'the last day',
      outbox: 'a folder for the mails, a file each',
      json: JSON_OUT,
    },
  },
  replay: {
    line: '--book FILE --from YYYY-MM-DD --to YYYY-MM-DD [--policy FILE] [--against FILE] [--json]',
    does: [
      'a policy over the payments of the past: mails by week, and how many went to who paid within three days anyway;',
      'it assumes that nobody would have paid later without the mail',
    ],
    options: {
      book: BOOK,
      from: 'the first day; nobody was written to before it',
      to: 'the last day',
      policy:
        'a .csv with the columns of AR Policy, judged as it is written; the workbook’s own policy with all rules when left out',
      against: 'a second one, held against the first: how many contacts fewer, and how many days later',
      json: JSON_OUT,
    },
  },
  audit: {
    line: '--book FILE.xlsx [--json]',
    does: [
      'replays the log of a workbook by itself: gaps, duplicates, contradictions; exits with 1 when there are any',
    ],
    options: {
      book: 'the workbook that Duesheet works in, as File > Download > Microsoft Excel saves it; it is only read',
      json: JSON_OUT,
    },
    more: [
      'Gaps: entries missing, copied, altered, or accepted as they were. Duplicates: a reminder sent twice, a step of an',
      'invoice asked for twice. Contradictions: sent without an approval, in Preview, while reminders were paused, ...',
      'Exit 0 when nothing is found, 1 when something is or there is no AR Log, 2 on wrong usage.',
    ],
  },
  bank: {
    line: '--file FILE [--currency CODE] [--json]',
    does: [
      'reads a bank’s statement: its lines, its accounts with their balances, up to which day it is complete, and what',
      'could not be read',
    ],
    options: {
      file: 'camt.052, camt.053, camt.054 (XML), MT940, MT942, BAI2, OFX/QFX, CSV or .xlsx of any bank; it is only read',
      currency: CURRENCY,
      json: JSON_OUT,
    },
    more: ['Exit 0 when lines were read, 1 when nothing may be taken from the file, 2 on wrong usage.'],
  },
  match: {
    line: '--book FILE --bank FILE [--sheet NAME] [--aliases FILE] [--as-of YYYY-MM-DD] [--currency CODE] [--json]',
    does: [
      'which open invoices the lines of a bank’s file pay, and why; what is certain is proposed, everything else asked',
      'about, and nothing is posted',
    ],
    options: {
      book: BOOK,
      bank: 'a bank’s file, as for bank; it is only read',
      sheet: SHEET,
      aliases: 'a .csv with Customer and Aliases (several parted by ;): other names under which customers pay',
      'as-of': AS_OF,
      currency: CURRENCY,
      json: JSON_OUT,
    },
    more: ['Exit 0 when lines were matched, 1 when nothing may be taken from the bank’s file, 2 on wrong usage.'],
  },
  reply: {
    line: '(--file MAIL.txt --received YYYY-MM-DD [--invoices FILE.csv] | --headers FILE.json) [--json]',
    does: [
      'what a customer’s mail says (promise, paid, dispute, wish for a copy, instalments, absence, ...), in English,',
      'German, French or Spanish, by rules; with --headers what a message is: a bounce, an absence, an answer, ...',
    ],
    options: {
      file: 'the mail as text, with what it answers below it or without',
      received: 'the day it came: "Friday" and dates without a year hang on it',
      invoices: 'a CSV of what it may be about: Invoice, Customer, Amount, Currency, Due date',
      headers: 'a JSON file with sent {to, cc, from, subject, messageId}, labels, sameThread and headers',
      json: JSON_OUT,
    },
  },
  faults: {
    line: '[--quick] [--seed NUMBER] [--json]',
    does: [
      'breaks every service call of a run, interrupts it with what people do, makes every cell odd and every service',
      'slow, and says whether a mail left twice, was lost or got stuck',
    ],
    options: { quick: 'a share of it', seed: 'one interleaving again', json: JSON_OUT },
  },
  readings: {
    line: 'FOLDER [--case ID]... [--json]',
    does: ['reads every sheet of a folder of cases and holds it against the right values; --help tells the format'],
    options: {},
  },
  script: {
    line: 'FILE.js [--sheet-zone ZONE] [--script-zone ZONE] [--locale LOCALE] [--json]',
    does: ['runs the file as an Apps Script project and prints what its main() returns'],
    options: {
      'sheet-zone': 'the time zone of the spreadsheet',
      'script-zone': 'the time zone of the script',
      locale: 'the language and country of the spreadsheet, such as en_GB',
      json: JSON_OUT,
    },
  },
  serve: {
    line: '[--book FILE] [--port NUMBER] [--no-open] [--with NAMES [--no-permission]] [--drive FOLDER]',
    does: ['the workbook, the add-on and an outbox on a page of this machine (this is what npm start does)'],
    options: {
      book: `${BOOK}; the demo company when left out`,
      port: 'where the page is found: http://localhost:NUMBER/',
      'no-open': 'does not open a browser',
      with: 'what is built in beyond the usual: replies, attachments',
      'no-permission': 'begins without the permission that asks for; a button of the page gives it',
      drive: 'a folder in place of Google Drive; prints the link that leads to each file (subfolder bin: the bin)',
    },
  },
};

/** The whole usage. */
export function usage(): string {
  const verbs = Object.entries(VERB_HELP).map(([name, { line, does }]) => `  ${name} ${line}\n${indented(does, 6)}`);
  return `Usage: npm run --silent local -- <verb> ...

${verbs.join('\n')}

  <verb> --help
      the options of a verb
  --version
      the version of Duesheet that is tried here

FILE is an .xlsx or .csv file; it is never written.
`;
}

/** The help of a verb. @example verbHelp('plan').startsWith('Usage: npm run --silent local -- plan --book FILE') // true */
export function verbHelp(name: string): string {
  const { line, does, options, more = [] } = VERB_HELP[name] ?? { line: '', does: [], options: {} };
  const width = Math.max(0, ...Object.keys(options).map((option) => option.length));
  const told = Object.entries(options).map(([option, sentence]) => `  --${option.padEnd(width)}  ${sentence}`);
  const parts = [`${usageLine(name, line)}\n${indented(does, 2)}`, told.join('\n'), indented(more, 2)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function usageLine(name: string, line: string): string {
  return `Usage: npm run --silent local -- ${name} ${line}`;
}

/**
 * What stands below the sentence on a wrong line: little enough that the sentence stays in sight.
 * @param name of the verb; one that nobody knows has the names of all
 */
export function shortUsage(name: string): string {
  const verb = Object.hasOwn(VERB_HELP, name) ? VERB_HELP[name] : undefined;
  if (verb) return `${usageLine(name, verb.line)}\n${name} --help tells what each option means.\n`;
  return `${usageLine('<verb>', '...')}\nVerbs: ${Object.keys(VERB_HELP).join(', ')}. --help tells what each does.\n`;
}

function indented(lines: readonly string[], by: number): string {
  return lines.map((line) => `${' '.repeat(by)}${line}`).join('\n');
}

/** So many slips make a word another one. */
const MOST_SLIPS = 3;

/**
 * The known word that was probably meant.
 * @returns null where none is near
 * @example nearest('plna', ['plan', 'audit']) // 'plan'
 */
export function nearest(word: string, known: readonly string[]): string | null {
  const near = known
    .map((one) => ({ one, slips: one.startsWith(word) && word !== '' ? 0 : slipsBetween(word, one) }))
    .filter(({ one, slips }) => slips <= Math.min(MOST_SLIPS, Math.floor(one.length / 2)))
    .sort((a, b) => a.slips - b.slips);
  return near[0]?.one ?? null;
}

/** Letters to change, add, leave out or swap with their neighbour (the optimal string alignment distance). */
function slipsBetween(a: string, b: string): number {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let j = 1; j <= b.length; j += 1) rows[0]?.push(j);
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped));
    }
  }
  return at(a.length, b.length);
}

/** What is asked about a word that is not known; '' where none is near. */
export function didYouMean(word: string, known: readonly string[], before = ''): string {
  const near = nearest(word, known);
  return near === null ? '' : ` Did you mean ${before}${near}?`;
}
