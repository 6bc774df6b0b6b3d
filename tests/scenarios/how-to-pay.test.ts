// How to pay, through the bundle: what Set-up was told stands in the mail that leaves, with a code that a banking app reads.
import PostalMime from 'postal-mime';
import { expect, it } from 'vitest';
import { creditorReference } from '../../src/receivables/cash/structured-reference';
import type { SetupView } from '../../src/usecases/setup/view';
import { readCode } from '../dunning/mail/read-code';
import { Story } from './story';

it('says in the mail what was said in Set-up, and writes the reference down with it', async () => {
  const story = new Story('2026-11-02 09:00', [
    { no: '1001', customer: 'Acme Tools', due: '2026-10-30', amount: 1200.5 },
  ]);
  const { fields, sheet, headerRow } = story.ask<SetupView>('getSetup');
  story.ask('applySetup', {
    sheet,
    headerRow,
    columns: Object.fromEntries(fields.map(({ field, header }) => [field, header])),
    company: 'Our Firm Ltd',
    senderName: 'Ann Keller',
    replyTo: '',
    payment: { EUR: { holder: 'Größe & Söhne', iban: 'DE89 3704 0044 0532 0130 00', bic: '', instructions: '' } },
  });
  story.ask('becomeSender');
  story.paymentsIn().ask('setLive', true);
  story.at('2026-11-03 09:00').morning();
  story.at('2026-11-03 10:00').hour().morning();
  const raw = story.world.mails[0]?.raw ?? '';
  const mail = await PostalMime.parse(Buffer.from(raw, 'latin1'));
  const [sending] = story.records('AR Log').filter((row) => row['Event'] === 'sending');
  const reference = creditorReference(String(sending?.['Reminder']));
  expect(JSON.parse(String(sending?.['Facts (JSON)'])).facts?.reference ?? sending?.['Facts (JSON)']).toContain(
    reference,
  );
  expect(mail.text).toContain('Größe & Söhne\nIBAN: DE89 3704 0044 0532 0130 00\n');
  const [picture] = mail.attachments;
  expect(mail.html).toContain(`src="cid:${picture?.contentId?.slice(1, -1)}"`);
  const png = Buffer.from(new Uint8Array(picture?.content as ArrayBuffer)).toString('base64');
  expect(readCode(png).split('\n').slice(5)).toEqual([
    'Größe & Söhne',
    'DE89370400440532013000',
    'EUR1200.50',
    '',
    reference,
  ]);
});
