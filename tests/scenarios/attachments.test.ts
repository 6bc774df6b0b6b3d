// Documents attached from Google Drive, told by day through a build that has both capabilities: what comes along, what stays a link, what waits for a person.
import vm from 'node:vm';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { StoredFile } from '../../src/local/google-services/state';
import type { CapabilityView } from '../../src/usecases/installation/view';
import type { DocumentView } from '../../src/usecases/letters/documents';
import type { TodayView } from '../../src/usecases/today/view';
import type { ChangeResult } from '../../src/usecases/waiting/change-result';
import type { ReminderView, ReviewListView } from '../../src/usecases/waiting/view';
import { POLICY_TAB } from '../../src/workbook/tab-specs';
import { flavour } from '../builders/flavour';
import { trappedServices } from '../bundle/dist';
import { Story } from './story';

const PROJECT = flavour('replies,attachments');
const SCOPE = 'https://www.googleapis.com/auth/drive.readonly';
const LINES = [
  { no: 'A-1', customer: 'Acme Tools', due: '2026-11-02', amount: 500, email: 'ap@acme.example' },
  { no: 'B-1', customer: 'Berg Trading', due: '2026-11-02', amount: 700, email: 'ap@berg.example' },
];

const id = (name: string): string => `1${name.padStart(24, '0')}`;
const view = (name: string): string => `https://drive.google.com/file/d/${id(name)}/view?usp=sharing`;
const pdf = (name: string, change: Partial<StoredFile> = {}): StoredFile => ({
  ...{ id: id(name), name: `${name}.pdf`, type: 'application/pdf', content: `%PDF-1.4 secret words of ${name} \xff` },
  ...change,
});

const COLUMNS = {
  ...{ customer: 'Customer', invoice: 'Invoice', issued: 'Invoice date', due: 'Due date', amount: 'Amount' },
  ...{ paid: 'Paid', paidOn: 'Paid on', currency: 'Currency', email: 'Email', invoiceDocument: 'Invoice PDF' },
};
const known = new Map<string, Story>();

/** A live workbook of two customers with links under Invoice PDF, whose steps say what comes along. */
function begun(attach: string): Story {
  const blanks = Array.from({ length: 10 }, () => '');
  const story = new Story('2026-11-03 09:00', LINES, { project: PROJECT });
  story.rows('Invoices', 1, [[...blanks, 'Invoice PDF']]);
  const whose = { company: 'Our Firm Ltd', senderName: 'Ann Keller', replyTo: 'ann@ourfirm.example' };
  story.ask('applySetup', { sheet: 'Invoices', headerRow: 1, columns: COLUMNS, ...whose });
  story.ask('becomeSender');
  story.paymentsIn().ask('setLive', true);
  for (const _ of story.records(POLICY_TAB.name))
    story.change(POLICY_TAB.name, (row) => (row['Attach'] ?? '') !== attach, 'Attach', attach);
  return story;
}

/** The same on the morning of the first mails, with these links and files; `more` is done the evening before. */
function desk(
  links: readonly string[],
  files: readonly StoredFile[],
  attach = 'documents',
  more: (story: Story) => void = () => {},
): Story {
  const first = known.get(attach) ?? begun(attach);
  known.set(attach, first);
  const story = first.twin();
  LINES.forEach(({ no }, at) => {
    story.change('Invoices', (row) => row['Invoice'] === no, 'Invoice PDF', links[at] ?? '');
  });
  story.world.files = [...files];
  more(story);
  return story.at('2026-11-04 09:00').paymentsIn();
}

async function mails(story: Story) {
  const all = await Promise.all(story.world.mails.map(({ raw }) => PostalMime.parse(Buffer.from(raw, 'latin1'))));
  return all.map(({ to, text = '', html = '', attachments }) => ({
    ...{ to: to?.[0]?.address, text, html },
    files: attachments.map(({ filename, mimeType, content, disposition }) => ({
      ...{ filename, mimeType, disposition, content: Buffer.from(content as ArrayBuffer).toString('latin1') },
    })),
  }));
}

const notes = (story: Story, event: string): string[] =>
  story.records('AR Log').flatMap((row) => (row['Event'] === event ? [row['Note'] ?? ''] : []));

