// The three ladders against the published matrix and what was agreed of them: every row, its figures written out once more.
import { describe, expect, it } from 'vitest';
import { defaultTemplates } from '../../../src/dunning/letter/default-templates';
import type { Channel } from '../../../src/dunning/policy/channels';
import { automaticByDefault, defaultPolicy, ladderRows } from '../../../src/dunning/policy/default-policy';
import { LADDER_NAMES, type LadderName } from '../../../src/dunning/policy/ladders';
import type { PolicyRow } from '../../../src/dunning/policy/policy';
import { TONES, toneRank } from '../../../src/dunning/policy/tones';

const LETTER: Partial<Record<Channel, string>> = { email: 'E', call: 'C', whatsapp: 'W', task: 'T' };
const WHO = { billing: 'B', senior: 'X', owner: 'O' };

function compact(row: PolicyRow): string {
  const to = row.to.map((one) => WHO[one]).join(',');
  const cc = row.cc.map((one) => WHO[one]).join(',');
  const days = row.days > 0 ? `+${row.days}` : String(row.days);
  const anchor = row.anchor === 'due' ? '' : `${row.anchor} `;
  const auto = automaticByDefault(row) === 'meant' ? ' A' : '';
  return `${row.stage} ${anchor}${days} ${LETTER[row.channel]} ${row.tone} ${to}${cc === '' ? '' : `/${cc}`}${auto}`;
}

// Stage, days from due, channel, tone, to/cc, A: may be switched to automatic sending.
const STRICT: Record<string, { gap: number; rows: string[] }> = {
  Timely: {
    gap: 7,
    rows: [
      '1 +4 E friendly B A',
      '2 +12 E personal B A',
      '3 +22 E firm B/O',
      '4 +30 C personal B',
      '5 +40 E final B/X,O',
      '6 +55 T neutral O',
    ],
  },
  'Timely large': {
    gap: 7,
    rows: [
      '1 month 0 E neutral B/O A',
      '2 +5 E friendly B',
      '3 +12 C friendly B',
      '4 +20 E personal B/O',
      '5 +30 T neutral O',
      '6 +40 E firm X/B,O',
      '7 +60 E final X/B,O',
      '8 +80 T neutral O',
    ],
  },
  New: {
    gap: 5,
    rows: [
      '1 -3 E friendly B A',
      '2 +2 E friendly B A',
      '3 +9 E personal B',
      '4 +14 C personal B',
      '5 +21 E firm B/O',
      '6 +35 E final X/B,O',
      '7 +50 T neutral O',
    ],
  },
  'Delinquent SMB': {
    gap: 3,
    rows: [
      '1 -5 E friendly B A',
      '2 +1 E friendly B A',
      '3 +5 E personal B A',
      '4 +8 W personal B',
      '5 +12 E firm B/X',
      '6 +16 C firm B',
      '7 +21 E firm X/B,O',
      '8 +28 T neutral O',
      '9 +32 E final X/B',
      '10 +45 T neutral O',
    ],
  },
  'Delinquent large': {
    gap: 4,
    rows: [
      '1 -5 E friendly B A',
      '2 +2 E friendly B',
      '3 +6 C personal B',
      '4 +11 E personal B/O',
      '5 +18 E firm X/B,O',
      '6 +25 C firm X',
      '7 +32 E firm X/B,O',
      '8 +45 T neutral O',
      '9 +52 E final X/B,O',
      '10 +70 T neutral O',
    ],
  },
  'Doubtful SMB': {
    gap: 2,
    rows: [
      '1 -7 E friendly B A',
      '2 -4 W friendly B',
      '3 -1 E personal B A',
      '4 +2 E firm B',
      '5 +4 W firm B',
      '6 +7 E firm B/X',
      '7 +9 C firm B',
      '8 +12 E firm X/B',
      '9 +14 T neutral O',
      '10 +15 E firm X/B',
      '11 +17 C firm X',
      '12 +20 E final X/B',
      '13 +30 T neutral O',
    ],
  },
  'Doubtful large': {
    gap: 4,
    rows: [
      '1 -10 C friendly B',
      '2 -3 E friendly B',
      '3 +2 C personal B',
      '4 +6 E personal B/O',
      '5 +10 C firm B',
      '6 +16 E firm B/O',
      '7 +23 T neutral O',
      '8 +30 C firm X',
      '9 +36 E firm X/B,O',
      '10 +45 T neutral O',
      '11 +55 E final X/B,O',
      '12 +75 T neutral O',
    ],
  },
  Any: { gap: 2, rows: ['1 promise -2 E neutral B A', '2 promise +2 E neutral B/O', '3 discount -3 E neutral B'] },
  'Any large': { gap: 2, rows: ['1 promise -2 C neutral B', '2 promise +2 C neutral B/O'] },
};

