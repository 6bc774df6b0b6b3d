// The German mails a new workbook starts with. After the salutation and its comma a sentence goes on in lower case.
import { type TemplateRow, textIn } from './row';

const text = textIn('de');

const APART = `{{#disputed}}
Die Beträge in Klärung ({{disputed}}) sind in dieser Summe nicht enthalten; dazu melden wir uns gesondert bei Ihnen.

{{/disputed}}
{{#credits}}
Auf Ihrem Konto stehen außerdem Guthaben von {{credits}}. Bitte teilen Sie uns mit, mit welchen Rechnungen wir sie verrechnen sollen.

{{/credits}}`;

const RECEIVED = `{{#received}}
{{received}} haben wir{{#received date}} am {{received date}}{{/received date}} dankend erhalten; der Betrag ist bereits berücksichtigt.

{{/received}}`;

const HOW_TO_PAY = `{{#payment link}}
Online bezahlen können Sie hier:
{{payment link}}

{{/payment link}}
{{bank details}}`;

const CROSSED =
  'Zahlungseingänge sind bis zum {{as of}} berücksichtigt. Hat sich Ihre Zahlung mit dieser Nachricht überschnitten, so ist die Nachricht gegenstandslos; in diesem Fall vielen Dank.';

const HISTORY = `{{#history}}
Bisherige Kontakte:
{{history}}

{{/history}}`;

const CLOSING = `Mit freundlichen Grüßen
{{signature}}

{{reference}}`;

function mail(template: string, subject: string, ...paragraphs: string[]): TemplateRow {
  return text(template, subject, '{{greeting}}', ...paragraphs, CLOSING);
}

const BEFORE_DUE = mail(
  'Before due',
  '{{#one}}Rechnung {{no}} wird am {{due date}} fällig{{/one}}{{#several}}{{n}} Rechnungen: {{no}} wird am {{due date}} fällig{{/several}}',
  '{{#one}}vorab ein kurzer Hinweis: Die Rechnung {{no}} über {{total}} wird am {{due date}} fällig.{{/one}}{{#several}}vorab ein kurzer Hinweis: Die Rechnung {{no}} wird am {{due date}} fällig. Alle betroffenen Rechnungen, zusammen {{total}}, finden Sie in der Tabelle.{{/several}}',
  '{{invoices}}',
  `{{#order no}}
Auf der Rechnung steht Ihre Bestellnummer {{order no}}. Falls sie nicht stimmt oder Ihnen für die Freigabe noch etwas fehlt, sagen Sie uns bitte schon jetzt Bescheid; wir kümmern uns sofort darum.
{{/order no}}
{{^order no}}
Falls Sie für die Freigabe eine Bestellnummer auf der Rechnung, eine Kopie oder etwas anderes benötigen, sagen Sie uns bitte schon jetzt Bescheid; wir kümmern uns sofort darum.
{{/order no}}`,
  APART,
  HOW_TO_PAY,
  'Ist die Zahlung bereits vorgemerkt, brauchen Sie nichts weiter zu tun. Vielen Dank.',
);

const PROMISE_ASK = mail(
  'Promise ask',
  'Wann dürfen wir mit {{total}} rechnen?',
  '{{#one}}die Rechnung {{no}} über {{total}}{{/one}}{{#several}}die Tabelle unten führt {{n}} Rechnungen über zusammen {{total}} auf; die Rechnung {{no}}{{/several}} wird am {{due date}} fällig. Damit wir planen können: An welchem Tag werden Sie voraussichtlich zahlen?',
  '{{invoices}}',
  'Eine kurze Antwort mit dem Datum genügt. Sollte etwas im Weg stehen, etwa eine fehlende Unterlage, eine falsche Bestellnummer oder eine Frage zur Lieferung, lassen Sie uns auch das bitte wissen; wir kümmern uns darum.',
  APART,
  HOW_TO_PAY,
);

const FRIENDLY = mail(
  'Friendly',
  '{{#one}}Zahlungserinnerung: Rechnung {{no}}{{/one}}{{#several}}Zahlungserinnerung: {{n}} Rechnungen{{/several}}',
  `{{#one}}
zur Rechnung {{no}}, fällig am {{due date}}, sind in unseren Büchern noch {{total}} offen. Vielleicht wurde sie einfach übersehen.
{{/one}}
{{#several}}
zu {{n}} Rechnungen sind in unseren Büchern noch zusammen {{total}} offen. Vielleicht wurden sie einfach übersehen.
{{/several}}`,
  '{{invoices}}',
  RECEIVED,
  APART,
  HOW_TO_PAY,
  'Falls Ihnen eine Rechnung nicht vorliegt oder etwas daran unklar ist, antworten Sie bitte einfach auf diese E-Mail.',
  CROSSED,
);

