// The default policy against the published matrix: every row of it, its figures written out once more.
import { describe, expect, it } from 'vitest';
import { defaultTemplates } from '../../../src/dunning/letter/default-templates';
import type { Channel } from '../../../src/dunning/policy/channels';
import { DEFAULT_POLICY, mayBeAutomatic } from '../../../src/dunning/policy/default-policy';
import type { PolicyRow } from '../../../src/dunning/policy/policy';
import { TONES, toneRank } from '../../../src/dunning/policy/tones';

const LETTER: Partial<Record<Channel, string>> = { email: 'E', call: 'C', whatsapp: 'W', task: 'T' };
const WHO = { billing: 'B', senior: 'X', owner: 'O' };

function compact(row: PolicyRow): string {
  const to = row.to.map((one) => WHO[one]).join(',');
  const cc = row.cc.map((one) => WHO[one]).join(',');
  const days = row.days > 0 ? `+${row.days}` : String(row.days);
  const anchor = row.anchor === 'due' ? '' : `${row.anchor} `;
  const auto = mayBeAutomatic(row.segment, row.stage) ? ' A' : '';
  return `${row.stage} ${anchor}${days} ${LETTER[row.channel]} ${row.tone} ${to}${cc === '' ? '' : `/${cc}`}${auto}`;
}

// Stage, days from due, channel, tone, to/cc, A: may be switched to automatic sending.
const MATRIX: Record<string, { gap: number; rows: string[] }> = {
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

function rowsOf(segment: string): PolicyRow[] {
  return DEFAULT_POLICY.filter((row) => row.segment === segment);
}

describe('the default policy', () => {
  it.each(Object.entries(MATRIX))('gives %s the steps of the matrix', (segment, { gap, rows }) => {
    expect(rowsOf(segment).map(compact)).toEqual(rows);
    expect(new Set(rowsOf(segment).map((row) => row.minimumGap))).toEqual(new Set([gap]));
  });

  it('gives Default the steps of New', () => {
    expect(rowsOf('Default').map(compact)).toEqual(rowsOf('New').map(compact));
  });

  it('has no other segments', () => {
    expect(new Set(DEFAULT_POLICY.map((row) => row.segment))).toEqual(new Set([...Object.keys(MATRIX), 'Default']));
  });

  it('ships every step to be reviewed: nothing is automatic before a person says so', () => {
    expect(DEFAULT_POLICY.filter((row) => row.sending !== 'review')).toEqual([]);
  });

  it('ships every step active but the discount, which not every firm wants to point out', () => {
    expect(DEFAULT_POLICY.filter((row) => !row.active).map((row) => row.template)).toEqual(['Discount']);
  });

  it('names only templates that exist in English', () => {
    const known = defaultTemplates()
      .filter((row) => row.language === 'en')
      .map((row) => row.template);
    expect(DEFAULT_POLICY.map((row) => row.template).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('speaks in the tone its template has: firm mails are not called friendly', () => {
    const mails = DEFAULT_POLICY.filter((row) => row.channel === 'email' && row.anchor === 'due');
    const tones = new Map<string, Set<string>>();
    for (const row of mails) tones.set(row.template, (tones.get(row.template) ?? new Set()).add(row.tone));
    expect([...tones].filter(([, used]) => used.size !== 1)).toEqual([]);
  });

  it('never goes down in tone within a ladder of mails, and its days only rise', () => {
    for (const segment of Object.keys(MATRIX)) {
      const mails = rowsOf(segment).filter((row) => row.channel === 'email');
      const ranks = mails.map((row) => toneRank(row.tone));
      expect(ranks, segment).toEqual([...ranks].sort((a, b) => a - b));
      const days = rowsOf(segment)
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
