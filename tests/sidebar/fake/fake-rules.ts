// The policy, settings, forecast and going live that the sidebar's fake server shows, as much of each as a scenario asks for.
import { countsOf } from '../../../src/dunning/policy/channels';
import type {
  ForecastDayView,
  ForecastView,
  GoingLiveChoices,
  GoingLiveView,
  PolicySegmentView,
  PolicyView,
  SettingsView,
  SettingView,
} from '../../../src/entry/sidebar-calls';
import type { SidebarCalls } from '../../../src/sidebar/shell/calls';

/** What a test changes of these pages. */
export interface RulesScenario {
  policy?: Partial<PolicyView>;
  forecast?: Partial<ForecastView>;
  settings?: Partial<SettingsView>;
  goingLive?: Partial<GoingLiveView>;
}

type RulesCalls = Pick<
  SidebarCalls,
  'getPolicy' | 'getForecast' | 'getSettings' | 'saveSetting' | 'addQuietPeriod' | 'getGoingLive' | 'applyGoingLive'
>;

const ASOF = '2026-11-23';

/** The calls behind these pages. */
export function rulesCalls(scenario: RulesScenario): RulesCalls {
  const settings = settingsOf(scenario);
  let written = false;
  return {
    getPolicy: () => ({ ...policyOf(), ...scenario.policy }),
    getForecast: (days) => ({ ...forecastOf(days), ...scenario.forecast }),
    getSettings: () => settings,
    saveSetting: (name, value) => {
      for (const { settings: own } of settings.groups) for (const one of own) if (one.name === name) one.value = value;
      return { changed: 1, message: `${name} is "${value}" now.` };
    },
    addQuietPeriod: (from, until, name) => {
      settings.calendar.coming.push({ from, until, name, kind: 'quiet', row: 99 });
      return { changed: 1, message: `Nothing is sent from ${from} to ${until} (${name}).` };
    },
    getGoingLive: (choices) => ({ ...goingLiveOf(choices, written), ...scenario.goingLive }),
    applyGoingLive: () => {
      written = true;
      return { changed: 12, message: '12 customers taken over at the step they had reached.' };
    },
  };
}

/** A segment with so many stages. */
export function segmentOf(segment: string, stages: number, customers = 12): PolicySegmentView {
  const tones = ['friendly', 'personal', 'firm', 'final'];
  return {
    segment,
    customers,
    note: 'At least 7 days between contacts.',
    steps: Array.from({ length: stages }, (_, at) => ({
      row: at + 2,
      stage: at + 1,
      when: `${4 + at * 8} days after the due date`,
      channel: at % 4 === 3 ? 'call' : 'email',
      tone: tones[Math.min(3, at)] ?? 'final',
      purpose: at === stages - 1 ? 'hand-over' : '',
      template: 'Friendly',
      to: 'billing',
      cc: at > 1 ? 'owner' : '',
      sending: at === 0 ? 'auto' : 'review',
      active: at !== 2,
      worst: at === 1 ? 'warning' : '',
    })),
  };
}

function policyOf(): PolicyView {
  return {
    asOf: ASOF,
    tab: 'AR Policy',
    findings: [
      {
        severity: 'error',
        code: 'no-template',
        row: 14,
        message: 'New, step 2: AR Templates has no text "Friendly" in it, but customers are written to in it.',
      },
      {
        severity: 'warning',
        code: 'days-not-rising',
        row: 3,
        message: 'Timely, step 2: its day is 1 day after the due date, not after step 1.',
      },
      { severity: 'note', code: 'country-missing', row: 0, message: 'Your own country is not set in AR Settings.' },
    ],
    segments: [segmentOf('Timely', 6), segmentOf('New', 7, 1)],
  };
}

const NOBODY = countsOf(() => 0);

/** A day with so many mails. */
export function dayOf(day: string, mails: number, calls = 0, tasks = 0): ForecastDayView {
  const contact = {
    customer: 'Alder & Finch Bakery',
    channel: 'email' as const,
    stage: 'New 2 (friendly)',
    amounts: '1,200.00 EUR',
  };
  const customers = mails + calls + tasks;
  return {
    day,
    ...NOBODY,
    mails,
    calls,
    tasks,
    customers,
    contacts: Array.from({ length: Math.min(100, customers) }, (_, at) => ({
      ...contact,
      customer: `${contact.customer} ${at + 1}`,
    })),
  };
}