const PERSONAL = mail(
  'Personal',
  '{{#contact}}{{contact}}, eine{{/contact}}{{^contact}}Eine{{/contact}} kurze Frage zu {{total}}',
  `{{#overdue}}
{{#one}}zur Rechnung {{no}}, fällig am {{due date}}, sind bei uns noch {{total}} offen.{{/one}}{{#several}}zu den {{n}} Rechnungen unten sind bei uns noch zusammen {{total}} offen.{{/several}}{{#last contact}} Zuletzt standen wir am {{last contact}} in Kontakt.{{/last contact}} Darf ich fragen, wann Sie die Zahlung vorgesehen haben?
{{/overdue}}
{{^overdue}}
{{#one}}die Rechnung {{no}} über {{total}} wird am {{due date}} fällig.{{/one}}{{#several}}die {{n}} Rechnungen unten über zusammen {{total}} sind offen; {{no}} wird am {{due date}} fällig.{{/several}} Darf ich fragen, ob die Zahlung schon eingeplant ist und für welchen Tag?
{{/overdue}}`,
  '{{invoices}}',
  RECEIVED,
  APART,
  'Sollte es einen Grund geben, warum die Zahlung noch warten muss, sagen Sie ihn mir bitte. Das meiste lässt sich schnell klären, sobald wir davon wissen.',
  HOW_TO_PAY,
  CROSSED,
);

const FIRM = mail(
  'Firm',
  'Überfällig: {{total}}{{#age}}, {{age}}{{/age}}',
  `{{#one}}
zur Rechnung {{no}}, fällig am {{due date}}, sind weiterhin {{total}} offen.{{#last contact}} Zuletzt standen wir am {{last contact}} in Kontakt.{{/last contact}}
{{/one}}
{{#several}}
zu den {{n}} unten aufgeführten Rechnungen sind weiterhin zusammen {{total}} überfällig.{{#last contact}} Zuletzt standen wir am {{last contact}} in Kontakt.{{/last contact}}
{{/several}}`,
  '{{invoices}}',
  RECEIVED,
  APART,
  'Bitte überweisen Sie den fälligen Betrag umgehend oder nennen Sie uns bis zum {{reply by}} den Tag, an dem Sie ihn zahlen. Falls Sie etwas davon beanstanden, nennen Sie uns bitte bis zum selben Tag die Rechnung und den Grund, damit wir der Sache nachgehen können.',
  HOW_TO_PAY,
  CROSSED,
);

const FIRM_SENIOR = mail(
  'Firm senior',
  '{{customer}}: {{total}} überfällig – Bitte um Ihre Unterstützung',
  'ich wende mich direkt an Sie, weil unsere Nachrichten an Ihre Buchhaltung bisher nicht zur Zahlung geführt haben. {{#one}}Zur Rechnung {{no}}, fällig am {{due date}}, sind noch {{total}} offen{{#age}}; die Fälligkeit liegt {{age}} zurück{{/age}}.{{/one}}{{#several}}Zu {{n}} Rechnungen sind zusammen {{total}} überfällig{{#age}}; die Fälligkeit der Rechnung {{no}} liegt {{age}} zurück{{/age}}.{{/several}}',
  '{{invoices}}',
  HISTORY,
  RECEIVED,
  APART,
  'Die Zusammenarbeit mit Ihnen ist uns wichtig, und wir möchten die Angelegenheit gern ohne weitere Schritte regeln. Könnten Sie die Zahlung veranlassen oder mir bis zum {{reply by}} sagen, wann sie erfolgt und an wen ich mich wenden kann?',
  HOW_TO_PAY,
  CROSSED,
);

const FIRM_DEADLINE = mail(
  'Firm deadline',
  '{{customer}}: Zahlung von {{total}} bis zum {{deadline}}',
  'trotz mehrerer Nachrichten sind {{#one}}zur Rechnung {{no}}, fällig am {{due date}}, noch immer {{total}}{{/one}}{{#several}}zu den {{n}} unten aufgeführten Rechnungen noch immer zusammen {{total}}{{/several}} offen.',
  '{{invoices}}',
  HISTORY,
  RECEIVED,
  APART,
  'Bitte sorgen Sie dafür, dass der Betrag bis zum {{deadline}} auf unserem Konto eingeht. Ist das nicht möglich, rufen Sie uns bitte vorher an, damit wir gemeinsam einen Termin vereinbaren können.',
  HOW_TO_PAY,
  CROSSED,
);

