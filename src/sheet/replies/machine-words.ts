// What mail systems write into subjects when nobody typed: absences, failures, delays, receipts; small letters without accents.

const any = (...words: string[]): RegExp => new RegExp(words.join('|'));

/** The prefix that a mail system puts before the subject it answers by itself while somebody is away. */
export const AWAY_PREFIX = any(
  '^(?:auto(?:matic)? ?(?:reply|response)|out of (?:the )?office(?: auto-?reply)?|autoreply) ?:',
  '^(?:automatische antwort|abwesenheits(?:notiz|meldung|nachricht|assistent)|autoantwort) ?:',
  '^(?:reponse automatique|message d.absence|absence du bureau) ?:',
  '^(?:respuesta automatica|fuera de la oficina) ?:',
  '^(?:risposta automatica|fuori (?:sede|ufficio)) ?:',
  '^(?:automatisch antwoord|niet aanwezig|afwezigheidsbericht) ?:',
  '^(?:resposta automatica|ausencia temporaria) ?:',
  '^(?:automatyczna odpowiedz|odpowiedz automatyczna) ?:',
  '^(?:autosvar|automatisk svar|automaattinen vastaus|automaticka odpoved|automatikus valasz) ?:',
  '^(?:自動応答|自動返信|不在)',
);

/** Words of absence. */
export const AWAY = any(
  '\\bout[- ]of[- ](?:the )?office\\b|\\booo\\b|\\baway from (?:the |my )?(?:office|desk)|\\b(?:on|annual|parental|maternity|sick) (?:leave|vacation|holiday)|\\bi am away\\b|\\bon holiday',
  '\\babwesen|\\bausser haus\\b|\\burlaub|\\bnicht im (?:haus|buro)\\b|\\bnicht erreichbar\\b|\\belternzeit\\b',
  '\\babsen(?:ce|t|te|ts)\\b|\\b(?:en |de )?conges?\\b|\\bvacances\\b|\\bhors du bureau\\b|\\bindisponible jusqu',
  '\\bausen(?:cia|te)\\b|\\bfuera de (?:la )?oficina\\b|\\bvacaciones\\b|\\bde baja\\b',
  '\\bfuori (?:ufficio|sede)\\b|\\bassen(?:te|za)\\b|\\bferie\\b',
  '\\bafwezig|\\bbuiten kantoor\\b|\\bvakantie\\b|\\bverlof\\b|\\bniet (?:op kantoor|aanwezig)\\b',
  '\\bnieobecn|\\burlop|\\bpoza biurem\\b',
  '\\bfora do escritorio\\b|\\bferias\\b|\\bausencia\\b',
  '不在|休暇|休業|出張中|お休み',
);

/** That a mail arrived: a receipt nobody typed. */
export const ARRIVED = any(
  '^(?:delivered|relayed|expanded|delivery (?:receipt|report)|successful mail delivery|read|not read|return receipt)\\b',
  '^(?:zugestellt|ubermittelt|gelesen|ungelesen geloscht|empfangsbestatigung|lesebestatigung)\\b|^(?:remis|distribue|lu|recu)e? ?:',
  '^(?:entregado|leido|confirmacion de lectura|consegnat[oa]|lett[oa]|conferma di lettura|bezorgd|gelezen|leesbevestiging|dostarczono|przeczytano|entregue|lida?) ?:?',
  'delivery status notification \\(success\\)|zustellungsbestatigung|\\(relay(?:ed)?\\)',
  '^(?:開封|配信済み)',
);

/** That a mail is late and is still being tried. */
export const DELAYED = any(
  '\\(delay(?:ed)?\\)|\\bdelayed\\b|\\bdelay notification\\b|^warning: (?:could not send|message|mail)|\\bstill (?:being )?(?:retried|trying)|\\bnot yet (?:been )?delivered\\b|\\bwill retry\\b|\\btemporar(?:y|ily) (?:delay|fail|problem)',
  '\\bverzoger|\\bnoch nicht zugestellt|\\bzustellung (?:dauert|steht)',
  '\\bretard(?:e|ee|s)?\\b|\\bdiffere|\\bpas encore (?:remis|distribue)',
  '\\bretras|\\bdemor(?:a|ad)|\\baplazad|\\bin ritardo\\b|\\britardat|\\bnon ancora (?:consegn|recapit)|\\bvertraag|\\bvertraging|\\bopoznien|\\batrasad|\\batraso\\b',
  '遅延|配信が遅れ',
);

