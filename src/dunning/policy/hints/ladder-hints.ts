// What is probably not meant among the stages of one segment: days, gaps, tones, who is addressed when.
import { isContact } from '../channels';
import type { PolicyRow } from '../policy';
import { finding, type PlacedRow, type PolicyFinding } from '../policy-finding';
import { asks, toneRank } from '../tones';

/**
 * What is probably not meant in the ladder of a segment.
 * @param segment name as written
 * @param rows all its rows; those that count from the due date and are active make the ladder
 */
export function ladderHints(segment: string, rows: readonly PlacedRow[]): PolicyFinding[] {
  const ladder = rows
    .filter(({ stage }) => stage.active && stage.anchor === 'due')
    .sort((a, b) => a.stage.stage - b.stage.stage);
  const say: Say = (severity, code, { stage, row }, what) =>
    finding(severity, code, row, `${segment}, step ${stage.stage}: ${what}`);
  return [
    ...pairs(ladder).flatMap(([before, after]) => order(before, after, say)),
    ...unreachable(ladder, say),
    ...delayed(ladder, say),
    ...tones(ladder, say),
    ...gaps(segment, rows),
    ...seniorFirst(ladder, say),
    ...withoutHandOver(ladder, say),
  ];
}

type Say = (severity: PolicyFinding['severity'], code: string, placed: PlacedRow, what: string) => PolicyFinding;

function pairs(ladder: readonly PlacedRow[]): [PlacedRow, PlacedRow][] {
  return ladder.slice(1).flatMap((after, index): [PlacedRow, PlacedRow][] => {
    const before = ladder[index];
    return before ? [[before, after]] : [];
  });
}

function order(before: PlacedRow, after: PlacedRow, say: Say): PolicyFinding[] {
  const [{ stage: earlier }, { stage: later }] = [before, after];
  if (later.stage === earlier.stage || later.days > earlier.days || (later.days < 0 && earlier.days >= 0)) return [];
  const days = `${dayInWords(later.days)}, not after step ${earlier.stage} (${dayInWords(earlier.days)})`;
  return [say('warning', 'days-not-rising', after, `its day is ${days}: it follows as soon as the gap allows.`)];
}

/** Once the due date is reached, stages before it are passed. */
function unreachable(ladder: readonly PlacedRow[], say: Say): PolicyFinding[] {
  return ladder.flatMap((placed, index) => {
    if (placed.stage.days >= 0) return [];
    const blocking = ladder.slice(0, index).find(({ stage }) => stage.days >= 0);
    if (!blocking) return [];
    return [
      say(
        'warning',
        'unreachable',
        placed,
        `it lies before the due date but behind step ${blocking.stage.stage}, which does not: it is never reached. Give it a lower number.`,
      ),
    ];
  });
}

/** Stages whose day comes sooner after the contact before them than the gap allows. */
function delayed(ladder: readonly PlacedRow[], say: Say): PolicyFinding[] {
  const findings: PolicyFinding[] = [];
  let last: PolicyRow | null = null;
  for (const placed of ladder) {
    const { stage } = placed;
    if (!isContact(stage.channel)) continue;
    const earliest: number = last === null ? stage.days : last.days + Math.max(1, stage.minimumGap);
    if (last !== null && stage.days > last.days && earliest > stage.days) findings.push(lateBy(placed, earliest, say));
    last = stage;
  }
  return findings;
}

function lateBy(placed: PlacedRow, earliest: number, say: Say): PolicyFinding {
  const { days, minimumGap } = placed.stage;
  const gap = `the minimum gap of ${minimumGap} days`;
  if (days < 0 && earliest >= 0)
    return say(
      'warning',
      'gap-skips',
      placed,
      `${gap} moves it from ${dayInWords(days)} to the due date or later, where it is passed: it is never sent after the step before it.`,
    );
  return say('warning', 'gap-delays', placed, `${gap} moves it from ${dayInWords(days)} to ${dayInWords(earliest)}.`);
}

/** Within a round of reminders the tone never falls: a milder stage speaks as firmly as the one before. */
function tones(ladder: readonly PlacedRow[], say: Say): PolicyFinding[] {
  const findings: PolicyFinding[] = [];
  let strongest: PolicyRow | null = null;
  for (const placed of ladder) {
    const { stage } = placed;
    if (!asks(stage.tone)) continue;
    if (strongest === null || toneRank(stage.tone) >= toneRank(strongest.tone)) strongest = stage;
    else {
      const isSame = stage.channel === strongest.channel;
      const what = `milder (${stage.tone}) than step ${strongest.stage} (${strongest.tone}); no reminder is milder than the one before, so it is written ${strongest.tone}.`;
      findings.push(say(isSame ? 'warning' : 'note', 'tone-falls', placed, what));
    }
  }
  return findings;
}

function gaps(segment: string, rows: readonly PlacedRow[]): PolicyFinding[] {
  const own = rows.filter(({ stage }) => stage.active && stage.anchor === 'due' && isContact(stage.channel));
  const [first] = own;
  const other = first && own.find(({ stage }) => stage.minimumGap !== first.stage.minimumGap);
  if (!first || !other) return [];
  const message = `${segment}: the minimum gap is ${first.stage.minimumGap} in step ${first.stage.stage} and ${other.stage.minimumGap} in step ${other.stage.stage}; each step keeps its own. One gap for the whole segment is easier to follow.`;
  return [finding('note', 'gap-differs', other.row, message)];
}

function seniorFirst(ladder: readonly PlacedRow[], say: Say): PolicyFinding[] {
  const contacts = ladder.filter(({ stage }) => isContact(stage.channel));
  const [first] = contacts;
  if (!first?.stage.to.includes('senior') || first.stage.to.includes('billing')) return [];
  return [
    say('warning', 'senior-first', first, 'the senior contact is addressed before the billing contact ever was.'),
  ];
}

/** After a final reminder something should follow: the account handed over, or a person who decides. */
function withoutHandOver(ladder: readonly PlacedRow[], say: Say): PolicyFinding[] {
  const finals = ladder.filter(({ stage }) => stage.tone === 'final');
  const last = finals[finals.length - 1];
  if (!last) return [];
  const behind = ladder.slice(ladder.indexOf(last) + 1);
  if (behind.some(({ stage }) => !isContact(stage.channel) || stage.purpose === 'hand-over')) return [];
  return [
    say(
      'warning',
      'no-hand-over',
      last,
      'nothing follows this final reminder. Add a task that hands the account over, or nobody will notice that it went unanswered.',
    ),
  ];
}

/** @example dayInWords(-3) // '3 days before the due date' */
export function dayInWords(days: number): string {
  if (days === 0) return 'the due date';
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return `${count} ${days < 0 ? 'before' : 'after'} the due date`;
}
