// What the pages about rules show: the policy with what is off in it, the settings, the calendar, the next days.
import type { Channel } from '../../dunning/policy/channels';

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
  channel: Channel;
  tone: string;
  /** What it is for beside asking: `hand-over`, `hold notice`; '' for a reminder. */
  purpose: string;
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
