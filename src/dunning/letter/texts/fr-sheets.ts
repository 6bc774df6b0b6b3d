// The French WhatsApp texts, call sheets and task notes a new workbook starts with.
import { withFrenchSpaces } from './french-spaces';
import { type TemplateRow, textIn } from './row';

const text = textIn('fr');

// A message is read on a telephone: no table, no bank details, one question.
const MESSAGE_END = `{{#payment link}}
Régler en ligne : {{payment link}}
{{/payment link}}
{{signature}}
{{reference}}`;

const WHATSAPP: readonly TemplateRow[] = [
  text(
    'WhatsApp friendly',
    'Message à {{customer}} : {{total}}',
    '{{greeting}}',
    `{{#overdue}}
Un petit rappel : sauf erreur de notre part, il reste {{total}} à régler.
{{/overdue}}
{{^overdue}}
Un petit mot : {{total}} arrivent à échéance le {{due date}}. Pouvons-nous compter dessus ?
{{/overdue}}
{{invoice list}}`,
    'Si le règlement est déjà parti, merci, et ne tenez pas compte de ce message.',
    MESSAGE_END,
  ),
  text(
    'WhatsApp personal',
    'Message à {{customer}} : {{total}}',
    '{{greeting}}',
    'Puis-je vous demander quand nous pouvons compter sur {{total}} ?\n{{invoice list}}',
    'S’il vous manque quelque chose, un duplicata par exemple, répondez simplement à ce message et je vous l’envoie.',
    MESSAGE_END,
  ),
  text(
    'WhatsApp firm',
    'Message à {{customer}} : {{total}}, échéance dépassée',
    '{{greeting}}',
    'Dans nos livres, {{total}} ont dépassé l’échéance :\n{{invoice list}}',
    'Merci de nous dire au plus tard le {{reply by}} quel jour le règlement sera fait. Si vous contestez une facture, merci de nous dire laquelle et pourquoi. Si vous avez déjà payé, merci.',
    MESSAGE_END,
  ),
];

const WHO = `Appel : {{#contact}}{{contact}}, {{/contact}}{{customer}}
{{#phone}}Téléphone : {{phone}}{{/phone}}
{{#owner}}Responsable du compte : {{owner}}{{/owner}}
{{#last contact}}Dernier contact : {{last contact}}{{/last contact}}`;

const FACTS = `Montant demandé : {{total}}
{{#terms}}Conditions de règlement : {{terms}}{{/terms}}
{{#disputed}}En litige, à laisser de côté : {{disputed}}{{/disputed}}
{{#credits}}Crédits à imputer : {{credits}}{{/credits}}
{{#received}}Reçu récemment : {{received}}{{#received date}} le {{received date}}{{/received date}}{{/received}}`;

const OBJECTIONS = `Ce que l’on entend souvent, et une bonne réponse :
- « Nous n’avons pas reçu la facture. » Vérifier l’adresse, envoyer un duplicata pendant l’appel et demander dans quelle campagne de règlement elle peut encore passer.
- « Elle n’est pas encore validée », « il manque le numéro de commande » : qui valide, et pour quand ? Envoyer le jour même ce qui manque ; rappeler au jour indiqué.
- « Nous n’avons pas la trésorerie en ce moment. » Que peut-on régler aujourd’hui, et quels jours suivra le reste ? Convenir de dates et de montants, pas de « bientôt ».
- « Nous contestons. » Quelle facture, quel montant, pourquoi ? Enregistrer le litige, dire qui répondra et demander le règlement de la partie non contestée.
- « Le règlement est parti. » Remercier et demander le jour, le montant et la référence. Le noter comme promesse.
- « La personne responsable est absente. » Jusqu’à quand, et qui la remplace ? Sinon, convenir du jour du prochain appel.`;

const BACKGROUND = `{{#promises}}
Promesses de règlement :
{{promises}}

{{/promises}}
{{#history}}
Échanges précédents :
{{history}}

{{/history}}
{{#notes}}
Notes :
{{notes}}

{{/notes}}
Chiffres au {{as of}}. {{reference}}`;

const RECORD = 'À noter : à qui vous avez parlé, ce qui est convenu, le jour et le montant de chaque promesse.';

function call(template: string, subject: string, ...questions: string[]): TemplateRow {
  return text(template, subject, WHO, FACTS, '{{invoices}}', ...questions, OBJECTIONS, RECORD, BACKGROUND);
}

