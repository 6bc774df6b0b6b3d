// A customer who was another one before, and may not be contacted under that name: a person is asked, and until then nothing leaves.
import { shortDay } from '../../../receivables/day';
import type { Facts } from '../facts';

/**
 * What has to be settled before a word to a renamed customer, whom nobody may contact under the name of before; null where nothing has.
 * The reminder stands in Review rather than being stopped unseen, since whether they are one is not certain; it leaves only once a person
 * said that they are two.
 */
export function renamedStop(
  { history, customers, asOf }: Pick<Facts, 'history' | 'customers' | 'asOf'>,
  key: string,
): { code: string; message: string } | null {
  const renamed = history.renamed.get(key);
  if (!renamed || customers.get(key)?.doNotContact !== 'yes') return null;
  const names = renamed.keys.map((one) => `“${customers.get(one)?.name ?? one}”`).join(' and ');
  const message = `Before ${shortDay(renamed.on, asOf)} their invoices stood under ${names}, marked "Do not contact". Say under Data check whether they are the same customer.`;
  return { code: 'do-not-contact', message };
}
