// The check of this installation: what was tried, how it went, what to do; all of it as a text to copy.
import type { Finding, InstallationView } from '../../entry/sidebar-calls';
import { button, confirmDialog, field, headWithAgain, pill, type Tone } from '../shell/controls';
import { copied } from '../shell/copied';
import { el } from '../shell/dom';
import { count } from '../shell/format';
import type { Shell } from '../shell/shell';

const TONES: Record<Finding['grade'], Tone> = { ok: 'good', look: 'warn', 'not here': 'calm' };

/** Above this a person takes a press for lost. */
const SLOW_START_MS = 5_000;

/** Draws the check; it runs when the page is opened. */
export async function installationView(host: HTMLElement, shell: Shell): Promise<void> {
  const pressed = performance.now();
  const view = await shell.load(host, 'Trying everything, for half a minute…', installationView, 'checkInstallation');
  if (!view) return;
  const findings = [...view.findings, startOf(performance.now() - pressed - view.took)];
  host.replaceChildren(
    headWithAgain('Installation check', host, shell, () => installationView(host, shell), {
      label: 'Again',
      busy: 'Trying…',
      name: 'Check again',
    }),
    verdict(findings),
    el('ul', { class: 'tried' }, ...findings.map(findingItem)),
    mailSection(shell),
    copySection(view, findings, shell),
  );
}

/** How long a press waits before the script's first line, and for the answer to come back. @param ms milliseconds */
function startOf(ms: number): Finding {
  const rounded = Math.max(0, Math.round(ms));
  const says = `The script started, and its answer came back, in ${rounded} ms beside what it did.`;
  if (ms < SLOW_START_MS) return { name: 'Start', grade: 'ok', says, todo: '' };
  const todo = 'Google starts scripts slowly at times. Check again in an hour.';
  return { name: 'Start', grade: 'look', says, todo };
}

function verdict(findings: readonly Finding[]): HTMLElement {
  const looks = findings.filter(({ grade }) => grade === 'look').length;
  if (looks === 0) return el('p', { class: 'all-well good' }, 'Nothing here needs a look.');
  return el('p', { class: 'all-well' }, `${count(looks, 'thing')} to look at.`);
}

function findingItem({ name, grade, says, todo }: Finding): HTMLElement {
  return el(
    'li',
    { class: 'card' },
    el('div', { class: 'card-head' }, el('h3', {}, name), pill(grade, TONES[grade])),
    el('p', {}, says),
    todo && el('p', { class: 'todo' }, todo),
  );
}

function mailSection(shell: Shell): HTMLElement {
  const send = async (): Promise<void> => {
    const result = await shell.ask('mailMyself');
    if (result) shell.say(result.message);
  };
  const asks = (): Promise<boolean> =>
    confirmDialog('Send one mail to yourself?', ['It goes to your own address and to nobody else.'], 'Send it to me');
  return el(
    'section',
    { class: 'problem-group help' },
    el('h3', {}, 'Mail'),
    el(
      'p',
      { class: 'hint' },
      'Nothing has left so far. One mail to yourself shows that Gmail takes it, and who it comes from.',
    ),
    button('Send a mail to myself…', send, { asks, busy: 'Sending…' }),
  );
}

/** @example textOf(view, findings) // 'Duesheet 0.3.0, checked 2026-11-27 16:03:22\nok: Lock. It was taken ...' */
function textOf({ version, at }: InstallationView, findings: readonly Finding[]): string {
  const lines = findings.map(({ name, grade, says, todo }) => `${grade}: ${name}. ${says}${todo ? ` → ${todo}` : ''}`);
  return [`Duesheet ${version}, checked ${at}`, ...lines].join('\n');
}

function copySection(view: InstallationView, findings: readonly Finding[], shell: Shell): HTMLElement {
  const text = el('textarea', { rows: 6, readonly: true, spellcheck: 'false' });
  text.value = textOf(view, findings);
  const copy = async (): Promise<void> => {
    shell.say((await copied(text)) ? 'The results are copied.' : 'The results are marked: press Ctrl+C to copy them.');
  };
  return el(
    'section',
    { class: 'problem-group help' },
    el('h3', {}, 'To pass on'),
    field('Results', text, 'They name this workbook and your address, and no customer.'),
    button('Copy the results', copy),
  );
}
