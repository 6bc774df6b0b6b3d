// The German WhatsApp texts, call sheets and task notes a new workbook starts with.
import { type TemplateRow, textIn } from './row';

const text = textIn('de');

// A message is read on a telephone: no table, no bank details, one question.
const MESSAGE_END = `{{#payment link}}
Online bezahlen: {{payment link}}
{{/payment link}}
{{signature}}
{{reference}}`;

const WHATSAPP: readonly TemplateRow[] = [
  text(
    'WhatsApp friendly',
    'Nachricht an {{customer}}: {{total}}',
    '{{greeting}}',
    `{{#overdue}}
eine kurze Erinnerung: In unseren Büchern sind noch {{total}} offen.
{{/overdue}}
{{^overdue}}
ein kurzer Hinweis: {{total}} werden am {{due date}} fällig. Dürfen wir damit rechnen?
{{/overdue}}
{{invoice list}}`,
    'Ist die Zahlung schon unterwegs? Dann vielen Dank, und diese Nachricht hat sich erledigt.',
    MESSAGE_END,
  ),
  text(
    'WhatsApp personal',
    'Nachricht an {{customer}}: {{total}}',
    '{{greeting}}',
    'darf ich fragen, wann wir mit {{total}} rechnen können?\n{{invoice list}}',
    'Falls Ihnen etwas fehlt, zum Beispiel eine Kopie, schreiben Sie einfach zurück, und ich schicke sie Ihnen.',
    MESSAGE_END,
  ),
  text(
    'WhatsApp firm',
    'Nachricht an {{customer}}: {{total}} überfällig',
    '{{greeting}}',
    'in unseren Büchern sind {{total}} überfällig:\n{{invoice list}}',
    'Bitte sagen Sie uns bis zum {{reply by}}, an welchem Tag Sie zahlen. Falls Sie eine Rechnung beanstanden, sagen Sie uns bitte, welche und warum. Haben Sie schon bezahlt, vielen Dank.',
    MESSAGE_END,
  ),
];

const WHO = `Anruf: {{#contact}}{{contact}}, {{/contact}}{{customer}}
{{#phone}}Telefon: {{phone}}{{/phone}}
{{#owner}}Kundenbetreuung: {{owner}}{{/owner}}
{{#last contact}}Letzter Kontakt: {{last contact}}{{/last contact}}`;

const FACTS = `Gefordert: {{total}}
{{#terms}}Zahlungsbedingungen: {{terms}}{{/terms}}
{{#disputed}}In Klärung, nicht ansprechen: {{disputed}}{{/disputed}}
{{#credits}}Noch zuzuordnende Guthaben: {{credits}}{{/credits}}
{{#received}}Zuletzt eingegangen: {{received}}{{#received date}} am {{received date}}{{/received date}}{{/received}}`;

const OBJECTIONS = `Was man oft hört, und gute Antworten darauf:
- „Wir haben die Rechnung nicht bekommen.“ Adresse prüfen, noch während des Gesprächs eine Kopie schicken und fragen, in welchen Zahllauf sie noch kommt.
- „Sie ist noch nicht freigegeben“, „die Bestellnummer fehlt“: Wer gibt frei, und bis wann? Fehlendes noch heute schicken; am genannten Tag wieder anrufen.
- „Das Geld ist gerade nicht da.“ Was geht heute, und an welchen Tagen folgt der Rest? Tage und Beträge vereinbaren, kein „bald“.
- „Das erkennen wir nicht an.“ Welche Rechnung, welcher Betrag, warum? Als Reklamation aufnehmen, sagen, wer antwortet, und um den unstrittigen Teil bitten.
- „Die Zahlung ist unterwegs.“ Danken und nach Tag, Betrag und Verwendungszweck fragen. Als Zusage notieren.
- „Die zuständige Person ist nicht da.“ Bis wann, und wer vertritt sie? Sonst einen Tag für den nächsten Anruf vereinbaren.`;

