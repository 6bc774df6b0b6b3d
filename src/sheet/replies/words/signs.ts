// Words by which a sentence tells of a payment, a fault or a wish where no phrase of a language fits: single words, whatever stands between them. Folded.

/** What single words of a language are a sign of. */
export interface Signs {
  /** What is paid, and how. */
  money: RegExp;
  /** Forms of paying that are no past. */
  pays: RegExp;
  /** What they do with an invoice: a payment only where a time stands beside it. */
  does: RegExp;
  /** Where an invoice stands that is paid soon. */
  planned: RegExp;
  /** Forms of having paid. */
  paid: RegExp;
  /** Forms of having done, which money beside them makes a payment. */
  done: RegExp;
  /** That a figure is not the one agreed, or counted. */
  against: RegExp;
  /** Billing. */
  bills: RegExp;
  /** Prices and what they were agreed in. */
  priced: RegExp;
  /** Counting, ordering, receiving. */
  counted: RegExp;
  /** Numbers in words. */
  numbers: RegExp;
  /** They ask, and want something sent. */
  asks: RegExp;
  sends: RegExp;
  papers: RegExp;
}

const whole = (...words: string[]): RegExp => new RegExp(`(?<![\\w'])(?:${words.join('|')})(?!\\w)`);

export const SIGNS_EN: Signs = {
  money: whole(
    'payments?|transfers?|bacs|chaps|ach|wire|cheques?|checks?|funds|money|cash|remittance|balance|remainder|the (rest|lot|full amount)|standing order|direct debit',
    "(pay(ment)?|bank|bacs|cheque|\\w+day'?s?|fortnightly|weekly|monthly) ?(run|batch)|run|batch",
  ),
  pays: whole(
    'pay|pays|paying|settle|settles|settling|transferring|remit|remitting|wiring|squaring|count on|bank on|expect (it|payment|the|this|funds|money)|stump\\w*|cough\\w*|reimburs\\w*',
  ),
  does: whole(
    'do|doing|sort|sorting|get|getting|handle|handling|action|actioning|process|processing|put|putting|make|making|arrange|arranging|push|pushing|pop|popping|drop|send|sending|release|releasing|clear|clearing|goes|going|go|leaves|leave|done|sorted|squared|cleared|with you|(on|with) its way|due|lands?|reach|have|run|bring|brought|catch',
  ),
  planned: whole(
    'keyed|queued?|loaded|scheduled|lined up|down|booked|diari[sz]ed|pencil\\w*|set up|set for|slated|earmarked|included|added|on (the|my|our) list|in the (batch|run|system)|part of|listed|ready|on that|good to go',
  ),
  paid: whole('paid|credited|settled|transferred|wired|remitted|squared|squared up|cleared|debited|actioned|honou?red'),
  done: whole(
    'made|sent|taken|posted|mailed|went|gone|left|handed|dropped|did|done|released|put|processed|popped|received|cashed|banked|issued|completed',
  ),
  against: whole(
    'but|only|instead|not|rather than|whereas|although|though|while|says?|shows?|said|against|versus|vs|actually|in fact|however|yet|nowhere near|just|never|should|unlike',
  ),
  bills: whole(
    "bill(ed|s|ing)?|charg(ed|es?|ing)|invoic(ed|e|ing)|put down|(you|you've|you have) (put|got|listed|down)|lists?|claim",
  ),
  priced: whole(
    'prices?|rates?|tariffs?|quot\\w+|discount\\w*|agreed|estimate[ds]?|contract|order|deal|offer\\w*|each|apiece|per|an hour|a day|a metre|a unit|figure|total',
  ),
  counted: whole(
    'order(ed)?|deliver(ed|y)|receiv(ed|e)|got|had|came|arrived|turned up|supplied|count(ed)?|sign(ed)?|time ?sheets?|note|hours?|days?|pieces?|boxes|pallets?|units?|visits?|bags?|sets?|rolls?|metres?|there were|were|dropped|used|in fact|there|asked for|missing|short',
  ),
  numbers: whole(
    'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|half|a dozen|a couple',
  ),
  asks: whole(
    'please|pls|plz|kindly|can|could|would|may|need|needs|require|want|waiting for|chance of|mind|grateful|appreciate|after|let|get|missing',
  ),
  sends: whole(
    'send|sending|resend|re-send|e-?mail|emailing|forward|provide|share|supply|attach|upload|ping|fire|shoot|drop|post|have|get|see|reissue|re-issue|sight|over|across|let|need|for|want|pop',
  ),
  papers: whole(
    'cop(y|ies)|statements?|pods?|proof|delivery (note|ticket|slip)s?|pdfs?|duplicates?|w-?9|receipts?|time ?sheets?|paperwork|breakdown|documents?|back-?up|job ?sheets?|certificates?|vat invoice|invoices?|ledger|worksheets?|cmr|docket|waybill|tracking|sign[- ]?off sheet|photos?',
  ),
};

