// The outbox as Gmail keeps it: raw messages, to whom they went and which reminder they are.
import type { StoredMail, World } from '../google-services/state';

/** A mail to a customer. */
export interface SentMail {
  to: string;
  subject: string;
  /** Its visible reference: the id of the reminder. */
  reference: string;
  at: number;
}

function headerOf(raw: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, 'm').exec(raw)?.[1]?.trim() ?? '';
}

/** A raw message as what matters of it; null for one to our own people. */
export function mailOf({ raw, at }: StoredMail): SentMail | null {
  const to = headerOf(raw, 'To');
  if (to.includes('@ourfirm.')) return null;
  return { to, subject: headerOf(raw, 'Subject'), reference: headerOf(raw, 'X-Duesheet-Ref'), at };
}

/** The mails to customers so far. */
export function outboxOf(world: World): SentMail[] {
  return world.mails.map(mailOf).filter((mail) => mail !== null);
}

/** Whether Sent shows a mail of this reference, or to this address. */
export function isInSent(world: World, wanted: string): boolean {
  return outboxOf(world).some(({ to, reference }) => reference === wanted || to.includes(wanted));
}
