// The words of the weekly note in Spanish.
import type { NoteWords } from '../note-language';

export const SPANISH_NOTE: NoteWords = {
  subject: (from) => `Cuentas por cobrar, semana del ${from}`,
  week: (from, to) => `La semana del ${from} al ${to}.`,
  overdue: (overdue, open, weekAgo) =>
    `De ${open} pendientes, ${overdue ? `${overdue} están vencidos` : 'no hay nada vencido'}${weekAgo && `; hace una semana eran ${weekAgo}`}.`,
  nothingOpen: 'No hay nada pendiente.',
  byAge: (currency) => `Pendiente por días de retraso${currency && `, ${currency}`}`,
  furtherCurrencies: (count) => (count === 1 ? 'Y una moneda más.' : `Y ${count} monedas más.`),
  sent: 'Lo que enviamos e hicimos',
  nothingSent: 'No se envió nada.',
  cameIn: 'Cobros',
  nothingCame: 'No hubo ningún cobro.',
  noDates: 'La hoja de facturas no tiene fechas de pago.',
  promised: 'Prometido para esta semana',
  nothingPromised: 'No hay nada prometido para esta semana.',
  further: (count) => `y ${count} más`,
  departments: 'Vencido, por responsable',
  nothingKept: 'No hay nada vencido.',
  noReasons: 'No hay ninguna causa anotada de lo vencido.',
  noReason: 'causa desconocida',
  customer: 'el cliente',
  person: 'Por hacer',
  nobodyNeeded: 'No hay nada por hacer.',
  needs: {
    stops: 'Lo que detiene todo envío, véase «Today»',
    review: 'Correos por revisar',
    byHand: 'Llamadas y tareas por hacer',
    needsFix: 'Recordatorios a los que les falta algo',
    failed: 'Correos que no se pudieron enviar',
    unconfirmed: 'Correos de los que no se sabe si salieron',
    deadlines: 'Reclamaciones y consultas fuera de plazo',
  },
  unchased: (customers, totals) =>
    `${customers === 1 ? '1 cliente' : `${customers} clientes`} con ${totals} vencidos que nadie reclama`,
  link: 'Abrir la hoja de cálculo:',
  foot: 'Esta nota llega los lunes a quienes figuran en AR Settings en «Weekly note to».',
};
