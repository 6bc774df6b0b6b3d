// What is left of what the sentences of a reply say: one of a kind for one thing, without what is only said once more.
import { isToBeMended, isWithheld } from './by-signs';
import { administratorIn, withContact } from './contact-in';
import { folded } from './own-words';
import type { Intent, Reading } from './reading';
import type { DisputeReason } from './words/reply-words';

/**
 * What is left when all sentences are read: one of a kind for one thing.
 * @param intents what the sentences say, in order
 */
export function settled(intents: readonly Intent[], reading: Reading): Intent[] {
  const { words } = reading;
  const insolvency = insolvencyIn(intents, reading);
  if (insolvency.length > 0) return [...insolvency, ...intents.filter(({ kind }) => kind === 'stop').slice(0, 1)];
  const calls = intents.filter(({ kind }) => kind === 'call');
  const call =
    calls.find(({ date }) => date !== undefined) ?? calls.find(({ contact }) => contact !== undefined) ?? calls[0];
  const clear = intents.filter(({ kind }) => CLEAR.includes(kind));
  const kept = intents.filter((intent, at) => {
    // A wish that we stop chasing what is paid or on its way is no wish for silence.
    if (intent.kind === 'stop' && /chas|remind|mahn|erinner|relanc|recorda/.test(folded(intent.quote)))
      return !intents.some(({ kind }) => kind === 'paid' || kind === 'promise');
    // "The first one would be 300 on 1 April" is a part of the instalments.
    if (intent.kind === 'promise' && intent.invoices === undefined)
      if (
        intents.some(
          ({ kind, date }, other) =>
            kind === 'instalments' &&
            (other < at || intent.amount !== undefined) &&
            (intent.date === undefined || intent.date === date),
        )
      )
        return false;
    if (intent.kind === 'contact' && intent.contact === undefined && intents.some(({ kind }) => kind === 'stop'))
      if (/\bkein\w* nachfolg|no (?:replacement|successor)/.test(folded(intent.quote))) return false;
    if (intent.kind === 'call') return intent === call;
    // "Where are the chairs?" is the fault once more.
    if (
      intent.kind === 'question' &&
      WHERE.test(folded(intent.quote)) &&
      intents.some(({ kind }) => kind === 'dispute')
    )
      return false;
    // "Could you mail me one?" is the wish for a copy once more.
    if (intent.kind === 'question' && SENDS.test(folded(intent.quote)) && intents.some(({ kind }) => kind === 'copy'))
      return false;
    if (
      intent.kind === 'contact' &&
      intent.contact === undefined &&
      intents.some(({ kind }) => kind === 'promise' || kind === 'paid')
    )
      return false;
    // "Would your boss go for that?" asks whether we agree to what they offer.
    if (intent.kind === 'question' && intents[at - 1]?.kind === 'instalments' && !ABOUT.test(folded(intent.quote)))
      return false;
    if (intent.kind === 'unclear' && clear.length > 0 && intent.invoices === undefined) return false;
    // That it is disputed is the reason given elsewhere.
    if (
      intent.kind === 'dispute' &&
      intent.reason === 'other' &&
      words.contest.test(folded(intent.quote)) &&
      !words.reasons.other.test(folded(intent.quote))
    )
      return !intents.some(({ kind, reason }) => kind === 'dispute' && reason !== 'other');
    // So is that they pay only once it is cured, or want it cured.
    const cure = folded(intent.quote);
    if (intent.reason === 'other' && (isWithheld(cure) || isToBeMended(cure)))
      return !intents.some((one) => one.kind === 'paid' || (one.reason !== undefined && one !== intent));
    // A credit asked for is how they want the fault settled that they named.
    if (intent.reason === 'credit-expected' && intent.amount === undefined)
      if (intents.some(({ reason }) => reason !== undefined && CURED.includes(reason))) return false;
    // Proof of a payment without its day, where another sentence tells the day.
    if (intent.kind === 'paid' && intent.date === undefined && intent.invoices === undefined)
      return !intents.some((one, other) => one.kind === 'paid' && (one.date !== undefined || other < at));
    if (intent.kind === 'dispute' && intent.invoices === undefined)
      if (intents.some((one, other) => other < at && one.kind === 'dispute' && one.reason === intent.reason))
        return false;
    // Of two promises for one thing the one that names its day.
    if (intent.kind === 'promise' && intent.dateUnsure && intent.invoices === undefined && intent.amount === undefined)
      if (intents.some((one) => one.kind === 'promise' && one.date !== undefined)) return false;
    if (intent.kind === 'contact')
      return (
        intents
          .filter(({ kind }) => kind === 'contact')
          .sort((a, b) => Number(b.contact !== undefined) - Number(a.contact !== undefined))[0] === intent
      );
    return true;
  });
  return kept.filter(
    (intent, at) => intent.kind === 'question' || kept.findIndex((one) => isAsGood(one, intent)) === at,
  );
}

/** What a question is about that is one of its own. */
const ABOUT =
  /\b(?:iban|account|invoice|which|what|when|how|where|why|konto|rechnung|welche\w*|was|wann|wie|warum|compte|facture|quel\w*|quand|comment|pourquoi|cuenta|factura|cual|que|cuando|como|por que)\b/;

/** Asks for what did not come, or whether we looked. */
const WHERE =
  /^\W*(?:where(?:'s| is| are)\b|wo (?:bleib|ist|sind)|ou (?:est|sont)|donde est|y (?:el|la|los|las)\b|et (?:le|la|les)\b|(?:have you|haben sie|habt ihr|hast du|avez-vous|habeis)\b[^?]*(?:look|check|guck|schau|regard|mirad|vist))/;

const SENDS = /\b(?:(?:re)?send|e?-?mail|forward|(?:zu)?schick|mail|envoy|renvoy|mand|envi|pas)\w*/;

/** Faults that a credit cures. */
const CURED: readonly DisputeReason[] = ['quantity', 'price', 'damaged', 'other'];

const CLEAR: readonly Intent['kind'][] = ['promise', 'paid', 'dispute', 'stop', 'instalments'];

/** One of a kind, for the same reason and invoices. */
function isAsGood(one: Intent, other: Intent): boolean {
  return one.kind === other.kind && one.reason === other.reason && sameInvoices(one, other);
}

function sameInvoices(a: Intent, b: Intent): boolean {
  return (a.invoices ?? []).join() === (b.invoices ?? []).join();
}

/** What says that there is an insolvency, and who deals with it. */
function insolvencyIn(intents: readonly Intent[], { words, whole }: Reading): Intent[] {
  const told = intents.filter(({ kind }) => kind === 'insolvency');
  const begun =
    /\b(?:appointed|opened|entered|filed|commenced|petition|placed|angeordnet|eroffnet|beantragt|gestellt|ouvert\w*|prononc\w+|place\w*|depos\w+|declarad\w+|solicitad\w+|presentad\w+|admitid\w+|nombrad\w+)\b/;
  const first = told.find(({ quote }) => begun.test(folded(quote))) ?? told[0];
  return first ? [{ ...first, ...withContact(administratorIn(whole, words)) }] : [];
}
