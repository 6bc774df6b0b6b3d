// The words of banks' tables: what their columns, labels and rows are called, in the languages whose exports were seen.
import { withoutAccents } from '../vocabulary/language';

/** What a column of a bank's table holds. */
export type BankColumn =
  | 'date'
  | 'valueDate'
  | 'amount'
  | 'debit'
  | 'credit'
  | 'sign'
  | 'currency'
  | 'payer'
  | 'recipient'
  | 'owner'
  | 'text'
  | 'kind'
  | 'bankId'
  | 'account'
  | 'payerAccount'
  | 'balance'
  | 'status'
  | 'charges'
  | 'originalAmount'
  | 'originalCurrency'
  | 'endToEndId'
  | 'structured'
  | 'reference';

/** The columns of a bank's table: their indexes by what they hold; `booking` is a second date beside the first. */
export type BankColumns = Partial<Record<BankColumn | 'booking', number>>;

/** A header row that was found. */
export interface BankHeader {
  index: number;
  columns: BankColumns;
  /** How many of its cells are known words. */
  known: number;
}

const COLUMNS: Record<BankColumn, string> = {
  date:
    'txn date|trans date|date started|date completed|completed date|bogforingsdato|bogfort|bogforingsdag|abschlussdatum|booking day|maksupaiva|date|posting date|booking date|transaction date|post date|posted date|posted|entry date|process date|buchungstag|buchungsdatum|buchung|datum|' +
    'date operation|date d operation|date de l operation|date comptable|date de comptabilisation|fecha|fecha operacion|fecha de operacion|' +
    'fecha contable|f operacion|f contable|fecha movimiento|data|data operazione|data contabile|data registrazione|data movimento|data mov|' +
    'data lancamento|data do lancamento|data do movimento|data operacao|boekdatum|boekingsdatum|transactiedatum|uitvoeringsdatum|' +
    'data operacji|data ksiegowania|data transakcji|dato|bokforingsdag|bokforingsdatum|bokford|bokfort|bokfort dato|bokforingsdato|transaktionsdag|' +
    'transaktionsdatum|posteringsdato|kirjauspaiva|tapahtumapaiva|pvm|paivamaara|datum zauctovani|datum provedeni|datum transakce|' +
    'datum zuctovania|konyvelesi datum|konyveles datuma|konyveles napja|tranzakcio datuma|islem tarihi|tarih|data tranzactiei|data inregistrarii|' +
    '日付|取引日|お取引日|年月日|取扱日|取扱日付|勘定日|交易日期|记账日期|交易日|日期|дата|дата операции',
  valueDate:
    'value dt|waarde datum|valutadag datum|value date|value|val date|effective date|valuta|valutadatum|valuta datum|wert|wertstellung|wertstellungstag|wertstellungsdatum|date valeur|' +
    'date de valeur|valeur|fecha valor|f valor|fecha de valor|data valuta|valutadag|valuteringsdatum|rentedatum|rentedato|data valor|data waluty|' +
    'valutadato|rentedag|arvopaiva|datum valuty|ertek nap|erteknap|ertek napja|valor tarihi|data valutei|起算日|起息日|дата валютирования',
  amount:
    '入出金|transaction value|cad|usd|bedrag in eur|amount|transaction amount|net amount|amount in account currency|betrag|umsatz|umsatzbetrag|buchungsbetrag|montant|montant de l operation|importe|' +
    'importe movimiento|importo|importo movimento|bedrag|transactiebedrag|valor|montante|importancia|kwota|kwota operacji|kwota transakcji|' +
    'belob|belop|belopp|summa|maara|castka|objem|suma|osszeg|forgalom|tutar|islem tutari|金額|取引金額|お取引金額|金额|交易金额|сумма',
  debit:
    'debit amt|withdrawal amt|withdrawal amount|debit amount|payments|debit|debits|debit amount|paid out|money out|withdrawal|withdrawals|payments out|out|soll|lastschrift|belastung|belastungen|ausgang|ausgaben|' +
    'debito|debitos|debe|cargo|cargos|dare|addebiti|addebito|uscite|uscita|af|uit|uitgaand|saida|saidas|obciazenia|obciazenie|wydatki|rozchod|' +
    'udbetaling|udbetalinger|haevet|ud|uttag|utbetalning|ut|ut av konto|ut fra konto|utbetaling|belastet|veloitus|panot pois|otot|vydaj|vydaje|na vrub|debet|' +
    'terheles|kiadas|borc|cikan|sortie|sorties|depenses|出金|出金額|お支払金額|お引出し|お引出金額|引出金額|支払金額|支出|借方|借方金额|支出金额|дебет|расход',
  credit:
    'deposit amt|deposit amount|credit amt|receipts|credit|credits|credit amount|paid in|money in|deposit|deposits|payments in|in|haben|gutschrift|gutschriften|eingang|einnahmen|credito|creditos|haber|' +
    'abono|abonos|avere|accrediti|accredito|entrate|entrata|bij|inkomend|entrada|entradas|uznania|uznanie|wplywy|przychod|indbetaling|' +
    'indbetalinger|indsat|ind|insattning|inbetalning|inn|inn pa konto|inn til konto|innbetaling|godskrevet|hyvitys|panot|prijem|prijmy|ve prospech|kredit|' +
    'jovairas|bevetel|alacak|giren|entree|entrees|recettes|入金|入金額|お預り金額|お預入れ|お預入金額|預入金額|預り金額|収入|貸方|贷方金额|收入金额|кредит|приход',
  sign:
    'af bij|bij af|dr cr|cr dr|d c|c d|debit credit|credit debit|debit credit indicator|credit debit indicator|s h|soll haben|sollhaben|' +
    'soll haben kennzeichen|sh kennzeichen|kennzeichen|sens|signe|d h|debe haber|segno|dare avere|d a|kierunek|strona|debet credit|debito credito|' +
    'debit kredit|debet kredit|vorzeichen|收支|借贷标志',
  currency:
    'payment currency|valutakod|wahrung konto|currency|ccy|curr|account currency|wahrung|waehrung|whg|devise|monnaie|moneda|divisa|munt|muntsoort|valuta|moeda|waluta|waluta operacji|' +
    'valuutta|mena|deviza|devizanem|penznem|para birimi|doviz|doviz cinsi|通貨|币种|валюта',
  // Who got the money, where a table names both parties.
  recipient:
    'recipient|beneficiary|beneficiary name|payee|payee name|to|receiver|zahlungsempfanger in|zahlungsempfanger|empfanger|empfangername|destinataire|beneficiaire|beneficiario|destinatario|ontvanger|' +
    'naam ontvanger|odbiorca|nazwa odbiorcy|modtager|mottagare|mottaker|saaja|prijemce|prijemca|kedvezmenyezett|alici|収款人|收款人',
  // A name that is the other party's only where no other column is.
  owner: 'name|naam|nom|nombre|nome|namn|navn|nimi|nazwa',
  payer:
    'naam ontvanger betaler|payer|payer name|counterparty|counterparty name|counter party|other party|sender|from|from to|to from|remitter|ordering party|originator|debtor|merchant|' +
    'beneficiary ordering party|payer payee|payee payer|auftraggeber|auftraggeber empfanger|auftraggeber begunstigter|beguenstigter zahlungspflichtiger|' +
    'begunstigter zahlungspflichtiger|zahlungspflichtiger|zahlungspflichtige r|zahlungspflichtiger in|name zahlungsbeteiligter|zahlungsbeteiligter|empfanger|' +
    'begunstigter auftraggeber|partner|partnername|kontrahent|nazwa kontrahenta|nadawca|nadawca odbiorca|odbiorca nadawca|dane kontrahenta|nazwa nadawcy|' +
    'nazwa i adres|tiers|nom|nom du tiers|donneur d ordre|emetteur|contrepartie|nom contrepartie|nom de la contrepartie|debiteur|ordenante|beneficiario|' +
    'ordenante beneficiario|nombre|remitente|ordinante|ordinante beneficiario|nome|controparte|naam|naam omschrijving|naam tegenpartij|tegenpartij|naam tegenrekening|' +
    'naam van de tegenpartij|naam tegenpartij bevat|naam ontvanger|afsender|afsender modtager|modtager|avsandare|avsandare mottagare|avsender|mottaker|mottagare|namn|navn|' +
    'betaler|betalare|saaja maksaja|maksaja|saaja|nimi|nazev protiuctu|nazev protistrany|nazev partnera|partner neve|ellenoldali nev|gonderen|karsi taraf|karsi hesap adi|' +
    '振込依頼人|振込依頼人名|相手先|依頼人名|对方户名|对方名称|контрагент|плательщик',
  text:
    'rubrik|forklaring|avisierungstext|beschreibung1|buchungsvermerk|message|notes|tapahtuman selite|description 1|description|details|narrative|narration|memo|particulars|remittance|remittance information|remittance info|payment reference|payment details|payment information|' +
    'transaction details|transaction description|transaction remarks|verwendungszweck|zweck|buchungsinformation|buchungsdetails|' +
    'beschreibung|mitteilung|libelle|libelle operation|libelle de l operation|motif|detail|detail de l operation|communication|' +
    'concepto|concepto ampliado|observaciones|descripcion|detalle|causale|descrizione|descrizione operazione|' +
    'dettagli|mededelingen|mededeling|omschrijving|omschrijving 1|descritivo|descricao|historico|detalhes|' +
    'tytul|tytulem|tytul operacji|tytul przelewu|opis|szczegoly|tekst|besked|text|meddelelse|meddelande|melding|beskrivelse|beskrivning|posteringstekst|' +
    'viesti|selite|zprava|zprava pro prijemce|sprava pre prijimatela|poznamka|popis|kozlemeny|megjegyzes|aciklama|detalii|摘要|お取扱内容|取引内容|お取引内容|適要|内容|备注|附言|назначение платежа',
  kind:
    'lancamento|operacao|subcategory|bewegungstyp|umsatztyp|tapahtuma|rubriek|transaktionsart|type|transaction type|buchungstext|buchungsart|umsatzart|vorgang|type operation|type d operation|nature|tipo|tipo operazione|tipo de movimiento|' +
    'tipo de operacao|movimiento|mutatiesoort|code|soort|opis operacji|typ operacji|typ transakcji|rodzaj|rodzaj operacji|tapahtumalaji|laji|typ|typ transakce|typ pohybu|' +
    'transaktionstyp|transaktionstype|tranzakcio tipusa|islem tipi|取引区分|取引種類',
  bankId:
    'transferwise id|n o operacion|transaktions nr|transaktionsnr|bank txn id|entry reference|movement id|bank ref|bank reference|bank line|transaction id|transaction number|transaction ref|transaction reference|trn|unique id|reference number|transaktionsnummer|' +
    'transaktions id|id|archivierungscode|arkistointitunnus|n mov|numero de movimiento|transactiereferentie|transactie referentie|volgnr|volgnummer|numer transakcji|id transakcji|identyfikator|' +
    'numer referencyjny|verifikationsnummer|arkivreferanse|arkivref|id transakce|id pohybu|reference banque|referencia banco|numero operazione|cro|buchungsreferenz|bankreferenz|fitid|' +
    'tranzakcio azonosito|fis no|referans|dekont no|照会番号|流水号|交易流水号',
  account:
    'account|account number|account no|account id|account iban|auftragskonto|konto|kontonummer|iban auftragskonto|bezeichnung auftragskonto iban|compte|numero de compte|' +
    'n de compte|n compte|cuenta|numero de cuenta|conto|conto corrente|rapporto|rekening|rekeningnummer|iban bban|eigen rekening|conta|numero da conta|rachunek|numer rachunku|' +
    'nr rachunku|kontonr|tili|tilinumero|cislo uctu|ucet|szamlaszam|hesap|hesap no|iban|口座番号|账号',
  payerAccount:
    'counterparty account|counterparty iban|counterparty account number|payer account|sender account|kontonummer iban|iban zahlungsbeteiligter|iban gegenkonto|gegenkonto|konto gegenseite|iban des auftraggebers|' +
    'compte tiers|compte contrepartie|iban contrepartie|compte du tiers|cuenta ordenante|cuenta contrapartida|iban controparte|iban ordinante|tegenrekening|tegenrekening iban bban|' +
    'iban tegenpartij|rekening tegenpartij|numer konta|rachunek kontrahenta|nr rachunku kontrahenta|numer rachunku kontrahenta|konto kontrahenta|conta destino|protiucet|cislo protiuctu|' +
    'saajan tilinumero|motkonto|modkonto|afsenderkonto|ellenoldali szamlaszam|karsi hesap|对方账号',
  balance:
    'running bal|saldo in|balance after|solde apres operation|saldo efter|kontosaldo|balance|running balance|ledger balance|account balance|closing balance|available balance|saldo|solde|kontostand|saldo na mutatie|saldo po operacji|saldo po transakcji|saldo nach buchung|' +
    'saldo contabile|saldo contable|saldo contabilistico|saldo disponible|bokfort saldo|bakiye|egyenleg|zustatek|zostatok|残高|差引残高|お預り残高|余额|账户余额|остаток',
  status: 'status|info|state|stato|etat|estado|stan|tila|stav|status operacji|状態',
  charges:
    'fee|fees|charge|charges|bank charges|commission|gebuhr|gebuhren|spesen|auslagenersatz rucklastschrift|auslagenersatz ruecklastschrift|entgelt|frais|commissions|' +
    'comision|comisiones|gastos|commissioni|commissione|spese|kosten|prowizja|oplata|gebyr|gebyrer|avgift|avgifter|comissao|poplatek|poplatky|kulut|手数料',
  originalAmount:
    'amount foreign currency|orig amount|oorspronkelijk bedrag in vreemde valuta|original amount|instructed amount|foreign amount|transaction currency amount|lastschrift ursprungsbetrag|ursprungsbetrag|originalbetrag|betrag in fremdwahrung|montant d origine|' +
    'montant initial|montant en devise|importe original|importe divisa|importo originale|importo in valuta|oorspronkelijk bedrag|kwota oryginalna|kwota w walucie|kwota zlecenia|' +
    'oprindeligt belob|originalbelob|originalbelopp|belopp i valuta|valutabelopp|valutabelob|opprinnelig belop|valor original|puvodni castka|alkuperainen summa|外貨金額',
  originalCurrency:
    'type foreign currency|orig currency|original currency|instructed currency|foreign currency|transaction currency|originalwahrung|originalwaehrung|fremdwahrung|devise d origine|devise initiale|moneda original|divisa original|' +
    'valuta originale|divisa originale|oorspronkelijke valuta|oorspronkelijke munt|waluta oryginalna|waluta zlecenia|oprindelig valuta|originalvaluta|opprinnelig valuta|moeda original|puvodni mena',
  endToEndId:
    'end to end|end to end id|endtoendid|end to end reference|kundenreferenz end to end|kundenreferenz|ende zu ende referenz|end to end referenz|reference de bout en bout|eref|riferimento end to end|referencia extremo a extremo',
  // What the payer gave as a reference, beside a description; of Czech and Slovak banks the variable symbol.
  reference:
    'reference|your reference|vs|variabilni symbol|variabilny symbol|vrije mededeling|customer reference|payer reference|zahlungsreferenz|referenz|reference du virement|reference client|referencia|riferimento|referentie|betalingskenmerk|referencja|referens|referanse|maksajan viite|reference zprava',
  // A reference by which the payer was asked to pay, with check digits.
  structured:
    'structured reference|structured communication|creditor reference|payment slip reference|kid|kid nr|kid nummer|ocr|ocr nummer|ocr nr|ocr referens|viite|viitenumero|viitenro|gestructureerde mededeling|' +
    'communication structuree|mededeling gestructureerd|qr referenz|qr reference|referenznummer|reference qr|rf reference',
};

