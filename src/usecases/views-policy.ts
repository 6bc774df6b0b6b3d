// What the pages about rules show: the policy with what is off in it, the settings, the calendar, the next days.

/** Something about the policy that a person should know. */
export interface PolicyFindingView {
  severity: 'error' | 'warning' | 'note';
  code: string;
  /** 1-based row of AR Policy; 0 when it is about none. */
  row: number;
  message: string;
}

/** A stage as a collector reads it. */
export interface PolicyStepView {
  /** 1-based row of AR Policy. */
  row: number;
  stage: number;
  /** `4 days after the due date`, `the 1st of each month`. */
  when: string;
  channel: 'email' | 'call' | 'whatsapp' | 'task';
  tone: string;
  template: string;
  to: string;
  cc: string;
  sending: 'review' | 'auto';
  active: boolean;
  /** The gravest finding about the row; '' without one. */
  worst: '' | 'error' | 'warning' | 'note';
}

/** The stages of a segment. */
export interface PolicySegmentView {
  segment: string;
  /** How many customers with something open count as it today. */
  customers: number;
  /** What to know of it as a whole, a sentence; '' for nothing. */
  note: string;
  steps: PolicyStepView[];
}

/** The policy page. */
export interface PolicyView {
  asOf: string;
  /** Name of the tab, for showing a row of it. */
  tab: string;
  findings: PolicyFindingView[];
  segments: PolicySegmentView[];
}

/** How a setting is entered. */
export type SettingKind = 'text' | 'long text' | 'number' | 'date' | 'time' | 'choice';

/** A setting of AR Settings. */
export interface SettingView {
  name: string;
  /** As it is typed: dates `YYYY-MM-DD`, times `HH:mm`. */
  value: string;
  meaning: string;
  kind: SettingKind;
  /** For a choice; empty otherwise. */
  choices: { value: string; label: string }[];
  /** Why the cell cannot be read; '' when it can. */
  fault: string;
  /** 1-based row of AR Settings; 0 when it has none yet: saving adds it. */
  row: number;
  /** Where it is changed instead of here: `setup` for what set-up confirms. */
  elsewhere: '' | 'setup';
}

/** A day or period on which nothing is sent. */
export interface QuietView {
  from: string;
  /** The last day; the same as `from` for a single day. */
  until: string;
  name: string;
  kind: 'holiday' | 'quiet';
  /** 1-based row of AR Holidays. */
  row: number;
}

/** The settings page. */
export interface SettingsView {
  asOf: string;
  groups: { title: string; settings: SettingView[] }[];
  calendar: {
    /** The coming twelve months, in order. */
    coming: QuietView[];
    /** What is wrong with the list, a sentence; '' when nothing is. */
    note: string;
  };
}

/** A business day of the forecast. */
export interface ForecastDayView {
  day: string;
  mails: number;
  calls: number;
  whatsapp: number;
  tasks: number;
  customers: number;
  /** The first of its contacts; `customers` says how many there are. */
  contacts: { customer: string; channel: 'email' | 'call' | 'whatsapp' | 'task'; stage: string; amounts: string }[];
}

/** The next days if nobody pays. */
export interface ForecastView {
  asOf: string;
  totals: { mails: number; calls: number; whatsapp: number; tasks: number; customers: number };
  days: ForecastDayView[];
  /** Customers with more than two contacts within seven days, the most contacted first. */
  crowded: { customer: string; days: string[] }[];
  /** How many of those there are; `crowded` names the first. */
  crowdedCount: number;
  /** Who is contacted most within seven days, a sentence; '' when nobody is contacted. */
  busiest: string;
  /** Customers who cannot be reached before something is mended. */
  fixes: { customer: string; message: string }[];
  fixesCount: number;
}
