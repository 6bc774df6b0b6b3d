// The Spanish WhatsApp texts, call sheets and task notes a new workbook starts with.
import { type TemplateRow, textIn } from './row';

const text = textIn('es');

// A message is read on a telephone: no table, no bank details, one question.
const MESSAGE_END = `{{#payment link}}
Pagar en línea: {{payment link}}
{{/payment link}}
{{signature}}
{{reference}}`;

const WHATSAPP: readonly TemplateRow[] = [
  text(
    'WhatsApp friendly',
    'Mensaje a {{customer}}: {{total}}',
    '{{greeting}}',
    `{{#overdue}}
Un breve recordatorio: salvo error por nuestra parte, quedan por pagar {{total}}.
{{/overdue}}
{{^overdue}}
Un breve aviso: {{total}} vencen el {{due date}}. ¿Podemos contar con ello?
{{/overdue}}
{{invoice list}}`,
    'Si el pago ya está en camino, muchas gracias, y este mensaje queda sin efecto.',
    MESSAGE_END,
  ),
  text(
    'WhatsApp personal',
    'Mensaje a {{customer}}: {{total}}',
    '{{greeting}}',
    '¿Puedo preguntar cuándo podemos contar con {{total}}?\n{{invoice list}}',
    'Si falta algo, por ejemplo una copia, basta con responder y la envío.',
    MESSAGE_END,
  ),
  text(
    'WhatsApp firm',
    'Mensaje a {{customer}}: {{total}}, vencido',
    '{{greeting}}',
    'En nuestros libros hay {{total}} vencidos:\n{{invoice list}}',
    'Rogamos una respuesta a más tardar el {{reply by}} con el día en que se pagará. Si hay disconformidad con alguna factura, agradeceremos saber con cuál y por qué. Si ya se ha pagado, muchas gracias.',
    MESSAGE_END,
  ),
];

const WHO = `Llamada: {{#contact}}{{contact}}, {{/contact}}{{customer}}
{{#phone}}Teléfono: {{phone}}{{/phone}}
{{#owner}}Responsable de la cuenta: {{owner}}{{/owner}}
{{#last contact}}Último contacto: {{last contact}}{{/last contact}}`;

const FACTS = `Importe solicitado: {{total}}
{{#terms}}Condiciones de pago: {{terms}}{{/terms}}
{{#disputed}}En disputa, dejar aparte: {{disputed}}{{/disputed}}
{{#credits}}Abonos por aplicar: {{credits}}{{/credits}}
{{#received}}Recibido últimamente: {{received}}{{#received date}} el {{received date}}{{/received date}}{{/received}}`;

const OBJECTIONS = `Lo que se suele oír, y una buena respuesta:
- «No hemos recibido la factura.» Comprobar la dirección, enviar una copia durante la llamada y preguntar en qué remesa de pagos puede entrar todavía.
- «Aún no está aprobada», «falta el número de pedido»: ¿quién la aprueba y para cuándo? Enviar hoy mismo lo que falte; volver a llamar el día que indiquen.
- «Ahora no tenemos liquidez.» ¿Qué se puede pagar hoy y qué días llegará el resto? Acordar fechas e importes, no un «pronto».
- «No estamos de acuerdo.» ¿Qué factura, qué importe y por qué? Anotar la disputa, decir quién responderá y pedir la parte no discutida.
- «El pago está en camino.» Dar las gracias y pedir el día, el importe y la referencia. Anotarlo como promesa.
- «La persona responsable no está.» ¿Hasta cuándo, y quién la sustituye? Si no, acordar el día de la próxima llamada.`;

const BACKGROUND = `{{#promises}}
Promesas de pago:
{{promises}}

{{/promises}}
{{#history}}
Contactos hasta ahora:
{{history}}

{{/history}}
{{#notes}}
Notas:
{{notes}}

{{/notes}}
Datos al {{as of}}. {{reference}}`;

const RECORD = 'Anotar: con quién se ha hablado, qué se ha acordado, el día y el importe de cada promesa.';

function call(template: string, subject: string, ...questions: string[]): TemplateRow {
  return text(template, subject, WHO, FACTS, '{{invoices}}', ...questions, OBJECTIONS, RECORD, BACKGROUND);
}

