// The check of the log: pressed when it is wanted, since it reads every entry; what it finds, by kind.
import type { AuditView } from '../../entry/sidebar-calls';
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
    const audit = await shell.ask('getAudit');
    if (!audit || !result.isConnected) return;
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

function foundIn({ gaps, duplicates, contradictions }: AuditView): number {
  return gaps.length + duplicates.length + contradictions.length;
}

function resultParts(audit: AuditView): HTMLElement[] {
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

function group(title: string, findings: AuditView['gaps']): HTMLElement[] {
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