function forecastOf(days: number): ForecastView {
  return {
    asOf: ASOF,
    totals: { ...NOBODY, mails: 31 + days, calls: 3, tasks: 1, customers: 29 },
    days: [dayOf('2026-11-23', 12, 2), dayOf('2026-11-24', 0), dayOf('2026-11-25', 20, 1, 1), dayOf('2026-11-26', 0)],
    crowded: [{ customer: 'Brightwater Joinery', days: ['2026-11-23', '2026-11-25', '2026-11-27'] }],
    crowdedCount: 1,
    busiest: 'The most within seven days: 3 contacts to Brightwater Joinery (Mon 23 Nov, Wed 25 Nov, Fri 27 Nov).',
    fixes: [{ customer: 'Mute Ltd', message: 'Mute Ltd has no e-mail address. Fill in Email in AR Customers.' }],
    fixesCount: 1,
  };
}

/** A setting with its changes. */
export function settingOf(name: string, value: string, change: Partial<SettingView> = {}): SettingView {
  const meaning = `What ${name} means, in a sentence.`;
  return { name, label: name, value, meaning, kind: 'text', choices: [], fault: '', row: 7, elsewhere: '', ...change };
}

const LADDERS = ['gentle', 'usual', 'strict'].map((value) => ({ value, label: value }));

function settingsOf(scenario: RulesScenario): SettingsView {
  const languages = [
    { value: 'en', label: 'English' },
    { value: 'de', label: 'German' },
  ];
  return {
    asOf: ASOF,
    groups: [
      {
        title: 'Company and mails',
        settings: [
          settingOf('Company', 'Northgate Supplies Ltd'),
          settingOf('Signature', 'Ann Lee\nReceivables', { kind: 'long text' }),
          settingOf('Logo', '', { kind: 'long text' }),
        ],
      },
      {
        title: 'Sending',
        settings: [
          settingOf('Send from', '08:00', { kind: 'time' }),
          settingOf('How firm', 'usual', { kind: 'choice', choices: LADDERS }),
          settingOf('Mails per day', 'many', {
            kind: 'number',
            fault: 'AR Settings, Mails per day: "many" is not an amount.',
          }),
        ],
      },
      { title: 'Calendar', settings: [settingOf('Country', 'GB')] },
      { title: 'Languages', settings: [settingOf('Default language', 'en', { kind: 'choice', choices: languages })] },
      { title: 'Columns of the sheet', settings: [settingOf('Column: due', 'Due date', { elsewhere: 'setup' })] },
    ],
    calendar: {
      coming: [
        { from: '2026-12-23', until: '2027-01-04', name: 'Christmas', kind: 'quiet', row: 4 },
        { from: '2026-12-25', until: '2026-12-25', name: 'Christmas Day', kind: 'holiday', row: 5 },
      ],
      note: '',
    },
    ...scenario.settings,
  };
}

function goingLiveOf(choices: GoingLiveChoices | undefined, written: boolean): GoingLiveView {
  const lawyer = (choices?.withLawyer ?? '').split('\n').filter((line) => line !== '');
  const band = (label: string, customers: number, proposed: GoingLiveView['bands'][number]['proposed']) => ({
    label,
    customers,
    invoices: customers * 2,
    amounts: '12,400.00 EUR and 900.00 GBP',
    settled: written ? customers : 0,
    choice: choices?.bands[label] ?? proposed,
    proposed,
  });
  return {
    asOf: ASOF,
    live: false,
    obstacles: [],
    bands: [
      band('1-30 days', 120, 'begin'),
      band('31-60 days', 50, 'personal'),
      band('61-90 days', 0, 'personal'),
      band('91-180 days', 25, 'ask-first'),
      band('over 180 days', 14, 'ask-first'),
    ],
    headers: ['Last chased', 'Dunning level'],
    ladder: 'usual',
    newCustomersPerDay: '20',
    lawyer: {
      matched: lawyer.filter((line) => line !== 'Nobody').map((line) => `${line}: 2 open invoices`),
      unmatched: lawyer.filter((line) => line === 'Nobody'),
    },
    imported: { invoices: choices?.chasedOn ? 31 : 0, unread: [], unreadCount: 0, sheet: 'Invoices' },
    toWrite: written ? 0 : 89,
    dryRun: {
      sentence: 'If you went live now: 143 mails, 12 calls and 3 tasks to 61 customers over 4 days.',
      notes: ['Nobody is contacted today.', 'At most 20 customers a day are contacted for the first time.'],
      days: [dayOf('2026-11-23', 0), dayOf('2026-11-24', 18, 2), dayOf('2026-11-25', 20)],
      largest: [{ customer: 'Brightwater Joinery', day: '2026-11-24', channel: 'email', amounts: '24,000.00 EUR' }],
      fixes: [{ customer: 'Mute Ltd', message: 'Mute Ltd has no e-mail address. Fill in Email in AR Customers.' }],
      fixesCount: 12,
    },
  };
}
