// The policy, settings, forecast and going live that the sidebar's fake server shows, as much of each as a scenario asks for.
import type { LetterInput } from '../../../src/dunning/letter/letter-input';
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
  TextView,
  WeeklyNoteView,
} from '../../../src/entry/sidebar-calls';
import { dayFromIso } from '../../../src/receivables/day';
import { SEGMENTS_BY_BEHAVIOUR } from '../../../src/receivables/segment-words';
import type { SidebarCalls } from '../../../src/sidebar/shell/calls';

/** What a test changes of these pages. */
export interface RulesScenario {
  policy?: Partial<PolicyView>;
  forecast?: Partial<ForecastView>;
  settings?: Partial<SettingsView>;
  goingLive?: Partial<GoingLiveView>;
  note?: Partial<WeeklyNoteView>;
  /** The name of the customer that texts are filled for. */
  customer?: string;
  /** What somebody else wrote into the text meanwhile. */
  writtenMeanwhile?: string;
  /** What the check finds in whatever is to be saved. */
  rulesFindings?: PolicyView['findings'];
}

type RulesCalls = Pick<
  SidebarCalls,
  | 'getPolicy'
  | 'getText'
  | 'saveRules'
  | 'getForecast'
  | 'getSettings'
  | 'saveSetting'
  | 'getWeeklyNote'
  | 'sendWeeklyNoteToMe'
  | 'addQuietPeriod'
  | 'getGoingLive'
  | 'applyGoingLive'
>;

const ASOF = '2026-11-23';

/** A workbook in which the policy is all that may be off. */
export const HINTS: PolicyView['hints'] = {
  computed: SEGMENTS_BY_BEHAVIOUR,
  customers: [],
  asOf: dayFromIso(ASOF) ?? 0,
  country: 'DE',
  holidaysUntil: Number.MAX_SAFE_INTEGER,
  isAutomatic: true,
  ladder: 'usual',
  documents: 'files',
};

/** The calls behind these pages. */
export function rulesCalls(scenario: RulesScenario): RulesCalls {
  const settings = settingsOf(scenario);
  let written = false;
  const texts = textsOf(scenario);
  return {
    getWeeklyNote: () => ({
      ...{
        subject: 'Our Firm: Receivables, week from 16 Nov 2026',
        text: 'Nothing is open.',
        html: '<p>Nothing is open.</p>',
      },
      ...{ to: ['lead@ourfirm.example'], refused: [], you: 'ann@ourfirm.example', ...scenario.note },
    }),
    sendWeeklyNoteToMe: () => ({ changed: 0, message: 'The note went to ann@ourfirm.example, and to nobody else.' }),
    getPolicy: () => ({ ...policyOf(), ...scenario.policy }),
    getText: (name) => {
      const [first] = texts.texts;
      const { writtenMeanwhile: body } = scenario;
      if (first && body !== undefined) Object.assign(first, { body, seen: `${first.seen} by hand` });
      return { ...texts, name };
    },
    saveRules: (_tab, [change]) => {
      const findings = scenario.rulesFindings ?? [];
      const found = texts.texts.find(({ row }) => row === change?.seen?.row);
      const { Body: body = '', Subject: subject = '' } = change?.cells ?? {};
      if (findings[0]) return { changed: 0, message: `Not saved: ${findings[0].message}`, findings, undo: [] };
      const undo = change
        ? [{ ...change, cells: found ? { Subject: found.subject, Body: found.body } : change.cells }]
        : [];
      if (found && body !== '') Object.assign(found, { body, subject });
      return { changed: 1, message: 'Saved.', findings: [], undo };
    },
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

/** A segment with so many steps; their rows begin at the second of the tab. */
export function segmentOf(segment: string, stages: number, customers = 12): PolicySegmentView {
  const tones = ['friendly', 'personal', 'firm', 'final'] as const;
  return {
    segment,
    customers,
    steps: Array.from({ length: stages }, (_, at) => ({
      row: at + 2,
      seen: `${segment} | ${at + 1}`,
      segment,
      stage: at + 1,
      anchor: 'due',
      days: 4 + at * 8,
      channel: at % 4 === 3 ? 'call' : 'email',
      tone: tones[Math.min(3, at)] ?? 'final',
      purpose: at === stages - 1 ? 'hand-over' : 'reminder',
      template: 'Friendly',
      to: ['billing'],
      cc: at > 1 ? ['owner'] : [],
      sending: at === 0 ? 'auto' : 'review',
      minimumGap: 7,
      active: at !== 2,
      repeatEvery: 0,
      times: 1,
    })),
  };
}

function policyOf(): PolicyView {
  return {
    asOf: ASOF,
    own: 'en',
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
        code: 'cell-unreadable',
        row: 3,
        message: 'Minimum gap "seven" cannot be read; it counts as 0: write a whole number of days.',
      },
    ],
    hints: HINTS,
    segments: [segmentOf('Timely', 6), segmentOf('New', 7, 1)],
    languages: ['de', 'en'],
    texts: [
      { name: 'Friendly', languages: ['en', 'de'] },
      { name: 'Firm', languages: ['en'] },
    ],
    changes: [['Friendly (en)', '2026-11-20 09:12:00']],
  };
}

const TEXT = {
  subject: '{{company}}: {{#one}}invoice {{no}}{{/one}}{{#several}}{{n}} invoices{{/several}}',
  body: '{{greeting}}\n\nCould you please pay {{total}} by {{reply by}}?\n\n{{invoices}}\n\n{{#disputed}}\nWhat is in dispute ({{disputed}}) is left out.\n\n{{/disputed}}\nKind regards\n{{signature}}',
};

/** The texts of AR Templates, kept from one question to the next. */
function textsOf(scenario: RulesScenario): TextView {
  const languages = ['en', 'de'];
  const input = (language: string): LetterInput => ({
    template: { name: 'Friendly', ...TEXT },
    language,
    customer: scenario.customer ?? 'Alder & Finch Ltd',
    contact: 'Anna Weber',
    company: 'Northgate Supplies Ltd',
    sender: 'Ann Lee',
    signature: 'Ann Lee',
    lines: [
      {
        invoice: 'LR-1',
        orderNumber: '',
        due: 20_770,
        currency: 'EUR',
        balance: 480_000,
        role: 'overdue',
        disputed: 0,
      },
    ],
    bankDetails: {},
    asOf: 20_780,
    reference: 'DS-7F3K2',
    about: {},
  });
  return {
    name: 'Friendly',
    channel: 'email',
    texts: languages.map((language, at) => ({ language, row: at + 2, seen: `Friendly | ${language}`, ...TEXT })),
    samples: Object.fromEntries(
      languages.map((language) => [language, { key: 'alder', language: 'en', input: input(language) }]),
    ),
    customers: [
      ['alder', scenario.customer ?? 'Alder & Finch Ltd'],
      ['brook', 'Brook Ltd'],
    ],
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
