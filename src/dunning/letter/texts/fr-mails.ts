// The French mails a new workbook starts with.
import { withFrenchSpaces } from './french-spaces';
import { type TemplateRow, textIn } from './row';

const text = textIn('fr');

const APART = `{{#disputed}}
Les montants en litige ({{disputed}}) ne sont pas compris dans ce total ; nous reviendrons vers vous à leur sujet séparément.

{{/disputed}}
{{#credits}}
Votre compte présente par ailleurs un crédit de {{credits}}. Merci de nous indiquer sur quelles factures vous souhaitez l’imputer.

{{/credits}}`;

const RECEIVED = `{{#received}}
Nous avons bien reçu {{received}}{{#received date}} le {{received date}}{{/received date}} et vous en remercions ; ce montant est déjà pris en compte.

{{/received}}`;

const HOW_TO_PAY = `{{#payment link}}
Vous pouvez régler en ligne ici :
{{payment link}}

{{/payment link}}
{{bank details}}`;

const CROSSED =
  'Les règlements sont pris en compte jusqu’au {{as of}}. Si le vôtre s’est croisé avec ce message, merci de ne pas tenir compte de celui-ci.';

const HISTORY = `{{#history}}
Rappel de nos échanges :
{{history}}

{{/history}}`;

const CLOSING = `Cordialement,
{{signature}}

{{reference}}`;

function mail(template: string, subject: string, ...paragraphs: string[]): TemplateRow {
  return text(template, subject, '{{greeting}}', ...paragraphs, CLOSING);
}

const BEFORE_DUE = mail(
  'Before due',
  '{{#one}}Facture {{no}} : échéance le {{due date}}{{/one}}{{#several}}{{n}} factures : {{no}} arrive à échéance le {{due date}}{{/several}}',
  '{{#one}}Un petit mot avant l’échéance : la facture {{no}}, d’un montant de {{total}}, est à régler pour le {{due date}}.{{/one}}{{#several}}Un petit mot avant l’échéance : la facture {{no}} est à régler pour le {{due date}}. Le tableau reprend toutes les factures concernées, pour un total de {{total}}.{{/several}}',
  '{{invoices}}',
  `{{#order no}}
La facture porte votre numéro de commande {{order no}}. S’il n’est pas exact, ou s’il vous manque quoi que ce soit pour la valider, merci de nous le dire dès maintenant ; nous ferons aussitôt le nécessaire.
{{/order no}}
{{^order no}}
S’il vous faut un numéro de commande sur la facture, un duplicata ou tout autre élément pour la valider, merci de nous le dire dès maintenant ; nous ferons aussitôt le nécessaire.
{{/order no}}`,
  APART,
  HOW_TO_PAY,
  'Si le règlement est déjà programmé, vous n’avez rien d’autre à faire. Merci.',
);

const PROMISE_ASK = mail(
  'Promise ask',
  'Quand pouvons-nous compter sur {{total}} ?',
  '{{#one}}La facture {{no}}, d’un montant de {{total}},{{/one}}{{#several}}Le tableau ci-dessous reprend {{n}} factures, pour un total de {{total}} ; la facture {{no}}{{/several}} arrive à échéance le {{due date}}. Pour nous permettre de nous organiser, pourriez-vous nous indiquer quel jour vous pensez la régler ?',
  '{{invoices}}',
  'Une simple réponse avec la date nous suffit. S’il y a un obstacle (document manquant, numéro de commande erroné, question sur la livraison), merci de nous le signaler également ; nous nous en occuperons.',
  APART,
  HOW_TO_PAY,
);

const FRIENDLY = mail(
  'Friendly',
  '{{#one}}Facture {{no}} : petit rappel{{/one}}{{#several}}{{n}} factures : petit rappel{{/several}}',
  `{{#one}}
Sauf erreur de notre part, il reste {{total}} à régler sur la facture {{no}}, arrivée à échéance le {{due date}}. Il s’agit peut-être d’un simple oubli.
{{/one}}
{{#several}}
Sauf erreur de notre part, il reste {{total}} à régler sur {{n}} factures. Il s’agit peut-être d’un simple oubli.
{{/several}}`,
  '{{invoices}}',
  RECEIVED,
  APART,
  HOW_TO_PAY,
  'S’il vous faut un duplicata, ou si quelque chose ne vous paraît pas clair, il vous suffit de répondre à ce message.',
  CROSSED,
);