/** What the usual ladder asks of customers who pay late: at most nine steps, five days apart, the senior contact from day 30. */
const USUAL_LATE: Record<string, string[]> = {
  'Delinquent SMB': [
    '1 -5 E friendly B A',
    '2 +2 E friendly B A',
    '3 +9 E personal B A',
    '4 +16 E firm B/O',
    '5 +25 C firm B',
    '6 +28 T neutral O',
    '7 +32 E firm X/B,O',
    '8 +42 E final X/B,O',
    '9 +55 T neutral O',
  ],
  'Delinquent large': [
    '1 -5 E friendly B A',
    '2 +2 E friendly B',
    '3 +9 C personal B',
    '4 +16 E personal B/O',
    '5 +25 E firm B/O',
    '6 +34 E firm X/B,O',
    '7 +40 T neutral O',
    '8 +50 E final X/B,O',
    '9 +70 T neutral O',
  ],
  'Doubtful SMB': [
    '1 -7 E friendly B A',
    '2 +1 E personal B A',
    '3 +8 E firm B/O',
    '4 +15 C firm B',
    '5 +20 T neutral O',
    '6 +23 E firm B/O',
    '7 +31 E firm X/B,O',
    '8 +40 E final X/B,O',
    '9 +50 T neutral O',
  ],
  'Doubtful large': [
    '1 -7 C friendly B',
    '2 +2 C personal B',
    '3 +9 E personal B/O',
    '4 +16 C firm B',
    '5 +23 E firm B/O',
    '6 +28 T neutral O',
    '7 +36 E firm X/B,O',
    '8 +50 E final X/B,O',
    '9 +70 T neutral O',
  ],
};

function rowsOf(segment: string, ladder: LadderName = 'usual'): PolicyRow[] {
  return ladderRows(ladder).filter((row) => row.segment === segment);
}

const SEGMENTS = [...Object.keys(STRICT), 'Default'];
const OF_CUSTOMERS = SEGMENTS.filter((segment) => !segment.startsWith('Any'));

describe('the strict ladder', () => {
  it.each(Object.entries(STRICT))('gives %s the steps of the published matrix', (segment, { gap, rows }) => {
    expect(rowsOf(segment, 'strict').map(compact)).toEqual(rows);
    expect(new Set(rowsOf(segment, 'strict').map((row) => row.minimumGap))).toEqual(new Set([gap]));
  });
});

describe('the usual ladder', () => {
  it('is what a new workbook begins with', () => {
    expect(defaultPolicy()).toBe(ladderRows('usual'));
  });

  it.each(['New', 'Timely', 'Timely large', 'Any', 'Any large'])(
    'gives %s the steps of the published matrix',
    (segment) => {
      expect(rowsOf(segment).map(compact)).toEqual(STRICT[segment]?.rows);
    },
  );

  it.each(Object.entries(USUAL_LATE))('gives %s its own steps', (segment, rows) => {
    expect(rowsOf(segment).map(compact)).toEqual(rows);
  });

  it.each(OF_CUSTOMERS)(
    'has nine steps for %s at most, five days between contacts, and seniors from day 30',
    (segment) => {
      const rows = rowsOf(segment);
      expect(rows.length).toBeLessThanOrEqual(9);
      expect(new Set(rows.map((row) => row.minimumGap))).toEqual(new Set([5]));
      const seniors = rows.filter(({ to, cc }) => [...to, ...cc].includes('senior')).map(({ days }) => days);
      expect(Math.min(...seniors)).toBeGreaterThanOrEqual(30);
    },
  );
});

