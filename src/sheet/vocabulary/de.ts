// German: DATEV, Lexware, sevDesk, SAP and sheets grown by hand.
import type { Language } from './language';

export const GERMAN: Language = {
  headers: {
    customer:
      'kunde, kunden, debitor, debitoren, auftraggeber, rechnungsempfänger, geschäftspartner, mandant, schuldner, käufer, mieter',
    company: 'firma, unternehmen, organisation',
    name: 'bezeichnung kunde, firmenname, vollname, matchcode',
    contact: 'kontakt, ansprechpartner',
    account: 'konto',
    'account name': 'kontobezeichnung, kontoname, kontobeschriftung, kundenbezeichnung',
    'customer number': 'kdnr, kundenkonto, debitorenkonto, debitornr, kd nr, kundennr',
    invoice: 'rechnung, rechnungen, rechnungs, ausgangsrechnung, re',
    'invoice number':
      'rechnungskennung, rnr, renr, belegfeld 1, belegfeld1, rg nr, rgnr, fakturanummer, faktura, op nummer, op nr',
    document: 'beleg, dokument, buchungsbeleg',
    number: 'nummer, nr, kennung',
    reference: 'referenz, zuordnung',
    transaction: 'vorgang, buchung',
    date: 'datum',
    'invoice date': 'belegdatum, re datum, ausstellungsdatum, rg datum, fakturadatum, op datum',
    'posting date': 'buchungsdatum',
    'due date':
      'fällig, fälligkeit, fälligkeitsdatum, fälligkeitstermin, fällig am, fällig bis, zahlbar bis, nettofälligkeit, zahlung bis, zahlungsfrist bis, frist bis, zahlungstermin',
    deadline: 'zahlungsfrist',
    zahlungsziel: 'zahlungsziel, ziel',
    'payment terms':
      'zahlungsbedingung, zahlungsbedingungen, zahlungskondition, zahlungskonditionen, zahlungsziel tage, zahlungsziel in tagen, ziel tage',
    amount: 'betrag, summe, wert',
    total: 'gesamt, gesamtbetrag, gesamtsumme, endbetrag, endsumme',
    gross: 'brutto, bruttobetrag, bruttosumme, inkl mwst, inkl ust',
    net: 'netto, nettobetrag, nettosumme, exkl mwst, zzgl mwst, ohne mwst, warenwert',
    tax: 'mwst, ust, mehrwertsteuer, umsatzsteuer, steuer, steuerbetrag',
    'amount paid':
      'bisher gezahlt, bezahlt, gezahlt, bisher bezahlt, bereits gezahlt, bezahlter betrag, zahlungen, zahlbetrag, erhalten, zahlungsbetrag, bereits bezahlt, beglichen',
    'amount received': 'eingegangen',
    outstanding:
      'offen, offene, aktuelloffen, aktuell offen, offener betrag, offener posten, offene summe, ausstehend, ausstehender betrag, offene forderung, noch offen, unbezahlt, op betrag, restbetrag, restforderung, offener saldo, offener rest, saldo offen, opos betrag, rest, restsumme, noch zu zahlen, noch zu bezahlen, op saldo',
    'amount due': 'forderung, fälliger betrag, zu zahlen, zahlbarer betrag',
    debit: 'soll, belastung',
    credit: 'haben',
    turnover: 'umsatz',
    running: 'kumuliert, kumulierter, laufend, laufender',
    balance: 'saldo',
    currency: 'währung, wkz, währungskennung, währungscode, whg',
    status: 'status, zahlungsstatus, rechnungsstatus, zustand',
    'payment date':
      'zahlungsdatum, bezahlt am, gezahlt am, zahlungseingang am, ausgleichsdatum, ausgeglichen am, beglichen am, datum zahlung, zahldatum, bezahldatum, zahlung am',
    'payment received': 'zahlungseingang, geldeingang, eingang',
    payment: 'zahlung',
    disputed: 'strittig, streitig, reklamation, reklamiert, klärfall, in klärung, bestritten, widerspruch',
    email: 'e mail adresse, mailadresse, emailadresse, mail adresse',
    language: 'sprache, korrespondenzsprache',
    owner:
      'sachbearbeiter, bearbeiter, zuständig, betreuer, verantwortlich, verantwortlicher, kundenbetreuer, vertreter',
    region: 'gebiet, bundesland, land',
    'business unit':
      'geschäftsbereich, abteilung, buchungskreis, niederlassung, kostenstelle, standort, filiale, sparte',
    product: 'produkt, artikel, leistung',
    quantity: 'menge, anzahl',
    'unit price': 'einzelpreis, stückpreis',
    position: 'position, pos, positionstext',
    'order number': 'auftragsnummer, bestellnummer, auftrag, bestellung',
    'payment link': 'zahlungslink, bezahllink',
    'document type': 'belegart, art, typ',
    last: 'letzte, letzter, letzten',
    days: 'tage, tagen',
    local: 'hauswährung, hw',
  },
  months: 'januar|jänner,februar,märz|mrz,april,mai,juni,juli,august,september,oktober,november,dezember',
  status: {
    paid: 'bezahlt, beglichen, ausgeglichen, gezahlt, erledigt, vollständig bezahlt, abgeschlossen, eingegangen',
    'part-paid': 'teilweise bezahlt, teilbezahlt, teilzahlung, anbezahlt, teilweise gezahlt',
    open: 'offen, unbezahlt, nicht bezahlt, fällig, überfällig, ausstehend, versendet, gesendet, gestellt, gemahnt, angemahnt, mahnung, zahlungserinnerung, nicht fällig, verschickt, in verzug, teilweise offen, neu',
    disputed: 'strittig, reklamiert, reklamation, bestritten, in klärung, klärung, klärfall, widerspruch',
    draft: 'entwurf, vorlage, proforma',
    void: 'storniert, storno, abgeschrieben, gelöscht, annulliert, ausgebucht',
    credit: 'gutschrift, stornorechnung, rechnungskorrektur, gutgeschrieben',
  },
  yes: 'ja, j, wahr',
  no: 'nein, falsch, keine, kein',
  totals: 'summe, gesamt, gesamtsumme, zwischensumme, endsumme, insgesamt, gesamtbetrag',
};
