// The words of the weekly note in French.
import type { NoteWords } from '../note-language';

export const FRENCH_NOTE: NoteWords = {
  subject: (from) => `Créances clients, semaine du ${from}`,
  week: (from, to) => `La semaine du ${from} au ${to}.`,
  overdue: (overdue, open, weekAgo) =>
    `Sur ${open} à encaisser, ${overdue ? `${overdue} sont en retard` : 'rien n’est en retard'}${weekAgo && ` ; il y a une semaine : ${weekAgo}`}.`,
  nothingOpen: 'Rien n’est à encaisser.',
  byAge: (currency) => `À encaisser par jours de retard${currency && `, ${currency}`}`,
  furtherCurrencies: (count) => (count === 1 ? 'Et une autre devise.' : `Et ${count} autres devises.`),
  sent: 'Ce que nous avons envoyé et fait',
  nothingSent: 'Rien n’a été envoyé.',
  cameIn: 'Encaissements',
  nothingCame: 'Aucun encaissement.',
  noDates: 'La liste des factures n’a pas de dates de paiement.',
  promised: 'Promis pour cette semaine',
  nothingPromised: 'Rien n’est promis pour cette semaine.',
  further: (count) => `et ${count} de plus`,
  departments: 'En retard, par responsable',
  nothingKept: 'Rien n’est en retard.',
  noReasons: 'Aucune cause n’est notée pour ce qui est en retard.',
  noReason: 'cause inconnue',
  customer: 'le client',
  person: 'À faire',
  nobodyNeeded: 'Rien à faire.',
  needs: {
    stops: 'Ce qui arrête tout envoi, voir « Today »',
    review: 'E-mails à relire',
    byHand: 'Appels et tâches à faire',
    needsFix: 'Relances auxquelles il manque quelque chose',
    failed: 'E-mails qui n’ont pas pu partir',
    unconfirmed: 'E-mails dont on ne sait pas s’ils sont partis',
    deadlines: 'Litiges et questions hors délai',
  },
  unchased: (customers, totals) =>
    `${customers === 1 ? '1 client' : `${customers} clients`} avec ${totals} en retard que personne ne relance`,
  link: 'Ouvrir le classeur :',
  foot: 'Cette note arrive le lundi chez ceux qui sont nommés dans AR Settings sous « Weekly note to ».',
};
