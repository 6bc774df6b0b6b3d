// The setting about answers: the prefilled link of the team's own Google Form.
import { formLinkFault } from '../../../dunning/answers/form-link';
import { further, type Setting, text } from './setting';

/** Google's links of forms with many prefilled fields. */
const LONGEST = 2_000;

/** The link with its place for the token; '' where mails offer ready-made subjects instead. */
export const ANSWER_FORM: Setting<string> = further(
  text({
    name: 'Answer form',
    group: 'Company and mails',
    initial: '',
    meaning:
      'The pre-filled link of your own Google Form, with the word TOKEN where the reference belongs: mails carry it as “Tell us in two clicks”. The page Answers says how to make it. Empty: mails to Reply-to with a ready-made subject.',
    moves: 'next mail',
    longest: LONGEST,
    refused: formLinkFault,
  }),
  (typed) => {
    const fault = formLinkFault(typed);
    return { value: fault === '' ? typed : '', fault };
  },
);
