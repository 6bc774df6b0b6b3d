// What the Settings page is shown: settings by group, and the days on which nothing is sent.
import type { SettingKind } from '../../workbook/tabs/settings/setting';

/** A setting of AR Settings. */
export interface SettingView {
  name: string;
  /** What people read: the name, where that is in their words. */
  label: string;
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