export const SIGNS_DE: Signs = {
  money: whole(
    '\\w*zahlung(en)?|\\w*uberweisung(en)?|geld|betrag|\\w*betrage?|summe|schecks?|giro|paypal|rest|\\w*lauf|lastschrift|dauerauftrag|sofortuberweisung|sepa|kohle|moneten|bares|konto|ausgleich|begleichung|anweisung',
  ),
  pays: whole(
    '(be|aus|ein|ab|nach)?zahlen?|(be)?zahl|(be)?zahlt|(zu)?uberweise?n?|rechnen? (sie )?(bitte )?mit|uberweist|begleichen?|begleicht|reguliere?n?|ausgleichen|anweisen|weisen?|entrichten?|transferieren?|auszuzahlen|(zu )?bezahlen|tilgen?',
  ),
  does: whole(
    'mach(e|en|t)?|erledig(e|en|t)?|veranlass(e|en|t)?|geht|gehen|geh|raus|hinaus|rausgehen|kommt|kommen|folgt|folgen|lauft|schick(e|en|t)?|send(e|en|et)|buch(e|en|t)?|fuhr(e|en|t)|bring(e|en|t)?|gib|gebe?n?|freigeben|dran|drin|dabei|fertig|da|haben sie|hast du|habt ihr|bekomm\\w*|krieg\\w*|erhalt\\w*|kummer(e|n)|regel(n|e)|ausgefuhrt|ausfuhren|unterwegs|nachhol\\w*|weg',
  ),
  planned: whole(
    'eingeplant|vorgesehen|vorgemerkt|terminiert|eingestellt|freigegeben|geplant|angesetzt|dabei|drin|mit dran|an der reihe|fallt in|in auftrag|hinterlegt|aufgenommen|erfasst|eingereiht|vorbereitet|eingegeben|angewiesen|zur zahlung',
  ),
  paid: whole(
    '(be|aus|ein)?gezahlt|bezahlt|uberwiesen|beglichen|angewiesen|ausgeglichen|abgebucht|entrichtet|getilgt|transferiert|uberwies(en)?|beglich(en)?|(be)?zahlten?|eingezogen',
  ),
  done: whole(
    'gemacht|erledigt|veranlasst|raus(gegangen|geschickt)?|gegangen|ging(en)?|abgeschickt|geschickt|gesendet|gebucht|ausgefuhrt|abgegangen|weg|unterwegs|draussen|drausen|getatigt|mitgegeben|ubergeben|abgegeben|erfolgt|losgeschickt|eingeworfen|rausgelassen|verbucht|beauftragt|freigegeben|durch',
  ),
  against: whole(
    "aber|nur|statt|anstatt|nicht|laut|sondern|doch|obwohl|jedoch|tatsachlich|eigentlich|lediglich|blos|bloss|dagegen|wahrend|hingegen|dabei|steht|stehen|stand(en)?|weist|keine|gegenuber|waren'?s?|anders|als",
  ),
  bills: whole(
    'rechnen|abrechnen|berechnet|abgerechnet|verrechnet|in rechnung|rechnung(en)?|fakturiert|verlangt|verlangen|aufgefuhrt|angesetzt|berechnen|auf der rechnung|stellen sie|gestellt|aufgeschlagen',
  ),
  priced: whole(
    '\\w*preise?n?|\\w*satz|\\w*tarif|rabatte?|\\w*angebot\\w*|vereinbart\\w*|\\w*vertrag\\w*|konditionen|nachlass|skonto|abgemacht|ausgemacht|besprochen|zugesagt|pro|je|stuckpreis|kostenvoranschlag|auftragsbestatigung|festpreis|pauschale|offerte|kosten',
  ),
  counted: whole(
    "bestellt\\w*|geliefert\\w*|erhalten|lieferschein\\w*|lieferschien|angekommen|bekommen|gezahlt|nachgezahlt|stundenzettel|aufmass|stunden|tage|stuck|kartons?|paletten?|da|gekommen|kam(en)?|war(en)?|waren'?s|eingetroffen|fehlen|fehlt|hatten|gebraucht|verbraucht|bestatigt|unterschrieben\\w*|regiebericht|\\w*bericht|\\w*zettel|countet|meter|sack|kisten|rollen|termine?",
  ),
  numbers: whole(
    'zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|funfzehn|zwanzig|dreissig|vierzig|funfzig|halbe?|halfte',
  ),
  asks: whole(
    'bitten?|konnen sie|konnten sie|konnt\\w*|kannst|konnte\\w*|wurden sie|brauch\\w*|benotig\\w*|bitten wir|fehlt( uns| mir)?|hatten? gern\\w*|gern\\w*|mochten?|war(e|en) (nett|lieb|super)|sei(en)? (sie )?so|haben sie|hast du|habt ihr|lassen sie|vielleicht|ware',
  ),
  sends: whole(
    '(zu|uber|ver|nach|weiter|ein)?(send|schick)\\w*|mail\\w*|zukommen|ubermittel\\w*|nachreichen|nachliefern|zumailen|bereitstellen|leiten|um|reinreichen|haben|brauch\\w*|benotig\\w*|lassen|ausstellen|hochladen|einreichen|zusendung|ubersendung|vorlage|fehlt|schick',
  ),
  papers: whole(
    '\\w*kopien?|rechnung(en)?|duplikat|zweitschrift|kontoauszug|saldenliste|\\w*schein|\\w*nachweise?|\\w*bestatigung|pdf|\\w*aufstellung|\\w*belege?|quittung|\\w*zettel|unterlagen|ausfertigung|posten-liste|op-?liste|\\w*liste|auszug|ablieferbeleg|protokoll|zertifikat|\\w*formular|dokumente?|bescheinigung|frachtbrief',
  ),
};

