// An audit of the log in words, for a person at the command line; and the shape of what the built project answers.

/** A finding of an audit. */
export interface AuditFinding {
  code: string;
  seq: number[];
  reminder: string;
  customer: string;
  at: string;
  message: string;
}

/** What an audit read and found. */
export interface AuditReport {
  events: number;
  reminders: number;
  mails: number;
  from: string;
  to: string;
  tabs: string[];
  contradictions: AuditFinding[];
  duplicates: AuditFinding[];
  gaps: AuditFinding[];
}

const TITLES: readonly ['gaps' | 'duplicates' | 'contradictions', string][] = [
  ['gaps', 'Gaps: what is missing, copied, altered or was accepted as it is'],
  ['duplicates', 'Duplicates: what was done twice'],
  ['contradictions', 'Contradictions: what the entries before forbid'],
];

/** Whether an audit found anything. */
export function foundAnything({ gaps, duplicates, contradictions }: AuditReport): boolean {
  return gaps.length + duplicates.length + contradictions.length > 0;
}

/**
 * The audit as a page of text.
 * @param report of an audit
 */
export function auditText(report: AuditReport): string {
  const parts = [
    readInWords(report),
    ...TITLES.flatMap(([kind, title]) => section(title, report[kind])),
    foundAnything(report) ? '' : 'Nothing found: no gap, nothing done twice, no contradiction.',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function readInWords({ tabs, events, reminders, mails, from, to }: AuditReport): string {
  const what = `${counted(events, 'entry', 'entries')}, ${counted(reminders, 'reminder')}, ${counted(mails, 'mail')}`;
  const period = from === '' ? '' : from === to ? `, on ${from}` : `, from ${from} to ${to}`;
  return `Read from ${tabs.join(', ')}: ${what}${period}.`;
}

function section(title: string, findings: readonly AuditFinding[]): string[] {
  if (findings.length === 0) return [];
  const lines = findings.map(
    ({ at, message, code }) => `  ${at === '' ? '' : `${at.slice(0, 16)}  `}${message} [${code}]`,
  );
  return [[`${title} (${findings.length})`, ...lines].join('\n')];
}

function counted(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`;
}
