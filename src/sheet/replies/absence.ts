// Whether a reply only says that somebody is away, until when, and who stands in.
import { type Day, isoOf, nextBusinessDay } from '../../receivables/day';
import { contactIn, phoneIn } from './contact-in';
import { type Intent, quoted, type Reading, type Sentence } from './reading';
import { dayTold } from './reply-days';

const AUTOMATIC =
  /^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|automatische antwort|abwesenheits\w+|reponse automatique|message d'absence|respuesta automatica|fuera de (?:la )?oficina)\b/;

/** Who is away is somebody whom they wait for. */
const OTHERS = /\b(?:boss|manager|director|colleague|he|she|chef\w*|kolleg\w+|patron\w*|direct\w+|jef[ea]|gerente)\b/;

/** An absence, where it is that and nothing else. */
export function awayIn(sentences: readonly Sentence[], said: string, reading: Reading): Intent | null {
  const { words } = reading;
  const about = sentences.filter((sentence) => words.away.test(sentence.plain) || returnOf(sentence, reading) !== null);
  const speaks = sentences.some((one) => words.away.test(one.said));
  const isAutomatic =
    AUTOMATIC.test(said.trim()) ||
    /\b(?:automatic|automatische?|automated) (?:reply|response|answer|antwort)\b|\b(?:reponse|respuesta|message|mensaje) automati(?:que|c[ao])\b/.test(
      said.slice(0, 120),
    );
  if (!speaks && !isAutomatic) return null;
  const [first] = about;
  if (!isAutomatic && first && OTHERS.test(first.said) && returnOf(first, reading) === null) return null;
  const pays = sentences.some(({ plain: one }) => words.paid.test(one) || words.promise.test(one));
  if (!isAutomatic && pays) return null;
  const back =
    about.find((sentence) => returnOf(sentence, reading)?.isReturn) ??
    about.find((sentence) => returnOf(sentence, reading) !== null);
  const told = back ?? about[0] ?? sentences[0];
  if (!told) return null;
  const day = back ? (returnOf(back, reading)?.day ?? null) : null;
  const other =
    sentences.find(({ text }) => /@/.test(text)) ??
    sentences.find(
      ({ text, said: one }) => /\b(?:contact|urgen|dring|call|ring|phone|appel|llam)/.test(one) && phoneIn(text),
    );
  const contact = other ? contactIn(other.text, words) : {};
  return {
    kind: 'out-of-office',
    ...(day === null ? {} : { date: isoOf(day) }),
    ...(Object.keys(contact).length === 0 ? {} : { contact }),
    quote: quoted(told.text),
  };
}

/** The day of return in a sentence: what is called so, else the day up to which somebody is away. */
function returnOf({ said }: Sentence, { words, received }: Reading): { day: Day; isReturn: boolean } | null {
  const parts = said.split(
    /(?<=\d{4})(?=,| und | and | et | y )|, (?!(?:(?:den|dem|the|le|el) )?\d)| und (?=ab )| - | and (?=will|back|return)/,
  );
  const days = parts.flatMap((part) => {
    const told = dayTold(part, { ...words, guess: /(?!)/ }, received, 'next');
    return told?.day == null
      ? []
      : [
          {
            day: told.day,
            isReturn: words.back.test(part.slice(0, told.at)) || /\b(?:wieder|zuruck|back|de retour)\b/.test(part),
          },
        ];
  });
  const back = days.find(({ isReturn }) => isReturn);
  if (back) return back;
  const [last] = days.slice(-1);
  if (!last || !words.away.test(said)) return null;
  return words.inclusive.test(said) ? { day: nextBusinessDay(last.day + 1), isReturn: false } : last;
}