export const SIGNS_FR: Signs = {
  money: whole(
    'virements?|paiements?|reglements?|cheques?|versements?|prelevements?|acomptes?|somme|necessaire|argent|montant|solde|reste|fonds|mandat|mandatement|traite|cb|carte|sous|lot|campagne',
  ),
  pays: whole(
    '(pa(y|i)|regl|vir|sold|acquitt|mandat|transfer|vers|honor|debloqu|rembours)(e|es|ons|ez|ent|er|erai|era|erons|eront|eras|erez|erait|erions)|payer\\w*|compt(ez|e|es|er) sur',
  ),
  does: whole(
    'fais|fait|faisons|font|faire|ferai|ferons|fera|feront|occupe\\w*|charge\\w*|envoi\\w*|envoy\\w+|mets|mettons|mettrai|mettrons|met|lance\\w*|passe\\w*|pars|part|partent|partir\\w*|partira|arrive\\w*|aurez|auras|avez|recevr\\w+|recevoir|traite\\w*|emet\\w*|depose\\w*|poste\\w*|programme\\w*|effectu\\w+|proced\\w+|tombe\\w*|sort|sortira|suivra|suit|interviendra|intervient|sera|seront|donne\\w*|prendr\\w+',
  ),
  planned: whole(
    'prevue?s?|programmee?s?|planifiee?s?|inclus\\w*|comprise?s?|dedans|dans le (lot|prochain)|en (paiement|reglement|cours)|bon a payer|mandatee?s?|validee?s?|ordonnancee?s?|saisie?s?|enregistree?s?|dans la (liste|pile|campagne)|au programme|mise?s? en|pret\\w*|en file|a l.echeancier',
  ),
  paid: whole(
    '(ai|avons|a|ont|ete|est|sont|etait) (\\w+ ){0,3}(paye|regle|vire|solde|acquitte|preleve|debite|honore|encaisse|mandate|verse|transfere)(e|es|s)?|payai|reglai|virai',
  ),
  done: whole(
    '(ai|avons|a|ont|ete|est|sont|etait) (\\w+ ){0,3}((effectue|envoye|poste|passe|execute|depose|adresse|procede|lance|donne|debloque)(e|es|s)?|emis(es?)?|parti(e|es|s)?|fait(es?|s)?|remis(es?)?|sorti(e|es|s)?|mis(es?)?|transmis(es?)?)',
  ),
  against: whole(
    "mais|seulement|pas|au lieu|alors que|que|or|pourtant|contre|tandis que|n'|non|uniquement|en realite|etait|etaient|selon|d'apres|indique|dit|mentionne|lieu|jamais|or que",
  ),
  bills: whole('factur\\w+|vous comptez|avez (compte|mis)|mettez|figurent?|reclam\\w+|demandez|porte[es]*'),
  priced: whole(
    "prix|tarifs?|taux|remise|devis|convenue?s?|contrat|accord|rabais|ristourne|le (metre|lot|kilo)|la piece|l'unite|l'heure|par|forfait|offre|cout|annonce\\w*|promo\\w*|negocie\\w*",
  ),
  counted: whole(
    'command\\w+|livr\\w+|recu(e|es|s)?|bons?|bl|compt\\w+|heures?|jours?|pieces?|cartons?|palettes?|sacs?|arrive\\w*|eu|avions|avons|avait|etaient|il y (a|avait)|feuilles?|pointage|manqu\\w+|signee?s?|passages?|interventions?|utilise\\w*|metres?|caisses?|rouleaux',
  ),
  numbers: whole(
    'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|moitie|demi\\w*',
  ),
  asks: whole(
    "merci d\\w*|pouvez|pourriez|pourrais|peux|peut|svp|stp|s'il (vous|te)|veuillez|besoin|il (me|nous) (faut|faudrait|manque)|souhait\\w+|aimer\\w+|voudr\\w+|manque|auriez|avez|possible|demand\\w+|priere|voulez|attend\\w*|reclam\\w+|saur\\w+",
  ),
  sends: whole(
    '(r|re)?envo\\w+|transm\\w+|adress\\w+|parvenir|fourni\\w*|communiqu\\w+|remettre|passer|besoin|faut|faudrait|manque|joindre|mail\\w*|avoir|obtenir|recevoir|deposer|suivre|demand\\w+|reedit\\w+|attend\\w*|reclam\\w+|donner|scanner',
  ),
  papers: whole(
    'copies?|factures?|duplicata|releves?|bons?|preuves?|bl|pdf|justificatifs?|attestations?|documents?|recapitulatif|rib|feuilles?|pieces?|proces-verbal|pv|emargement|bordereau|certificat|detail|etat|kbis|lettre de voiture|situation',
  ),
};

