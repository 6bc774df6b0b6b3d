// The check of the log: pressed when it is wanted, since it reads every entry; what it finds, by kind.
import { type Audit, auditOf } from '../../dunning/history/audit/audit';
import type { LogPart } from '../../entry/sidebar-calls';
import { button, pill } from '../shell/controls';
import { el } from '../shell/dom';
import { count, grouped } from '../shell/format';
import type { Shell } from '../shell/shell';

/** So many findings of a kind are drawn. */
const SHOWN = 30;

/** The card with the check. */
export function logCheck(shell: Shell): HTMLElement {
  const result = el('div', { class: 'log-check' });
  const check = async (): Promise<void> => {
    const log = await wholeLog(shell, result);
    if (!log || !result.isConnected) return;
    const audit = auditOf(log);
    result.replaceChildren(...resultParts(audit));
    const found = foundIn(audit);
    shell.say(found === 0 ? 'The log is sound.' : `${count(found, 'finding')} in the log.`);
  };
  return el(
    'section',
    { class: 'card', 'aria-label': 'Is the log sound?' },
    el('h3', {}, 'Is the log sound?'),
    el(
      'p',
      { class: 'hint' },
      'Replays AR Log: rows that are missing or altered, what went out twice, what cannot have been.',
    ),
    button('Check the log', check, { busy: 'Checking…' }),
    result,
  );
}

/** All parts of the log, one after the other; nothing where one cannot be read. @param told where it says how far it is */
async function wholeLog(shell: Shell, told: HTMLElement): Promise<LogPart | undefined> {
  const log = await shell.ask('getAudit');
  while (log && log.rows.length < log.size && told.isConnected) {
    told.replaceChildren(
      el('p', { class: 'muted' }, `${grouped(log.rows.length)} of ${grouped(log.size)} entries read…`),
    );
    const next = await shell.ask('getAudit', log.rows.length);
    if (!next || next.rows.length === 0) return undefined;
    log.rows.push(...next.rows);
    // What was appended meanwhile is read as well.
    log.size = next.size;
    log.lastSeq = next.lastSeq;
  }
  return log;
}

function foundIn({ gaps, duplicates, contradictions }: Audit): number {
  return gaps.length + duplicates.length + contradictions.length;
}

function resultParts(audit: Audit): HTMLElement[] {
  const { events, reminders, mails, gaps, duplicates, contradictions } = audit;
  const read = `${count(events, 'entry', 'entries')}, ${count(reminders, 'reminder')}, ${count(mails, 'mail')}.`;
  const sound = foundIn(audit) === 0;
  return [
    el('p', {}, pill(sound ? 'Nothing found' : count(foundIn(audit), 'finding'), sound ? 'good' : 'bad'), ` ${read}`),
    ...group('Gaps', gaps),
    ...group('Done twice', duplicates),
    ...group('What cannot have been', contradictions),
  ];
}

function group(title: string, findings: Audit['gaps']): HTMLElement[] {
  if (findings.length === 0) return [];
  const rest = findings.length - SHOWN;
  return [
    el('h4', {}, `${title} (${grouped(findings.length)})`),
    el(
      'ul',
      { class: 'findings' },
      ...findings
        .slice(0, SHOWN)
        .map(({ at, message }) =>
          el('li', {}, at !== '' && el('p', { class: 'muted' }, at.slice(0, 16)), el('p', {}, message)),
        ),
      rest > 0 && el('li', { class: 'muted' }, `and ${grouped(rest)} more; the command line lists them all.`),
    ),
  ];
}
