// Rows of AR Policy and AR Templates written for a person: what is written, told and refused, and that it can be taken back.
import { describe, expect, it } from 'vitest';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { saveRules } from '../../../src/usecases/policy-page/save-rules';
import { showPolicy } from '../../../src/usecases/policy-page/show-policy';
import { showText } from '../../../src/usecases/policy-page/show-text';
import type { PolicyStepView, StoredText } from '../../../src/usecases/policy-page/view';
import type { FakeWorld } from '../../builders/fake-workbook';
import { factsIn, records, setUpAt } from '../../builders/our-firm';

const BOOK = [
  { no: '1', customer: 'Acme', due: '2026-10-20', amount: 900 },
  { no: '2', customer: 'Beta', due: '2026-10-25', amount: 700 },
];
const world = (): FakeWorld => setUpAt('2026-11-02 09:00', BOOK);

function step(of: FakeWorld, segment: string, stage: number): PolicyStepView {
  const found = showPolicy(of.ports)
    .segments.find((one) => one.segment === segment)
    ?.steps.find((one) => one.stage === stage);
  if (!found) throw new Error(`no step ${stage} of ${segment}`);
  return found;
}

function text(of: FakeWorld, name: string, language: string): StoredText {
  const found = showText(of.ports, name, '', '').texts.find((one) => one.language === language);
  if (!found) throw new Error(`no text ${name} in ${language}`);
  return found;
}

const changesTold = (of: FakeWorld): string[] =>
  records(of, 'AR Log')
    .filter((row) => row['Event'] === 'setting-changed')
    .map((row) => String(row['Note']));

/** Old and new of every change the log tells, in order. */
const changedCells = (of: FakeWorld): unknown[] =>
  records(of, 'AR Log')
    .filter((row) => row['Event'] === 'setting-changed')
    .flatMap((row) => factsIn(row).changed ?? []);

/** As a workbook is in which no plan looked at the two tabs yet. */
function forgetRules({ ports: { properties } }: FakeWorld): void {
  const state = JSON.parse(properties.readAll()['duesheet'] ?? '{}');
  properties.write({ duesheet: JSON.stringify({ ...state, rules: [] }) });
}

