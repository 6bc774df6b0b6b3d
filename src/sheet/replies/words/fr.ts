// French answers to reminders.
import { anyOf, type ReplyWords, readable } from './reply-words';
import { SIGNS_FR } from './signs';

const GOODS =
  '(marchandises?|livraison|commande|colis|articles?|pieces?|materiel|produits?|palettes?|machines?|prestation)';
const DOCUMENT =
  "(copies?|factures?|duplicata|releve( de compte)?|bons? de livraison|preuve de livraison|bl|pdf|justificatifs?|attestation|documents?|recapitulatif|rib|feuilles? d'heures|avoir)";
const PAID =
  '(paye|paye[es]+|regle[es]*|vire[es]*|solde[es]*|acquitte[es]*|debite[es]*|preleve[es]*|credite[es]*|honore[es]*|encaisse[es]*)';
/** Done, sent, posted: a payment only where money stands beside it. */
const DONE =
  '(effectue[es]*|emis(es?)?|envoye[es]*|poste[es]*|parti[es]*|passe[es]*|fait(es?)?|execute[es]*|verse[es]*|adresse[es]*|remis|depose[es]*|procede|debloque[es]*)';
const MONEY = '(virements?|paiements?|reglements?|cheques?|versements?|prelevements?|acompte|somme|necessaire|euros?)';

