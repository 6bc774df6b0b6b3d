// The lower half of Today: the switches, who sends, the window, the recipient budget and the last run.
import type { ChangeResult, SendingHalt, TodayView } from '../../entry/sidebar-calls';
import { askingButton, goLiveLabel } from '../rules/ask-to-go-live';
import { goingLiveView } from '../rules/going-live';
import type { CallArguments, CallName, SidebarCalls } from '../shell/calls';
import { button, confirmDialog, pill, type Tone } from '../shell/controls';
import { type Child, el } from '../shell/dom';
import { dayInWords, grouped, momentInWords } from '../shell/format';
import type { Shell } from '../shell/shell';

/** The calls that answer with what they changed. */
export type ChangeCall = {
  [N in CallName]: ReturnType<SidebarCalls[N]> extends ChangeResult ? N : never;
}[CallName];

/**
 * Makes a change on the server, says what it did and draws the view again.
 * @returns whether the server did it
 */
export async function change<N extends ChangeCall>(
  shell: Shell,
  again: () => Promise<void>,
  name: N,
  ...args: CallArguments<N>
): Promise<boolean> {
  // What makes it a ChangeCall; the compiler does not follow that for a name it does not know.
  const result = (await shell.ask(name, ...args)) as ChangeResult | undefined;
  if (!result) return false;
  shell.say(result.message);
  await again();
  return true;
}

/** A part of Today that opens at a press; what is in it stands beside its name. */
export function fold(title: string, state: Child, ...parts: Child[]): HTMLElement {
  return el('details', { class: 'card fold' }, el('summary', {}, el('h2', {}, title), state), ...parts);
}

/** How mails go out: mode, automatic sending, sender, window, budget. */
export function sendingCard(today: TodayView, shell: Shell, again: () => Promise<void>): HTMLElement {
  const { switches, sender, window: hours, budget } = today;
  return fold(
    'Sending',
    pill(switches.live ? (switches.automatic ? 'Automatic' : 'Live') : 'Preview', switches.live ? 'good' : 'warn'),
    el(
      'dl',
      { class: 'rows' },
      ...row(
        'Workbook',
        pill(switches.live ? 'Live' : 'Preview', switches.live ? 'good' : 'warn'),
        liveButton(today, shell, again),
      ),
      ...row(
        'Automatic',
        pill(switches.automatic ? 'On' : 'Off', switches.automatic ? 'good' : 'calm'),
        automaticButton(today, shell, again),
      ),
      ...row('Sender', senderText(sender), sender.isOffered && becomeSenderButton(today, shell, again)),
      ...row(
        'Hours',
        `${hours.from}–${hours.to}`,
        pill(hours.openNow ? 'Open' : 'Closed', hours.openNow ? 'good' : 'calm'),
      ),
      ...row('24 h limit', budgetText(budget.used, budget.limit)),
    ),
  );
}

function row(label: string, value: Child, beside: Child = null): HTMLElement[] {
  return [el('dt', {}, label), el('dd', {}, el('span', { class: 'value' }, value), beside)];
}

function budgetText(used: number, limit: number): HTMLElement {
  return el(
    'span',
    { class: 'budget' },
    el('span', { class: 'figure' }, `${grouped(used)} of ${grouped(limit)}`),
    el('progress', {
      max: Math.max(limit, 1),
      value: Math.min(used, limit),
      'aria-label': 'Recipients written to in 24 hours',
    }),
  );
}

function senderText({ email, isYou }: TodayView['sender']): HTMLElement {
  if (!email) return el('span', {}, 'Nobody yet');
  return el('span', { class: 'wrap', title: email }, isYou ? `You, ${email}` : email);
}

function becomeSenderButton(today: TodayView, shell: Shell, again: () => Promise<void>): HTMLElement {
  const { email, you } = today.sender;
  const asks = (): Promise<boolean> => {
    const before = email ? `${email} sends now, and is told by mail that you do from now on.` : 'Nobody sends yet.';
    return confirmDialog(
      'Send from your mailbox?',
      [before, `Reminders will go out from ${you}. Your own hourly run is switched on afterwards.`],
      'I send from now on',
    );
  };
  return button('Send as me…', () => change(shell, again, 'becomeSender'), { asks, busy: 'Working…' });
}