describe('a step that is changed on the page', () => {
  it('changes the cells that were changed and no others, and tells old and new', () => {
    const ours = world();
    const before = ours.cells('AR Policy').map((row) => [...row]);
    before[0]?.push('Our notes');
    ours.cells('AR Policy')[0]?.push('Our notes');
    const seen = step(ours, 'Timely', 3);
    ours.cells('AR Policy')[seen.row - 1]?.push('agreed with sales');
    const saved = saveRules(ours.ports, 'AR Policy', [{ seen, cells: { Days: '25', Template: 'Firm' } }]);
    expect(saved).toMatchObject({ changed: 1, findings: [] });
    const after = ours.cells('AR Policy');
    const differing = after.flatMap((row, at) => (JSON.stringify(row) === JSON.stringify(before[at]) ? [] : [at + 1]));
    expect(differing).toEqual([seen.row]);
    expect(after[seen.row - 1]).toEqual([
      ...(before[seen.row - 1] ?? []).map((cell, at) => (at === 3 ? 25 : cell)),
      'agreed with sales',
    ]);
    const told = records(ours, 'AR Log').find((row) => row['Event'] === 'setting-changed');
    expect(told?.['Note']).toBe('AR Policy, Timely, step 3: Days "22" to "25".');
    expect(String(told?.['Facts (JSON)'])).toContain('"changed":[["Timely, step 3","Days","22","25"]]');
  });

  it('is told once: the plan after it finds nothing new', () => {
    const ours = world();
    saveRules(ours.ports, 'AR Policy', [{ seen: step(ours, 'Timely', 3), cells: { Days: '25' } }]);
    planDay(ours.ports);
    expect(changesTold(ours)).toEqual(['AR Policy, Timely, step 3: Days "22" to "25".']);
  });

  it('does not hide what people typed in the tab since the last plan', () => {
    const ours = world();
    const other = step(ours, 'New', 2);
    const row = ours.cells('AR Policy')[other.row - 1];
    if (row) row[3] = 4;
    saveRules(ours.ports, 'AR Policy', [{ seen: step(ours, 'Timely', 3), cells: { Days: '25' } }]);
    expect(changesTold(ours)).toEqual([
      expect.stringContaining('AR Policy is another than at the last plan'),
      'AR Policy, Timely, step 3: Days "22" to "25".',
    ]);
  });

  it('is not saved where the check finds an error in it, and says which', () => {
    const ours = world();
    const before = JSON.stringify(ours.cells('AR Policy'));
    const seen = step(ours, 'Timely', 3);
    const wrong: Record<string, string>[] = [
      { Template: 'No such text' },
      { Days: 'soon' },
      { To: '' },
      { Stage: '2' },
    ];
    for (const cells of wrong) {
      const saved = saveRules(ours.ports, 'AR Policy', [{ seen, cells }]);
      expect(saved.changed).toBe(0);
      expect(saved.findings.map(({ severity, row }) => `${severity} ${row}`)).toEqual([`error ${seen.row}`]);
    }
    expect(JSON.stringify(ours.cells('AR Policy'))).toBe(before);
    expect(changesTold(ours)).toEqual([]);
  });

  it('is refused where its row was changed meanwhile, and found where it was only moved', () => {
    const ours = world();
    const seen = step(ours, 'Timely', 3);
    ours.cells('AR Policy').splice(1, 0, []);
    expect(saveRules(ours.ports, 'AR Policy', [{ seen, cells: { Days: '23' } }]).changed).toBe(1);
    expect(step(ours, 'Timely', 3)).toMatchObject({ days: 23, row: seen.row + 1 });
    expect(() => saveRules(ours.ports, 'AR Policy', [{ seen, cells: { Days: '24' } }])).toThrow('changed meanwhile');
    expect(step(ours, 'Timely', 3).days).toBe(23);
  });

  it('and one that is added between others are taken back whole', () => {
    const ours = world();
    const before = JSON.stringify(ours.cells('AR Policy'));
    const behind = [6, 5, 4].map((stage) => step(ours, 'Timely', stage));
    const { seen: _, row: __, ...like } = step(ours, 'Timely', 3);
    const added = {
      ...{ Segment: like.segment, Stage: '4', Anchor: 'due', Days: '27', Channel: 'email', Template: 'Personal' },
      ...{ To: 'billing', Sending: 'review', 'Minimum gap': '5', Tone: 'firm', Active: 'yes' },
    };
    const saved = saveRules(ours.ports, 'AR Policy', [
      { seen: null, cells: added },
      ...behind.map((seen) => ({ seen, cells: { Stage: String(seen.stage + 1) } })),
    ]);
    expect(saved.findings).toEqual([]);
    expect(step(ours, 'Timely', 4)).toMatchObject({ days: 27, template: 'Personal' });
    expect(step(ours, 'Timely', 7).template).toBe('Task hand-over');
    const back = saveRules(ours.ports, 'AR Policy', saved.undo);
    expect(JSON.stringify(ours.cells('AR Policy'))).toBe(before);
    saveRules(ours.ports, 'AR Policy', back.undo);
    expect(step(ours, 'Timely', 4)).toMatchObject({ days: 27, template: 'Personal' });
  });
});

describe('a text that is changed on the page', () => {
  it('is written, told with old and new, and remembered as changed', () => {
    const ours = world();
    const seen = text(ours, 'Friendly', 'de');
    const { undo } = saveRules(ours.ports, 'AR Templates', [{ seen, cells: { Subject: 'Rechnung {{no}}' } }]);
    expect(text(ours, 'Friendly', 'de')).toMatchObject({ subject: 'Rechnung {{no}}', body: seen.body });
    expect(showPolicy(ours.ports).changes.map(([name]) => name)).toEqual(['Friendly (de)']);
    expect(changesTold(ours)[0]).toContain('Friendly (de): Subject "');
    saveRules(ours.ports, 'AR Templates', undo);
    expect(text(ours, 'Friendly', 'de').subject).toBe(seen.subject);
  });

  it('is not saved with a field nobody knows, without words, or under a name that is taken', () => {
    const ours = world();
    const seen = text(ours, 'Friendly', 'de');
    const refused = (change: Parameters<typeof saveRules>[2][number]): string =>
      saveRules(ours.ports, 'AR Templates', [change])
        .findings.map(({ message }) => message)
        .join();
    expect(refused({ seen, cells: { Body: 'Guten Tag {{contcat}}' } })).toContain('Did you mean {{contact}}?');
    expect(refused({ seen, cells: { Body: ' ' } })).toContain('needs a subject and a text');
    const twin = { Template: 'friendly', Language: 'German', Subject: 'a', Body: 'b' };
    expect(refused({ seen: null, cells: twin })).toContain('already');
    expect(text(ours, 'Friendly', 'de')).toEqual(seen);
    expect(changesTold(ours)).toEqual([]);
  });

  it('is refused with a sentence where somebody wrote another one meanwhile', () => {
    const ours = world();
    const seen = text(ours, 'Friendly', 'de');
    const row = ours.cells('AR Templates')[seen.row - 1];
    if (row) row[3] = 'Von Hand';
    expect(() => saveRules(ours.ports, 'AR Templates', [{ seen, cells: { Body: 'Neu' } }])).toThrow(
      'changed meanwhile',
    );
    expect(text(ours, 'Friendly', 'de').body).toBe('Von Hand');
  });

  it('that is so long that the log could not keep old and new is refused', () => {
    const ours = world();
    const seen = text(ours, 'Friendly', 'de');
    expect(() => saveRules(ours.ports, 'AR Templates', [{ seen, cells: { Body: 'x'.repeat(41_000) } }])).toThrow(
      'too long for the log',
    );
  });
});

