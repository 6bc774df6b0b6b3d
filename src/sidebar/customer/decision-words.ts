// What is decided about an invoice, in a word with its tone.
import type { ExplainedInvoice } from '../../entry/sidebar-calls';
import type { Tone } from '../shell/controls';

export const DECISIONS: Record<ExplainedInvoice['decision'], [string, Tone]> = {
  remind: ['Remind', 'info'],
  wait: ['Waiting', 'calm'],
  blocked: ['Stopped', 'warn'],
  'not-chased': ['Not chased', 'calm'],
  'needs-fix': ['Needs fixing', 'bad'],
};
