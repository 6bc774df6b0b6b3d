// German answers to reminders.
import { anyOf, type ReplyWords, readable } from './reply-words';
import { SIGNS_DE } from './signs';

const GOODS =
  '(ware|lieferung|bestellung|artikel|paket|sendung|teile?|material|gerate?|maschine|palette|leistung|kartons?)';
const DOCUMENT =
  '(kopien?|rechnungs?kopien?|rechnung(en)?|duplikat|zweitschrift|kontoauszug|saldenliste|lieferschein|liefernachweis|abliefernachweis|empfangsbestatigung|pdf|nachweis|aufstellung|belege?|\\w*liefer(beleg|nachweis|schein)e?|zustellnachweis|quittung|auftragsbestatigung|stundenzettel|leistungsnachweis|unterlagen|ausfertigung)';
const PAID =
  '(bezahlt|gezahlt|uberwiesen|beglichen|angewiesen|ausgeglichen|eingezahlt|abgebucht|entrichtet|getilgt|transferiert)';

const DE: ReplyWords = {
  known: /\b(der|die|das|und|ist|wir|sie|ich|fur|zu|den|von|mit|wird|auf|ihre?|nicht|bitte|uns|haben|am|es|noch)\b/g,
  paid: anyOf(
    /\bhab(e|en|t)?~40(ein|be)?zahlt\b/,
    /\b(ging|gingen|ist|sind)~40auf (ihr|euer|dein|das) konto\b/,
    /\b(zahlung|geld|betrag|uberweisung)~40(eingegangen|angekommen|verbucht|gutgeschrieben worden)\b/,
    /\b(schon|bereits|seit|langst)~30auf (ihrem|eurem|deinem) konto\b|\bvo[nm] (unserem |meinem )?konto~20(weg|runter|ab(gegangen|gebucht)?)\b/,
    /\b(geld|zahlung|betrag|uberweisung)~20(musste|sollte|durfte)~20(schon|bereits|langst|inzwischen)\b|\b(uberweisung|zahlung|betrag|lastschrift|geld)~50(auf dem weg|abgebucht|eingezogen|in auftrag gegeben|vom konto|draussen)\b|\bals (bezahlt|beglichen|ausgeglichen)\b/,
    /\b(haben|habe|hat|hab)~60(zahlung|uberweisung|betrag|geld)~40(veranlasst|gebucht|getatigt|rausgeschickt)\b|\b(anbei|angehangt|im anhang|beigefugt)~40(zahlungs|uberweisungs)(beleg|nachweis|bestatigung|avis)\b|\b(zahlungs|uberweisungs)(beleg|nachweis|bestatigung|avis)~30(anbei|angehangt|anhang|beigefugt)\b/,
    `\\b(haben|habe|hat|hatten|hab|wurden?|ist|sind|war(en)?|bereits|schon|langst)~90${PAID}\\b`,
    /\b(uberweisung|zahlung|geld|betrag|lastschrift)~60(ist|wurde|ging|sind)~50(raus(gegangen)?|erfolgt|veranlasst|ausgefuhrt|unterwegs|weg|durch|abgegangen|hinaus|rausgegangen|getatigt)\b/,
    /\b(ging|gingen) [^.?!]{0,40}\b(raus|weg|an sie|per)\b|\buberwies(en)? (wir|ich)\b|\b(wir|ich) (uberwies|zahlte)\w*\b/,
    /(^|[:,-] )(ist |wurde )?(bereits |schon |soeben |gerade |eben |heute |gestern |inzwischen )*(bezahlt|uberwiesen|beglichen)\b|\b(ist|sind) (\w+ )?(raus|hinaus|rausgegangen|unterwegs)\b|\bgeld ist raus\b|\bist raus\b/,
  ),
  unpaid:
    /\b(wird|werden|werde|nicht|noch nicht|kann|soll|lasst|lassen|konnen|soll|nie|erst wenn|sobald|wenn|falls|bis|sollte|muss|niemals|kein\w*)~50(bezahlt|gezahlt|uberwiesen|beglichen|angewiesen|ausgeglichen|veranlasst|raus|erfolgt|eingegangen|angekommen|abgebucht)\b/,
  promise: anyOf(
    /\b(zahlt|uberweist|begleicht|bezahlt) (sie|es|das|die|den|ihnen|euch|dir) (am|bis|morgen|heute|diese|kommende|spatestens|noch)\b/,
    /\bwird~60ausgezahlt\b/,
    /\b(erledige[n]?|mache[n]?|begleiche[n]?) (ich|wir)? ?(das|es|die|den)~30(heute?|morgen|\w+tag|\w+woch|bis|am|diese)\b/,
    /\b(bekomm\w*|krieg\w*|erhalt\w*|hast|habt|haben) (sie|du|ihr)~40(geld|betrag|zahlung|uberweisung)\b|\b(sie|du|ihr) (bekomm|krieg|erhalt)\w*~40(geld|betrag|zahlung|uberweisung)\b|\b(uberweis|zahl|bezahl|begleich)e?n? (ich|wir|dir|euch)\b|\bzur (zahlung|uberweisung|auszahlung) (am|bis|freigegeben|angewiesen|vorgemerkt|an|bereit)\b|\b(in|im) (den|die|der|dem)? ?(\w+ )?(lauf|zahllauf|zahlungslauf|zahlung)\b|\b(gleiche[n]?|bringe[n]?|tatige[n]?|mache[n]?|fuhre[n]?|gebe[n]?) (ich|wir|den|die|das|es)~40(aus|uberweisung|zahlung|auftrag)\b/,
    /\b(geld|betrag|zahlung)~40(bei (ihnen|euch|dir)|auf (ihrem|eurem|deinem|dem) konto)\b/,
    /\b(mach|mache|machen|erledige|erledigen) (ich|wir)~30(heute?|morgen|am|diese|gleich|fertig|ubermorgen|nachste\w*|bis)\b/,
    /^(den |der |das )?(rest|restbetrag|restliche\w*)~60(folgt|bekomm\w*|kommt|geht|dann|am|bis|ende|in|nachste\w*|zahle\w*|uberweise\w*|wird)\b/,
    /^(die )?(zahlung|uberweisung)~20(am|bis|zum|erst|innerhalb|binnen|ende|anfang|nachste\w*|kommende\w*|diese\w*|morgen|heute|kw)\b/,
    /\b(wird|werden|werde|wollen|will|konnen|kann|mochten|soll)~80(bezahlt|gezahlt|uberwiesen|beglichen|angewiesen|ausgeglichen|bezahlen|zahlen|uberweisen|begleichen|anweisen|veranlassen|veranlasst|ausgleichen|erfolgen|rausgehen|erledigt|gutgeschrieben)\b/,
    /\b(zahlung|uberweisung|geld|betrag|rechnung)~60(geht|gehen|erfolgt|kommt|folgt|lauft|eingeplant|vorgesehen|terminiert|vorgemerkt|angewiesen|raus|hinaus)\b/,
    /\b(geht|gehen|kommt|lauft)~60(raus|hinaus|zahllauf|zahlungslauf|geld|zahlung|uberweisung|weg|uberwiesen)\b|\b(zahllauf|zahlungslauf)\b/,
    /\b(uberweise[n]?|bezahle[n]?|zahle[n]?|begleiche[n]?|veranlasse[n]?|weise[n]?) (ich|wir|den|die|das|es|ihnen|den|sofort|dann|am|bis|morgen|heute|nachste)\b|\b(ich|wir) (uberweise[n]?|zahle[n]?|bezahle[n]?|begleiche[n]?|veranlasse[n]?|weise[n]?)\b|\beingeplant\b|\bist (fur|zur) (zahlung|uberweisung|den)\b|\bzahlungseingang~20rechnen\b|\b(haben sie|sie haben) (das|ihr) geld\b/,
  ),
  refusal:
    /\b(be)?zahlen? (\w+ ){0,4}nur\b|\bnicht vor (dem|ende|anfang|mitte|kw|nachste\w*)\b|\b(niemand|weis{1,2} (\w+ )?nicht|keine ahnung)\b|\b(konnen|kann|werden|werde|wollen)~50nicht\b|\bwird\b[^.?!]{0,40}(?<!noch )\bnicht (bezahlt|gezahlt|uberwiesen|beglichen|angewiesen)\b|\berst,? wenn~50(rest|ware|lieferung|mangel|korrigiert|korrektur|geliefert|repariert|behoben|ersatz|nachgebessert)\b|(nichts?|kein\w*) (\w+ ){0,3}(uberwiesen|bezahlt|gezahlt|beglichen)\b|\bkeine (zahlung|uberweisung|zusage)\b|\bnicht (zahlen|bezahlen|uberweisen|in der lage|bereit)\b|\bzahle?n? (wir|ich) (nichts?|keinen?)\b|\bnichts (mehr )?(zahlen|uberweisen)\b/,
  condition:
    /\b(sobald|erst wenn|wenn|falls|sofern|(bitte|schick\w*|send\w*)~70dann (wird|werden|zahl|uberweis|begleich|geb|geht|mach|konn|kann|lauf)\w*|nach (erhalt|abnahme|lieferung|fertigstellung|nachbesserung|eingang|freigabe|klarung|prufung|korrektur|zugang|ruckmeldung|genehmigung|unterschrift)|(?<!je )nachdem|vorbehaltlich|unter der voraussetzung)\b/,
  approval:
    /\b(freigabe|freigegeben|genehmig\w+|unterschr\w+|unterzeichn\w+|absegn\w+|chef\w*|geschaftsfuhr\w+|zugestimmt|zustimm\w+)\b/,
  guess:
    /\b(wahrscheinlich|vermutlich|hoffentlich|vielleicht|etwa|ungefahr|circa|ca|gegen|voraussichtlich|moglicherweise|eventuell|fruhestens|spatestens wohl|wohl|hangt|kommt darauf an|denke|hoffe|je nachdem|versuche\w*|realistisch)\b/,
  instalments:
    /\bjede[nr]? \w+(tag|woch)\b~12\d|\d ?(€|euro)? jede[nr]? \w+(tag|woch)\b|\d ?(€|euro|eur|chf)? ?(die|pro|in der|jede) woche\b|\bjede[nr]? (monat|woche)\b[^.?!]{0,20}\d|\b(abzuzahlen|abzahlen|abstottern)\b|\b(\d|zwei|drei|vier|funf|sechs) ?(x|mal|zahlungen (von|zu|a)) ?€? ?\d{2,}|\berste (zahlung|halfte)~50(weitere\w*|rest\w*|zweite|andere\w*)\b|\bhalfte (am|im|bis|zum|diese\w*|nachste\w*|jetzt)~30(halfte|rest)\b|\b(monats|wochen|quartals|teil)raten?\b|\b(nach und nach|stuck fur stuck|ratenvereinbarung|zahlungsvereinbarung|in (etappen|teilen|tranchen)|aufteilen|gestaffelt|auf \w+ (monate|male|zahlungen|teile))\b|\d ?(€|euro|eur|chf)? ?monatlich\b|\b(raten(zahlung|plan|weise|vereinbarung)?|teilzahlung(en)?|teilbetrag(e|en)?|in (zwei|drei|vier|funf|sechs|\d) (teilen|raten|schritten)|abschlag(s|e)?zahlung|zahlungsplan|(halfte|\d+ ?%)[^.?!]{0,25}\b(jetzt|sofort|heute)\b[^.?!]{0,20}(\brest|halfte|\d ?%)|verteilt (be|ab)?zahlen|abstottern|stuckeln|monatlich (zahlen|abzahlen|\d)|\d[\d.,]* ?(€|euro|eur|chf|franken)?( \w+)? (im|pro|je) monat)\b/,
  reasons: {
    'credit-expected':
      /\b(gutschrift|gutgeschrieben|storno(rechnung|gutschrift)?|ruckerstattung|erstattung|rechnungskorrektur|aufrechn\w+|verrechnen|verrechnung)\b/,
    'missing-po': anyOf(
      /\b(bestellnummer|bestell-?nr|bestellreferenz|auftragsnummer|auftrags-?nr|po-?nummer|po|leitweg-?id|kostenstelle|bestellbezug|sap-?nummer)~60(fehlt|fehlen|nicht|ohne|falsch|ungultig|benotig\w*|erforderlich|unbekannt|abgelaufen|erganz\w*|angeb\w*)\b/,
      /\b(ohne|fehlende[rns]?|keine|benotig\w*|falsche|fehlt|fehlen|angabe)~30(bestellnummer|bestell-?nr|bestellreferenz|auftragsnummer|po-?nummer|po|leitweg-?id|bestellbezug|kostenstelle)\b/,
    ),
    damaged:
      /\bgeist aufgegeben\b|\bblatter\w* ab\b|\bverzogen\b|\b(nichts?|kein\w*)~20brauchbar\b|\bverlier\w* (ol|wasser|luft|flussigkeit)\b|\b\w+risse?\b|\b(wackel\w*|locker|lose|schief|stinkt|riecht|eingerissen|tropft)\b|\b(\w*kratz\w*|dellen?|macken?|verbeult|eingedruckt|verdorben|ausgefallen|streikt|ohne funktion|\w*schimmel\w*|scherben|abgebrochen|abgeplatzt|verfarbt|durchnasst|rostig|verrostet|geplatzt|minderwertig|schlechte[rmn]? (zustand|qualitat)|nicht zu gebrauchen|(geht|lauft|startet|schliesst|halt|heizt|kuhlt|passt) (?!sonst|anders|das|es|heute|diese)(\w+ )?nicht(?! (anders|vor|mehr diese))|lasst sich nicht|gehen nicht|laufen nicht|auseinander ?gefallen|pfusch\w*|nachbesser\w+)\b|\b(beschadig\w*|transportscha\w+|defekt\w*|kaputt\w*|gebrochen|zerbrochen|zerkratzt|kratzer|mangel(haft)?\w*|fehlerhaft\w*|undicht|verschimmelt|unbrauchbar|zerstort|funktioniert nicht|funktionieren nicht|verbogen|reklam\w+|gerissen|schaden|riss\w*|bruch)\b/,
    'not-received': anyOf(
      /\bkam(en)?~30(nichts|keine (ware|lieferung|sendung))\b/,
      `\\b(fehlt|fehlen|vermisse[n]?)~30${GOODS}\\b|\\b${GOODS}~30ausgeblieben\\b|\\bwarte[n]?~30auf (\\w+ )?${GOODS}\\b`,
      /\b(nie|niemand|keiner)~20(gesehen|zu gesicht)\b/,
      /\b(monteur\w*|techniker\w*|handwerker|fahrer|niemand|keiner)~30(nie|nicht|gekommen|erschienen)\b/,
      `\\b${GOODS}~60(nie|nicht|noch nicht|nirgends|bis heute|bislang|bisher)~40(erhalten|angekommen|geliefert|bekommen|eingetroffen|zugegangen|da|gekommen|eingegangen|erbracht)\\b`,
      `^(?!.*\\b((?<!(dieser|zur|der) )rechnung(en|skopie)?|\\w*mails?|mahnung(en)?|antwort|ruckmeldung|schreiben|nachricht(en)?|gutschrift)\\b(?!.*\\b${GOODS}\\b)).*\\b(nie|nicht|nichts|kein\\w*)~40(erhalten|angekommen|geliefert|bekommen|eingetroffen|eingegangen)\\b`,
      `\\b(warten|warte)~30(auf (die|unsere|den|das|eine)) ${GOODS}\\b|\\b${GOODS}~20(fehlt|fehlen|steht noch aus|ausstehend)\\b`,
    ),
    quantity: anyOf(
      /\b(nur|erst|lediglich) # de[rn] #\b/,
      /(?=.*\b(berechnet|abgerechnet|rechnung|verrechnet)\b)(?=.*\b(stundenzettel|weist|ausweis\w*|gezahlt|nachgezahlt|aufmass)\b)(?=.*\d)/,
      /\b# (\w+ ){1,2}fehl(en|ten|t)\b|\b#~25bestellt~40#\b/,
      /\b(nur|erst|lediglich|bloss) # (\w+ ){0,2}(von|statt) (den |der |unseren )?(\w+ )?#\b|\bfehl(en|ten|t|te) (\w+ ){0,2}# (?!tag|woche)\w+|\bstatt (der )?(\w+ )?\d+ (?!€|eur)[^.?!]{0,30}\b(kam|kamen|geliefert|erhalten|bekommen)\b/,
      /(?=.*\b(berechnet|rechnung|abgerechnet|verrechnet|fakturiert)\b)(?=.*\b(bestellt|geliefert|erhalten|lieferschein|lieferschien|angekommen|bekommen)\b)(?=.*\d)/,
      /\bvon (den |unseren )?\d+~40(nur|erst|lediglich|bloss|blos)\b[^.?!]{0,15}\d+\b|\b(nur|erst|lediglich) \d+ von \d+\b/,
      /\b(zu wenig|fehlmenge|mindermenge|mengenabweichung|teillieferung|unvollstandig\w*|falsche menge)\b|\bmenge~30(stimmt|falsch|weicht)\b|\b(fehlen|fehlten) (noch |uns )?\d+\b/,
    ),
    price: anyOf(
      /\b(fehlt|fehlen|vergessen|vermisse\w*)~30(\w*rabatt\w*|nachlass|skonto)\b|\b(mehr|teurer|hoher) als~20(kostenvoranschlag|angebot|offerte|auftragsbestatigung|bestellung)/,
      /\b(mehrwertsteuer|mwst|umsatzsteuer|steuersatz|versandkosten|fracht\w*)~40(falsch|stimmt|nicht|doppelt|zu hoch|frei)\b/,
      /\b(teurer|mehr|hoher)~12als (im |wie )?(\w+ )?(vereinbart|angeboten|angebot\w*|abgemacht|besprochen|bestellt|ausgemacht|vertrag\w*)\b|\b(ausgemacht|abgemacht|besprochen|zugesagt|angeboten)~70(berechnet|rechnung|verlang\w+)\b/,
      /\b(preis\w*|stundensatz|satz|tarif|rabatt\w*|angebot\w*|vereinbart\w*|vertrag\w*|konditionen|nachlass|skonto)~90(berechnet|rechnung|falsch|nicht|statt|hoher|zu hoch|stimmt|fehlt|abweich\w*|aber|anstatt|abgezogen|berucksichtigt|sondern)\b/,
      /\b(berechnet|rechnung|verlangt)~60(preis|stundensatz|angebot|vereinbart\w*|rabatt|zu viel|zuviel|statt)\b|\bzu (hoch|teuer|viel) (berechnet|abgerechnet|angesetzt)?\b|\b(rechnungs)?betrag~20(falsch|stimmt nicht|zu hoch|nicht korrekt)\b/,
    ),
    other:
      /\bnicht (die|den|das|dem) (bestellt|richtig|vereinbart|gewunscht)\w*\b|\bpas(st|sen) (\w+ )?nicht\b|\b(arbeiten?|leistung(en)?|auftrag|montage|projekt)~30nicht (\w+ )?(abgeschlossen|fertig\w*|erledigt|vollstandig|beendet|ausgefuhrt|erbracht)\b|\bfalsche[rns]? (farbe|grosse|modell|artikel|ware|teile?|produkte?)\b|\bfarbe stimmt nicht\b|\b(nie|nicht|nichts) (\w+ ){0,3}(bestellt|beauftragt|geordert|gebucht)\b|\b(betrifft|gehort) uns nicht\b|\bnicht (fur|an) uns\b|\bnichts mit uns zu tun\b|\b(nichts? (\w+ ){0,3}(bestellt|beauftragt)|nicht (korrekt|richtig|unsere)|falsch(e[rnsm]?)? (adresse|anschrift|firma|empfanger|rechnungsadresse|rechnungsanschrift|gesellschaft|ust)|doppelt|zweimal (\w+ ){0,3}(berechn|rechnung|gestell|erhalt|bekomm|bezahl|abgebuch)\w*|gekundigt|storniert|unberechtigt|mahngebuhr\w*[^.?!]{0,30}nicht|stimmt (so )?nicht|noch (gar )?nicht fallig|verjahrt|vertrag~40(beendet|aufgelost)|damit (\w+ ){0,3}nichts zu tun|hatte an [^.?!]{0,30} gehen mussen|gehort an [^.?!]{0,30}(mieter|eigentumer)|ohne fertig|halbe (sache|arbeit)|schulden (\w+ )?(nichts|keinen)|(betrieb|firma|geschaft|laden) (\w+ ){0,3}verkauft|nicht (meine?|von mir)|nie (zugestimmt|vereinbart|verlangt)|(haften|haftet|schulden) (\w+ ){0,3}nicht|nicht (haftbar|verantwortlich|zahlungspflichtig)|keine (verpflichtung|zahlungspflicht))\b/,
  },
  contest:
    /\berkenn\w*~40nicht an\b|\bnicht (so )?zustimmen\b|\b(bestritten|bestreite[n]?|widersprech\w*|widerspruch|beanstand\w+|nicht (anerkann\w*|akzeptier\w*|nachvollzieh\w*|einverstanden)|unberechtigt|zuruckgewiesen|zuruckweisen|weisen [^?!]{0,40}zuruck)\b/,
  copy: anyOf(
    /\brechnung~20kam (\w+ )?(nie|nicht) an\b/,
    /\b(schick|send|mail|leit)\w* (sie |du |ihr )?(mir|uns) (den|die|das|sie|es|diese\w*)\b/,
    /\b(konnen|konnten|konnt|wurden|kannst|bitte)~20(mir|uns)~30(diese|sie|die|es)~20(zu)?(mailen|senden|schicken|leiten|kommen lassen)\b|\bnicht (aber )?die rechnung\b/,
    /\bhaben sie (\w+ ){0,3}(\w*liefer(beleg|nachweis|schein)|zustellnachweis|kopie|duplikat)|\b(schick|send|mail|leit|ubermittel)\w*~40(nochmals?|noch (ein)?mal|erneut|abermals)\b|\brechnung(en)?~40(nie|nicht|nirgends)~25(angekommen|eingegangen|erhalten|bekommen|gefunden|auffindbar|finden)\b|\b(keine|nie eine) rechnung (erhalten|bekommen|gesehen|vor)|\brechnung~30(abhanden|verloren|verlegt|verschwunden|untergegangen)/,
    `\\b(senden|schicken|zusenden|zuschicken|ubersenden|zukommen|mailen|sende|schick\\w*|bitten (wir )?um|bitte um(?! (\\w+ )?(ruckruf|anruf|geduld|korrektur|verstandnis))|benotig\\w+|brauche\\w*|ubermitteln|nachreichen|zukommen lassen)~70${DOCUMENT}\\b`,
    `\\b${DOCUMENT}~60(senden|schicken|zusenden|zuschicken|zukommen|mailen|schickst|schickt|nochmal|erneut|ubersenden|zumailen|nachreichen)\\b`,
    /\b(rechnung(en)?|sie|diese)~40(liegt|liegen|finde\w*|haben|habe|hab)~30(nicht vor|nicht( mehr)?( \w+)?$|nie (erhalten|bekommen)|nicht (erhalten|bekommen|finden|auffindbar))\b/,
  ),
  contact: anyOf(
    /\b(anfragen|mahnungen|mails|korrespondenz|erinnerungen|zahlungen|kunftig|zukunftig|ab sofort|nunmehr|ab jetzt|bitte an|zustandig|kummert sich|betreut|macht jetzt)\b[^.?!]{0,110}\S+@\S+|\b(meine|ihre|seine) (nachfolge|vertretung) (ist|hat|ubernimmt)/,
    /\b(ausgeschieden|nicht mehr (bei uns|im unternehmen|im haus|fur uns|in der|zustandig|tatig)|falscher? (ansprechpartner\w*|adressat|person)|(neue[rn]?|ihr(e)?|zustandige[rn]?) ansprechpartner(in)?|nicht (der|die) richtige|bei mir (\w+ )?falsch|ich bin nur d(er|ie)|da bin ich (\w+ )?falsch|nicht zustandig|zustandig (ist|sind)|verlassen hat|unternehmen verlassen|nachfolger(in)?|in rente|im ruhestand|ubernommen hat|ubernimmt)\b/,
    /\b(wenden sie sich|richten sie|schreiben sie|schicken sie|kontaktieren sie|wende dich|ansprechpartner(in)?|buchhaltung|rechnungen)\b[^.?!]{0,110}\S+@\S+/,
    /\bkorrespondenz~40(ausschlieslich|nur|direkt)\b/,
  ),
  call: /\b(am|ubers|per) telefon (\w+ )?(klar|besprech|red|sprech)|\bruf(en|t|e)?\b( \S+){1,10} an\b|\bmelde\w*~30telefonisch\b|\b(erreichen sie mich|(melde\w*|meld)~30(telefonisch|unter)\b(?=[^.?!]*\d{4})|durchzurufen|anzurufen|anrufst|anruft|ruckzurufen|anklingeln)\b|\b(rufen sie|ruf(en|t|st)? (sie |du |doch |bitte |mal |mich|uns|kurz)|ruf mich|anrufen|(um|auf|bitte) (\w+ )?anruf|ruckruf|zuruckrufen|telefonier\w+|telefonisch (besprechen|erreichen|melden|klaren)|kurz (sprechen|telefonieren)|klingeln|durchklingeln)\b/,
  away: /\bauf reisen\b|\b(nicht verfugbar|nicht am platz|nicht am arbeitsplatz)\b|\b(im urlaub|in urlaub|nicht im (buro|haus)|ausser haus|auser haus|abwesend|abwesenheit|elternzeit|mutterschutz|nicht erreichbar|betriebsferien|krankgeschrieben|dienstreise)\b/,
  back: /\b(wieder|zuruck|ruckkehr|ab dem|ab|erreichbar ab)\b[^.?!]{0,25}$/,
  inclusive: /\b(einschlieslich|einschl|inklusive|inkl)\b/,
  insolvency:
    /\b(insolven\w+|konkurs\w*|zahlungsunfahig\w*|liquidation|liquidator\w*|glaubigerversammlung|sanierungsverfahren|eigenverwaltung|schutzschirm\w*|nachlassstundung|uberschuld\w+)\b/,
  stop: /\b(loschen sie (es|sie|das|alles)|keine weiteren \w+ dieser art|schreib\w* (\w+ ){0,3}nicht mehr|(nehmen|streichen|entfernen|loschen) sie (mich|uns|diese|meine|unsere)[^.?!]{0,60}(verteiler|adresse|liste|datenbank|daten|mailadresse|e-?mail)|keine (weiteren |weitere )?(\w*erinnerungen|\w*schreiben|\w*mails|mails?|e-?mails?|mahnungen|erinnerungen|schreiben|nachrichten|post)( mehr)?|unterlassen sie|(zu )?unterbleiben|horen sie auf|nicht mehr (an)?schreiben|abmelden|abzumelden|von weiteren (mails|schreiben|mahnungen)[^.?!]{0,20}abzusehen|stellen sie [^.?!]{0,40} ein\b|nie wieder)/,
  agreed:
    /\b(korrigieren|andern|anpassen|berichtigen)\b|\b(konnen|konnten|wurden|konntet|kannst|haben|hast|habt) (sie|ihr|du)~40(prufen|nachgeschaut|geguckt|geschaut|angeschaut|gesehen|nachsehen|nachschauen|checken|kontrollieren|abgleichen)\b|\bwas (nun|tun|jetzt|machen wir)\b|\bwie (gehen wir|geht es)\b|\b(in ordnung|ok(ay)?|recht|einverstanden|moglich|passt|geht das|machbar|klappt)\b/,
  unclear:
    /\b(prufe[n]?|noch (in|zur) (der )?(prufung|klarung|bearbeitung|freigabe)|wird (gepruft|geklart|bearbeitet)|klare[n]?|kummer\w*|melde[n]? (mich|uns)|komme[n]? (wir |ich )?auf sie zu|ruckmeldung|(liegt|ist|sind)[^.?!]{0,50}(zur (freigabe|prufung|genehmigung|unterschrift)|in (der )?(prufung|klarung|bearbeitung|freigabe))|(warten|warte)[^.?!]{0,30}(auf (die )?(freigabe|genehmigung|ruckmeldung|antwort))|weitergeleitet|leite[n]?[^.?!]{0,40}weiter|kein(en)? (termin|datum|zahlungstermin)|nachfragen|nachhaken|schaue[n]?|schau|rucksprache|intern|so schnell wie moglich|schnellstmoglich|zeitnah|baldmoglichst|in kurze)\b/,
  thanks: /\b(danke|dank|alles klar|ok(ay)?|verstanden|zur kenntnis|erhalten|passt|erledigt)\b/,
  all: /\b(beide[nr]?( rechnungen)?|alle (drei|vier|rechnungen|offenen)|die rechnungen|diese rechnungen|samtliche)\b/,
  months:
    'januar|janner februar|feber marz|mrz|maerz april mai juni|juno juli|julei august september oktober november dezember'.split(
      / /,
    ),
  weekdays: [
    /\bmontags?\b|\bmo\./,
    /\bdienstags?\b|\bdi\./,
    /\bmittwochs?\b|\bmi\./,
    /\bdonnerstags?\b|\bdo\./,
    /\bfreitags?\b|\bfr\./,
    /\bsamstags?\b|\bsonnabends?\b|\bsa\./,
    /\bsonntags?\b/,
  ],
  relative: [
    [/\bubermorgen\b/, 2],
    [/\bvorgestern\b/, -2],
    [/\bmorgen (frur?h|vormittag|nachmittag|fruh)|(?<!guten )\bmorgen\b/, 1],
    [/\bgestern\b/, -1],
    [/\bheute?\b|\bsoeben\b|\bgerade eben\b/, 0],
  ],
  next: /\bnachste[nrms]?\b/,
  coming: /\b(diese[nrms]?|kommende[nrms]?)\b/,
  last: /\b(letzte[nrms]?|vergangene[nrms]?|vorige[nrms]?)\b/,
  nextWeek: /\b(nachster|der nachsten|kommender|der kommenden) woche\b/,
  monthEnd: /\b(ende (des|dieses|vom) monats?|monatsende|ultimo|monatsultimo|ende diesen monats)\b/,
  nextMonthEnd: /\bende (des )?(nachsten|kommenden|folgenden) monats\b/,
  endOf: /\bende( (des|vom))?$/,
  span: /\b(in der woche|in derselben woche|monatswechsel|quartalsende|(am|ubers|vorm|vor dem) wochenende|(ersten?|zweiten?|letzten?) \p{L}*woche|(letzte[nr]?|vergangene[nr]?|vorige[nr]?) (woche|monat)|(nachste[nr]?|kommende[nr]?|diese[rn]?|ubernachste[nr]?|laufende[nr]?) (woche|monat|tage[n]?|wochen|quartal)|kw ?\d+|\d+\. ?kw|kalenderwoche|anfang|mitte|ende|in (den (nachsten|kommenden) )?(\w+ )?(tagen|wochen|monaten|einer woche|zwei|kurze)|binnen|innerhalb|demnachst|bald|zeitnah|kurzfristig|nachste tage)\b/u,
  bareDay: /\b(am|zum|bis( zum)?|ab dem|vom|den|dem) (?<day>\d{1,2})\.(?!\d)(?! ?\p{L}*(rate|mahnung|stock|quartal))/u,
  administrator:
    /\b(insolvenzverwalter(in)?|verwalter(in)?|liquidator(in)?|sachwalter(in)?|treuhander(in)?|rechtsanwalt(in)?)\b/,
  titles: /\b(frau|herrn?|dr|prof|dipl-?ing|rechtsanwaltin|rechtsanwalt|ra|rain|mag)\b\.?/g,
  rightAmount:
    /(richtig (ist|ware|waren|sind)|korrekt (ist|ware|waren|sind)|musste[n]? (es )?|ergibt|ergeben|macht|tatsachlich|schulden)/,
  signs: SIGNS_DE,
};

/** Stems that are written with "ue", "ae", "oe" where a keyboard has no umlauts. */
const UMLAUTS =
  /u(?=ber[wsm])|(?<=zur|pr|r)u(?=ck|f[eut])|(?<=m)u(?=sst)|(?<=w)u(?=rd)|(?<=k)o(?=nn)|(?<=m)o(?=cht|gl)|(?<=h)a(?=lft|tt)|(?<=n)a(?=chst)|(?<=sp)a(?=t)|(?<=kl)a(?=r)|(?<=st)u(?=ck)|(?<=m)a(?=rz|ngel)|(?<=sch)a(?=d)/g;

export const de = readable(DE, 'zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|zwolf', (source) =>
  source.replace(UMLAUTS, '$&e?'),
);
