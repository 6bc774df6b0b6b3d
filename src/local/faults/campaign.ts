// The campaign: every call broken, every seed interleaved, every cell odd, services slow; what was tried and what went wrong.
import { brokenCalls, inWords as callInWords, tryBroken } from './broken-calls';
import { callsOf, type Flow, flowsAfterYears, flowsOf } from './flows';
import { inWords as actionsInWords, drawn, type Ground, shrunk, tryInterleaving } from './interleavings';
import { type Finding, WRONGS, type Wrong } from './judge';
import { inWords as cellInWords, OTHERS, oddCells, tryOddCell } from './odd-cells';
import type { Seen } from './seen';
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
  /** Whether calls are also broken where the log is so long that it is opened from a checkpoint. */
  afterYears: boolean;
}

/** Everything. */
export const FULL: Share = {
  ...{ everyCall: 1, everyCell: 1, interleavings: 400, seed: 1, latencies: LATENCIES },
  afterYears: true,
};
/** Within a minute of processor time. */
export const QUICK: Share = {
  ...{ everyCall: 113, everyCell: 61, interleavings: 20, seed: 1, latencies: [3] },
  afterYears: true,
};

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
/** Few where the log is long: what is tried there is how it is opened and kept. */
const CUSTOMERS_AFTER_YEARS = 3;
/** Every so many-th interleaving is one of a long log. */
const AFTER_YEARS = 8;

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
  if (share.afterYears) breakCalls(flowsAfterYears(CUSTOMERS_AFTER_YEARS), share, outcome, note, tell);
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

/** The book that a seed interleaves. @example interleavedGrounds()(17).customers // 12 */
export function interleavedGrounds(): (seed: number) => Ground {
  let usual: Ground | null = null;
  let old: Ground | null = null;
  return (seed) => {
    if (seed % AFTER_YEARS !== 0) {
      usual ??= groundOf(flowsOf(CUSTOMERS_INTERLEAVED), CUSTOMERS_INTERLEAVED, false);
      return usual;
    }
    old ??= groundOf(flowsAfterYears(CUSTOMERS_AFTER_YEARS), CUSTOMERS_AFTER_YEARS, true);
    return old;
  };
}

function groundOf(all: readonly Flow[], customers: number, hasKeptLog: boolean): Ground {
  const flows = all.map((flow) => ({ flow, calls: callsOf(flow) }));
  const versions = [...new Set(all.map(({ start }) => start))];
  return { customers, flows, versions, hasKeptLog };
}

function interleave({ interleavings, seed }: Share, outcome: Outcome, note: Note, tell: Tell): void {
  const grounds = interleavedGrounds();
  for (let at = 0; at < interleavings; at += 1) {
    tell(`interleaving ${at + 1} of ${interleavings}`);
    const one = drawn(seed + at, grounds(seed + at));
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
  const seen: Seen = new Set();
  for (const { start, isMeant } of [
    { start: plan?.start, isMeant: (tab: string) => tab !== 'AR Queue' },
    { start: approval?.start, isMeant: (tab: string) => tab === 'AR Queue' || tab === 'AR Log' },
  ]) {
    if (!start) continue;
    for (const cell of oddCells(start, isMeant, everyCell)) {
      tell(`cells of ${cell.tab}`);
      note('cell', cellInWords(cell), tryOddCell(cell, seen), 1);
      outcome.cells += 1;
    }
  }
}
