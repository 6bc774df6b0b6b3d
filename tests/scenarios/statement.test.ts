// The statement of the account comes along with the mail of a step that says so: once, as approved, or not at all and said.
import PostalMime, { type Attachment } from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { POLICY_TAB } from '../../src/workbook/tab-specs';
import { pdfWords } from '../builders/pdf-words';
import { Story } from './story';

const INVOICES = [
  {
    no: 'LR-1',
    customer: 'Lumen Rail',
    issued: '2026-10-02',
    due: '2026-11-01',
    amount: 1200,
    email: 'ap@lumen.example',
  },
  {
    no: 'LR-2',
    customer: 'Lumen Rail',
    issued: '2026-10-20',
    due: '2026-12-20',
    amount: 800,
    paid: 300,
    paidOn: '2026-11-02',
  },
  {
    no: 'LR-0',
    customer: 'Lumen Rail',
    issued: '2026-09-20',
    due: '2026-10-20',
    amount: 450,
    paid: 450,
    paidOn: '2026-10-22',
  },
];
const ATTACHED = 'The statement of your account is attached.';

/** Writes into every row of AR Policy what comes along. */
function attach(story: Story, what: string): void {
  for (const _ of story.records(POLICY_TAB.name))
    story.change(POLICY_TAB.name, (row) => (row['Attach'] ?? '') !== what, 'Attach', what);
}

function desk(): Story {
  const story = new Story('2026-11-03 09:00', INVOICES).goLive();
  attach(story, 'statement');
  return story.at('2026-11-04 09:00').paymentsIn();
}

async function mails(story: Story): Promise<{ text: string; files: Attachment[] }[]> {
  const raws = story.world.mails.map(({ raw }) => PostalMime.parse(Buffer.from(raw, 'latin1')));
  return (await Promise.all(raws)).map(({ text = '', attachments }) => ({ text, files: attachments }));
}

describe('the statement of an account', () => {
  it('comes along as a PDF of all that is open and what happened, and the mail says so', async () => {
    const story = desk();
    const [id = ''] = story.approveAll();
    const view = story.ask<{ mail: { attach: string[]; text: string } }>('getReminder', id);
    expect(view.mail.attach).toEqual(['statement']);
    const [opened] = story.ask<{ name: string; type: string; base64: string }[]>('getEnclosures', id);
    expect(story.send().sent).toBe(1);
    const [mail] = await mails(story);
    expect(mail?.text).toContain(ATTACHED);
    const [file] = mail?.files ?? [];
    expect(file).toMatchObject({ mimeType: 'application/pdf', filename: 'Statement-Our-Firm-Ltd-2026-11-04.pdf' });
    expect(Buffer.from(file?.content as ArrayBuffer).toString('base64')).toBe(opened?.base64);
    const words = pdfWords(Buffer.from(file?.content as ArrayBuffer));
    expect(words).toContain('1,700.00 EUR');
    for (const one of ['Invoice · LR-0', 'Payment, thank you · LR-2', '-300.00 EUR', 'Brought forward'])
      expect(words).toContain(one);
  });

  it('is not waited for: what cannot be converted stays away, the mail says nothing of it, the log and Today do', async () => {
    const story = desk();
    story.approveAll();
    const broken = (method: string): boolean => {
      if (method === 'Blob.getAs') throw new Error('Conversion failed: please try again');
      return false;
    };
    story.killedBefore(broken, () => expect(story.send().sent).toBe(1));
    const [mail, ...more] = await mails(story);
    expect(more).toEqual([]);
    expect(mail?.files).toEqual([]);
    expect(mail?.text).not.toContain(ATTACHED);
    const note = story.records('AR Log').find(({ Event }) => Event === 'sending')?.['Note'];
    expect(note).toContain('could not be made into a PDF: ');
    expect(note).toContain('Conversion failed: please try again');
    const { changes } = story.ask<{ changes: { summary: string } }>('getToday');
    expect(changes.summary).toContain('1 sent without its statement');
    story.hour();
    expect(story.world.mails).toHaveLength(1);
  });

  it('leaves once, whatever is killed while it is made or sent', async () => {
    for (const at of ['Blob.getAs', 'Gmail.Users.Messages.send']) {
      const story = desk();
      story.approveAll();
      expect(
        story.isKilled(
          (method) => method === at,
          () => story.send(),
        ),
      ).toBe(true);
      story.at('2026-11-04 10:00').hour();
      story.send();
      // Before the attempt is written down nothing can have left, and it is simply made again.
      expect(story.events('sent', 'unconfirmed')).toHaveLength(1);
      expect(await story.mails()).toHaveLength(at === 'Blob.getAs' ? 1 : 0);
    }
  });

  it('is part of what was approved: with another Attach the mail goes back to review', () => {
    const story = desk();
    story.approveAll();
    attach(story, '');
    expect(story.send()).toMatchObject({ sent: 0, backToReview: 1 });
    expect(story.world.mails).toEqual([]);
  });
});

describe('a promise confirmed with a calendar entry', () => {
  it('carries the promised day, and only where it was asked for', async () => {
    const story = new Story('2026-11-03 09:00', INVOICES).goLive().at('2026-11-04 09:00').paymentsIn();
    const { key } = story.ask<{ customers: { key: string }[] }>('findCustomers', 'Lumen').customers[0] ?? { key: '' };
    story.ask('recordPromise', { customerKey: key, promisedOn: '2026-11-13', amount: 1200, invoices: ['LR-1'] });
    story.ask('planWord', key, 'Promise noted', [], true);
    story.approveAll();
    expect(story.send().sent).toBe(1);
    const [mail] = await mails(story);
    const [file] = mail?.files ?? [];
    expect(file?.mimeType).toBe('text/calendar');
    const text = Buffer.from(file?.content as ArrayBuffer).toString('utf8');
    expect(text).toContain('METHOD:PUBLISH\n');
    expect(text).toContain('DTSTART;VALUE=DATE:20261113\n');
    expect(text).toContain('SUMMARY:Payment to Our Firm Ltd\n');
  });
});
