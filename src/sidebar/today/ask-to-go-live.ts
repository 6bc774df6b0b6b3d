// Going live as one question: up to which day payments are in, who sends, and whether it is looked every hour; then the calls.
import type { TodayView } from '../../entry/sidebar-calls';
import { type ButtonKind, button, confirmDialog, dateInput, field, tickBox } from '../shell/controls';
import { grouped, lastBusinessDayBefore } from '../shell/format';
import type { Shell } from '../shell/shell';

/**
 * Whether whoever looks may take the workbook live: nothing stands in the way but what the question itself asks.
 * @param today what the server said
 */
export function mayGoLive({ switches, sender, stops }: TodayView): boolean {
  const isMine = sender.isYou || sender.email === '';
  return !switches.live && isMine && stops.every(({ code }) => code === STALE || code === 'not-sender');
}

/** The payments in the sheet are not known to be new enough. */
const STALE = 'stale-payments';

/** The question as the person answered it. */
interface Answer {
  /** `YYYY-MM-DD`, '' where that is known well enough. */
  paymentsUpTo: string;
  takesOver: boolean;
  isHourly: boolean;
}

/** What a button that takes the workbook live says and does. */
interface GoLiveButton {
  label: string;
  kind: ButtonKind;
  /** What is told first, a paragraph each. */
  before?: readonly string[];
  /** Done first once the answer is yes; false ends it there. */
  first?: () => Promise<boolean>;
  /** Told what goes on now, once it is live. */
  done: (said: string) => Promise<void> | void;
}

/** The button that asks whether reminders may leave, with what that needs, and takes the workbook live. */
export function askingButton(shell: Shell, today: TodayView, options: GoLiveButton): HTMLElement {
  const { label, kind, before = [], first, done } = options;
  let answer: Answer | null = null;
  const asks = async (): Promise<boolean> => {
    answer = await askToGoLive(shell, today, before);
    return answer !== null;
  };
  const press = async (): Promise<void> => {
    if (answer === null || (first && !(await first()))) return;
    const said = await takeLive(shell, answer);
    if (said !== null) await done(said);
  };
  return button(label, press, { kind, asks, busy: 'Going live…' });
}

/** Asks whether reminders may leave from now on; null where the person stays in preview. */
async function askToGoLive(shell: Shell, today: TodayView, before: readonly string[]): Promise<Answer | null> {
  const { sender, switches, stops, waiting } = today;
  const { approved } = waiting;
  const isStale = stops.some(({ code }) => code === STALE);
  const takesOver = !sender.isYou;
  const payments = dateInput(proposedDay(today), '', today.today);
  const hourly = tickBox('Automatic: send every hour what is approved, and steps marked “auto” in AR Policy');
  const yes = await confirmDialog(
    'Let reminders leave?',
    [
      ...before,
      `From now on approved reminders go to customers, from ${sender.email || sender.you || 'your mailbox'}.`,
      `${approved > 0 ? `${grouped(approved)} ${approved === 1 ? 'is' : 'are'} approved already.` : 'None is approved yet.'} Today nobody is written to for the first time; that begins on the next business day.`,
      ...(isStale ? [field('Payments are in the sheet up to', payments)] : []),
      switches.automatic
        ? 'Automatic is on: steps marked “auto” in AR Policy go out every hour without a click.'
        : hourly.element,
    ],
    'Go live',
    'Stay in preview',
  );
  if (!yes) return null;
  const { value } = payments;
  if (isStale && (value === '' || value > today.today)) {
    shell.alert('Choose the day up to which payments are entered in the sheet; it cannot be after today.');
    return null;
  }
  return { paymentsUpTo: isStale ? value : '', takesOver, isHourly: hourly.box.checked };
}

/** The day proposed for payments: the last that banks have booked, and none before one that is known. */
export function proposedDay({ payments: { upTo }, today }: TodayView): string {
  const booked = lastBusinessDayBefore(today);
  const [, proposed = booked] = [upTo, booked].sort();
  return proposed;
}

/**
 * Does what was answered, each a change of its own: what came before stays where a later one is refused.
 * @returns what goes on now; null where the workbook stayed in preview, which is told
 */
async function takeLive(shell: Shell, { paymentsUpTo, takesOver, isHourly }: Answer): Promise<string | null> {
  const isReady =
    (!takesOver || (await shell.ask('becomeSender')) !== undefined) &&
    (paymentsUpTo === '' || (await shell.ask('confirmPayments', paymentsUpTo)) !== undefined);
  const live = isReady ? await shell.ask('goLive') : undefined;
  const hourly = live && isHourly ? await shell.ask('setAutomatic', true) : undefined;
  await shell.refreshToday();
  return live ? [live.message, hourly?.message ?? ''].join(' ').trim() : null;
}