const CALLS: readonly TemplateRow[] = [
  call(
    'Call promise ask',
    'Llamar a {{customer}}: ¿cuándo se pagarán {{total}}?',
    `1. ¿Han llegado las facturas y están aprobadas?
2. ¿Qué día se pagarán? Anotarlo como promesa.
3. ¿Falta algo: un número de pedido, un albarán, una copia?`,
  ),
  call(
    'Call documents',
    'Llamar a {{customer}}: ¿hay algún obstáculo para {{total}}?',
    `1. ¿Están las facturas registradas y vinculadas al pedido?{{#order no}} Número de pedido en {{no}}: {{order no}}.{{/order no}}
2. ¿Qué documentos faltan? Ofrecer enviarlos hoy.
3. ¿En qué remesa de pagos entrarán?`,
  ),
  call(
    'Call personal',
    'Llamar a {{customer}} sobre {{total}}',
    `1. ¿Han llegado nuestros mensajes, y a la persona adecuada?
2. ¿Hay alguna consulta sobre una factura o una entrega? En tal caso, anotar una disputa.
3. ¿Cuándo se pagará el importe? Anotarlo como promesa.`,
  ),
  call(
    'Call firm',
    'Llamar a {{customer}}: {{total}}, vencido',
    `1. Indicar el importe{{#age}} y el retraso: {{no}}, {{age}}{{/age}}.
2. Pedir el pago hoy, o un día fijo no posterior al {{reply by}}.
3. Si no pueden pagar de una vez: acordar plazos con fechas y confirmarlos por escrito.
4. Si hay disconformidad con una parte: el resto sigue siendo exigible.`,
    'Decir solo lo que vamos a hacer. Ninguna consecuencia que no esté decidida.',
  ),
  call(
    'Call promise reminder',
    'Llamar a {{customer}}: ¿sigue en pie el pago del {{promised date}}?',
    `1. Prometieron un pago{{#promised amount}} de {{promised amount}}{{/promised amount}} para el {{promised date}}. ¿Sigue en pie?
2. Si no: ¿qué otro día, y por qué? Anotar la nueva promesa.`,
  ),
  call(
    'Call promise missed',
    'Llamar a {{customer}}: pago previsto para el {{promised date}} no recibido',
    `1. Prometieron un pago{{#promised amount}} de {{promised amount}}{{/promised amount}} para el {{promised date}}; {{#received}}recibido hasta ahora: {{received}}{{/received}}{{^received}}no ha llegado nada{{/received}}.
2. ¿Qué ha pasado? ¿Está el pago en camino? Pedir la referencia.
3. ¿Qué día ahora? Anotar la nueva promesa.`,
  ),
];

const ABOUT = `Cliente: {{customer}}
{{#owner}}Responsable de la cuenta: {{owner}}{{/owner}}
{{#open}}Saldo: {{open}}{{/open}}
{{#overdue}}Vencido: {{overdue}}{{/overdue}}
{{#disputed}}En disputa: {{disputed}}{{/disputed}}
{{#credits}}Abonos por aplicar: {{credits}}{{/credits}}
{{#terms}}Condiciones de pago: {{terms}}{{/terms}}`;

function task(template: string, subject: string, ...todo: string[]): TemplateRow {
  return text(template, subject, ABOUT, ...todo, '{{invoices}}', BACKGROUND);
}

const TASKS: readonly TemplateRow[] = [
  task(
    'Task statement',
    'Estado de cuenta para {{customer}}, {{month}}',
    `1. ¿Están contabilizados hasta hoy pagos, abonos y disputas?
2. Enviar el estado a la persona que lo coteja con sus libros y pedir las líneas que difieran.
3. Aclarar cada línea que no conozcan o con la que no estén de acuerdo.`,
  ),
  task(
    'Task reconcile',
    'Conciliar la cuenta de {{customer}} y concertar una reunión',
    `1. Comparar nuestra lista con la suya, línea por línea: facturas que les faltan, pagos que nos faltan, deducciones.
2. Aplicar los abonos y pagos pendientes de aplicar.
3. Concertar una reunión sobre lo que quede, con una fecha para cada línea.`,
  ),
  task(
    'Task hold',
    '¿Bloquear los pedidos de {{customer}}?',
    `Decidir con ventas: ¿detener nuevos pedidos y entregas hasta que se paguen {{total}}?
1. ¿Qué pedidos están en curso y qué nos costaría detenerlos? ¿Estamos obligados a entregar?
2. ¿Qué debe pagarse antes de volver a entregar?
3. Si se decide que sí: avisar a ventas y al cliente, y activar el bloqueo en la gestión de pedidos.`,
  ),
  task(
    'Task hold review',
    'Bloqueo de pedidos y revisión con ventas: {{customer}}',
    `1. Hablar con ventas: ¿qué saben y qué hay previsto con este cliente?
2. Decidir si los nuevos pedidos quedan en espera y en qué condiciones se reanudan.
3. Decidir quién habla con su dirección, y cuándo.`,
  ),
  task(
    'Task guarantee',
    'Bloqueo y garantía para {{customer}}',
    `1. Decidir si los nuevos pedidos quedan en espera.
2. Pedir una garantía: aval, plan de pagos por escrito o pago por adelantado.
3. Revisar el límite de crédito y, si lo hay, el deber de notificar al seguro de crédito.`,
  ),
  task(
    'Task hand-over',
    'Traspasar a {{customer}}: {{total}}',
    `La última reclamación ya ha salido. Decidir: vía judicial, empresa de gestión de cobro, plan de pagos o baja contable.
1. Comprobar que nada esté en disputa, prometido o recién pagado.
2. Reunir facturas, justificantes de entrega, condiciones y los mensajes enviados.
3. Marcar las facturas como traspasadas: desde entonces no se envía nada sobre ellas.`,
  ),
  task(
    'Task review',
    'Revisar {{customer}} antes de enviar nada más',
    `1. ¿Qué ha cambiado desde el último mensaje: pagos, promesas, consultas, contactos?
2. ¿Es correcto el segmento, o conviene fijarlo en AR Customers?
3. Aprobar el paso en espera, aplazarlo o darlo por hecho.`,
  ),
];

/** The Spanish WhatsApp texts, call sheets and task notes. */
export const SPANISH_SHEETS: readonly TemplateRow[] = [...WHATSAPP, ...CALLS, ...TASKS];