/** A header or label in the form it is looked up in: small letters without accents, words parted by one blank, what stands in brackets left out. */
export function bankWords(text: string): string {
  return withoutAccents(text.replace(/[([][^)\]]*[)\]]/g, ' '))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

let columns: Map<string, BankColumn> | null = null;

function columnWords(): Map<string, BankColumn> {
  if (columns) return columns;
  columns = new Map();
  for (const [column, words] of Object.entries(COLUMNS) as [BankColumn, string][]) {
    for (const word of words.split('|')) if (!columns.has(word)) columns.set(word, column);
  }
  return columns;
}

/** Units and currencies behind the name of a column, which do not change what it holds. */
const UNIT =
  / (?:(?:in|en|w|i|v) )?(?:eur|euros?|gbp|usd|chf|pln|sek|nok|dkk|czk|huf|jpy|inr|aud|cad|brl|ils|kc|zl|ft|円)$/;

/** What a header of a bank's table holds; null where its words are not known. @example bankColumn('Débit euros') // 'debit' */
export function bankColumn(header: string): BankColumn | null {
  // "Kundenreferenz (End-to-End)": the words in brackets may say more than those outside.
  for (const words of [bankWords(header.replace(/[()[\]]/g, ' ')), bankWords(header)]) {
    const known = columnWords().get(words) ?? columnWords().get(words.replace(UNIT, ''));
    if (known) return known;
  }
  return null;
}

