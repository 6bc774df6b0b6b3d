// The table of channels: that it is the only place that tells them apart, and that nothing of one is forgotten.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  CHANNEL_NAMES,
  channelSpec,
  countsInWords,
  countsOf,
  isContact,
  isReadByCustomer,
  isSentByUs,
  isSpoken,
  MAIL,
} from '../../../src/dunning/policy/channels';
import { CONTACT_OUTCOMES } from '../../../src/dunning/policy/outcomes';
import { filesBelow } from '../../architecture/source-files';

describe('the channels', () => {
  it('send mails by themselves and nothing else', () => {
    expect(CHANNEL_NAMES.filter(isSentByUs)).toEqual([MAIL]);
  });

  it('speak to our own people in calls and tasks, to the customer in all others', () => {
    expect(CHANNEL_NAMES.filter((channel) => !isReadByCustomer(channel))).toEqual(['call', 'task']);
  });

  it('are spoken in calls alone', () => {
    expect(CHANNEL_NAMES.filter(isSpoken)).toEqual(['call']);
  });

  it('are a contact with the customer, a task apart', () => {
    expect(CHANNEL_NAMES.filter((channel) => !isContact(channel))).toEqual(['task']);
  });

  it.each(CHANNEL_NAMES.filter((channel) => !isSentByUs(channel)))('have what usually comes of them: %s', (channel) => {
    const spec = channelSpec(channel);
    expect(spec.sentBy === 'person' && CONTACT_OUTCOMES.includes(spec.usual)).toBe(true);
  });

  it('have a colour each in the bars of the forecast', () => {
    const css = readFileSync('src/sidebar/style/forecast.css', 'utf8');
    for (const counted of Object.keys(countsOf(() => 0))) expect(css).toContain(`.bar-${counted} {`);
  });

  it('are told apart in their table alone, by no comparison anywhere else', () => {
    const name = `channel\\)?\\s*[!=]==?\\s*['"](${CHANNEL_NAMES.join('|')})`;
    const compared = filesBelow('src', '.ts').filter(
      (path) =>
        !path.startsWith('src/local/') && new RegExp(name).test(readFileSync(path, 'utf8').replace(/^ \* .*$/gm, '')),
    );
    expect(compared).toEqual([]);
  });
});

describe('numbers of contacts in words', () => {
  it('name what there is, and leave out what is none', () => {
    const counts = countsOf((channel) => ({ call: 1, whatsapp: 2 })[String(channel)] ?? 0);
    expect(countsInWords(counts)).toEqual(['1 call', '2 WhatsApp messages']);
  });

  it('write numbers as they are told to', () => {
    const counts = countsOf((channel) => (channel === MAIL ? 1500 : 0));
    expect(countsInWords(counts, (number) => number.toLocaleString('en'))).toEqual(['1,500 mails']);
  });
});
