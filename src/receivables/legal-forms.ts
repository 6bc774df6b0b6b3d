// Legal forms at the end of company names: GmbH, Ltd, S.A.R.L., Sp. z o.o. and how else they are written.

// Each form with the ways it is written, as words in small letters without accents and dots. After "=" ways follow that mean the same.
const FORMS =
  'gmbh=mbh,ges mbh,gesmbh,gesellschaft mbh,gesellschaft mit beschrankter haftung|ggmbh|' +
  'ug=ug haftungsbeschrankt,unternehmergesellschaft|ag=aktiengesellschaft|kg=and co kg,co kg,cokg,kommanditgesellschaft|kgaa|ohg|' +
  'ek=eingetragener kaufmann,eingetragene kauffrau|ev|eg|gbr|se|' +
  'ltd=limited,private limited,pvt ltd,pvt limited,pte ltd,pte limited,pty ltd,pty limited,proprietary limited,' +
  'co ltd,co limited,company limited|plc=public limited company|llp|lp|llc=limited liability company|pllc|' +
  'inc=incorporated,co inc,company inc|corp=corporation|co=company,and co,and company,cie,and cie|' +
  'sa=societe anonyme,sociedad anonima,sociedade anonima,spolka akcyjna|sas=societe par actions simplifiee|sasu|' +
  'sarl=sa rl,societe a responsabilite limitee|eurl|sci|snc|sl=sociedad limitada,slu|sau|' +
  'srl=srls,societa a responsabilita limitata|spa=societa per azioni|sapa|bv=besloten vennootschap|bvba|' +
  'nv=naamloze vennootschap|vof|sp zoo=sp z oo,spzoo,spolka zoo,spolka z oo,spolka z ograniczona odpowiedzialnoscia|' +
  'sp j=spj,spolka jawna|sp k=spk,spolka komandytowa|oy|oyj|ab=ab publ,aktiebolag|as=aktieselskab|asa|aps=anpartsselskab|' +
  'sro=spol sro,spol s ro|kft|zrt|nyrt|doo|dd|ood|eood|uab|sia|ou|ltda=limitada|lda|sa de cv=sab de cv|s de rl de cv=s de rl|' +
  'kk=kabushiki kaisha|gk|sdn bhd=bhd|tbk|fze|fzco|ooo=ооо|ао|оао|зао|пао';

interface KnownForms {
  /** Each way a form is written, to the form. */
  canonical: ReadonlyMap<string, string>;
  /** How many words the longest way has. */
  mostWords: number;
}

let known: KnownForms | null = null;

/** Read when a name is looked at, not while the script loads. */
function knownForms(): KnownForms {
  if (known) return known;
  const canonical = new Map<string, string>();
  for (const entry of FORMS.split('|')) {
    const [form = '', others = ''] = entry.split('=');
    for (const way of [form, ...others.split(',')]) if (way !== '') canonical.set(way, form);
  }
  known = { canonical, mostWords: Math.max(...[...canonical.keys()].map((way) => way.split(' ').length)) };
  return known;
}

/** A name without its legal form, and the form. */
export interface WithoutForm {
  words: string[];
  /** The forms that were there, each in its short way, sorted: `GmbH & Co. KG` has two. */
  forms: string[];
  /** The form as written. */
  written: string;
}

/**
 * Takes the legal form off the end of a name. A name that is nothing but a form stays as it is.
 * @param words of the name, in small letters without accents, dots and other marks; "&" as `and`
 * @example withoutLegalForm(['meier', 'gmbh', 'and', 'co', 'kg']) // { words: ['meier'], forms: ['gmbh', 'kg'], written: 'gmbh and co kg' }
 */
export function withoutLegalForm(words: readonly string[]): WithoutForm {
  const rest = [...words];
  const forms: string[] = [];
  const written: string[] = [];
  for (let taken = lastForm(rest); taken !== null; taken = lastForm(rest)) {
    if (!forms.includes(taken.form)) forms.push(taken.form);
    written.unshift(...rest.splice(rest.length - taken.count));
  }
  return { words: rest, forms: forms.sort(), written: written.join(' ') };
}

function lastForm(words: readonly string[]): { form: string; count: number } | null {
  const { canonical, mostWords } = knownForms();
  for (let count = Math.min(mostWords, words.length - 1); count >= 1; count -= 1) {
    const form = canonical.get(words.slice(-count).join(' '));
    if (form !== undefined) return { form, count };
  }
  // "S A R L", letter by letter; the fewest letters first: in "Part A S A" the A is part of the name.
  for (let count = 2; count <= 4 && count < words.length; count += 1) {
    const letters = words.slice(-count);
    if (letters.some(({ length }) => length !== 1)) return null;
    const form = canonical.get(letters.join(''));
    if (form !== undefined) return { form, count };
  }
  return null;
}
