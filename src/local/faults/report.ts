// What the campaign tried and found, in words and as JSON.
import type { Outcome } from './campaign';

/** How many failing cases are told; the shortest tell most. */
const TOLD = 10;

const count = (number: number): string => number.toLocaleString('en-GB');

/** The outcome as lines. */
export function outcomeText(outcome: Outcome): string {
  const { calls, interleavings, cells, latencies, seconds, wrong, failures } = outcome;
  const lines = [
    `calls tried: ${count(calls)}`,
    `interleavings tried: ${count(interleavings)}`,
    `cells tried: ${count(cells)}`,
    `slow services tried: ${count(latencies)}`,
    `seconds: ${count(seconds)}`,
    `duplicates: ${count(wrong.duplicate)}`,
    `lost: ${count(wrong.lost)}`,
    `stuck: ${count(wrong.stuck)}`,
    `mailed although told not to: ${count(wrong.unwanted)}`,
  ];
  const told = failures
    .slice(0, TOLD)
    .flatMap(({ kind, what, findings }) => [
      '',
      `${kind === 'interleaving' ? 'interleaving' : kind} that fails: ${what}`,
      ...findings.slice(0, 5).map((finding) => `  ${finding.wrong}: ${finding.what}`),
    ]);
  const rest = failures.length > TOLD ? ['', `and ${count(failures.length - TOLD)} more.`] : [];
  return `${[...lines, ...told, ...rest].join('\n')}\n`;
}

/** The outcome as JSON. */
export function outcomeJson(outcome: Outcome): string {
  const { wrong, ...tried } = outcome;
  const { duplicate: duplicates, lost, stuck, unwanted } = wrong;
  return `${JSON.stringify({ ...tried, duplicates, lost, stuck, unwanted })}\n`;
}
