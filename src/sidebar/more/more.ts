// The page More: everything that has no tab of its own, in groups, each with one line on what it is for; at its foot the version.
import { VERSION } from '../../dunning/history/version';
import { cashView } from '../ahead/cash';
import { effectView } from '../ahead/effect';
import { loadView } from '../ahead/load';
import { worklistView } from '../ahead/worklist';
import { answersView } from '../answers/answers';
import { auditView } from '../audit/audit';
import { callsView } from '../calls/calls';
import { closingView } from '../closing/closing';
import { customersView } from '../customers/customers';
import { personalDetailsView } from '../customers/personal-details';
import { promisesView } from '../customers/promises';
import { whyView } from '../explain/why';
import { capabilitiesView } from '../extras/capabilities';
import { figuresView } from '../figures/figures';
import { formulasView } from '../formulas/formulas';
import { helpView } from '../help/help';
import { installationView } from '../help/installation';
import { leavingView } from '../help/leaving';
import { chasedView } from '../imports/chased';
import { contactsView } from '../imports/contacts';
import { paymentsView } from '../payments/payments';
import { policyView } from '../policy/policy';
import { matrixView } from '../portfolio/matrix';
import { portfolioView } from '../portfolio/portfolio';
import { segmentsView } from '../portfolio/segments';
import { whyLateView } from '../portfolio/why-late';
import { dataCheckView } from '../problems/data-check';
import { riskView } from '../risk/risk';
import { forecastView } from '../rules/forecast';
import { goingLiveView } from '../rules/going-live';
import { settingsView } from '../rules/settings';
import { searchField } from '../search/search';
import { sentView } from '../sent/sent';
import { setupView } from '../setup/setup';
import { el, focusOn } from '../shell/dom';
import { openDeskButton } from '../shell/open-desk';
import type { Shell, View } from '../shell/shell';
import { skeleton } from '../shell/skeleton';
import { textsView } from '../texts/texts';

/** Something to open. */
export interface Entry {
  label: string;
  /** What it is for, in one line. */
  line: string;
  view: View;
  /** Whether it makes sense before set-up. */
  early?: boolean;
  /** Its name in the desk's navigation; without one it is reached by More there too. */
  desk?: string;
}