describe('the gentle ladder', () => {
  it.each(OF_CUSTOMERS)('leaves %s seven days between contacts, and has no more than eight steps', (segment) => {
    const rows = rowsOf(segment, 'gentle');
    expect(rows.length).toBeLessThanOrEqual(8);
    expect(new Set(rows.map((row) => row.minimumGap))).toEqual(new Set([7]));
  });

  it.each(OF_CUSTOMERS)('says nothing firm to %s before the usual ladder does, and begins no earlier', (segment) => {
    const firstFirm = (ladder: LadderName): number =>
      rowsOf(segment, ladder).find(({ tone }) => toneRank(tone) >= toneRank('firm'))?.days ?? 0;
    expect(firstFirm('gentle')).toBeGreaterThan(firstFirm('usual'));
    const firstDay = (ladder: LadderName): number | undefined => rowsOf(segment, ladder)[0]?.days;
    expect(firstDay('gentle')).toBeGreaterThanOrEqual(firstDay('usual') ?? 0);
  });
});

describe('the gentle and the usual ladder', () => {
  it.each(['gentle', 'usual'] as const)('send no WhatsApp message, which needs an agreement first: %s', (ladder) => {
    expect(ladderRows(ladder).filter(({ channel }) => channel === 'whatsapp')).toEqual([]);
  });

  it('keep to four contacts in any thirty days as they stand; New alone has a fifth, which waits', () => {
    const crowded = (['gentle', 'usual'] as const).flatMap((ladder) =>
      OF_CUSTOMERS.filter((segment) => {
        const days = rowsOf(segment, ladder)
          .filter(({ anchor, channel }) => anchor === 'due' && channel !== 'task')
          .map((row) => row.days);
        return days.some((last) => days.filter((one) => one <= last && one > last - 30).length > 4);
      }).map((segment) => `${ladder} ${segment}`),
    );
    expect(crowded).toEqual(['usual New', 'usual Default']);
  });
});

describe.each(LADDER_NAMES)('every ladder: %s', (ladder) => {
  const rows = ladderRows(ladder);

  it('gives Default the steps of New, and New its first mail after the due date on day 2', () => {
    expect(rowsOf('Default', ladder).map(compact)).toEqual(rowsOf('New', ladder).map(compact));
    expect(rowsOf('New', ladder).find(({ days }) => days > 0)).toMatchObject({ days: 2, channel: 'email' });
  });

  it('has the segments there are, and no others', () => {
    expect(new Set(rows.map((row) => row.segment))).toEqual(new Set(SEGMENTS));
  });

  it('ships every step to be reviewed: nothing is automatic before a person says so', () => {
    expect(rows.filter((row) => row.sending !== 'review')).toEqual([]);
  });

  it('ships every step active but the discount, which not every firm wants to point out', () => {
    expect(rows.filter((row) => !row.active).map((row) => row.template)).toEqual(['Discount']);
  });

  it('names only templates that exist in English', () => {
    const known = defaultTemplates()
      .filter((row) => row.language === 'en')
      .map((row) => row.template);
    expect(rows.map((row) => row.template).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('speaks in the tone its template has: firm mails are not called friendly', () => {
    const mails = rows.filter((row) => row.channel === 'email' && row.anchor === 'due');
    const tones = new Map<string, Set<string>>();
    for (const row of mails) tones.set(row.template, (tones.get(row.template) ?? new Set()).add(row.tone));
    expect([...tones].filter(([, used]) => used.size !== 1)).toEqual([]);
  });

  it('never goes down in tone within a ladder of mails, and its days only rise', () => {
    for (const segment of SEGMENTS) {
      const mails = rowsOf(segment, ladder).filter((row) => row.channel === 'email');
      const ranks = mails.map((row) => toneRank(row.tone));
      expect(ranks, segment).toEqual([...ranks].sort((a, b) => a - b));
      const days = rowsOf(segment, ladder)
        .filter((row) => row.anchor === 'due')
        .map((row) => row.days);
      expect(days, segment).toEqual([...new Set(days)].sort((a, b) => a - b));
    }
  });
});

describe('the rank of a tone', () => {
  it('rises from neutral through friendly, personal and firm to final', () => {
    expect(TONES.map(toneRank)).toEqual([0, 1, 2, 3, 4]);
    expect(toneRank('final')).toBe(4);
  });

  it('counts a word that is no tone as neutral', () => {
    expect(toneRank('shouting')).toBe(0);
    expect(toneRank('')).toBe(0);
  });
});