function liveButton(today: TodayView, shell: Shell, again: () => Promise<void>): HTMLElement {
  const stop = (): Promise<boolean> => change(shell, again, 'setLive', false);
  if (today.switches.live)
    return button('To preview', stop, { busy: 'Working…', name: 'Go back to preview: nothing leaves' });
  return goLiveButton(shell, today, again, 'plain', 'Go live…');
}

/**
 * The button that takes a workbook live. The first time it opens the page on which old invoices get their beginning, unless
 * mails were approved as they are; on the day itself nobody is written to for the first time, whichever way it went.
 */
export function goLiveButton(
  shell: Shell,
  today: TodayView,
  again: () => Promise<void>,
  kind: 'primary' | 'plain',
  label = goLiveLabel(today),
): HTMLElement {
  if (!today.everLive && today.waiting.approved === 0)
    return button(label, () => shell.openPage(goingLiveView, shell.backTo('today')), { kind });
  const before = today.everLive ? [] : [OLD_INVOICES];
  const done = async (said: string): Promise<void> => {
    shell.say(said);
    await again();
  };
  return askingButton(shell, today, { label, kind, before, done });
}

const OLD_INVOICES = 'Where old invoices begin is chosen on the page Going live; look there first if you have any.';

/** That nothing happens by itself, as long as that is so and nothing above says it, with the button that changes it. */
export function byHand(
  today: TodayView,
  told: readonly SendingHalt[],
  shell: Shell,
  again: () => Promise<void>,
): HTMLElement[] {
  const { switches, sender } = today;
  const isTold = told.some(({ actions }) => actions.some(({ call }) => call === 'setAutomatic'));
  if (!switches.live || switches.automatic || !sender.isYou || isTold) return [];
  const asks = (): Promise<boolean> => confirmAutomatic(today);
  const turnOn = (): Promise<boolean> => change(shell, again, 'setAutomatic', true);
  return [
    el('p', { class: 'note' }, 'Automatic is off: nothing is planned or sent until somebody presses a button here.'),
    button('Turn Automatic on…', turnOn, { kind: 'quiet', asks, busy: 'Working…' }),
  ];
}

function automaticButton(today: TodayView, shell: Shell, again: () => Promise<void>): HTMLElement {
  if (today.switches.automatic) {
    return button('Turn off', () => change(shell, again, 'setAutomatic', false), {
      busy: 'Working…',
      name: 'Turn off automatic sending',
    });
  }
  const asks = (): Promise<boolean> => confirmAutomatic(today);
  const turnOn = (): Promise<boolean> => change(shell, again, 'setAutomatic', true);
  return button('Turn on…', turnOn, { asks, busy: 'Working…', name: 'Turn on… automatic sending' });
}

/** Asks before the schedule is installed. */
export function confirmAutomatic({ switches }: TodayView): Promise<boolean> {
  return confirmDialog(
    'Send without a click?',
    [
      'Within sending hours, steps marked “auto” in AR Policy go out without an approval.',
      switches.live ? 'The workbook is live.' : 'The workbook is in preview, so nothing leaves before it is live.',
    ],
    'Turn on',
  );
}

/** The heartbeat of the hourly run. */
export function scheduleCard(today: TodayView, again: () => Promise<void>): HTMLElement {
  const { heartbeat, workbook } = today;
  const state: [string, Tone] =
    heartbeat === null ? ['Not yet', 'warn'] : heartbeat.wrong ? ['Trouble', 'bad'] : ['In order', 'good'];
  const parts: Child[] = heartbeat
    ? [
        el('p', {}, `${momentInWords(heartbeat.at, today.today)}, by ${heartbeat.by}.`),
        heartbeat.did && el('p', { class: 'muted' }, heartbeat.did),
        heartbeat.wrong && el('p', { class: 'wrong' }, heartbeat.wrong),
      ]
    : [el('p', { class: 'muted' }, 'It looks every hour what is due, once Automatic is on.')];
  return fold(
    'Hourly check',
    pill(...state),
    ...parts,
    el(
      'p',
      { class: 'muted small', title: workbook.name },
      `Reads “${workbook.sheet}”, as of ${dayInWords(today.asOf, today.today)}.`,
    ),
    button('Refresh', again, { kind: 'quiet', busy: 'Reading…' }),
  );
}