const list = (story: Story) => story.ask<ReviewListView>('getReview').lines;

describe('the build with both capabilities', () => {
  it('asks for the reading of Drive beside the five scopes and what replies need, touches no service as it loads', () => {
    expect(PROJECT.manifest.oauthScopes?.slice(5)).toEqual(['https://www.googleapis.com/auth/gmail.metadata', SCOPE]);
    const touched: string[] = [];
    vm.runInContext(PROJECT.code, vm.createContext(trappedServices(touched)));
    expect(touched).toEqual([]);
  });
});

describe('a document in Google Drive', () => {
  it('comes along as it is, its row says so, and the log has its name and size and none of its words', async () => {
    const umlaut = pdf('A', { name: 'Rechnung für A-1 („Gerät“).pdf' });
    const story = desk(
      [view('A'), `https://docs.google.com/document/d/${id('B')}/edit`],
      [
        umlaut,
        pdf('B', { name: 'Invoice B-1', type: 'application/vnd.google-apps.document', content: '<p>Invoice B-1</p>' }),
      ],
    );
    const ids = story.approveAll();
    const shown = ids.map((one) => story.ask<ReminderView>('getReminder', one).mail);
    expect(shown.map((mail) => [mail?.attach, mail?.asFiles])).toEqual([
      [['documents'], true],
      [['documents'], true],
    ]);
    const looked = ids.flatMap((one) => story.ask<DocumentView[]>('getDocuments', one));
    expect(looked.map(({ name, bytes, as }) => `${name} ${bytes} ${as}`).sort()).toEqual([
      'Invoice B-1.pdf null file',
      `${umlaut.name} ${umlaut.content.length} file`,
    ]);
    expect(story.world.calls['File.getBlob']).toBeUndefined();
    expect(story.send().sent).toBe(2);
    const [acme, berg] = (await mails(story)).sort((a, b) => ((a.to ?? '') < (b.to ?? '') ? -1 : 1));
    expect(acme?.files).toEqual([
      { filename: umlaut.name, mimeType: 'application/pdf', disposition: 'attachment', content: umlaut.content },
    ]);
    expect(acme?.text).toContain(`Open the invoice (attached): ${view('A')}`);
    expect(berg?.files).toMatchObject([{ filename: 'Invoice B-1.pdf', mimeType: 'application/pdf' }]);
    expect(berg?.files[0]?.content).toMatch(/^%PDF-/);
    expect(notes(story, 'sending').sort()).toEqual([
      expect.stringMatching(/^Attached: Invoice B-1\.pdf \(\d KB\)\.$/),
      `Attached: ${umlaut.name} (1 KB).`,
    ]);
    expect(JSON.stringify(story.records('AR Log'))).not.toContain('secret words');
    const [sent = ''] = ids;
    expect(story.ask<ReminderView>('getReminder', sent).mail?.attach).toEqual(['documents']);
  });

  it('is read once in a run, however many mails carry it, beside the statement where the step says both', async () => {
    const story = desk([view('A'), view('A')], [pdf('A')], 'Statement; documents');
    story.approveAll();
    expect(story.send().sent).toBe(2);
    expect(story.world.calls['File.getBlob']).toBe(1);
    const names = (await mails(story)).map(({ files }) => files.map(({ filename }) => filename));
    expect(names).toEqual([
      ['Statement-Our-Firm-Ltd-2026-11-04.pdf', 'A.pdf'],
      ['Statement-Our-Firm-Ltd-2026-11-04.pdf', 'A.pdf'],
    ]);
  });

  it('comes along with an invoice that somebody asked to be sent again, whatever its step says', async () => {
    const story = desk([view('A'), ''], [pdf('A')], 'statement');
    const { key } = story.ask<{ customers: { key: string }[] }>('findCustomers', 'Acme').customers[0] ?? { key: '' };
    story.ask('planWord', key, 'Invoice copy', ['A-1']);
    story.approveAll();
    story.send();
    const [acme] = (await mails(story)).filter(({ to }) => to === 'ap@acme.example');
    expect(acme?.files.map(({ filename }) => filename)).toEqual(['A.pdf']);
  });

  it('of 10 MB to the byte comes along, of one more it stays a link', async () => {
    const most = pdf('B', { size: 10_000_000 });
    const story = desk([view('A'), view('B')], [pdf('A', { size: 10_000_001 }), most]);
    story.approveAll();
    expect(story.send().sent).toBe(2);
    const [acme, berg] = (await mails(story)).sort((a, b) => ((a.to ?? '') < (b.to ?? '') ? -1 : 1));
    expect(acme?.files).toEqual([]);
    expect(acme?.text).toContain(`Open the invoice: ${view('A')}`);
    expect(berg?.files).toHaveLength(1);
    expect(notes(story, 'sending')).toContain(
      'As a link: Invoice document of A-1. With it more than 10 MB would come along.',
    );
  });

  it('that is a Google Sheet stays a link, and what lies elsewhere is not looked up', async () => {
    const sheet = 'application/vnd.google-apps.spreadsheet';
    const story = desk([view('A'), 'https://files.example/b.pdf'], [pdf('A', { type: sheet })]);
    story.approveAll();
    expect(story.send().sent).toBe(2);
    expect((await mails(story)).map(({ files }) => files)).toEqual([[], []]);
    expect(story.world.calls['DriveApp.getFileById']).toBe(1);
  });
});