const PERSONAL = mail(
  'Personal',
  '{{#contact}}{{contact}}, une{{/contact}}{{^contact}}Une{{/contact}} question au sujet de {{total}}',
  `{{#overdue}}
{{#one}}La facture {{no}} est arrivée à échéance le {{due date}}, et il reste {{total}} à régler.{{/one}}{{#several}}Il reste {{total}} à régler sur les {{n}} factures ci-dessous.{{/several}}{{#last contact}} Notre dernier échange remonte au {{last contact}}.{{/last contact}} Puis-je vous demander à quelle date vous prévoyez le règlement ?
{{/overdue}}
{{^overdue}}
{{#one}}La facture {{no}}, d’un montant de {{total}}, arrive à échéance le {{due date}}.{{/one}}{{#several}}Les {{n}} factures ci-dessous restent à régler, pour un total de {{total}} ; l’échéance de {{no}} est le {{due date}}.{{/several}} Puis-je vous demander si le règlement est programmé, et pour quel jour ?
{{/overdue}}`,
  '{{invoices}}',
  RECEIVED,
  APART,
  'S’il y a une raison pour laquelle le règlement doit attendre, merci de me l’indiquer. La plupart des difficultés se résolvent vite une fois que nous les connaissons.',
  HOW_TO_PAY,
  CROSSED,
);

const FIRM = mail(
  'Firm',
  'Échéance dépassée : {{total}}{{#age}}, {{age}}{{/age}}',
  `{{#one}}
La facture {{no}} est arrivée à échéance le {{due date}}, et {{total}} restent impayés à ce jour.{{#last contact}} Notre dernier échange remonte au {{last contact}}.{{/last contact}}
{{/one}}
{{#several}}
Les {{n}} factures ci-dessous ont dépassé leur échéance et restent impayées, pour un total de {{total}}.{{#last contact}} Notre dernier échange remonte au {{last contact}}.{{/last contact}}
{{/several}}`,
  '{{invoices}}',
  RECEIVED,
  APART,
  'Nous vous remercions de régler sans attendre le montant échu ou, à défaut, de nous indiquer au plus tard le {{reply by}} la date à laquelle il le sera. Si vous en contestez une partie, merci de nous préciser d’ici là la facture et le motif, afin que nous puissions l’examiner.',
  HOW_TO_PAY,
  CROSSED,
);

const FIRM_SENIOR = mail(
  'Firm senior',
  '{{customer}} : {{total}}, merci de votre attention',
  'Je m’adresse directement à vous, car nos messages à votre service comptable n’ont pas abouti à un règlement. {{#one}}La facture {{no}} est arrivée à échéance le {{due date}}{{#age}}, il y a {{age}}{{/age}}, et {{total}} restent à régler.{{/one}}{{#several}}{{n}} factures sont échues, pour un total de {{total}}{{#age}} ; la facture {{no}} l’est depuis {{age}}{{/age}}.{{/several}}',
  '{{invoices}}',
  HISTORY,
  RECEIVED,
  APART,
  'Nous tenons à notre collaboration et souhaitons régler cette question sans autre démarche. Pourriez-vous veiller à ce que ce montant soit payé, ou me dire au plus tard le {{reply by}} quand il le sera et à qui je peux m’adresser ?',
  HOW_TO_PAY,
  CROSSED,
);

const FIRM_DEADLINE = mail(
  'Firm deadline',
  '{{customer}} : {{total}} à régler au plus tard le {{deadline}}',
  'Malgré plusieurs messages, {{#one}}il reste {{total}} à régler sur la facture {{no}}, arrivée à échéance le {{due date}}{{/one}}{{#several}}il reste {{total}} à régler sur les {{n}} factures ci-dessous{{/several}}.',
  '{{invoices}}',
  HISTORY,
  RECEIVED,
  APART,
  'Merci de faire en sorte que ce montant nous parvienne au plus tard le {{deadline}}. Si ce n’est pas possible, merci de nous appeler avant cette date, afin que nous convenions ensemble d’un échéancier.',
  HOW_TO_PAY,
  CROSSED,
);