const FR: ReplyWords = {
  known: /\b(le|la|les|et|est|nous|vous|je|pour|de|des|une?|votre|pas|du|que|sur|dans|ce|cette|au|en)\b/g,
  paid: anyOf(
    /\bvous (nous |m.)?(l.)?(avez|as) (\w+ )?(preleve|debite|encaisse)e?s?\b|\b(quitte|sorti)e?s? (de )?(notre|mon) compte\b|\bargent~20(est|ete) (parti|envoye|vire)\b/,
    /\bfacture\b[^?!]{0,30}\b(ete|est) (\w+ )?(soldee?|reglee?|payee?)s?\b|\bfait parvenir un (cheque|virement)/,
    /\b(viens|venons|vient) de (vous )?(faire|passer|emettre|effectuer|payer|regler|virer|envoyer)~30(virement|paiement|reglement|cheque|facture|montant|somme|€)/,
    /\bordre de virement~30(donne|transmis|passe|envoye)\b|\b(apparait|figure|indiquee?|notee?|marquee?|pointee?|enregistree?) (\w+ )?(comme )?(paye|regle|solde|acquitte)[es]*\b/,
    `\\b(avons|ai|a|ont|a ete|ont ete|est|sont|etait)\\b( \\w+){0,3} (${PAID}\\b|${DONE}\\b(?=[^?!]*(\\b${MONEY}\\b|€)))`,
    `\\b(virement|paiement|reglement|prelevement|cheque|acompte|somme|montant)~60(${DONE}|${PAID})\\b|\\bfacture~60${PAID}\\b`,
    /\b(ci-joint|en pj|piece jointe|joins|joignons|joint)~40(avis de virement|(preuve|justificatif|ordre|attestation) (de|du) (paiement|virement))|\b(avis|preuve|justificatif|ordre) (de|du) (paiement|virement)[^.?!]{0,30}\b(ci-joint|en pj|joint)/,
    /(^|[:,-] )(deja |bien )?(paye|regle)e?s?\b|^viree? (ce jour|hier|le)\b|\bdeja (ete )?(paye|regle)|\bc'est (paye|regle|parti|fait)\b|\bvirement (fait|parti|effectue)\b/,
  ),
  unpaid:
    /\bfactur\w+~60(effectue|execute|fait|realise)[es]*\b|\b(sera|seront|serez|seras|serait|va|vont|vais|allons|pas|n'a|n'avons|jamais|doit|devrait|ne|pourra|etre|sitot|des que|lorsque|quand|une fois)\b( \S+){0,4} (paye|regle|vire|effectue|emis|envoye|parti|solde|fait|execute|adresse|remis|depose|procede|debloque|preleve|passe)[es]*\b/,
  promise: anyOf(
    /\b(paie|regle|vire|solde|paient|reglent) (la facture|le montant|ca|cela|tout|vendredi|lundi|mardi|mercredi|jeudi|demain|le \d)\b/,
    /\b(peux|pouvons|compte|comptons|pense|pensons) (vous )?(payer|regler|virer|solder)\b/,
    /\b(est|sont|part|passe) (mise? )?en (cours de )?paiement\b/,
    /\b(regler|payer|paier|virer|effectuer|solder|proceder|acquitter|debloquer|mandater|transferer|verser|honorer|programmer|lancer)(ai|a|as|ons|ez|ont)\b|\bm(ets|ettons|et|ise?|ises|ettrai|ettrons) (\w+ )?en (paiement|reglement)\b|\b(ca|virement|paiement|reglement|cheque) part\b|\bpart(ent)? (demain|ce|lundi|mardi|mercredi|jeudi|vendredi|le \d)|\b(je|on|nous) (te |vous )?(les? |la )?(programme|programmons|verse|versons|solde|soldons|transfere|depose|poste|fais|faisons) (ca |le |les |la |un |tout )?(virement|paiement|reglement|cheque|demain|ce|lundi|mardi|mercredi|jeudi|vendredi|fin|avant|montant|somme|solde|facture)|\b(vous|tu) (l'|les |le |la )(aurez|auras|avez (demain|lundi|mardi|mercredi|jeudi|vendredi))/,
    /\bje (m'en charge|m'en occupe|le fais|fais le necessaire) (aujourd|demain|ce|lundi|mardi|mercredi|jeudi|vendredi)/,
    /\bvous (devriez|allez) (le |la |les )?(recevoir|avoir)\b/,
    /\bpart\w* (au|en|dans|avec)~30(reglement|paiement|virement|lot|campagne)\b|\b(je|on|nous) (vous |le |la |les )*(refais|refaisons|refait|renouvelons)\b/,
    /^(et |puis )?le (solde|reste)~40(suivra|fin|le|debut|sous|semaine|mois|en|au|sera|plus tard|courant)\b/,
    /^(le |notre |votre )?(reglement|paiement|virement)~25(sous|d'ici|avant|fin|debut|courant|semaine|dans|demain|lundi|mardi|mercredi|jeudi|vendredi|mi)\b/,
    /\b(sera|seront|serez|seras|serait|seraient|va|vais|vont|allons|devrait|devraient|pourra)~60(paye|regle|vire|effectue|emis|envoye|solde|payer|regler|virer|effectuer|partir|intervenir|proceder|emise?|faire|execute|mandate)[es]*\b/,
    /\b(reglerons|reglerai|reglera|payerons|paierons|paierai|paiera|payerai|virerons|virerai|effectuerons|effectuerai|partira|partiront|procederons|procederai|ferons|ferai|solderons|solderai|interviendra|recevrez|aurez)\b/,
    /\b(je|on|nous) (vous |le |la |les )?(fais|faisons|fait|regle|reglons|paie|paye|payons|vire|virons|effectue|effectuons|envoie|envoyons|procede|procedons) (le |un |votre |la |ce |cette |tout |l'|au |votre|vous|vendredi|lundi|mardi|mercredi|jeudi|demain|des)/,
    /\b(virement|paiement|reglement|facture)~50(prevu|programme|planifie|inclus|compris|part|partent|lance|prochain|previsionnel)[es]*\b|\b(prevu|programme|planifie|mis)[es]* (en|au|pour|dans)~30(paiement|reglement|virement|le)\b|\b(prochaine|prochain) (campagne|lot|echeance|run)\b/,
  ),
  refusal:
    /\b(pas avant|sais pas|personne ne|aucune idee)\b|\b(ne|n')\s?(\w+ ){0,3}(pouvons|peux|peut|paierons|paierai|reglerons|reglerai|pourrons|pourra|pourront|peuvent|procederons|pourrai|payerons|payerai|serons|seront|sera)\b|\baucun (paiement|reglement|virement)\b|\b(refusons|refuse) de\b/,
  condition:
    /\b(des (sa|leur|cette|votre|le retour|lors)|aussitot que|tant que|apres avoir recu|lorsqu|quand|des qu')\b|\b(des (que|reception|validation|accord|signature)|sitot|une fois|lorsque|quand|a (la )?reception|apres (reception|validation|accord|signature|correction)|sous reserve|si (vous|nous|le|la|on)|seulement (si|quand)|a condition)\b/,
  approval: /\b(valid\w+|sign(e|ee|ature|er)\b|approb\w+|approuv\w+|accord\b|direct(eur|rice|ion)|patron)\b/,
  guess:
    /\b(probablement|sans doute|peut-etre|normalement|vers|environ|aux alentours|a priori|j'espere|esperons|si possible|au plus tot|en principe|essaie|essaierai|essayer\w*)\b/,
  instalments:
    /\d ?(€|euros?)? ?chaque (lundi|mardi|mercredi|jeudi|vendredi)\b|\d ?(€|euros?)? ?(par|chaque) semaine\b|\bchaque (mois|semaine)\b|\b(\d|deux|trois|quatre|cinq|six) (fois|x) ?\d{2,}|\bpremier (virement|paiement|reglement|versement)~50(autres?|reste|suivants?|second|deuxieme|solde)\b|\b(pareil|idem|meme chose|la meme somme)~30(fin|le|en|chaque)\b|\bmoitie (le|en|fin|ce|cette|debut|la semaine)~30(moitie|reste|solde)\b|\b(petit a petit|au fur et a mesure|facilites? de paiement|en plusieurs|regler par (etapes|morceaux)|mensuellement)\b|\d ?(€|euros?)? ?(mensuels?|tous les mois|\/ ?mois)|\b(echeancier|echelonn\w+|en (deux|trois|quatre|cinq|six|\d) (fois|versements?|echeances|paiements?|mensualites)|mensualites?|plusieurs fois|acomptes?|etaler|etalement|fractionn\w+|par tranches|(moitie|\d+ ?%) (maintenant|tout)|\d[\d., ]*(€|euros?)? ?(par|chaque) mois)\b/,
  reasons: {
    'credit-expected':
      /\b((l'|un |notre |votre |d'un |cet |d')avoir\b(?! (de|a|ete|un|une|le|la|recu|pu|fait|paye|regle|bien|ce|cette|vos|votre|des|les))|note de credit|remboursement|ristourne|compens(er|ation))\b/,
    'missing-po': anyOf(
      /\b(bon de commande|numero de (bon de )?commande|n° ?(de )?(bc|commande)|bc|numero d'engagement|engagement juridique|code service|reference (de )?commande|numero de marche)~60(pas|manqu\w*|absent\w*|figure|sans|errone|invalide|faux|obligatoire|manquant)\b/,
      /\b(sans|manqu\w*|absence (de|du)|il manque|indiquer|mentionner|preciser)~30(bon de commande|numero de (bon de )?commande|bc|numero d'engagement|code service|reference (de )?commande)\b/,
    ),
    damaged:
      /\brend(u|re) l'ame\b|\becaill\w+\b|\bvoilee?s?\b|\brien n'est utilisable\b|\bperd\w* (son |de l'|l')?(huile|eau|air)\b|\bne (se |s')?(ferm|ouvr|lanc|allum|charg|demarr|chauff|coul|tourn|tien|refroidi)\w* (plus|pas|mal)\b|\bbruit anormal\b|\b(prend|prennent|passer|laisse\w*|perd|perdent) (passer )?(de )?l'(eau|air|huile)\b|\bperd de l|\b(hors (service|d'usage)|hs|tombe\w* en panne|perce[es]*|fissure\w*|tache[es]*|malfacons?|rouille\w*|pourrie?s?|ecrase\w*|eclate\w*|dysfonction\w*|mauvais(e)? (etat|qualite)|a refaire|ne (demarre|s'allume|tient|ferme|chauffe|tourne)(nt)? pas|marche(nt)? (pas|plus)|fonctionne(nt)? plus|vices?|tombe\w* en morceaux|mal (pose|monte|installe)[es]*)\b|\b(casse[es]*|endommage[es]*|abime[es]*|defectueu\w+|defaut\w*|en panne|brise[es]*|raye[es]*|fuit|fuite|moisi\w*|inutilisable\w*|en (miettes|morceaux|mille morceaux)|ne (fonctionne|marche)(nt)? pas|fele[es]*|non conforme|dechire[es]*|deforme[es]*|tordu\w*|avari\w+)\b/,
    'not-received': anyOf(
      `\\bil (nous |me )?manque~30${GOODS}`,
      /\bpersonne~20(vu|recu|receptionne)\b(?![^.?!]*\bfacture)/,
      /\bjamais vu\b/,
      /\brien n.a ete (depose|livre|recu)|\b(chauffeur|technicien|livreur|ouvriers?|personne)~30(jamais|pas|n.est)~20(venue?|passe|intervenue?)s?\b/,
      `^(?!.*\\b((?<!(cette|la|votre|sur) )factures?|factures? (ne|n'|en)|recu (de |la |votre |cette )?factures?|mails?|courriels?|relances?|courriers?|reponse|message|avoir)\\b(?!.*\\b${GOODS}\\b)).*\\b(jamais|pas|rien|aucun\\w*|n'a)~40(recu|livre|arrive|receptionne)[es]*\\b`,
      `\\b${GOODS}~50(jamais|pas)~25(recu|livre|arrive|parvenu|venu|receptionne|la)[es]*\\b|\\b${GOODS}~50attend\\w*`,
      `\\b(attend(s|ons)?|en attente)~30(la |le |les |notre |nos |de la |de notre )${GOODS}\\b|\\brien recu\\b`,
    ),
    quantity: anyOf(
      /\bcommand\w+~20#~40(recu|livre|arrive)\w*~15#\b/,
      /\bil manqu\w+ (\w+ )?#\b|\bque # (\w+ ){0,2}(sur|au lieu d)|\b# (\w+ )?(sur (les )?|au lieu d(e |es |'))(\w+ )?#\b(?! ?(€|euro))|\bmanqu(e|ent|aient|ait) (encore )?# /,
      /\bfactur\w*\b[^.?!]{0,25}\d[^.?!]{0,40}\b(alors que|mais|au lieu de|seulement)\b[^.?!]{0,25}\d|\b\d+ (\w+ )?sur (les )?\d+\b|\bque \d+ (\w+ )?(recu|livre|arrive)\w*/,
      /(?=.*\b(factur\w*)\b)(?=.*\b(command\w*|livre[es]*|recu[es]*|bon de livraison|bl)\b)(?=.*\b#\b)/,
      /\b(quantite\w*|il manque \d+|manquants?|incomplet\w*|pas complete?s?|livraison partielle|ecart de livraison)\b/,
    ),
    price: anyOf(
      /\b(port|livraison|transport)~40(gratuit\w*|offerts?|franco)\b/,
      /\b(tva|frais de port|transport)~30(fausse?|errone\w*|pas|incorrecte?|offerts?|trop)\b/,
      /\b(plus (cher|eleve)\w*|de plus) que (le |la |l')?(prevu|convenu|devis|annonce|accord)\w*|\b(etions|etait|sommes) (convenus?|d'accord|entendus)~60factur|\b(hausse|augmentation)~40(pas|jamais|sans)\b/,
      /\b(prix|tarif\w*|taux|remise|devis|convenu\w*|contrat|accord|rabais)~90(factur\w*|compte[zes]*|avez mis|non|pas|lieu|errone|faux|different\w*|trop|mais|superieur\w*|etait|oubli\w*|applique\w*|deduit\w*)\b/,
      /\bfactur\w*~60(prix|tarif|devis|convenu|trop cher|trop eleve|au lieu)\b|\bsurfactur\w*|\bmontant~25(errone|faux|incorrect|inexact|pas (bon|correct|exact))\b/,
    ),
    other:
      /\bavons annule\b|\bannule[es]* (cette|la|notre) commande\b|\b(travaux|prestation|chantier|travail)~30(pas|jamais|non) (ete )?(termine|fini|acheve|realise|complet)[es]*\b|\b(couleur|taille|modele|reference)~25(pas|mauvais\w*|fausse)\b|\bmauvais(e)? (couleur|taille|modele|produit|article|reference)|\b(ne (nous|me) concerne pas|(pas|jamais) (pour|destinee? a) nous|pas concernes?|appartient a|a tort)\b|\b(doublons?|double emploi|en double|(factur|prelev|pay|regl|comptabilis)\w* (\w+ )?deux fois|deux fois (factur|prelev|la meme)\w*|(pas|jamais|rien) commande[es]*|destinataire|pas a nous|mauvaise (adresse|societe|entite)|adresse~40(fausse|erronee|incorrecte|n'est (plus|pas))|erreur (de|sur)|errone\w*|resili\w+|annul\w+|indu\w*|n'est (donc )?pas (encore )?(echue?|due)|au nom d'une autre|prescrite?|injustifie\w*|(n'est|ne sont|n'etait) pas (ceux|celles|celui|celle|ce|la|le|les) (que |qu'on |qui )?(\w+ ){0,2}(command|demand|prevu|choisi)\w*|pas (la|le) (mienne?|notre)|mis fin au contrat|vendu (l'affaire|la societe|le commerce|l'entreprise)|jamais (demande|accepte|autorise|signe|souscrit)|aucune obligation|pas redevables?|devait aller (a|au)|sans (finir|terminer|avoir fini)|travail a moitie|ne (vous )?(devons|dois) (rien|pas)|ne dois rien|entite (juridique|distincte))\b/,
  },
  contest: /\b(contest\w+|litige|pas (d'accord|justifie\w*)|refus\w+ (cette|la|votre) facture)\b/,
  copy: anyOf(
    `\\b(n'ai|n'avons) (pas|plus|jamais)~20factures?\\b|\\bil (me|nous) (faut|faudrait|manque)~20${DOCUMENT}\\b`,
    /\b(me|nous) (la |le |les )?(renvoi|remett|transmett|repass|refaire|faire suivre|refai)\w*|\bfactures?~40(egaree?|perdue?|introuvable|pas (\w+ )?(recue?|arrivee?|parvenue?)|jamais (recue?|arrivee?|parvenue?))s?\b/,
    `(?<!\\b(ai|avons|a|ont|avez) )\\b(envoy\\w+|renvoy\\w+|transm\\w+|adress\\w+|faire parvenir|fournir|fournissez|communiqu\\w+|remettre|besoin|reclam\\w+|demand\\w+)~60${DOCUMENT}\\b`,
    `\\b(la|le|les|nous) (la |le |les )?(renvoyer|reenvoyer|retransmettre|renvoyez|adresser a nouveau)\\b|\\b(renvoyer|renvoyez|reenvoyer)\\b`,
    /\b(ne|n')\s?(\w+ ){0,3}(trouv\w+|retrouv\w+|recu|avons)~30factures?\b/,
  ),
  contact: anyOf(
    /\b(ne travaille plus|n'est plus (en charge|responsable|dans|chez|la)|ne suis plus|ne fait plus partie|a quitte|remplacante?|(me|le|la) remplac\w+|remplacee? par (m|mme|madame|monsieur)|(ce n'est|c'est) plus moi|ne (gere|m'occupe|suis) plus|s'occupe (desormais|maintenant)|mauvais(e)? (personne|interlocuteur|contact|service)|nouve(au|l|lle) (contact|interlocut\w+|comptable|adresse)|pas (la bonne personne|le bon (service|interlocuteur|contact))|voyez avec|adressez-vous|retraite|succede|successeur)\b/,
    /\b(contact\w*|ecri\w+|adress\w+|voir avec|desormais|envoy\w+|reprend|occupe|compta\w*|merci de (contacter|voir|ecrire|vous))\b[^.?!]{0,110}\S+@\S+/,
    /\bcorrespondance\b[^.?!]{0,80}\S+@\S+/,
    /\b(toute correspondance|correspondance)~50(exclusivement|uniquement|directement)\b/,
  ),
  call: /\b((en parler|parler|voir (ca|cela)) (au|par) telephone|joignables? (au|sur|par)|on s'appelle|m'appeler|appelle-moi|rappelle-moi|passe[rz]? un coup)\b|\b(appelez|appeler|rappelez|rappeler|telephonez|telephoner|(me|nous) joindre|(un|d'un) (appel|coup de fil)|se parler|de vive voix|passez-moi un|contactez-moi au)\b/,
  away: /\bde retour au bureau\b|\b(ne (serai|suis) pas (au bureau|disponible|joignable|la)|indisponible (jusqu|du))\b|\b(absente?s?|en conges?|conges?|en vacances|hors du bureau|conge (maternite|parental)|en deplacement|fermeture annuelle|ferme(e|s)? (du|jusqu))\b/,
  back: /\b(de retour|retour|reprise|reprendrai|rentre|a partir du|reouverture)\b[^.?!]{0,25}$/,
  inclusive: /\b(inclus|compris)\b/,
  insolvency:
    /\b(redressement judiciaire|liquidation (judiciaire|amiable)?|procedure (collective|de sauvegarde)|sauvegarde judiciaire|mandataire judiciaire|liquidateur|administrateur judiciaire|cessation (de|des) paiements?|depot de bilan|depose le bilan|faillite|declarer (votre|vos) creance|declaration de creance)\b/,
  stop: /\b(ne plus rien|effac\w+ de vos|ne (m'|me |nous )?(ecriv|contact|relanc|envoy|appel)\w* plus|(supprim\w+|retir\w+|enlev\w+|desabonn\w+|radi\w+)[^.?!]{0,40}(adresse|liste|fichiers?|mail|coordonnees|donnees)|desinscri\w+|cess\w+ (de|d'|tout|vos)|arret\w+ (de|d'|vos|ces)|ne (plus )?(m'|nous |me |plus )?(\w+ )?(contacter|ecrire|envoyer|relancer|adresser)|plus (aucun|de) (mail|courriel|message|relance|courrier)s?|ne plus (recevoir|etre))/,
  agreed:
    /\b(corriger|rectifier|modifier)\b|\b(verifier|regarder de votre cote|controler|que (fait|faisons|faire)|comment fait)\b|\b(d'accord|convient|possible|ok|convenir a|ca va|acceptez|acceptable|arrange)\b/,
  unclear:
    /\b(verifi\w+|(je|on) (regarde|verifie|me renseigne|m'en occupe|s'en occupe)|revien(s|drai|drons|t) vers vous|en (attente|cours) (de|d')|(pour|en) (validation|signature|approbation)|transm(is|ets|ettons|ettrai)|fais suivre|pas de date|aucune date|renseigner|tiens au courant|tiendrai|interne|circuit|dans les meilleurs delais|au plus vite|des que possible|prochainement|(?<!a )bientot|chez (notre|mon|le|la) (direct|comptab|service))/,
  thanks: /\b(merci|bien recu|bien note|c'est note|note|entendu|parfait|ok)\b/,
  all: /\b(les deux( factures)?|les (trois|quatre) factures|toutes les factures|ces factures|les factures|l'ensemble|le tout)\b/,
  months: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' '),
  weekdays: [/\blundi\b/, /\bmardi\b/, /\bmercredi\b/, /\bjeudi\b/, /\bvendredi\b/, /\bsamedi\b/, /\bdimanche\b/],
  relative: [
    [/\bapres[ -]demain\b/, 2],
    [/\bavant[ -]hier\b/, -2],
    [/\bdemain\b/, 1],
    [/\bhier\b/, -1],
    [/\baujourd'?hui\b|\bce (jour|matin|soir)\b|\bcet apres-midi\b/, 0],
  ],
  next: /\bprochaine?s?\b/,
  coming: /\b(ce|qui vient|a venir)\b/,
  last: /\b(derniere?|passe)\b/,
  nextWeek: /\bde la semaine prochaine\b|\bsemaine prochaine\b/,
  monthEnd: /\b(fin (du|de|de ce) mois|fin (de )?mois|la fin du mois)\b/,
  nextMonthEnd: /\bfin (du )?mois prochain\b/,
  endOf: /\bfin( (de|du))?$/,
  span: /\b(dans la semaine|avant la fin|(ce|le) week-?end|(premiere|deuxieme|derniere) semaine|semaine derniere|mois dernier|semaine prochaine|mois prochain|cette semaine|ce mois|la semaine|semaine (du|\d+)|s\d{1,2}|debut|courant|mi-?|mi |fin|milieu|sous (\w+ )?(jours|semaines|quinzaine|huitaine)|d'ici (\w+ )?(jours|semaines|la fin|peu|quelques)|dans (les |la |une? |\w+ )?(\w+ )?(jours?|semaines?|mois|quinzaine)|prochainement|bientot|quelques jours|rapidement)\b/,
  bareDay: /\b(le|du|au|d'ici le|avant le|jusqu'au) (?<day>\d{1,2})(er)?\b(?![/.-]\d)(?! \p{L})/u,
  administrator: /\b(mandataire|administrateur|liquidat(eur|rice)|maitre)\b/,
  titles: /\b(madame|monsieur|mme|mlle|m|maitre|me|dr|mr)\b\.?/g,
  rightAmount: /(devrait (etre|s'elever)|montant (exact|correct|juste) (est|serait)|soit|au lieu de payer|devons que)/,
  signs: SIGNS_FR,
};

export const fr = readable(FR, 'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze');
