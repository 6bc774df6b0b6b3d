// What an approval is bound to: which change of a mail is told, and which one is none.
import { describe, expect, it } from 'vitest';
import { changeSince, contentOf, type UnfilledMail } from '../../../src/dunning/approval/approved-content';

const MAIL: UnfilledMail = {
  text: ['Reminder', 'Dear {{contact}}'],
  to: ['ap@acme.example'],
  cc: [],
  signature: ['Our Firm', 'Ann Keller', ''],
  attached: ['statement'],
  replyTo: 'ar@ourfirm.example',
  look: '#1f4e79',
  payment: { EUR: 'IBAN DE02 1203 0000 0000 2020 51', USD: 'ABA 026009593' },
  from: 'ann@ourfirm.example',
};
const since = (change: Partial<UnfilledMail>, approved: Partial<UnfilledMail> = {}): string =>
  changeSince(contentOf({ ...MAIL, ...approved }), contentOf({ ...MAIL, ...change }));

describe('a mail that was approved', () => {
  it('is the same while nothing of it changed, and however an address is written', () => {
    expect(since({})).toBe('');
    expect(since({ to: ['AP@acme.example'] })).toBe('');
  });

  it.each<[string, Partial<UnfilledMail>]>([
    ['The text is another', { text: ['Reminder', 'Pay at https://elsewhere.example'] }],
    ['to others', { to: ['someone@elsewhere.example'] }],
    ['to others', { to: [], cc: ['ap@acme.example'] }],
    ['Something else would come along', { attached: [] }],
    ['Name or signature', { signature: ['Our Firm', 'Bob', ''] }],
    ['Reply-to', { replyTo: 'someone@elsewhere.example' }],
    ['payment instructions for EUR', { payment: { ...MAIL.payment, EUR: 'IBAN GB33 BUKB 2020 1555 5555 55' } }],
    ['another mailbox', { from: 'bob@ourfirm.example' }],
  ])('is told to be another: %s', (said, change) => {
    expect(since(change)).toContain(said);
  });

  it('is the same without a currency of which nothing is open any more', () => {
    expect(since({ payment: { EUR: MAIL.payment['EUR'] ?? '' } })).toBe('');
  });

  it('is the same from whichever mailbox, where nobody sent when it was approved', () => {
    expect(since({}, { from: '' })).toBe('');
  });
});
