// Polish: FakturaXL, inFakt, Fakturownia, wFirma, Comarch, Subiekt and sheets grown by hand.
import type { Language } from '../language';

export const POLISH: Language = {
  headers: {
    customer:
      'klient, klienci, kontrahent, nabywca, odbiorca, dłużnik, płatnik, nabywcy, kontrahenta, klienta, odbiorcy, zamawiający, najemca',
    company: 'firma, spółka, przedsiębiorstwo',
    'company name': 'nazwa firmy',
    name: 'nazwa, imię nazwisko, nazwisko',
    contact: 'kontakt, osoba kontaktowa',
    code: 'kod, symbol, akronim',
    supplier: 'sprzedawca, sprzedawcy, dostawca, dostawcy',
    taxid: 'nip',
    invoice: 'faktura, faktury, fv, fakt, faktur, vat faktury, faktura vat, faktury vat',
    document: 'dokument, dokumentu, dok',
    number: 'numer, nr, num',
    date: 'data, dnia',
    issue: 'wystawienia, wyst, wystawiony, wystawiono, wystawienie',
    'issued on': 'wystawiona, wystawiono dnia',
    'due date':
      'termin płatności, termin zapłaty, data płatności do, termin, płatne do, data wymagalności, zapłata do, termin płat, wymagalność, wymagalne, wymagalny, termin platn, ostateczny termin płatności',
    'payment terms':
      'warunki płatności, dni płatności, okres płatności, termin płatności dni, termin dni, warunki zapłaty, liczba dni płatności',
    amount: 'kwota, wartość, suma, należność pierwotna',
    total: 'razem, łącznie, ogółem',
    gross: 'brutto',
    net: 'netto',
    tax: 'vat, podatek, kwota vat',
    'amount payable': 'do zapłaty, kwota do zapłaty, razem do zapłaty, należność',
    'amount paid':
      'zapłacono, wpłacono, opłacono, kwota zapłacona, zapłacone, wpłaty, wpłata, zapłacona kwota, otrzymano, rozliczono, kwota wpłat, kwota wpłaty, kwota zapłacono, uregulowano, kwota opłacona',
    'payment received': 'wpływ, wpływy',
    payment: 'płatność, zapłata, zapłaty, płatności',
    paid: 'opłacona, zapłacona, opłacone, zapłacony',
    outstanding:
      'pozostało do zapłaty, pozostało, zaległość, niezapłacone, kwota pozostała, pozostaje do zapłaty, do rozliczenia, pozostała kwota, zostało do zapłaty, kwota niezapłacona, należność pozostała, kwota zaległości, pozostało do rozliczenia, nierozliczone, niezapłacono, nieuregulowane, kwota pozostała do zapłaty, zadłużenie, zostało',
    debit: 'winien, wn, obciążenie, obciążenia',
    credit: 'ma, uznanie, uznania',
    running: 'narastająco, narastające',
    balance: 'saldo',
    currency: 'waluta, kod waluty, waluty',
    status: 'status, stan, status płatności, stan płatności, status faktury, status zapłaty',
    'payment date':
      'data zapłaty, data płatności, data wpłaty, zapłacono dnia, opłacono dnia, data rozliczenia, data opłacenia, data uregulowania, data wpływu, data zaksięgowania wpłaty, dzień zapłaty',
    'insolvent since': 'niewypłacalny od, upadłość od, data upadłości',
    factor: 'cesja na rzecz, scedowana na, faktoring',
    'payment method': 'sposób płatności, forma płatności, metoda płatności',
    'direct debit': 'polecenie zapłaty',
    debtorkind: 'rodzaj dłużnika',
    disputed: 'sporne, sporna, reklamacja, spór, kwestionowana, sporny, w sporze',
    email: 'adres email, adres e mail, poczta, adres mail',
    language: 'język',
    owner:
      'opiekun, odpowiedzialny, handlowiec, handlowca, opiekuna, osoba odpowiedzialna, windykator, opiekun klienta',
    region: 'region, województwo, kraj',
    'business unit': 'oddział, dział, jednostka, mpk, placówka',
    product: 'produkt, towar, usługa',
    quantity: 'ilość, liczba',
    'unit price': 'cena jednostkowa, cena netto, cena',
    'order number': 'numer zamówienia, zamówienie',
    'payment link': 'link do płatności, link płatności',
    'document type': 'typ, rodzaj, typ dokumentu, rodzaj dokumentu',
    last: 'ostatnia, ostatniej, ostatni',
    'last payment date': 'data ostatniej wpłaty, data ostatniej płatności',
    days: 'dni',
    overdue: 'po terminie, opóźnienie, przeterminowane, opóźnienia',
    sale: 'sprzedaży',
    created: 'utworzone, utworzony, utworzona, utworzył, wystawił, autor',
    sender: 'nadawca, wystawca',
    'credit note': 'nota kredytowa, korekta, kwota korekty',
    'written off': 'odpis, odpisane, umorzono, umorzenie',
    retention: 'kaucja gwarancyjna, kaucja',
    'cash discount': 'skonto',
    discount: 'rabat, upust',
    deposit: 'zaliczka, zaliczki, przedpłata',
  },
  months:
    'styczeń|stycznia|sty,luty|lutego,marzec|marca,kwiecień|kwietnia,maj|maja,czerwiec|czerwca,lipiec|lipca,sierpień|sierpnia,wrzesień|września,październik|października,listopad|listopada,grudzień|grudnia',
  status: {
    stopped:
      'nie ponaglać, nie przypominać, nie windykować, wstrzymane, wstrzymana, wstrzymano, zablokowane, zablokowana, zawieszone, zawieszona, windykacja, w windykacji, prawnik, kancelaria, sąd, w sądzie, komornik, niewypłacalny, niewypłacalność, upadłość, restrukturyzacja, plan spłat, plan spłaty, raty, rozłożone na raty, obiecane, obietnica zapłaty, na portalu, zapytanie, oczekuje na korektę, faktoring, cesja, sprzedana, zmarły, zlikwidowana, zastąpiona',
    returned: 'polecenie zapłaty odrzucone, polecenie zapłaty zwrócone',
    'in-process':
      'płatność w toku, w trakcie płatności, w realizacji, zatwierdzona do zapłaty, zaplanowana, czek otrzymany, przelew w drodze, przelew zlecony',
    paid: 'zapłacona, zapłacone, zapłacono, zapłacony, opłacona, opłacone, opłacony, rozliczona, rozliczone, uregulowana, uregulowane, rozliczony, spłacona, opłacono',
    'part-paid':
      'częściowo zapłacona, częściowo opłacona, częściowo, zapłacona częściowo, częściowa wpłata, częściowo rozliczona, opłacona częściowo, częściowo zapłacone, częściowo opłacone',
    open: 'niezapłacona, nieopłacona, nieopłacone, niezapłacone, otwarta, otwarte, oczekuje, oczekująca, po terminie, przeterminowana, przeterminowane, wystawiona, wystawiony, wysłana, do zapłaty, nierozliczona, nierozliczone, w terminie, zaległa, nieuregulowana, niezapłacony, nieopłacony, nowa, oczekiwanie na płatność, zaległe',
    disputed: 'sporna, sporne, reklamacja, w sporze, kwestionowana, sporny',
    draft:
      'szkic, robocza, wersja robocza, proforma, pro forma, roboczy, do zafakturowania, niezafakturowane, niezafakturowana',
    void: 'anulowana, anulowane, anulowany, usunięta, umorzona, nieściągalna, odrzucona, wycofana, zwrócona',
    credit: 'korekta, faktura korygująca, nota kredytowa, korygująca, zwrot',
  },
  yes: 'tak, t, prawda',
  no: 'nie, fałsz, brak',
  totals: 'razem, suma, łącznie, ogółem, podsumowanie, suma częściowa, suma końcowa',
};
