// What the pages under Help are shown: how this installation does, and what leaving Duesheet takes away and leaves.

/** How something does here: as it should, worth a look, or not to be told in this place. */
export type Grade = 'ok' | 'look' | 'not here';

/** One thing that was tried. */
export interface Finding {
  name: string;
  grade: Grade;
  /** What was seen, a sentence. */
  says: string;
  /** What to do about it; '' when nothing. */
  todo: string;
}

/** What was found where Duesheet runs. */
export interface InstallationView {
  /** `YYYY-MM-DD HH:mm:ss` in the workbook's zone. */
  at: string;
  version: string;
  findings: Finding[];
  /** Milliseconds that the check itself took, from the first line of the script on. */
  took: number;
}

/** A capability that is built in. */
export interface CapabilityView {
  name: string;
  /** Whether the person who looks has allowed what it needs. */
  state: 'ask' | 'on';
  /** Where they allow it, a link; '' where they have. */
  grantAt: string;
  /** How it did lately, a sentence; '' where there is nothing to tell. */
  note: string;
}

/** What leaving means in this workbook, each a sentence. */
export interface LeavingView {
  /** What the person who asks may take away. */
  can: 'all' | 'own-run' | 'nothing';
  /** Why it is not all, a sentence; '' when it is. */
  why: string;
  goes: string[];
  stays: string[];
  /** What a person does to remove the rest. */
  byHand: string[];
}