const BACKGROUND = `{{#promises}}
Bisherige Zusagen:
{{promises}}

{{/promises}}
{{#history}}
Bisherige Kontakte:
{{history}}

{{/history}}
{{#notes}}
Notizen:
{{notes}}

{{/notes}}
Stand vom {{as of}}. {{reference}}`;

const RECORD = 'Festhalten: mit wem gesprochen, was vereinbart, Tag und Betrag jeder Zusage.';

function call(template: string, subject: string, ...questions: string[]): TemplateRow {
  return text(template, subject, WHO, FACTS, '{{invoices}}', ...questions, OBJECTIONS, RECORD, BACKGROUND);
}

const CALLS: readonly TemplateRow[] = [
  call(
    'Call promise ask',
    'Anruf bei {{customer}}: Wann werden {{total}} bezahlt?',
    `1. Sind die Rechnungen angekommen und freigegeben?
2. An welchem Tag werden sie bezahlt? Als Zusage notieren.
3. Fehlt etwas: eine Bestellnummer, ein Lieferschein, eine Kopie?`,
  ),
  call(
    'Call documents',
    'Anruf bei {{customer}}: Steht {{total}} etwas im Weg?',
    `1. Sind die Rechnungen erfasst und der Bestellung zugeordnet?{{#order no}} Bestellnummer auf {{no}}: {{order no}}.{{/order no}}
2. Welche Unterlagen fehlen? Anbieten, sie noch heute zu schicken.
3. In welchem Zahllauf werden sie bezahlt?`,
  ),
  call(
    'Call personal',
    'Anruf bei {{customer}} wegen {{total}}',
    `1. Sind unsere Nachrichten angekommen, und bei der richtigen Person?
2. Gibt es eine Rückfrage zu einer Rechnung oder Lieferung? Dann eine Reklamation aufnehmen.
3. Wann wird der Betrag bezahlt? Als Zusage notieren.`,
  ),
  call(
    'Call firm',
    'Anruf bei {{customer}}: {{total}} überfällig',
    `1. Den Betrag nennen{{#age}} und wie lange er fällig ist: {{no}}, {{age}}{{/age}}.
2. Um Zahlung noch heute bitten oder um einen festen Tag, spätestens den {{reply by}}.
3. Ist Zahlung nicht auf einmal möglich: Raten mit Terminen vereinbaren und schriftlich bestätigen.
4. Wird ein Teil beanstandet: Der Rest bleibt fällig.`,
    'Nur sagen, was wir wirklich tun werden. Keine Folgen ankündigen, die nicht beschlossen sind.',
  ),
  call(
    'Call promise reminder',
    'Anruf bei {{customer}}: Bleibt es bei der Zahlung am {{promised date}}?',
    `1. Zugesagt ist die Zahlung{{#promised amount}} von {{promised amount}}{{/promised amount}} für den {{promised date}}. Bleibt es dabei?
2. Wenn nicht: An welchem Tag dann, und warum? Die neue Zusage notieren.`,
  ),
  call(
    'Call promise missed',
    'Anruf bei {{customer}}: Zahlung zum {{promised date}} nicht eingegangen',
    `1. Zugesagt war die Zahlung{{#promised amount}} von {{promised amount}}{{/promised amount}} für den {{promised date}}; {{#received}}eingegangen sind {{received}}{{/received}}{{^received}}eingegangen ist nichts{{/received}}.
2. Was kam dazwischen? Ist die Zahlung unterwegs? Nach dem Verwendungszweck fragen.
3. An welchem Tag jetzt? Die neue Zusage notieren.`,
  ),
];

const ABOUT = `Kunde: {{customer}}
{{#owner}}Kundenbetreuung: {{owner}}{{/owner}}
{{#open}}Offen: {{open}}{{/open}}
{{#overdue}}Überfällig: {{overdue}}{{/overdue}}
{{#disputed}}In Klärung: {{disputed}}{{/disputed}}
{{#credits}}Noch zuzuordnende Guthaben: {{credits}}{{/credits}}
{{#terms}}Zahlungsbedingungen: {{terms}}{{/terms}}`;

