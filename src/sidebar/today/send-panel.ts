// Sending what is approved, step by step, with its progress; a step is one call, and the server says when to go on.
import type { SendResult, TodayView } from '../../entry/sidebar-calls';
import { mayGoLive } from '../rules/ask-to-go-live';
import { button, confirmDialog } from '../shell/controls';
import { el } from '../shell/dom';
import { count, grouped } from '../shell/format';
import type { Shell } from '../shell/shell';
import { goLiveButton } from './today-sending';
import { verdictOf } from './verdict';

/** What all steps together did. */
interface Tally {
  sent: number;
  cancelled: number;
  backToReview: number;
  failed: number;
}

/** What stands beside the button in preview. */
const FIRST_NOTE = 'Nothing has left yet: the workbook is in preview.';

/** So many of those who are written to are named before it is sent. */
const NAMED = 8;

/**
 * The panel that sends: how many are approved, why they cannot leave where they cannot, and the button. In preview the
 * button takes the workbook live; outside sending hours the mails leave by themselves or at the next press.
 * @param approved how many mails are approved
 * @param after called when sending ended, to read the queue again
 * @param kind how the button looks
 */
export function sendPanel(
  shell: Shell,
  approved: number,
  after: () => Promise<void>,
  kind: 'primary' | 'plain' = 'primary',
): HTMLElement {
  const { today } = shell;
  const panel = el('section', { class: 'card sending', 'aria-label': 'Sending' });
  const note = obstacle(today);
  const said = note || `${count(approved, 'reminder is', 'reminders are')} approved and can go out.`;
  if (today && mayGoLive(today))
    panel.append(goLiveButton(shell, today, after, kind), el('p', { class: 'muted' }, FIRST_NOTE));
  else {
    const send = (): Promise<void> => run(shell, panel, approved, after);
    const label = `Send ${grouped(approved)} now…`;
    if (approved > 0 && !allWait(today, approved))
      panel.append(button(label, send, { kind, asks: () => confirmSending(shell, after) }));
    panel.append(el('p', { class: 'muted' }, said));
  }
  return panel;
}

/** Whether all that is approved waits for a later day; what was approved since Today was read may leave. */
function allWait(today: TodayView | null, approved: number): boolean {
  return today !== null && today.leaves.now === 0 && today.leaves.next !== '' && approved <= today.waiting.approved;
}

/** Why nothing can leave now; '' where it can. */
function obstacle(today: TodayView | null): string {
  if (!today) return '';
  // What wants a person keeps no mail from leaving.
  const { tone, title, text } = verdictOf({ ...today, alerts: [] });
  if (tone === 'good') return '';
  return today.stops[0] ? `${title}. ${today.stops[0].message}` : `${title}. ${text}`;
}

/** Says to whom and how much, as the list is now: somebody else may have sent some meanwhile. */
async function confirmSending(shell: Shell, after: () => Promise<void>): Promise<boolean> {
  const { today } = shell;
  const page = await shell.ask('getReviewPage', { group: 'approved', lines: NAMED });
  if (!page) return false;
  const [group] = page.groups;
  if (!group) {
    await shell.refreshToday();
    await after();
    shell.alert('Nothing is approved any more: it was sent meanwhile, or taken back.');
    return false;
  }
  const { total, lines, amounts } = group;
  const from = today?.sender.isYou ? ` from ${today.sender.you}` : '';
  const note = obstacle(today);
  const whom = lines.map(({ customer, amounts: asked }) => `${customer}, ${asked}`).join(' · ');
  const more = total > lines.length ? ` · and ${grouped(total - lines.length)} more` : '';
  return confirmDialog(
    `Send ${count(total, 'reminder')} for ${amounts}?`,
    [
      `To ${whom}${more}.`,
      note || `They go to customers now${from}. A mail that has left cannot be taken back.`,
      'Each is checked once more just before: what is paid, disputed or promised stays here.',
    ],
    'Send now',
  );
}

async function run(shell: Shell, panel: HTMLElement, total: number, after: () => Promise<void>): Promise<void> {
  const bar = el('progress', { max: total, value: 0, 'aria-label': 'Reminders dealt with' });
  const line = el('p', { 'aria-live': 'polite' }, `Sending… 0 of ${grouped(total)}`);
  let stopAsked = false;
  const stop = button('Stop after this step', () => {
    stopAsked = true;
    line.textContent = 'Stopping after this step…';
  });
  panel.replaceChildren(line, bar, stop);
  stop.focus();
  const tally: Tally = { sent: 0, cancelled: 0, backToReview: 0, failed: 0 };
  let remaining = total;
  for (;;) {
    const step = await shell.ask('sendNext');
    if (!step) break;
    add(tally, step);
    const stuck = dealtWith(step) === 0 && step.remaining >= remaining;
    remaining = step.remaining;
    bar.value = Math.max(0, total - remaining);
    line.textContent = `${grouped(Math.max(0, total - remaining))} of ${grouped(total)}. ${step.message}`;
    if (remaining === 0) break;
    if (step.stopped !== '') {
      shell.alert(`${step.stopped} ${count(remaining, 'approved reminder waits', 'approved reminders wait')}.`);
      break;
    }
    if (stuck) {
      shell.alert('Sending makes no progress, so it was stopped. Look at Today, then try again.');
      break;
    }
    // Who leaves the view can no longer stop it, so it stops by itself; what waits stays approved.
    if (stopAsked || !panel.isConnected) break;
  }
  await conclude(shell, tally, remaining, after);
}

// The alert of the last step must outlive the reading of the queue, which clears it: it is put back afterwards.
async function conclude(shell: Shell, tally: Tally, remaining: number, after: () => Promise<void>): Promise<void> {
  const alert = shell.alertShown();
  await shell.refreshToday();
  await after();
  if (alert) shell.alert(alert);
  shell.say(`${tallyInWords(tally)}${remaining > 0 ? ` ${count(remaining, 'approved one')} still to go.` : ''}`);
}

function dealtWith(step: SendResult): number {
  return step.sent + step.cancelled + step.backToReview + step.failed;
}

function add(tally: Tally, step: SendResult): void {
  tally.sent += step.sent;
  tally.cancelled += step.cancelled;
  tally.backToReview += step.backToReview;
  tally.failed += step.failed;
}

function tallyInWords({ sent, cancelled, backToReview, failed }: Tally): string {
  const parts = [`${grouped(sent)} sent`];
  if (cancelled > 0) parts.push(`${grouped(cancelled)} cancelled`);
  if (backToReview > 0) parts.push(`${grouped(backToReview)} back to review`);
  if (failed > 0) parts.push(`${grouped(failed)} failed`);
  return `${parts.join(', ')}.`;
}