describe('a document that cannot be read', () => {
  it.each<[string, StoredFile[], string]>([
    ['is not there', [], 'Google Drive has no such file any more, or whoever sends may not open it.'],
    ['may not be opened', [pdf('A', { readers: [] })], 'Google Drive has no such file any more'],
    ['lies in the bin', [pdf('A', { inBin: true })], 'Its file lies in the bin of Google Drive.'],
    [
      'is not given out',
      [pdf('A', { refuses: 'Conversion failed' })],
      'does not give its file out (Conversion failed).',
    ],
  ])('keeps its mail for a person where it %s, and only that one', (_, files, why) => {
    const story = desk([view('A'), view('B')], [...files, pdf('B')]);
    const [first = ''] = list(story).flatMap(({ id, customer }) => (customer === 'Acme Tools' ? [id] : []));
    // A test to oneself leaves, and says what would become of the mail.
    expect(story.ask<ChangeResult>('sendTest', first).message).toContain(
      'The mail itself would not leave: Invoice document',
    );
    story.world.mails.length = 0;
    story.approveAll();
    expect(story.send()).toMatchObject({ sent: 1, backToReview: 1 });
    expect(notes(story, 'returned')).toEqual([expect.stringContaining(why)]);
    expect(notes(story, 'returned')[0]).toMatch(
      /^Invoice document of A-1 cannot be attached\. .* then approve it again\.$/,
    );
    expect(list(story)).toMatchObject([
      { customer: 'Acme Tools', state: 'planned', list: 'look', look: 'a document cannot be attached, first contact' },
    ]);
    expect(story.ask<TodayView>('getToday').alerts.map(({ code }) => code)).toContain('document-unreadable');
  });

  it('lets nothing leave by itself, not even where the step is automatic, until somebody approves it anew', () => {
    const story = desk([view('A'), ''], [], 'documents', (one) => {
      for (const _ of one.records(POLICY_TAB.name))
        one.change(POLICY_TAB.name, (row) => row['Sending'] !== 'auto', 'Sending', 'auto');
      one.ask('setAutomatic', true);
    });
    story.hour();
    for (const hour of ['10:30', '11:30', '12:30']) story.at(`2026-11-04 ${hour}`).hour();
    expect(notes(story, 'returned')).toHaveLength(1);
    expect(story.world.mails.filter(({ raw }) => raw.includes('ap@acme.example'))).toEqual([]);
    story.world.files = [pdf('A')];
    story.approveAll();
    story.at('2026-11-04 13:30').hour();
    expect(story.world.mails.filter(({ raw }) => raw.includes('ap@acme.example'))).toHaveLength(1);
  });

  it('of another file than was approved is not read: its mail is looked at again', () => {
    const story = desk([view('A'), ''], [pdf('A'), pdf('C')]);
    story.approveAll();
    story.change('Invoices', (row) => row['Invoice'] === 'A-1', 'Invoice PDF', view('C'));
    expect(story.send()).toMatchObject({ sent: 1, backToReview: 1 });
    expect(notes(story, 'returned')).toEqual(['Another document would now come along with it.']);
    expect(story.world.calls['DriveApp.getFileById']).toBeUndefined();
  });
});

