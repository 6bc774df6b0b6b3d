// The pages under Help that the sidebar's fake server shows: an installation that does as it should, and what leaving means.
import type { CapabilityView, Finding, LeavingView } from '../../../src/entry/sidebar-calls';
import type { SidebarCalls } from '../../../src/sidebar/shell/calls';

/** What a test changes of these pages. */
export interface HelpScenario {
  /** What was found in this installation. */
  findings?: Finding[];
  /** What the person may take away, where it is not all. */
  leaving?: Pick<LeavingView, 'can' | 'why'>;
  /** What the script was built with. */
  capabilities?: CapabilityView[];
}

type HelpCalls = Pick<
  SidebarCalls,
  'checkInstallation' | 'getCapabilities' | 'mailMyself' | 'getLeaving' | 'leaveWorkbook'
>;

const FINDINGS: Finding[] = [
  { name: 'Lock', grade: 'ok', says: 'It was taken and given back, twice.', todo: '' },
  { name: 'Speed', grade: 'ok', says: 'Writing a cell and reading it back takes 310 ms (300, 310, 420).', todo: '' },
  {
    name: 'Tables',
    grade: 'look',
    says: 'Typed columns of a Table refuse formats, perhaps values: AR Log: At, Note.',
    todo: 'Click the arrow beside the name of each, choose Edit column type > None.',
  },
  { name: 'Sender address', grade: 'not here', says: 'Duesheet may only send.', todo: 'Send the mail to yourself.' },
];

/** The calls behind these pages. */
export function helpCalls(scenario: HelpScenario): HelpCalls {
  let leaving: Pick<LeavingView, 'can' | 'why'> = { can: 'all', why: '', ...scenario.leaving };
  return {
    checkInstallation: () => {
      const findings = scenario.findings ?? FINDINGS;
      return { at: '2026-11-23 09:14:00', version: '7.8.9', findings, took: 0 };
    },
    getCapabilities: () => scenario.capabilities ?? [],
    mailMyself: () => ({ changed: 0, message: 'A mail went to you@firm.example, and to nobody else.' }),
    getLeaving: () => ({
      ...leaving,
      goes: ['Your hourly run: nothing is planned or sent in your name any more.', '3 approved mails stay unsent.'],
      stays: ['Your invoice sheet, as it is.', 'Mails that were sent, in the Sent folder of the one who sent them.'],
      byHand: ['The script: Extensions > Apps Script, then Overview and the bin.'],
    }),
    leaveWorkbook: () => {
      leaving = { can: 'nothing', why: 'Duesheet remembers nothing in this workbook.' };
      return { changed: 1, message: 'Duesheet has left this workbook: nothing is planned or sent.' };
    },
  };
}
