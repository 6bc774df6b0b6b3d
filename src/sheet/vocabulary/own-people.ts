// Headers that speak of our own people: who wrote, sent or looks after an invoice is not who owes it.
import { englishOf } from './dictionary';
import { headerTokens } from './header-tokens';

const OURS = new Set(
  (
    'by from sender agent collector owner rep reps representative salesperson sales seller salesman saleswoman created creator author ' +
    'assigned assignee responsible handled prepared issuer biller employee staff controller clerk manager modified updated bookkeeper ' +
    'accountant dunning'
  ).split(' '),
);
/** Words that say it is the customer's after all: "Customer's bookkeeper". */
const THEIRS = new Set('customer payable ap bill buyer debtor recipient'.split(' '));
// "Our contact": a word that says nothing elsewhere.
const OUR =
  /^(our|unser|unsere|notre|nuestro|nuestra|nosso|nossa|nostro|nostra|ons|onze|nasz|nasza|自社)(?=\s|$|[^a-z])/i;

/**
 * Whether a header speaks of our own people, in any language.
 * @example speaksOfUs('Sales Rep Email') // true
 * @example speaksOfUs('Customer email') // false
 */
export function speaksOfUs(header: string): boolean {
  if (OUR.test(header.trim())) return true;
  const words = englishOf(headerTokens(header));
  return words.some((word) => OURS.has(word)) && !words.some((word) => THEIRS.has(word));
}