/** Everything that has no tab of its own, by what a person does. */
export const GROUPS: { title: string; entries: Entry[] }[] = [
  {
    title: 'Daily',
    entries: [
      {
        desk: 'Calls',
        label: 'Calls',
        line: 'Whom to call today, one at a time, and what came of it',
        view: callsView,
      },
      {
        desk: 'Worklist',
        label: 'Worklist',
        line: 'Calls and tasks: quick wins, at risk, leave alone',
        view: worklistView,
      },
      {
        desk: 'Why',
        label: 'Why this invoice?',
        line: 'Every rule for the selected row, and what happens next',
        view: whyView,
      },
      {
        desk: 'Answers',
        label: 'Answers',
        line: 'What customers said by the link in your mails; how to set it up',
        view: answersView,
      },
      {
        desk: 'Sent',
        label: 'Sent',
        line: 'Who got what, when and by whom; as a file too',
        view: sentView,
      },
      {
        desk: 'Next 30 days',
        label: 'Next 30 days',
        line: 'Who would hear from you when, if nobody paid',
        view: forecastView,
      },
    ],
  },
  {
    title: 'Customers',
    entries: [
      {
        desk: 'Customers',
        label: 'Customers',
        line: 'A customer’s balances, contacts and history; what to note',
        view: customersView,
      },
      {
        desk: 'Promises',
        label: 'Promises and disputes',
        line: 'How each stands, and who waits for whom',
        view: promisesView,
      },
      {
        desk: 'Risk and credit',
        label: 'Risk and credit',
        line: 'Who may pay very late and why; limits, securities, days',
        view: riskView,
      },
      {
        label: 'Bring in contacts',
        line: 'A list of e-mails, phones, kinds, who pays for whom',
        view: contactsView,
      },
      {
        label: 'Who was chased when',
        line: 'A list of earlier reminders, so that nobody begins anew',
        view: chasedView,
      },
      {
        label: 'Personal details',
        line: 'Whose were kept long enough, and erasing them',
        view: personalDetailsView,
      },
    ],
  },
  {
    title: 'Money',
    entries: [
      {
        desk: 'Payments',
        label: 'Payments',
        line: 'Lines of the bank: who has paid what, before it is booked',
        view: paymentsView,
      },
      {
        desk: 'Cash',
        label: 'Cash',
        line: 'What comes in by week, and how sure that is',
        view: cashView,
      },
      {
        desk: 'Close a month',
        label: 'Close a month',
        line: 'A frozen tab of what was open, allowance, the ledger, write-offs',
        view: closingView,
      },
    ],
  },
  {
    title: 'Figures',
    entries: [
      {
        desk: 'Figures',
        label: 'Figures',
        line: 'Aging, DSO, what was collected, over time; as files too',
        view: figuresView,
      },
      {
        desk: 'Portfolio',
        label: 'Portfolio',
        line: 'Open, overdue and days by segment, age, region or any column',
        view: portfolioView,
      },
      {
        desk: 'Why late',
        label: 'Why late',
        line: 'What waits for which department, and how long that takes',
        view: whyLateView,
      },
      {
        desk: 'Matrix',
        label: 'Follow-up matrix',
        line: 'Who is followed up how often; does time go where money is',
        view: matrixView,
      },
      {
        desk: 'Effect',
        label: 'Effect',
        line: 'Payments around each step against the forecast; no claim',
        view: effectView,
      },
      {
        desk: 'Load',
        label: 'Load',
        line: 'Who has how much open and to do, and what nobody has',
        view: loadView,
      },
      { label: 'Formulas', line: 'Aging, DSO and more for your own cells', view: formulasView, early: true },
      {
        label: 'Export for auditors',
        line: 'Contacts, approvals, stops as a table; is the log sound?',
        view: auditView,
      },
    ],
  },
  {
    title: 'Set-up',
    entries: [
      {
        desk: 'Set-up',
        label: 'Set-up',
        line: 'Your table, how you sign, how firm, in five steps',
        view: setupView,
        early: true,
      },
      {
        desk: 'Going live',
        label: 'Going live',
        line: 'What would leave, to whom, and where old invoices begin',
        view: goingLiveView,
      },
      {
        desk: 'Policy',
        label: 'Policy',
        line: 'Who is reminded how and when, as a picture; what is off in it',
        view: policyView,
      },
      {
        desk: 'Segments',
        label: 'Segments',
        line: 'Rules that put customers on a ladder, and whom each would catch',
        view: segmentsView,
      },
      {
        desk: 'Texts',
        label: 'Texts',
        line: 'What mails and call sheets say, filled for a real customer',
        view: textsView,
      },
      {
        desk: 'Settings',
        label: 'Settings',
        line: 'Hours, limits, minimums, holidays and quiet days',
        view: settingsView(setupView),
      },
      {
        desk: 'Data check',
        label: 'Data check',
        line: 'What was read, what looks wrong, who looks like one',
        view: dataCheckView,
      },
      {
        label: 'Optional extras',
        line: 'Replies noticed by itself: what it asks for, off or on',
        view: capabilitiesView,
      },
    ],
  },
  {
    title: 'Help',
    entries: [
      { desk: 'Help', label: 'Help and tour', line: 'A tour of two minutes; what it does by itself', view: helpView },
      {
        label: 'Check this installation',
        line: 'Lock, memory, speed and more, tried here',
        view: installationView,
        early: true,
      },
      { label: 'Leave Duesheet', line: 'What goes, what stays, and how to come back', view: leavingView, early: true },
    ],
  },
];

/** The entry opened last: coming back, the keyboard stands on it again. */
let lastOpened = '';

/** Draws More; before set-up only what makes sense then. */
export async function moreView(host: HTMLElement, shell: Shell): Promise<void> {
  if (!shell.today) {
    host.append(skeleton('Reading…'));
    await shell.refreshToday();
    if (!host.isConnected) return;
  }
  // Where Today cannot be read each page says why by itself.
  const ready = shell.today?.ready ?? true;
  const sections = GROUPS.map(({ title, entries }) => section(title, ready ? entries : entries.filter(isEarly), shell));
  host.replaceChildren(
    el('h1', {}, 'More'),
    ...(ready && !shell.isWide ? [searchField(shell)] : []),
    ...(ready && !shell.isWide ? [openDeskButton(shell)] : []),
    ...(ready ? [] : [el('p', { class: 'hint' }, 'The rest is here once Duesheet is set up.')]),
    ...sections.filter((part): part is HTMLElement => part !== null),
    el('p', { class: 'hint version' }, `Duesheet ${VERSION}`),
  );
  const last = host.querySelector<HTMLElement>(`[data-entry="${CSS.escape(lastOpened)}"]`);
  const heading = host.querySelector('h1');
  if (!shell.focusIsLost()) return;
  if (last) last.focus();
  else if (heading) focusOn(heading);
}

function isEarly({ early }: Entry): boolean {
  return early === true;
}

function section(title: string, entries: readonly Entry[], shell: Shell): HTMLElement | null {
  if (entries.length === 0) return null;
  return el(
    'section',
    { class: 'entries' },
    el('h2', {}, title),
    el('ul', {}, ...entries.map((entry) => el('li', {}, entryButton(entry, shell)))),
  );
}

function entryButton({ label, line, view }: Entry, shell: Shell): HTMLElement {
  const element = el(
    'button',
    { type: 'button', class: 'entry', 'data-entry': label },
    el('span', { class: 'entry-label' }, label),
    el('span', { class: 'entry-line' }, line),
  );
  element.addEventListener('click', () => {
    lastOpened = label;
    shell.openPage(view);
  });
  return element;
}