const CALLS: readonly TemplateRow[] = [
  call(
    'Call promise ask',
    'Appeler {{customer}} : quand {{total}} seront-ils réglés ?',
    `1. Les factures sont-elles arrivées et validées ?
2. Quel jour seront-elles réglées ? Le noter comme promesse.
3. Manque-t-il quelque chose : numéro de commande, bon de livraison, duplicata ?`,
  ),
  call(
    'Call documents',
    'Appeler {{customer}} : un obstacle au règlement de {{total}} ?',
    `1. Les factures sont-elles saisies et rapprochées de la commande ?{{#order no}} Numéro de commande sur {{no}} : {{order no}}.{{/order no}}
2. Quels documents manquent ? Proposer de les envoyer aujourd’hui.
3. Dans quelle campagne de règlement passeront-elles ?`,
  ),
  call(
    'Call personal',
    'Appeler {{customer}} au sujet de {{total}}',
    `1. Nos messages sont-ils arrivés, et à la bonne personne ?
2. Y a-t-il une question sur une facture ou une livraison ? Si oui, enregistrer un litige.
3. Quand le montant sera-t-il réglé ? Le noter comme promesse.`,
  ),
  call(
    'Call firm',
    'Appeler {{customer}} : {{total}}, échéance dépassée',
    `1. Annoncer le montant{{#age}} et le retard : {{no}}, {{age}}{{/age}}.
2. Demander le règlement aujourd’hui, ou un jour ferme, au plus tard le {{reply by}}.
3. Si un règlement en une fois est impossible : convenir d’un échéancier daté et le confirmer par écrit.
4. Si une partie est contestée : le reste demeure exigible.`,
    'N’annoncer que ce que nous allons faire. Aucune conséquence qui n’ait été décidée.',
  ),
  call(
    'Call promise reminder',
    'Appeler {{customer}} : le règlement du {{promised date}} tient-il ?',
    `1. Un règlement{{#promised amount}} de {{promised amount}}{{/promised amount}} est promis pour le {{promised date}}. Cela tient-il ?
2. Sinon : quel autre jour, et pourquoi ? Noter la nouvelle promesse.`,
  ),
  call(
    'Call promise missed',
    'Appeler {{customer}} : règlement prévu le {{promised date}} non reçu',
    `1. Un règlement{{#promised amount}} de {{promised amount}}{{/promised amount}} était promis pour le {{promised date}} ; {{#received}}reçu à ce jour : {{received}}{{/received}}{{^received}}rien n’est arrivé{{/received}}.
2. Que s’est-il passé ? Le règlement est-il parti ? En demander la référence.
3. Quel jour maintenant ? Noter la nouvelle promesse.`,
  ),
];

const ABOUT = `Client : {{customer}}
{{#owner}}Responsable du compte : {{owner}}{{/owner}}
{{#open}}Solde : {{open}}{{/open}}
{{#overdue}}Échu : {{overdue}}{{/overdue}}
{{#disputed}}En litige : {{disputed}}{{/disputed}}
{{#credits}}Crédits non encore imputés : {{credits}}{{/credits}}
{{#terms}}Conditions de règlement : {{terms}}{{/terms}}`;

function task(template: string, subject: string, ...todo: string[]): TemplateRow {
  return text(template, subject, ABOUT, ...todo, '{{invoices}}', BACKGROUND);
}

const TASKS: readonly TemplateRow[] = [
  task(
    'Task statement',
    'Relevé de compte pour {{customer}}, {{month}}',
    `1. Règlements, avoirs et litiges sont-ils enregistrés jusqu’à aujourd’hui ?
2. Envoyer le relevé à la personne qui le rapproche de ses livres, et demander les lignes qui diffèrent.
3. Traiter chaque ligne inconnue ou contestée chez le client.`,
  ),
  task(
    'Task reconcile',
    'Rapprocher le compte {{customer}} et convenir d’un rendez-vous',
    `1. Comparer les deux listes ligne à ligne : factures qui leur manquent, règlements qui nous manquent, déductions.
2. Imputer les avoirs et règlements qui ne le sont pas encore.
3. Convenir d’un rendez-vous sur le reste, avec une date pour chaque ligne.`,
  ),
  task(
    'Task hold',
    'Suspendre les commandes du client {{customer}} ?',
    `À décider avec les commerciaux : suspendre commandes et livraisons jusqu’au règlement de {{total}} ?
1. Quelles commandes sont en cours, et que nous coûterait un arrêt ? Sommes-nous tenus de livrer ?
2. Qu’est-ce qui doit être réglé avant de livrer à nouveau ?
3. Si oui : prévenir les commerciaux et le client, et bloquer le compte dans la gestion des commandes.`,
  ),
  task(
    'Task hold review',
    'Suspension des commandes et point commercial : {{customer}}',
    `1. Parler aux commerciaux : que savent-ils, et qu’est-il prévu avec ce client ?
2. Décider si les nouvelles commandes sont suspendues, et à quelles conditions elles reprennent.
3. Décider qui parle à la direction du client, et quand.`,
  ),
  task(
    'Task guarantee',
    'Suspension et garantie pour {{customer}}',
    `1. Décider si les nouvelles commandes sont suspendues.
2. Demander une sûreté : garantie, échéancier écrit ou paiement d’avance.
3. Vérifier l’encours autorisé et, s’il y en a un, l’obligation de déclaration à l’assureur-crédit.`,
  ),
  task(
    'Task hand-over',
    'Transmettre le dossier {{customer}} : {{total}}',
    `La dernière relance est partie. À décider : voie judiciaire, société de recouvrement, échéancier ou passage en perte.
1. Vérifier que rien n’est contesté, promis ou tout juste réglé.
2. Réunir factures, preuves de livraison, conditions et messages échangés.
3. Marquer les factures comme transmises : plus rien n’est envoyé à leur sujet.`,
  ),
  task(
    'Task review',
    'Revoir {{customer}} avant tout nouvel envoi',
    `1. Qu’est-ce qui a changé depuis le dernier message : règlements, promesses, réclamations, interlocuteurs ?
2. Le segment est-il le bon, ou faut-il le fixer dans AR Customers ?
3. Approuver l’étape en attente, la reporter ou la traiter comme faite.`,
  ),
];

/** The French WhatsApp texts, call sheets and task notes. */
export const FRENCH_SHEETS: readonly TemplateRow[] = [...WHATSAPP, ...CALLS, ...TASKS].map(withFrenchSpaces);