/** That a mail or its address was refused. */
export const REFUSED = any(
  '\\bundeliver|\\bnon[- ]?deliver|\\bnot (?:be )?deliver|\\bdelivery (?:has )?fail|\\bfailure notice\\b|\\bmail delivery failed\\b|\\breturned mail\\b|\\breturning message\\b|\\bdelivery failure\\b|\\(failure\\)|\\brejected\\b|\\brefused\\b|\\bblocked\\b|\\bdenied\\b|\\bbounced?\\b',
  '\\bunzustellbar|\\bnicht zustellbar|\\bnicht zugestellt|\\bzustellung fehlgeschlagen|\\babgewiesen|\\bzuruckgewiesen|\\babgelehnt\\b|\\bblockiert\\b',
  '\\bnon (?:remis|distribue|delivre)|\\bechec de (?:la )?(?:remise|distribution|livraison)|\\brejete|\\brefuse\\b|\\bbloque\\b',
  '\\bno (?:se pudo|se ha podido|se puede) entregar|\\bno entreg|\\bno entregable|\\brechazad|\\bbloquead',
  '\\bnon (?:consegnat|recapitat)|\\bmancat[oa] (?:consegna|recapito)|\\brespint|\\brifiutat|\\bbloccat',
  '\\bonbestelbaar|\\bniet (?:bezorgd|afgeleverd)|\\bgeweigerd|\\bgeblokkeerd|\\bniedorecz|\\bnie (?:dostarczono|mozna dostarczyc)|\\bodrzuc|\\bzablokowan|\\bnao (?:foi )?entregue|\\bnao e possivel entregar|\\brejeitad',
  '配信不能|配信てきま',
);

/** That the address is wrong for good. */
export const NO_SUCH_PERSON = any(
  '\\b(?:user|recipient|address|mailbox|account) (?:is )?unknown\\b|\\bunknown (?:user|recipient|address)|\\bno such (?:user|person|mailbox|recipient|address)|\\bnot listed in\\b|\\b(?:does not|doesn.t) exist\\b|\\b(?:user|recipient|address|mailbox)[^:]{0,60} not found\\b|\\binvalid (?:recipient|address|mailbox)',
  '\\b(?:empfanger|benutzer|adresse|postfach)[^:]{0,40} (?:unbekannt|existiert nicht|nicht gefunden)|\\bunbekannter? (?:empfanger|benutzer)',
  '\\b(?:utilisateur|destinataire|adresse)[^:]{0,40} (?:inconnue?|inexistante?|introuvable)',
  '\\b(?:usuario|destinatario|direccion|indirizzo|utente|endereco|utilizador)[^:]{0,40} (?:desconocid|inexistente|no existe|sconosciut|non (?:esiste|trovato)|desconhecid)',
  '\\b(?:gebruiker|ontvanger|adres)[^:]{0,40} (?:onbekend|bestaat niet)|\\b(?:uzytkownik|adres|odbiorca)[^:]{0,40} (?:nieznan|nie istnieje)',
  '\\b5\\.1\\.(?:1|10)\\b',
);

/** That the mailbox has no room: it may have some again. */
export const FULL = any(
  '\\b(?:mailbox|inbox|quota)[^:]{0,30} (?:is )?(?:full|exceeded)|\\bover quota\\b|\\bquota exceeded\\b|\\bfull mailbox\\b|\\bmailbox full\\b',
  '\\bpostfach (?:ist )?voll|\\bboite (?:aux lettres |de reception )?(?:est )?pleine|\\bbuzon (?:esta )?lleno|\\bcasella (?:di posta |postale )?(?:e )?piena|\\bmailbox (?:is )?vol\\b|\\bpostvak (?:is )?vol\\b|\\bskrzynka[^:]{0,20} pelna|\\bcaixa (?:de correio )?(?:esta )?cheia|\\bkontingent uberschritten|\\bquota (?:depasse|superat|excedid)',
  '\\b[45]\\.2\\.2\\b',
);
