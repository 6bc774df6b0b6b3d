// A policy over the past of a file, and another beside it: how many contacts each makes, and how many of them are needless.
import type { Facts } from '../../dunning/decision/facts';
import { emptyHistory } from '../../dunning/history/history';
import type { ForecastContact } from '../../dunning/outlook/rehearsal';
import { type Past, replay } from '../../dunning/outlook/replay';
import { type ReplayFigures, replayFigures } from '../../dunning/outlook/replay-figures';
import { paidDays, writtenPast } from '../../dunning/outlook/written-past';
import type { PolicyRow } from '../../dunning/policy/policy';
import { segmentsOfDays } from '../../dunning/segments/segments-by-rules';
import { type Day, dayFromIso, isoOf } from '../../receivables/day';
import { type ProvenByMonth, payingHabits } from '../../receivables/forecast/paying-habits';
import type { InvoiceRow } from '../../receivables/invoice';
import { readSegmentation } from '../../workbook/facts';
import { Refusal } from '../../workbook/refusal';
import { POLICY_TAB } from '../../workbook/tab-specs';
import { readPolicy } from '../../workbook/tabs/policy';
import { readTab } from '../../workbook/tabs/records';
import { SETTINGS } from '../../workbook/tabs/settings/spec';
import { type OpenedBook, openBook } from '../planning/preview-book';
import { type FileBook, type FileSheet, openedFile } from './opened-file';
import { rowsOfBook } from './rows-of-book';

/** A policy to replay: a ladder in a sheet with the columns of AR Policy, or the workbook's own. */
export interface ReplayedPolicy {
  name: string;
  sheet: FileSheet | null;
}

/** What a replay gives; dates `YYYY-MM-DD`. */
export interface ReplayReport {
  from: string;
  to: string;
  policies: ({ name: string } & ReplayFigures)[];
}

/**
 * Replays policies over the past of a file, the others held against the first.
 * @param span first and last day, ISO
 * @throws Refusal `date-unreadable`, `bad-request`, or what keeps the book from being read
 * @example replayReport(file, { from: '2013-01-01', to: '2013-12-31' }, [{ name: 'ladder', sheet }]).policies[0]?.mails
 */
export function replayReport(
  file: FileBook,
  span: { from: string; to: string },
  policies: readonly ReplayedPolicy[],
): ReplayReport {
  const { from, to, paidOn, played } = replayed(file, span, policies);
  return {
    from: isoOf(from),
    to: isoOf(to),
    policies: played.map(({ name, contacts }) => ({
      name,
      ...replayFigures(contacts, { from, to }, paidOn, played[0]?.contacts),
    })),
  };
}

/** What each policy would have sent and done, one contact at a time. @throws Refusal as `replayReport` */
export function replayed(
  file: FileBook,
  span: { from: string; to: string },
  policies: readonly ReplayedPolicy[],
): {
  from: Day;
  to: Day;
  paidOn: ReadonlyMap<string, Day>;
  played: { name: string; contacts: ForecastContact[] }[];
} {
  const [from, to] = [dayFromIso(span.from), dayFromIso(span.to)];
  if (from === null || to === null || to < from)
    throw new Refusal(
      'date-unreadable',
      `${span.from} to ${span.to} are no days in order; write them like 2026-11-24.`,
    );
  // As of the last day every customer and invoice of the span is known.
  const opened = openBook(openedFile(file), { asOf: isoOf(to) });
  const paidOn = paidDays(opened.book.rows, to, opened.gathered.facts.settings.tolerance);
  const played = policies.map(({ name, sheet }) => ({ name, contacts: replay(pastOf(opened, sheet), from, to) }));
  return { from, to, paidOn, played };
}

function pastOf(opened: OpenedBook, sheet: FileSheet | null): Past {
  const { facts } = opened.gathered;
  const reachable: Facts = { ...facts, history: emptyHistory(), customers: withAddresses(facts) };
  const rows = rowsOfBook(opened);
  const segmentsOn = segmentsIn(opened);
  return sheet === null
    ? ownPast(opened, reachable, rows, segmentsOn)
    : writtenPast(reachable, rows, ladderOf(sheet), segmentsOn);
}

/** Of a workbook that was set up with its thresholds and its rules of AR Segments. */
function segmentsIn({ ws, ours, gathered }: OpenedBook): Past['segmentsOn'] {
  if (!ours) return segmentsOfDays(undefined, null);
  return segmentsOfDays(readSegmentation(ws.settings()).settings, gathered.ruled.looksAt);
}

/** Nobody is left out of a replay for want of an address: those here cannot exist, and nothing is sent. */
function withAddresses({ customers }: Facts): Facts['customers'] {
  return new Map(
    [...customers].map(([key, one]) => [
      key,
      { ...one, email: one.email || 'nobody@example.invalid', phone: one.phone || '+44 20 7946 0000' },
    ]),
  );
}

/** The workbook's own policy with all its rules; a file that was never set up is set up as it would be. */
function ownPast({ ours }: OpenedBook, facts: Facts, rows: InvoiceRow[], segmentsOn: Past['segmentsOn']): Past {
  const proven: ProvenByMonth = new Map();
  const fresh = { ...facts.settings, newCustomersPerDay: Number(SETTINGS.newCustomersPerDay.initial) };
  return {
    rows,
    facts: ours ? facts : { ...facts, settings: fresh },
    segmentsOn,
    habitsOn: (asOf) => payingHabits(() => rows, asOf, facts.settings.tolerance, proven),
  };
}

/** @throws Refusal `bad-request` */
function ladderOf({ name, values }: FileSheet): PolicyRow[] {
  const table = readTab(POLICY_TAB, { sheet: name, firstRow: 1, values, display: null });
  const { policy, rows, problems } = readPolicy(table);
  // A column that is not there says nothing: each row tells by itself what it cannot do without.
  const [problem] = problems.filter(({ code }) => code !== 'tab-column-missing');
  if (problem) throw new Refusal('bad-request', `${name}: ${problem.message}`);
  if (policy.length === 0) throw new Refusal('bad-request', `${name} holds no step: give it the columns of AR Policy.`);
  // One gap holds for a segment: a file may say it once.
  const silent = new Set(table.rows.flatMap((row) => (row.text('Minimum gap') === '' ? [row.row] : [])));
  const gaps = new Map<string, number>();
  policy.forEach(({ segment, minimumGap }, index) => {
    if (!silent.has(rows[index] ?? 0) && !gaps.has(segment)) gaps.set(segment, minimumGap);
  });
  return policy.map((row, index) =>
    silent.has(rows[index] ?? 0) ? { ...row, minimumGap: gaps.get(row.segment) ?? 0 } : row,
  );
}
