// What is probably not meant in one row of AR Policy, whatever the rows beside it: recipients, automatic sending, repeats, anchors.

import { channelSpec, isContact, isSentByUs } from '../channels';
import { automaticByDefault } from '../default-policy';
import type { PolicyRow } from '../policy';
import { finding, type PlacedRow, type PolicyFinding, type Severity, stepInWords } from '../policy-finding';
import { isFirm } from '../tones';

/** A step that comes more often is nagging, or a slip of the pen. */
const MOST_TIMES = 12;

/** What is probably not meant in a row; nothing where the row is switched off. */
export function rowHints({ stage, row }: PlacedRow): PolicyFinding[] {
  if (!stage.active) return [];
  const found = [...recipients(stage), ...automatic(stage), ...repeats(stage), ...anchors(stage)];
  return found.map(([severity, code, what]) => finding(severity, code, row, `${stepInWords(stage)}: ${what}`));
}

type Found = [severity: Severity, code: string, what: string];

function recipients({ channel, to, cc }: PolicyRow): Found[] {
  if (!isContact(channel)) {
    const outside = [...to, ...cc].some((one) => one !== 'owner');
    return outside
      ? [
          [
            'warning',
            'task-to-customer',
            'a task is for your own people, but To or CC names the customer. Write owner.',
          ],
        ]
      : [];
  }
  return to.length > 0 || channelSpec(channel).needs === 'address'
    ? []
    : [['warning', 'nobody-to-reach', 'To is empty: it is not known whom to reach. Write billing or senior.']];
}

function automatic(row: PolicyRow): Found[] {
  const { sending, channel, tone } = row;
  if (sending !== 'auto') return [];
  if (!isSentByUs(channel)) return [['note', 'auto-by-hand', 'auto has no effect here: a person does it anyway.']];
  if (isFirm(tone))
    return [
      ['warning', 'auto-firm', `a ${tone} mail would leave without anybody reading it first. Review is advised.`],
    ];
  return automaticByDefault(row) === 'advised against'
    ? [['warning', 'auto-advised-against', 'for this step review is advised, and it says auto.']]
    : [];
}

function repeats({ repeatEvery, times, minimumGap, channel }: PolicyRow): Found[] {
  if (repeatEvery <= 0) return times > 1 ? [['note', 'times-alone', 'Times has no effect without Repeat every.']] : [];
  if (times <= 1)
    return [
      [
        'warning',
        'repeat-without-limit',
        'Repeat every is set but Times is not, so it comes once. Fill in how often it may come.',
      ],
    ];
  if (times > MOST_TIMES) return [['warning', 'repeat-too-often', `it comes up to ${times} times. Is that meant?`]];
  if (!isContact(channel) || repeatEvery >= minimumGap) return [];
  return [
    [
      'warning',
      'gap-delays',
      `it repeats every ${repeatEvery} days, but the minimum gap is ${minimumGap} days: that is how often it comes.`,
    ],
  ];
}

function anchors({ anchor, segment, days }: PolicyRow): Found[] {
  const isForMany = /^any( large)?$/i.test(segment.trim());
  if (anchor === 'due' && isForMany)
    return [
      [
        'warning',
        'any-with-due',
        'rows of Any count around an invoice date, a promise, a discount or the month only. For steps after the due date write Default.',
      ],
    ];
  if (anchor === 'discount' && days > 0)
    return [
      ['warning', 'unreachable', 'it lies behind the end of the discount, so it never comes. Days must be 0 or less.'],
    ];
  if (anchor === 'issue' && days < 0)
    return [['warning', 'unreachable', 'an invoice cannot go out before its own date. Days must be 0 or more.']];
  if (anchor === 'month' && (days < 0 || days > 27))
    return [['warning', 'month-days', 'Days counts from the first of the month: write 0 to 27.']];
  return [];
}