const OUT = new Set(
  'd dr db dbit debit debet debe debito debita cargo s soll af uit out lastschrift belastung dare ud ut uttag wn obciazenie winien sortie saida withdrawal borc 出金 支出 借'.split(
    ' ',
  ),
);
const IN = new Set(
  'c cr crdt cdt credit credito kredit h haber haben bij in gutschrift avere ind inn ma uznanie entree entrada deposit alacak abono 入金 收入 贷'.split(
    ' ',
  ),
);

/** Whether a word of a sign column is money out (-1) or in (1); 0 where it says neither. */
export function signOfWord(text: string): -1 | 0 | 1 {
  const trimmed = text.trim();
  if (trimmed === '-' || trimmed === '+') return trimmed === '-' ? -1 : 1;
  const words = bankWords(text);
  if (OUT.has(words)) return -1;
  return IN.has(words) ? 1 : 0;
}

const PENDING =
  /vorgemerkt|pending|venter|en attente|a venir|pendiente|in sospeso|in attesa|da contabilizzare|gereserveerd|in behandeling|reserver|oczekuj|w trakcie|pendente|varaus|odottaa|cekajici|nezaucto|fuggoben|bekleyen|unposted|not posted|uncleared|authoris|authoriz|reservation|ankommande|kommande|forhand|未記帳|待处理/;