describe('a text that somebody changed in the tab', () => {
  it('is named by the next plan, so that the other languages are known to be older', () => {
    const ours = world();
    const seen = text(ours, 'Friendly', 'de');
    const row = ours.cells('AR Templates')[seen.row - 1];
    if (row) row[3] = 'Von Hand';
    planDay(ours.ports);
    const [note = '', ...others] = changesTold(ours);
    expect(others).toEqual([]);
    expect(note).toMatch(
      /^AR Templates is another than at the last plan: Friendly \(de\): Body "[^"]{60}…" to "Von Hand"\.$/,
    );
    expect(changedCells(ours)).toEqual([['Friendly (de)', 'Body', seen.body, 'Von Hand']]);
    expect(showPolicy(ours.ports).changes.map(([name]) => name)).toEqual(['Friendly (de)']);
  });

  it('is told with what stood there before, also where that was written by hand or on the page', () => {
    const ours = world();
    const write = (body: string): void => {
      const row = ours.cells('AR Templates')[text(ours, 'Friendly', 'de').row - 1];
      if (row) row[3] = body;
      planDay(ours.ports);
    };
    write('Eins');
    saveRules(ours.ports, 'AR Templates', [{ seen: text(ours, 'Friendly', 'de'), cells: { Body: 'Zwei' } }]);
    write('Drei');
    expect(changedCells(ours).slice(1)).toEqual([
      ['Friendly (de)', 'Body', 'Eins', 'Zwei'],
      ['Friendly (de)', 'Body', 'Zwei', 'Drei'],
    ]);
  });

  it('is told as new, or as taken out, where it is', () => {
    const ours = world();
    ours.cells('AR Templates').push(['Objection price', 'en', 'It is too dear.', 'Ask what they compare with.']);
    planDay(ours.ports);
    ours.cells('AR Templates').pop();
    planDay(ours.ports);
    expect(changesTold(ours)).toEqual([
      'AR Templates is another than at the last plan: Objection price (en) added.',
      'AR Templates is another than at the last plan: Objection price (en) taken out.',
    ]);
    expect(changedCells(ours)).toHaveLength(8);
  });

  it('is told without what stood there, where a workbook remembers a text that nobody ever told of', () => {
    const ours = world();
    const row = ours.cells('AR Templates')[text(ours, 'Friendly', 'de').row - 1];
    if (row) row[3] = 'Aus einer früheren Fassung';
    forgetRules(ours);
    planDay(ours.ports);
    if (row) row[3] = 'Neu';
    planDay(ours.ports);
    expect(changesTold(ours)).toEqual([
      'AR Templates is another than at the last plan: Friendly (de) is another; what stood there before is not known.',
    ]);
    if (row) row[3] = 'Neuer';
    planDay(ours.ports);
    expect(changedCells(ours).slice(-1)).toEqual([['Friendly (de)', 'Body', 'Neu', 'Neuer']]);
  });

  it('is not named where it was only moved', () => {
    const ours = world();
    const cells = ours.cells('AR Templates');
    cells.splice(1, 0, ...cells.splice(5, 1));
    planDay(ours.ports);
    expect(changesTold(ours)).toEqual([]);
  });
});

describe('a text on the page', () => {
  it('comes with a real customer in each language, the one that was chosen before others', () => {
    const ours = world();
    const { samples, customers, channel } = showText(ours.ports, 'Friendly', '', '');
    expect(channel).toBe('email');
    expect(customers.map(([, name]) => name).sort()).toEqual(['Acme', 'Beta']);
    expect(Object.keys(samples)).toEqual(['en', 'de', 'fr', 'es']);
    const [, beta] = customers.find(([, name]) => name === 'Beta') ?? [];
    const chosen = showText(ours.ports, 'Friendly', customers.find(([, name]) => name === beta)?.[0] ?? '', '');
    expect(chosen.samples['de']?.input).toMatchObject({
      customer: 'Beta',
      language: 'de',
      template: { name: 'Friendly' },
    });
    expect(showText(ours.ports, 'Call firm', '', '').channel).toBe('call');
    expect(showText(ours.ports, 'Heads-up', '', '').channel).toBe('task');
  });
});