const HOLD_NOTICE = mail(
  'Hold notice',
  'Nouvelles commandes suspendues jusqu’au règlement de {{total}}',
  '{{#one}}Il reste {{total}} à régler sur la facture {{no}}, arrivée à échéance le {{due date}}.{{/one}}{{#several}}Il reste {{total}} à régler sur {{n}} factures.{{/several}} Nous avons donc suspendu les nouvelles commandes au nom de {{customer}}.',
  '{{invoices}}',
  RECEIVED,
  APART,
  `{{#release terms}}
Nous lèverons cette suspension aux conditions suivantes :
{{release terms}}
{{/release terms}}
{{^release terms}}
Nous lèverons cette suspension dès que le montant échu nous sera parvenu.
{{/release terms}}`,
  'Si une commande est urgente, merci de nous appeler : nous chercherons volontiers une solution avec vous.',
  HOW_TO_PAY,
  CROSSED,
);

const FINAL = mail(
  'Final',
  'Dernière relance : {{total}} à régler au plus tard le {{deadline}}',
  'Malgré nos précédents rappels, {{#one}}il reste {{total}} à régler sur la facture {{no}}, arrivée à échéance le {{due date}}{{/one}}{{#several}}il reste {{total}} à régler sur les {{n}} factures ci-dessous{{/several}}.',
  '{{invoices}}',
  RECEIVED,
  APART,
  'Cette relance est la dernière. Merci de faire en sorte que ce montant nous parvienne au plus tard le {{deadline}}.{{#next step}} Sans règlement ni nouvelles de votre part à cette date, l’étape suivante sera pour nous {{next step}}.{{/next step}}',
  'Si vous ne pouvez pas tout régler en une fois, ou si vous contestez une partie de ce montant, merci de nous contacter avant cette date. Nous préférons de loin trouver une solution avec vous.',
  HOW_TO_PAY,
  CROSSED,
);

const STATEMENT = mail(
  'Statement',
  'Relevé de compte, {{month}}',
  'Veuillez trouver ci-dessous le relevé de votre compte dans nos livres au {{as of}}.',
  '{{invoices}}',
  `{{#open}}
Solde de votre compte : {{open}}
{{/open}}
{{^open}}
Le compte est soldé : il ne reste rien à régler.
{{/open}}
{{#overdue}}
Dont échu : {{overdue}}
{{/overdue}}
{{#not due}}
À échoir : {{not due}}
{{/not due}}
{{#disputed}}
En litige : {{disputed}}
{{/disputed}}
{{#credits}}
Avoirs et règlements non encore imputés : {{credits}}
{{/credits}}`,
  'Merci de le comparer avec vos écritures et de nous signaler toute facture manquante, tout duplicata nécessaire ou toute ligne avec laquelle vous n’êtes pas d’accord. Sinon, aucune réponse n’est attendue.',
  HOW_TO_PAY,
  'Les règlements reçus après le {{as of}} n’y figurent pas encore.',
);

const OLD_BALANCE = mail(
  'Old balance',
  'Merci de confirmer votre solde dans nos livres',
  'Nous passons en revue les postes anciens de nos livres et souhaitons nous assurer que les vôtres concordent. Voici ce qui figure chez nous pour {{customer}} au {{as of}} :',
  '{{invoices}}',
  `{{#age bands}}
Par ancienneté :
{{age bands}}
{{/age bands}}`,
  'Pourriez-vous confirmer ce solde au plus tard le {{reply by}}, ou nous indiquer les lignes déjà réglées ou avec lesquelles vous n’êtes pas d’accord ? Si vous avez payé, la date et la référence du règlement nous aideront à le retrouver.',
  HOW_TO_PAY,
);

const PROMISE_REMINDER = mail(
  'Promise reminder',
  'Votre règlement{{#promised amount}} de {{promised amount}}{{/promised amount}} prévu le {{promised date}}',
  'Merci de nous avoir indiqué la date de votre règlement. Nous l’avons noté{{#promised amount}}, pour un montant de {{promised amount}},{{/promised amount}} au {{promised date}} et souhaitons simplement nous assurer que cela tient toujours.',
  '{{invoices}}',
  RECEIVED,
  'Si la date a changé, merci de nous indiquer la nouvelle. Sinon, vous n’avez rien d’autre à faire.',
  HOW_TO_PAY,
);