describe('Google Drive', () => {
  it('that gives out no more for now keeps mails with documents for a later run, and nothing else', () => {
    const story = desk([view('A'), ''], [pdf('A')]);
    story.world.driveAnswers = 0;
    story.approveAll();
    const result = story.send();
    expect(result).toMatchObject({ sent: 1, backToReview: 0, stopped: '' });
    expect(result.message).toContain('Google Drive gives out no more files for now');
    delete story.world.driveAnswers;
    expect(story.at('2026-11-04 10:30').send().sent).toBe(1);
  });

  it('that does not give out a file for more than a day brings its mail back to Review, each time anew', () => {
    const story = desk([view('A'), ''], [pdf('A', { refuses: 'Service error: Drive' })]);
    story.approveAll();
    expect(story.send()).toMatchObject({ sent: 1, backToReview: 0 });
    for (const at of ['2026-11-04 16:00', '2026-11-05 08:30']) story.at(at).hour();
    expect(notes(story, 'returned')).toEqual([]);
    story.at('2026-11-05 10:00').hour();
    expect(notes(story, 'returned')).toEqual([
      expect.stringMatching(
        /^Invoice document of A-1 cannot be attached\. .*\(Service error: Drive\)\. It has been so for more than a day\./,
      ),
    ]);
    story.approveAll();
    expect(story.at('2026-11-05 11:00').send()).toMatchObject({ sent: 0, backToReview: 0 });
    story.world.files = [pdf('A')];
    expect(story.at('2026-11-05 12:00').send().sent).toBe(1);
  });

  it('is not asked for a cell with several links: the reminder, its return and the data check name the cell', () => {
    const story = desk([`${view('A')}\n${view('B')}`, ''], [pdf('A'), pdf('B')]);
    const [acme = ''] = story
      .approveAll()
      .filter((one) => list(story).some((line) => line.id === one && line.customer === 'Acme Tools'));
    expect(story.ask<DocumentView[]>('getDocuments', acme)).toMatchObject([
      { as: 'wrong', link: '', why: 'Its cell in row 2 holds several links.' },
    ]);
    expect(story.send()).toMatchObject({ sent: 1, backToReview: 1 });
    expect(notes(story, 'returned')[0]).toContain('Keep one link in it; then approve it again.');
    expect(JSON.stringify(story.ask('getDataCheck'))).toContain('Invoice PDF: there are several links');
    story.change('Invoices', (row) => row['Invoice'] === 'A-1', 'Invoice PDF', view('A'));
    story.approveAll();
    expect(story.at('2026-11-04 12:30').send().sent).toBe(1);
  });

  it('that nobody allowed is asked about under Today, and until then mails link to documents', async () => {
    const story = desk([view('A'), ''], [pdf('A')]);
    story.world.missingScopes = { [story.user]: [SCOPE] };
    const [one] = story.ask<CapabilityView[]>('getCapabilities').filter(({ name }) => name === 'attachments');
    expect(one?.state).toBe('ask');
    expect(story.ask<TodayView>('getToday').alerts.map(({ code }) => code)).toContain('documents-not-allowed');
    story.approveAll();
    const acme = list(story).find(({ customer }) => customer === 'Acme Tools');
    expect(story.ask<DocumentView[]>('getDocuments', acme?.id)).toMatchObject([
      { as: 'link', why: expect.stringContaining('Allow it under More > Optional extras.') },
    ]);
    expect(story.send().sent).toBe(2);
    expect((await mails(story)).flatMap(({ files }) => files)).toEqual([]);
  });

  it('killed in the middle of a file loses nothing and sends nothing twice', () => {
    const story = desk([view('A'), view('B')], [pdf('A'), pdf('B')]);
    story.approveAll();
    expect(
      story.isKilled(
        (method) => method === 'File.getBlob',
        () => story.send(),
      ),
    ).toBe(true);
    expect(story.world.mails).toEqual([]);
    story.at('2026-11-04 10:30').hour();
    expect(story.world.mails).toHaveLength(2);
    expect(story.events('sent', 'unconfirmed')).toHaveLength(2);
  });
});
