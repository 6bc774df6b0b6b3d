// Whether a log is whole by itself: what is missing, copied, altered, converted or was accepted as it is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptLog, chain, EMPTY_LOG } from '../../../../src/dunning/history/event-chain';
import { type SealedEvent, workbookEvent } from '../../../../src/dunning/history/events';
import { ANN, audited, auditOfRows, BEGIN, found, logOf, mail, reminder, rowOf } from './a-log';

const LOG = logOf([...BEGIN, ...mail('DS-1', reminder(1)), ...mail('DS-2', reminder(2))]);
const without = (...seqs: number[]): SealedEvent[] => LOG.filter(({ seq }) => !seqs.includes(seq));

describe('a gap', () => {
  it('is what is missing, one entry or a range, the first ones too', () => {
    expect(found(audited(without(2)))).toEqual(['entries-missing 2']);
    expect(found(audited(without(1, 2, 3)))).toEqual(['entries-missing 1,3']);
    expect(audited(without(4, 5)).gaps[0]?.message).toBe(
      'Entries 4 to 5 are missing from the log: 2 rows were deleted.',
    );
  });

  it('is the end, where it is remembered elsewhere', () => {
    const rows = LOG.slice(0, 9).map(rowOf);
    expect(found(auditOfRows(rows))).toEqual([]);
    expect(found(auditOfRows(rows, 11))).toEqual(['entries-missing 10,11']);
  });

  it('explains what it may hide: a reminder of which entries are missing is not called impossible', () => {
    expect(found(audited(without(4)))).toEqual(['entries-missing 4']);
    expect(found(audited(without(5, 6)))).toEqual(['entries-missing 5,6']);
  });

  it('is a row that was copied; what it tells counts once', () => {
    expect(found(audited([...LOG, ...LOG.slice(6, 7)]))).toEqual(['entry-twice 7']);
  });

  it('is none where people sorted the tab', () => {
    expect(found(audited([...LOG].reverse()))).toEqual([]);
  });

  it('is an entry whose seal does not fit, be it what it says or the seal itself', () => {
    const changed = LOG.map((event) =>
      event.seq === 7 ? { ...event, text: event.text.replace('ap@acme.example', 'ap@other.example') } : event,
    );
    expect(found(audited(changed))).toEqual(['entry-altered 7']);
    const resealed = LOG.map((event) => (event.seq === 11 ? { ...event, hash: 'abc' } : event));
    expect(found(audited(resealed))).toEqual(['entry-altered 11']);
  });

  it('is told apart from a file that another program converted', () => {
    const rows = LOG.map((event) =>
      event.seq === 7 ? { ...rowOf({ ...event, hash: 'x' }), converted: ['At'] } : rowOf(event),
    );
    const [finding, ...more] = auditOfRows(rows).gaps;
    // The one after it cannot tell which of the two was changed.
    expect(more.map(({ code, seq }) => `${code} ${seq.join()}`)).toEqual(['entry-altered 8']);
    expect(finding).toMatchObject({ code: 'entry-converted', seq: [7] });
    expect(finding?.message).toContain('another program turned "At" into a date or a number');
  });

  it('is none where a converted cell says the same', () => {
    const rows = LOG.map((event) => ({ ...rowOf(event), converted: ['Invoices'] }));
    expect(found(auditOfRows(rows))).toEqual([]);
  });

  it('is a cell that shows something else, while the record itself is whole', () => {
    const rows = LOG.map((event) => ({ ...rowOf(event), changed: event.seq === 7 ? 'To' : '' }));
    expect(found(auditOfRows(rows))).toEqual(['cell-changed 7']);
  });

  it('is an entry that cannot be read', () => {
    const rows = LOG.map((event) => (event.seq === 3 ? { ...rowOf(event), event: null } : rowOf(event)));
    expect(found(auditOfRows(rows)).slice(0, 1)).toEqual(['entry-unreadable 3']);
  });
});

describe('a log that was accepted as it was', () => {
  const left = without(5);
  const head = { seq: 11, hash: LOG[10]?.hash ?? '', rows: 11 };
  const note = "Accepted as it is: The log's entry 5 is missing.";
  const acceptance = acceptLog(
    { events: left },
    head,
    workbookEvent('log-accepted', ANN, note),
    '2026-11-03 09:00:00',
    'secret',
  );
  const after = chain(
    { seq: acceptance.seq, hash: acceptance.hash, rows: 12 },
    [workbookEvent('preview', ANN, '')],
    '2026-11-03 10:00:00',
    'secret',
  );

  it('tells who accepted what, beside what is missing', () => {
    const { gaps, contradictions } = audited([...left, acceptance, ...after]);
    expect(gaps.map(({ code, seq }) => `${code} ${seq.join()}`)).toEqual(['entries-missing 5', 'log-accepted 12']);
    expect(gaps[1]?.message).toBe(`${ANN} let the log count as it was on 2026-11-03 09:00. ${note}`);
    expect(contradictions).toEqual([]);
  });

  it('shows that what was accepted was changed since', () => {
    const changed = left.map((event) => (event.seq === 3 ? { ...event, text: `${event.text} ` } : event));
    expect(found(audited([...changed, acceptance, ...after]))).toContain('accepted-part-altered 12');
  });
});

describe('whatever is done to a log by hand', () => {
  const place = fc.integer({ min: 1, max: LOG.length });

  it('a removed entry, be it which it will, is named, unless it is the last', () => {
    fc.assert(
      fc.property(place, (seq) => {
        const { gaps } = audited(without(seq));
        expect(gaps.map((gap) => `${gap.code} ${gap.seq.join()}`)).toEqual(
          seq === LOG.length ? [] : [`entries-missing ${seq}`],
        );
      }),
    );
  });

  it('a changed record, wherever a character was put in or taken out, is named with its entry', () => {
    const alter = (text: string, at: number, put: string): string => {
      const place = at % text.length;
      return `${text.slice(0, place)}${put}${text.slice(put === '' ? place + 1 : place)}`;
    };
    fc.assert(
      fc.property(place, fc.nat(), fc.constantFrom('', 'x', '0', ' ', '"'), (seq, at, put) => {
        const changed = LOG.map((event) =>
          event.seq === seq ? { ...event, text: alter(event.text, at, put) } : event,
        );
        expect(audited(changed).gaps.map((gap) => `${gap.code} ${gap.seq.join()}`)).toEqual([`entry-altered ${seq}`]);
      }),
    );
  });

  it('an empty log sealed anew from its beginning is whole: only what it says can then contradict it', () => {
    expect(
      found(
        audited(
          chain(
            EMPTY_LOG,
            LOG.map(({ seq: _, at: __, hash: ___, text: ____, ...event }) => event),
            '2026-11-02 09:00:00',
            'another secret',
          ),
        ),
      ),
    ).toEqual([]);
  });
});