function task(template: string, subject: string, ...todo: string[]): TemplateRow {
  return text(template, subject, ABOUT, ...todo, '{{invoices}}', BACKGROUND);
}

const TASKS: readonly TemplateRow[] = [
  task(
    'Task statement',
    'Kontoauszug für {{customer}}, {{month}}',
    `1. Sind Zahlungen, Guthaben und Reklamationen bis heute gebucht?
2. Den Auszug an die Person schicken, die ihn mit den eigenen Büchern abgleicht, und um abweichende Posten bitten.
3. Jedem Posten nachgehen, der dort unbekannt oder nicht anerkannt ist.`,
  ),
  task(
    'Task reconcile',
    'Konto von {{customer}} abstimmen und Gespräch vereinbaren',
    `1. Unsere Liste mit ihrer Posten für Posten vergleichen: Rechnungen, die ihnen fehlen, Zahlungen, die uns fehlen, Abzüge.
2. Guthaben und Zahlungen zuordnen, die noch nicht mit Rechnungen verrechnet sind.
3. Über den Rest ein Gespräch vereinbaren, mit einem Termin für jeden Posten.`,
  ),
  task(
    'Task hold',
    'Liefersperre für {{customer}}?',
    `Mit dem Vertrieb entscheiden: neue Aufträge und Lieferungen aussetzen, bis {{total}} ausgeglichen sind?
1. Welche Aufträge laufen, und was würde eine Sperre uns kosten? Sind wir zur Lieferung verpflichtet?
2. Was muss bezahlt sein, bevor wir wieder liefern?
3. Wenn ja: Vertrieb und Kunden informieren und die Sperre in der Auftragsverwaltung setzen.`,
  ),
  task(
    'Task hold review',
    'Liefersperre und Gespräch mit dem Vertrieb über {{customer}}',
    `1. Mit dem Vertrieb sprechen: Was ist dort bekannt, und was ist mit diesem Kunden geplant?
2. Entscheiden, ob neue Aufträge ruhen und unter welchen Bedingungen sie freigegeben werden.
3. Entscheiden, wer mit der Leitung spricht, und wann.`,
  ),
  task(
    'Task guarantee',
    'Liefersperre und Sicherheit für {{customer}}',
    `1. Entscheiden, ob neue Aufträge ruhen.
2. Um eine Sicherheit bitten: Bürgschaft, schriftlicher Zahlungsplan oder Vorkasse.
3. Kreditlimit prüfen und, wo es eine gibt, die Meldepflicht gegenüber der Warenkreditversicherung.`,
  ),
  task(
    'Task hand-over',
    'Übergabe von {{customer}}: {{total}}',
    `Die letzte Mahnung ist verschickt. Entscheiden: Rechtsweg, Inkassounternehmen, Zahlungsplan oder Ausbuchung.
1. Prüfen, dass nichts strittig, zugesagt oder gerade bezahlt ist.
2. Rechnungen, Liefernachweise, Bedingungen und bisherige Nachrichten zusammenstellen.
3. Die Rechnungen als übergeben kennzeichnen: Von da an wird zu ihnen nichts mehr verschickt.`,
  ),
  task(
    'Task review',
    '{{customer}} prüfen, bevor wieder etwas verschickt wird',
    `1. Was hat sich seit der letzten Nachricht geändert: Zahlungen, Zusagen, Rückfragen, Ansprechpartner?
2. Stimmt das Segment, oder soll es in AR Customers überschrieben werden?
3. Den wartenden Schritt freigeben, verschieben oder als erledigt behandeln.`,
  ),
];

/** The German WhatsApp texts, call sheets and task notes. */
export const GERMAN_SHEETS: readonly TemplateRow[] = [...WHATSAPP, ...CALLS, ...TASKS];
