// The settings about people and firms: who belongs to our group, which address mails leave from, who may take the sending over, what two people have to approve.
import { addressFault, readAddresses } from '../../../dunning/mail/address';
import { yesNoOfCell } from '../../../sheet/read/typed-cells';
import { belowNought, choice, type Family, further, limit, longText, perCurrency, type Setting, text } from './setting';

/** In small letters; '' when mails leave from the sender's own address. */
export const SEND_AS: Setting<string> = further(
  text({
    name: 'Send as',
    group: 'Company and mails',
    initial: '',
    meaning:
      'A shared address that mails leave from, like accounts@firm.example; empty: the sender’s own. It must be an address of the sender’s Gmail, which a test mail shows; until then mails wait.',
    moves: 'next mail',
    refused: (typed) => (typed === '' ? '' : addressFault(typed)),
  }),
  (typed) => ({ value: typed.toLowerCase(), fault: typed === '' ? '' : addressFault(typed) }),
);

/** Who gets a copy of every mail that its recipients do not see. */
export const BLIND_COPY: Setting<readonly string[]> = further(
  text({
    name: 'Blind copy',
    group: 'Company and mails',
    initial: '',
    meaning:
      'Addresses that get a copy of every reminder without the customer seeing it, parted by commas; empty: nobody.',
    moves: 'next mail',
    refused: (typed) => addressesIn(typed).fault,
  }),
  addressesIn,
);

/** Who gets the note of the week. */
export const WEEKLY_NOTE_TO: Setting<readonly string[]> = further(
  text({
    name: 'Weekly note to',
    group: 'Sending',
    initial: '',
    meaning:
      'Addresses at your own domain, parted by commas, that get a note on Mondays: what was sent, came in and is promised, and what waits for whom; empty: nobody.',
    moves: 'next mail',
    refused: (typed) => addressesIn(typed).fault,
  }),
  addressesIn,
);

/** The addresses of a list that can be written to; `fault` is about the first of the others. */
function addressesIn(typed: string): { value: readonly string[]; fault: string } {
  const { addresses, problems } = readAddresses(typed);
  return { value: addresses, fault: problems[0]?.message.replace(/\.$/, '') ?? '' };
}

/** In small letters; '' when nobody is named. */
export const DEPUTY: Setting<string> = further(
  text({
    name: 'Deputy',
    group: 'Sending',
    initial: '',
    meaning:
      'Address of the colleague who may take the sending over once the sender missed a business day; empty: any colleague, at any time.',
    moves: 'next mail',
  }),
  // A name that is no address would keep everybody from taking over.
  (typed) => {
    const fault = typed === '' ? '' : addressFault(typed);
    return { value: fault === '' ? typed.toLowerCase() : '', fault };
  },
);

/** Whether the firm invoices consumers: until somebody says yes, nobody marked so in AR Customers is written to. */
export const CONSUMERS: Setting<boolean> = further(
  choice(
    {
      name: 'We invoice consumers',
      group: 'Sending',
      initial: '',
      meaning:
        'Customers whose Kind in AR Customers is consumer get nothing until the answer is yes: other rules hold for them. They get no copies to others, no WhatsApp and no final reminder that nobody read.',
      moves: 'plan',
    },
    ['', 'not answered yet'],
    ['yes', 'yes'],
    ['no', 'no'],
  ),
  (word) => {
    const answer = yesNoOfCell(word);
    const fault = answer === 'unreadable' ? `"${word}" is neither yes nor no` : '';
    return { value: answer === 'yes', fault };
  },
);

/** Names or numbers, as written. */
export const OWN_COMPANIES: Setting<string> = longText({
  name: 'Own companies',
  group: 'Company and mails',
  initial: '',
  meaning:
    'Companies of your own group among the customers, by name or number, a line each or separated by ; They are never chased, and their balances stand apart.',
  moves: 'plan',
});

/** How the settings about a second approval begin. */
export const SECOND_APPROVAL = 'Second approval';

/** What needs two people whatever it asks for. */
export const GRAVE = 'final, senior and hand-over';
const NO_WORDS = ['no', 'none', '-'];

/** Whether final reminders, those to the senior contact and hand-overs need two people; a word that is not known counts as yes. */
export const SECOND_FOR: Setting<boolean> = further(
  choice(
    {
      name: `${SECOND_APPROVAL} for`,
      group: 'Sending',
      initial: '',
      meaning:
        'Whether final reminders, those to the senior contact and hand-overs need the approval of two people, given in the sidebar; empty: one is enough.',
      moves: 'plan',
    },
    ['', 'nothing by its kind'],
    [GRAVE, GRAVE],
  ),
  (word) => ({ value: word !== '' && !NO_WORDS.includes(word.toLowerCase()), fault: '' }),
);

/** From which sum on two people have to approve, by currency. What cannot be read takes no approval away: then all need two. */
export const SECOND_FROM: Family<Record<string, number>> = perCurrency<number>((code) => {
  const amount = limit({
    name: `${SECOND_APPROVAL} from: ${code}`,
    group: 'Sending',
    initial: '',
    meaning: `Reminders that ask for so much in ${code} or more need the approval of two people, given in the sidebar; empty: one is enough.`,
    moves: 'plan',
    refused: belowNought,
  });
  return {
    ...amount,
    read: (cell) => {
      const { value, fault } = amount.read(cell);
      return { value: fault ? 0 : value, fault };
    },
  };
});