export const SIGNS_ES: Signs = {
  money: whole(
    'trans?ferencias?|pagos?|ingresos?|giros?|cheques?|talon|bizum|dinero|importe|remesa|recibo|resto|saldo|deposito|liquidacion|abono|pasta|plata|euros?|cobro|pagare|efectivo|deuda|tarjeta|perras',
  ),
  pays: whole(
    '(pag|abon|ingres|transfer|liquid|sald|gir|deposit|cancel|satisf)(o|a|an|amos|ar|are|ara|aran|aremos|aria|ariamos|aros|arte|arles|arlo|arla|arselo|arselos|ando|as|ais|en|ue|uemos|ire|iremos|ira|iran|imos|ir|irte|iros|irlo|iere|ieren|iero|iera|e|emos)|pagu\\w*|transfier\\w*|tranfer\\w*|c(ue|o)nt\\w+ con',
  ),
  does: whole(
    'hac\\w+|hago|hare(mos)?|hara|mand\\w+|envi\\w+|pas(o|amos|are|aremos)|sale|salir|saldra|va|ira|entra|entrara|llega|llegara|cae|caera|teneis|tienes|tiene|tendr\\w+|recib\\w+|arregl\\w+|solucion\\w+|emit\\w+|realiz\\w+|efectu\\w+|proced\\w+|tramit\\w+|orden\\w+|dej\\w+|pon\\w+|queda\\w*|curs\\w+|lanz\\w+|ponemos|encarg\\w+|ocup\\w+|meter\\w*|entramos',
  ),
  planned: whole(
    'previst[oa]s?|programad[oa]s?|incluid[oa]s?|planificad[oa]s?|en la remesa|en cola|preparad[oa]s?|list[oa]s?|apuntad[oa]s?|metid[oa]s?|contabilizad[oa]s?|validad[oa]s?|en (el )?(calendario|prevision)|dentro de la remesa|en pagos|en tesoreria|grabad[oa]s?|registrad[oa]s?',
  ),
  paid: whole(
    '(pag|abon|liquid|ingres|sald|gir|deposit|cancel)ad[oa]s?|transferid[oa]s?|satisfech[oa]s?|pague|pagaron|abone|abonaron|ingrese|transferi(o|eron)?|liquide|salde|gire|deposite|pagamos|abonamos|ingresamos|transferimos|liquidamos|saldamos|giramos|depositamos|se cancelo|cancelamos|cancele|fue cancelad[oa]',
  ),
  done: whole(
    '(hech|entregad|realizad|enviad|emitid|efectuad|ordenad|mandad|lanzad|tramitad|cursad|cargad|cobrad|pasad|domiciliad)[oa]s?|hic(e|imos|ieron)|hizo|envi(e|o|amos|aron)|mand(e|o|amos|aron)|salio|salieron|fue|pase|pasamos|realic(e|o)|realizamos|efectuamos|emitimos|ordenamos|curs(e|amos)|cargaron|cargo|cobraron|dimos|di|dio',
  ),
  against: whole(
    'pero|solo|no|en vez|en lugar|cuando|sino|aunque|mientras|segun|unicamente|solamente|realmente|en realidad|y no|eran|fueron|dice|pone|constan?|figuran?|nunca|frente a|contra|hubo',
  ),
  bills: whole(
    'factur\\w+|cobr\\w+|carg\\w+|pon(e|eis|en)|habeis puesto|nos pasais|aparecen?|pedis|reclam\\w+|exig\\w+',
  ),
  priced: whole(
    'precios?|tarifas?|descuentos?|presupuest\\w+|acord\\w+|pactad\\w+|contrato|oferta|rebaja|por (hora|metro|unidad|pieza)|la (hora|unidad|pieza)|el (metro|kilo)|convenid\\w+|cotiz\\w+|a razon de|tipo|iva|dijisteis|quedamos|hablad\\w+',
  ),
  counted: whole(
    'ped\\w+|encarg\\w+|recib\\w+|entreg\\w+|albaran\\w*|lleg\\w+|vin\\w+|trajeron|trajisteis|mandasteis|horas?|dias?|cajas?|palets?|sacos?|unidades|piezas?|falt\\w+|habia|eran|fueron|estuvieron|cont\\w+|parte|partes|firmad\\w+|hubo|visitas?|metros?|rollos?|bultos?|entraron|estaban',
  ),
  numbers: whole(
    'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta|mitad|media',
  ),
  asks: whole(
    'favor de|por favor|porfa\\w*|puede\\w*|podria\\w*|podeis|podriais|necesit\\w+|agradec\\w+|ruego|rogamos|solicit\\w+|me|nos|haga\\w*|falta|importa\\w*|seria posible|hace falta|querria\\w*|quisiera\\w*|pido|pedimos|deber\\w+|si eres tan|hazme',
  ),
  sends: whole(
    '(re)?envi\\w+|mand\\w+|remit\\w+|facilit\\w+|pas(a|as|ar|e|ais|en|ame|adme|arme|arnos|eis|enme|enos|adnos|anos)|adjunt\\w+|proporcion\\w+|llegar|necesit\\w+|tener|disponer|solicit\\w+|falta|present\\w+|sub\\w+|dar\\w*|copi\\w+|volver',
  ),
  papers: whole(
    'copias?|facturas?|duplicados?|extractos?|estado de cuenta|albaran(es)?|comprobantes?|justificantes?|pdf|documentos?|documentacion|certificados?|desglose|partes?|recibos?|hoja|listado|relacion|acta|escaneo|guias?|remitos?|cmr|resguardo|ficha',
  ),
};
