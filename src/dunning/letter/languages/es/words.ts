// The words of Spanish letters, in formal address.
import { civilOf } from '../../../../receivables/day';
import type { AmountMarks } from '../amounts';
import type { LanguageWords } from '../language-pack';

const MONTHS = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');
const MARKS: AmountMarks = { group: '.', decimal: ',', gap: ' ', and: 'y' };

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** Spanish: `2 de noviembre de 2026`, `4.800,00 EUR`; "Buenos días" with the name needs no gender. */
export const SPANISH_WORDS: LanguageWords = {
  marks: MARKS,
  longDate: (day) => {
    const date = civilOf(day);
    return `${date.day} de ${MONTHS[date.month - 1]} de ${date.year}`;
  },
  shortDate: (day) => {
    const date = civilOf(day);
    return `${twoDigits(date.day)}/${twoDigits(date.month)}/${date.year}`;
  },
  month: (day) => `${MONTHS[civilOf(day).month - 1]} de ${civilOf(day).year}`,
  greeting: (contact) => (contact === '' ? 'Buenos días:' : `Buenos días, ${contact}:`),
  reference: (reference) => `Ref. ${reference}`,
  objection: ({ heard, answer }) => `- «${heard}» ${answer}`,
  listed: (invoice, due, amount) =>
    due === '' ? `${invoice}: ${amount}` : `${invoice}, vencimiento ${due}: ${amount}`,
  age: (days) => (days === 1 ? '1 día' : `${days} días`),
  received: (amount) => `${amount} ya recibidos, gracias`,
  heading: (currency) => `Facturas en ${currency}`,
  bankDetails: (currency) =>
    currency === '' ? 'Nuestros datos bancarios:' : `Nuestros datos bancarios para pagos en ${currency}:`,
  answer: {
    ask: 'Pueden responder con dos clics',
    choices: {
      promise: 'Pagaremos en esta fecha:',
      paid: 'Ya hemos pagado',
      dispute: 'Algo no es correcto',
      contact: 'Escriban por favor a otra persona',
    },
  },
  columns: {
    invoice: 'Factura',
    order: 'Su n.º de pedido',
    due: 'Vencimiento',
    days: 'Días de retraso',
    balance: 'Pendiente',
  },
  documents: { invoice: 'Abrir la factura', delivery: 'Comprobante de entrega', order: 'Su pedido' },
  attached: 'adjunto',
  noNumber: 'sin número',
  noDueDate: 'a la recepción',
  notYetDue: 'por vencer',
  inDispute: 'en disputa',
  partInDispute: 'parte en disputa, no reclamada aquí',
  newDate: (day) => `nueva fecha acordada: ${day}`,
  overdue: 'Total vencido',
  notDue: 'Por vencer',
  disputed: 'En disputa, no reclamado aquí',
  credit: 'a su favor',
  credits: 'Abonos y pagos pendientes de aplicar',
  bands: ['por vencer', '1-30 días', '31-60 días', '61-90 días', 'más de 90 días'],
  nextStep: 'el traspaso del expediente a una empresa de gestión de cobro',
  lateRights: 'Nos reservamos nuestros derechos, entre ellos los intereses y la indemnización por demora.',
  lateClaims: (sum) => `Además del importe anterior reclamamos ${sum} por la demora, como prevé la ley:`,
  lateClaim: (invoice, age, interest, compensation) =>
    `${invoice}: ${[interest && `${interest} de intereses (${age})`, compensation && `${compensation} de indemnización`].filter((part) => part !== '').join(' y ')}`,
  channels: {
    email: 'correo',
    call: 'llamada',
    whatsapp: 'mensaje de WhatsApp',
    letter: 'carta',
    task: 'tarea interna',
  },
  outcomes: {
    answered: 'atendida',
    'no answer': 'sin respuesta',
    'wrong contact': 'contacto equivocado',
    done: 'hecho',
    promised: 'pago prometido',
    disputes: 'en disputa',
    'will call back': 'devolverá la llamada',
    paid: 'pagado según el cliente',
    'left a message': 'mensaje dejado',
    'wants copies': 'pide copias',
    'asks for a plan': 'pide un plan de pagos',
    refuses: 'se niega a pagar',
    'no longer trading': 'habría cesado su actividad',
  },
  payment: 'pago',
  promises: {
    open: 'pendiente',
    kept: 'cumplido',
    'partly kept': 'cumplido en parte',
    broken: 'no cumplido',
    cancelled: 'anulado',
  },
  disputes: {
    accepted: 'Les damos la razón',
    'partly accepted': 'Les damos la razón en parte',
    rejected: 'La factura se mantiene como está',
  },
  statement: {
    title: 'Extracto de cuenta',
    file: 'Extracto-de-cuenta',
    attached: 'Adjuntamos el extracto de su cuenta.',
    customerNumber: 'Número de cliente',
    balance: 'Saldo',
    openItems: 'Partidas abiertas',
    nothingOpen: 'No hay nada pendiente.',
    activity: (from) => `Movimientos de la cuenta desde el ${from}`,
    broughtForward: 'Saldo anterior',
    columns: { date: 'Fecha', what: 'Concepto', amount: 'Importe', balance: 'Saldo' },
    movements: {
      invoice: 'Factura',
      credit: 'Abono',
      payment: 'Pago, gracias',
      returned: 'Pago devuelto',
      undated: 'Pagos y abonos sin fecha',
    },
  },
  calendar: (company) => `Pago a ${company}`,
};
