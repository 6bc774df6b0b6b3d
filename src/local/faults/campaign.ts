// The campaign: every call broken, every seed interleaved, every cell odd, services slow; what was tried and what went wrong.
import { brokenCalls, inWords as callInWords, type Seen, tryBroken } from './broken-calls';
import { callsOf, type Flow, flowsOf } from './flows';
import { inWords as actionsInWords, drawn, type Ground, shrunk, tryInterleaving } from './interleavings';
import { type Finding, WRONGS, type Wrong } from './judge';
import { inWords as cellInWords, OTHERS, oddCells, tryOddCell } from './odd-cells';
import { LATENCIES, trySlow } from './slow-services';

/** How much is tried. */
export interface Share {
  /** Every k-th broken call and odd cell; 1 for all. A number that shares no factor with 12 meets every kind of break. */
  everyCall: number;
  everyCell: number;
  interleavings: number;
  /** Of the first interleaving. */
  seed: number;
  latencies: readonly number[];
}

/** Everything. */
export const FULL: Share = { everyCall: 1, everyCell: 1, interleavings: 400, seed: 1, latencies: LATENCIES };
/** Within a minute of processor time. */
export const QUICK: Share = { everyCall: 113, everyCell: 61, interleavings: 20, seed: 1, latencies: [3] };

/** A case that fails: what was done, what came of it, how long it is. */
export interface Failure {
  kind: 'call' | 'interleaving' | 'cell' | 'latency';
  what: string;
  findings: Finding[];
  /** Actions it takes, and the call at which. */
  length: number;
}

/** What was tried, and what went wrong. */
export interface Outcome {
  calls: number;
  interleavings: number;
  cells: number;
  latencies: number;
  seconds: number;
  wrong: Record<Wrong, number>;
  /** The shortest first. */
  failures: Failure[];
}

/** Two batches: ten mails leave in one. */
const CUSTOMERS = 20;
/** The same border, and less to send: more can be tried. */
const CUSTOMERS_INTERLEAVED = 12;

/**
 * Runs the campaign.
 *
 * @param share how much of it
 * @param tell hears what it is at, again and again
 */
export function campaign(share: Share, tell: Tell): Outcome {
  const began = performance.now();
  const outcome: Outcome = {
    ...{ calls: 0, interleavings: 0, cells: 0, latencies: 0, seconds: 0, failures: [] },
    wrong: { duplicate: 0, lost: 0, stuck: 0, unwanted: 0 },
  };
  const note = (kind: Failure['kind'], what: string, findings: Finding[], length: number): void => {
    if (findings.length === 0) return;
    outcome.failures.push({ kind, what, findings, length });
    tell(`goes wrong: ${what}`, true);
    // A case counts once for each thing that went wrong in it.
    for (const wrong of WRONGS) if (findings.some((finding) => finding.wrong === wrong)) outcome.wrong[wrong] += 1;
  };
  const flows = flowsOf(CUSTOMERS);
  slowDown(flows, share, outcome, note, tell);
  interleave(share, outcome, note, tell);
  makeOdd(share, outcome, note, tell);
  breakCalls(flows, share, outcome, note, tell);
  outcome.failures.sort((a, b) => a.length - b.length);
  outcome.seconds = Math.round((performance.now() - began) / 1000);
  return outcome;
}

type Note = (kind: Failure['kind'], what: string, findings: Finding[], length: number) => void;
/** Hears what is at work; what goes wrong is urgent. */
type Tell = (progress: string, isUrgent?: boolean) => void;

function breakCalls(flows: readonly Flow[], { everyCall }: Share, outcome: Outcome, note: Note, tell: Tell): void {
  for (const flow of flows) {
    const seen: Seen = new Set();
    for (const call of brokenCalls(flow, everyCall)) {
      tell(`call ${call.n} of ${flow.name}`);
      note('call', callInWords(call), tryBroken(call, seen), call.n);
      outcome.calls += 1;
    }
  }
}

function slowDown(flows: readonly Flow[], { latencies }: Share, outcome: Outcome, note: Note, tell: Tell): void {
  for (const seconds of latencies) {
    tell(`services that take ${seconds} s a call`);
    note('latency', `services that take ${seconds} s a call`, trySlow(flows, seconds), 1);
    outcome.latencies += 1;
  }
}

/** The book that is interleaved. */
export function interleavedGround(): Ground {
  const flows = flowsOf(CUSTOMERS_INTERLEAVED).map((flow) => ({ flow, calls: callsOf(flow) }));
  const versions = [...new Set(flows.map(({ flow }) => flow.start))];
  return { customers: CUSTOMERS_INTERLEAVED, flows, versions };
}

function interleave({ interleavings, seed }: Share, outcome: Outcome, note: Note, tell: Tell): void {
  const ground = interleavedGround();
  for (let at = 0; at < interleavings; at += 1) {
    tell(`interleaving ${at + 1} of ${interleavings}`);
    const one = drawn(seed + at, ground);
    if (tryInterleaving(one).length > 0) {
      const { least, findings } = shrunk(one);
      note('interleaving', actionsInWords(least), findings, least.placed.length);
    }
    outcome.interleavings += 1;
  }
}

function makeOdd({ everyCell }: Share, outcome: Outcome, note: Note, tell: Tell): void {
  // Before the plan for all tabs; the queue and the log have rows of reminders only after it.
  const [plan, approval] = flowsOf(OTHERS + 1);
  for (const { start, isMeant } of [
    { start: plan?.start, isMeant: (tab: string) => tab !== 'AR Queue' },
    { start: approval?.start, isMeant: (tab: string) => tab === 'AR Queue' || tab === 'AR Log' },
  ]) {
    if (!start) continue;
    for (const cell of oddCells(start, isMeant, everyCell)) {
      tell(`cells of ${cell.tab}`);
      note('cell', cellInWords(cell), tryOddCell(cell), 1);
      outcome.cells += 1;
    }
  }
}