const HOLD_NOTICE = mail(
  'Hold notice',
  'Neue Aufträge ruhen bis zum Ausgleich von {{total}}',
  '{{#one}}zur Rechnung {{no}}, fällig am {{due date}}, sind noch immer {{total}} offen.{{/one}}{{#several}}zu {{n}} Rechnungen sind noch immer zusammen {{total}} offen.{{/several}} Neue Aufträge von {{customer}} haben wir deshalb vorerst zurückgestellt.',
  '{{invoices}}',
  RECEIVED,
  APART,
  `{{#release terms}}
Wir geben sie unter folgenden Bedingungen wieder frei:
{{release terms}}
{{/release terms}}
{{^release terms}}
Wir geben sie wieder frei, sobald der überfällige Betrag auf unserem Konto eingegangen ist.
{{/release terms}}`,
  'Ist ein Auftrag dringend, rufen Sie uns bitte an: Wir suchen gern gemeinsam nach einer Lösung.',
  HOW_TO_PAY,
  CROSSED,
);

const FINAL = mail(
  'Final',
  'Letzte Mahnung: {{total}} bis zum {{deadline}}',
  'trotz unserer bisherigen Erinnerungen sind {{#one}}zur Rechnung {{no}}, fällig am {{due date}}, noch {{total}}{{/one}}{{#several}}zu den {{n}} unten aufgeführten Rechnungen noch zusammen {{total}}{{/several}} unbezahlt.',
  '{{invoices}}',
  RECEIVED,
  APART,
  'Dies ist unsere letzte Mahnung. Bitte sorgen Sie dafür, dass der Betrag bis zum {{deadline}} auf unserem Konto eingeht.{{#next step}} Ist er bis dahin nicht eingegangen und haben wir auch nichts von Ihnen gehört, so ist unser nächster Schritt {{next step}}.{{/next step}}',
  'Können Sie nicht den ganzen Betrag auf einmal zahlen, oder beanstanden Sie einen Teil davon, melden Sie sich bitte vor diesem Tag bei uns. Eine Einigung mit Ihnen ist uns viel lieber.',
  HOW_TO_PAY,
  CROSSED,
);

const STATEMENT = mail(
  'Statement',
  'Kontoauszug {{month}}',
  'nachfolgend erhalten Sie den Auszug Ihres Kontos bei uns mit Stand vom {{as of}}.',
  '{{invoices}}',
  `{{#open}}
Saldo Ihres Kontos: {{open}}
{{/open}}
{{^open}}
Das Konto ist ausgeglichen: Es ist nichts mehr zu zahlen.
{{/open}}
{{#overdue}}
Davon überfällig: {{overdue}}
{{/overdue}}
{{#not due}}
Noch nicht fällig: {{not due}}
{{/not due}}
{{#disputed}}
In Klärung: {{disputed}}
{{/disputed}}
{{#credits}}
Noch nicht verrechnete Guthaben: {{credits}}
{{/credits}}`,
  'Bitte vergleichen Sie den Auszug mit Ihren Unterlagen und sagen Sie uns, wenn eine Rechnung fehlt, wenn Sie eine Kopie brauchen oder mit einem Posten nicht einverstanden sind. Andernfalls ist keine Antwort nötig.',
  HOW_TO_PAY,
  'Zahlungen, die uns nach dem {{as of}} erreicht haben, sind noch nicht enthalten.',
);

const OLD_BALANCE = mail(
  'Old balance',
  'Bitte bestätigen Sie uns Ihren Saldo',
  'wir sehen zurzeit die älteren Posten in unseren Büchern durch und möchten sichergehen, dass Ihre Bücher mit unseren übereinstimmen. Das ist unser Stand für {{customer}} vom {{as of}}:',
  '{{invoices}}',
  `{{#age bands}}
Nach Alter:
{{age bands}}
{{/age bands}}`,
  'Bitte bestätigen Sie uns den Saldo bis zum {{reply by}} oder sagen Sie uns, welche Posten Sie bereits bezahlt haben oder mit welchen Sie nicht einverstanden sind. Haben Sie schon bezahlt, helfen uns Datum und Verwendungszweck, die Zahlung zu finden.',
  HOW_TO_PAY,
);

const PROMISE_REMINDER = mail(
  'Promise reminder',
  'Ihre Zahlung{{#promised amount}} von {{promised amount}}{{/promised amount}} zum {{promised date}}',
  'vielen Dank, dass Sie uns Ihren Zahlungstermin genannt haben. Wir haben Ihre Zahlung{{#promised amount}} von {{promised amount}}{{/promised amount}} für den {{promised date}} vorgemerkt und möchten uns nur vergewissern, dass es dabei bleibt.',
  '{{invoices}}',
  RECEIVED,
  'Hat sich der Termin geändert, nennen Sie uns bitte den neuen. Andernfalls brauchen Sie nichts weiter zu tun.',
  HOW_TO_PAY,
);