/** Whether the words of a status column say that the line is announced only. */
export function isPendingWord(text: string): boolean {
  return PENDING.test(bankWords(text));
}

const OPENING =
  /open|anfang|beginn?|initial|inicial|iniziale|poczatkow|primo|ingaende|inngaende|alku|brought forward|alter (?:konto|saldo)|precedent|precedente|anterior|vorig|pocatec|nyito|devreden|前月繰越|繰越|期初/;
const CLOSING =
  /clos|\bend|endsaldo|final|finale|koncow|ultimo|utgaende|loppu|carried forward|neuer|schluss|schluß|slot|eind|nouveau|nuevo|actual|actuel|attuale|zaro|konecn|konecny|kapanis|期末|次月繰越/;
const BALANCE = /balance|saldo|solde|kontostand|zustatek|zostatok|egyenleg|bakiye|残高|余额/;
const TOTAL =
  /^(?:grand )?(?:total|totals|totaal|totale|totaux|suma|summe|gesamt|gesamtsumme|somme|samlet|i alt|razem|celkem|osszesen|toplam|合計|总计|итого)\b/;

/** What a label or a row's text says of a balance: the one before the lines, the one after them, or some other. */
export function balanceKind(text: string): 'opening' | 'closing' | 'balance' | null {
  const words = bankWords(text);
  const isBalance = BALANCE.test(words);
  if (OPENING.test(words) && (isBalance || /brought forward|繰越/.test(words))) return 'opening';
  if (CLOSING.test(words) && (isBalance || /carried forward/.test(words))) return 'closing';
  return isBalance ? 'balance' : null;
}

/** Whether a row's words say that it adds up others. */
export function isTotalWord(text: string): boolean {
  return TOTAL.test(bankWords(text));
}

const PERIOD =
  /period|zeitraum|periode|periodo|okres|intervalle|du .* au|kausi|obdobi|idoszak|donem|perioada|from|期間|期间/;

/** Whether a label names the period of a statement. */
export function isPeriodLabel(text: string): boolean {
  return PERIOD.test(bankWords(text));
}