const PROMISE_MISSED = mail(
  'Promise missed',
  'Règlement prévu le {{promised date}} non reçu',
  'Nous avions noté votre règlement{{#promised amount}} de {{promised amount}}{{/promised amount}} pour le {{promised date}}. {{#received}}À ce jour, nous avons reçu {{received}}{{#received date}}, le {{received date}}{{/received date}} ; merci. Il reste donc {{total}} à régler.{{/received}}{{^received}}Il ne nous est pas parvenu ; il reste donc {{total}} à régler.{{/received}}',
  '{{invoices}}',
  APART,
  'Y a-t-il eu un contretemps ? Merci de nous indiquer au plus tard le {{reply by}} quand nous pouvons attendre ce règlement, ou de nous en envoyer la référence s’il est déjà parti.',
  HOW_TO_PAY,
  CROSSED,
);

const PART_PAYMENT = mail(
  'Part payment',
  'Merci ; il reste {{balance}} à régler',
  '{{#received}}Merci pour votre règlement de {{received}}{{#received date}}, reçu le {{received date}}{{/received date}}.{{/received}}{{^received}}Merci pour votre règlement.{{/received}} Il reste {{balance}} à régler :',
  '{{invoices}}',
  APART,
  'Cette différence est-elle voulue ? Si vous avez déduit quelque chose, merci de nous dire à quel titre. Sinon, nous vous remercions de régler le reste ou de nous indiquer le jour prévu.',
  HOW_TO_PAY,
  'Les règlements sont pris en compte jusqu’au {{as of}}.',
);

const DISPUTE_CLOSED = mail(
  'Dispute closed',
  'Suite donnée à votre réclamation sur {{no}}',
  `Merci de votre patience. Nous avons examiné votre réclamation concernant la facture {{no}}.{{#outcome}} En voici le résultat :
{{outcome}}{{/outcome}}`,
  '{{invoices}}',
  '{{#new date}}La nouvelle échéance est le {{new date}} ; le solde est de {{total}}.{{/new date}}{{^new date}}Le montant de {{total}} est désormais exigible.{{/new date}} Si vous voyez les choses autrement, merci de répondre à ce message ; nous en parlerons.',
  HOW_TO_PAY,
);

const DISCOUNT = mail(
  'Discount',
  'Escompte de {{discount}} jusqu’au {{discount date}}',
  'Si vous réglez la facture {{no}} au plus tard le {{discount date}}, vous pouvez déduire l’escompte convenu de {{discount}}.',
  '{{invoices}}',
  HOW_TO_PAY,
  'Si votre règlement est déjà en route, vous n’avez rien d’autre à faire. Merci.',
);

// To our own account owner, so without the salutation of the customer.
const HEADS_UP = text(
  'Heads-up',
  'Pour information : message à venir à la direction du client {{customer}}',
  'Bonjour,',
  '{{#planned date}}Le {{planned date}}{{/planned date}}{{^planned date}}Prochainement{{/planned date}}, je vais écrire à la direction du client {{customer}}{{#senior contact}} ({{senior contact}}){{/senior contact}} au sujet de {{total}}{{#age}} ; la facture {{no}} a {{age}} de retard{{/age}}.{{#planned subject}} Le message aura pour objet : « {{planned subject}} ».{{/planned subject}}',
  '{{invoices}}',
  HISTORY,
  `{{#promises}}
Promesses de règlement :
{{promises}}

{{/promises}}
{{#notes}}
Notes :
{{notes}}

{{/notes}}`,
  'Merci de me répondre si je dois attendre, si vous préférez leur parler d’abord ou si vous savez quelque chose que j’ignore. Sans réponse, le message partira comme prévu.',
  'Les règlements sont pris en compte jusqu’au {{as of}}.',
  CLOSING,
);

/** The French mails, in the order in which a collector meets them; the last goes to our own account owner. */
export const FRENCH_MAILS: readonly TemplateRow[] = [
  BEFORE_DUE,
  PROMISE_ASK,
  FRIENDLY,
  PERSONAL,
  FIRM,
  FIRM_SENIOR,
  FIRM_DEADLINE,
  HOLD_NOTICE,
  FINAL,
  STATEMENT,
  OLD_BALANCE,
  PROMISE_REMINDER,
  PROMISE_MISSED,
  PART_PAYMENT,
  DISPUTE_CLOSED,
  DISCOUNT,
  HEADS_UP,
].map(withFrenchSpaces);