const PROMISE_MISSED = mail(
  'Promise missed',
  'Angekündigte Zahlung zum {{promised date}} nicht eingegangen',
  'wir hatten Ihre Zahlung{{#promised amount}} von {{promised amount}}{{/promised amount}} für den {{promised date}} vorgemerkt. {{#received}}Bisher sind {{received}} bei uns eingegangen{{#received date}}, und zwar am {{received date}}{{/received date}}; vielen Dank dafür. Damit sind noch {{total}} offen.{{/received}}{{^received}}Sie ist nicht bei uns eingegangen; damit sind noch {{total}} offen.{{/received}}',
  '{{invoices}}',
  APART,
  'Ist etwas dazwischengekommen? Bitte sagen Sie uns bis zum {{reply by}}, wann wir mit der Zahlung rechnen können, oder senden Sie uns einen Zahlungsbeleg, falls sie schon unterwegs ist.',
  HOW_TO_PAY,
  CROSSED,
);

const PART_PAYMENT = mail(
  'Part payment',
  'Vielen Dank; noch {{balance}} offen',
  '{{#received}}vielen Dank für Ihre Zahlung von {{received}}{{#received date}}, die am {{received date}} bei uns eingegangen ist{{/received date}}.{{/received}}{{^received}}vielen Dank für Ihre Zahlung.{{/received}} Damit sind noch {{balance}} offen:',
  '{{invoices}}',
  APART,
  'War die Differenz beabsichtigt? Falls Sie etwas abgezogen haben, sagen Sie uns bitte, wofür. Andernfalls freuen wir uns über den restlichen Betrag oder darüber zu hören, an welchem Tag Sie ihn zahlen.',
  HOW_TO_PAY,
  'Zahlungseingänge sind bis zum {{as of}} berücksichtigt.',
);

const DISPUTE_CLOSED = mail(
  'Dispute closed',
  'Ergebnis Ihrer Rückfrage zu {{no}}',
  `vielen Dank für Ihre Geduld. Wir haben Ihre Rückfrage zur Rechnung {{no}} geprüft.{{#outcome}} Das Ergebnis:
{{outcome}}{{/outcome}}`,
  '{{invoices}}',
  '{{#new date}}Als neue Fälligkeit gilt der {{new date}}; offen sind {{total}}.{{/new date}}{{^new date}}Der Betrag von {{total}} ist nun zur Zahlung fällig.{{/new date}} Sehen Sie es anders, antworten Sie bitte auf diese E-Mail; wir besprechen es dann gern mit Ihnen.',
  HOW_TO_PAY,
);

const DISCOUNT = mail(
  'Discount',
  '{{discount}} Skonto bis zum {{discount date}}',
  'wenn Sie die Rechnung {{no}} bis zum {{discount date}} bezahlen, können Sie das vereinbarte Skonto von {{discount}} abziehen.',
  '{{invoices}}',
  HOW_TO_PAY,
  'Ist Ihre Zahlung bereits unterwegs, brauchen Sie nichts weiter zu tun. Vielen Dank.',
);

// To our own account owner, so without the salutation of the customer.
const HEADS_UP = text(
  'Heads-up',
  'Vorab: Wir schreiben demnächst an die Leitung von {{customer}}',
  'Guten Tag,',
  '{{#planned date}}am {{planned date}}{{/planned date}}{{^planned date}}in Kürze{{/planned date}} schreibe ich an die Leitung von {{customer}}{{#senior contact}} ({{senior contact}}){{/senior contact}}. Es geht um {{total}}{{#age}}; die Rechnung {{no}} ist {{age}} überfällig{{/age}}.{{#planned subject}} Der Betreff wird lauten: „{{planned subject}}“.{{/planned subject}}',
  '{{invoices}}',
  HISTORY,
  `{{#promises}}
Bisherige Zusagen:
{{promises}}

{{/promises}}
{{#notes}}
Notizen:
{{notes}}

{{/notes}}`,
  'Bitte antworten Sie, wenn ich warten soll, wenn Sie lieber zuerst selbst dort anrufen oder wenn Sie etwas wissen, das ich nicht weiß. Ohne Antwort geht die Nachricht wie geplant hinaus.',
  'Zahlungseingänge sind bis zum {{as of}} berücksichtigt.',
  CLOSING,
);

/** The German mails, in the order in which a collector meets them; the last goes to our own account owner. */
export const GERMAN_MAILS: readonly TemplateRow[] = [
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
];
