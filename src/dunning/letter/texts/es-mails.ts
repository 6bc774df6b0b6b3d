// The Spanish mails a new workbook starts with. Sentences fit one person and a whole firm alike (usted and ustedes), as
// the contact may be unknown: "basta con responder", "rogamos el pago", never an imperative that has to choose.
import { type TemplateRow, textIn } from './row';

const text = textIn('es');

const APART = `{{#disputed}}
Los importes en disputa ({{disputed}}) no están incluidos en este total; sobre ellos escribiremos por separado.

{{/disputed}}
{{#credits}}
Su cuenta presenta además un saldo a su favor de {{credits}}. Agradeceremos saber a qué facturas conviene aplicarlo.

{{/credits}}`;

const RECEIVED = `{{#received}}
Hemos recibido {{received}}{{#received date}} el {{received date}}{{/received date}}, muchas gracias; el importe ya está descontado.

{{/received}}`;

const HOW_TO_PAY = `{{#payment link}}
Se puede pagar en línea aquí:
{{payment link}}

{{/payment link}}
{{bank details}}`;

const CROSSED =
  'Los pagos están contabilizados hasta el {{as of}}. Si el suyo se ha cruzado con este mensaje, el mensaje queda sin efecto; en tal caso, muchas gracias.';

const HISTORY = `{{#history}}
Contactos hasta ahora:
{{history}}

{{/history}}`;

const CLOSING = `Un cordial saludo,
{{signature}}

{{reference}}`;

function mail(template: string, subject: string, ...paragraphs: string[]): TemplateRow {
  return text(template, subject, '{{greeting}}', ...paragraphs, CLOSING);
}

const BEFORE_DUE = mail(
  'Before due',
  '{{#one}}La factura {{no}} vence el {{due date}}{{/one}}{{#several}}{{n}} facturas: {{no}} vence el {{due date}}{{/several}}',
  '{{#one}}Un breve aviso previo: la factura {{no}}, por {{total}}, vence el {{due date}}.{{/one}}{{#several}}Un breve aviso previo: la factura {{no}} vence el {{due date}}. La tabla recoge todas las facturas afectadas, {{total}} en total.{{/several}}',
  '{{invoices}}',
  `{{#order no}}
La factura lleva su número de pedido {{order no}}. Si no es correcto, o si falta cualquier otra cosa para aprobarla, basta con decírnoslo ahora y lo resolveremos de inmediato.
{{/order no}}
{{^order no}}
Si hace falta un número de pedido en la factura, una copia o cualquier otra cosa para aprobarla, basta con decírnoslo ahora y lo resolveremos de inmediato.
{{/order no}}`,
  APART,
  HOW_TO_PAY,
  'Si el pago ya está programado, no hay nada más que hacer. Muchas gracias.',
);

const PROMISE_ASK = mail(
  'Promise ask',
  '¿Cuándo podemos contar con {{total}}?',
  '{{#one}}La factura {{no}}, por {{total}},{{/one}}{{#several}}La tabla siguiente recoge {{n}} facturas, {{total}} en total; la factura {{no}}{{/several}} vence el {{due date}}. Para poder planificar, ¿sería posible indicarnos qué día está previsto el pago?',
  '{{invoices}}',
  'Nos basta una breve respuesta con la fecha. Si hay algún obstáculo, como un documento que falta, un número de pedido incorrecto o una duda sobre la entrega, agradeceremos saberlo también y nos ocuparemos de ello.',
  APART,
  HOW_TO_PAY,
);

const FRIENDLY = mail(
  'Friendly',
  '{{#one}}Factura {{no}}: un breve recordatorio{{/one}}{{#several}}{{n}} facturas: un breve recordatorio{{/several}}',
  `{{#one}}
Salvo error por nuestra parte, quedan por pagar {{total}} de la factura {{no}}, con vencimiento el {{due date}}. Quizá se haya pasado por alto.
{{/one}}
{{#several}}
Salvo error por nuestra parte, quedan por pagar {{total}} de {{n}} facturas. Quizá se hayan pasado por alto.
{{/several}}`,
  '{{invoices}}',
  RECEIVED,
  APART,
  HOW_TO_PAY,
  'Si hace falta una copia de alguna factura, o si hay algo que no esté claro, basta con responder a este correo.',
  CROSSED,
);

const PERSONAL = mail(
  'Personal',
  '{{#contact}}{{contact}}, una{{/contact}}{{^contact}}Una{{/contact}} consulta sobre {{total}}',
  `{{#overdue}}
{{#one}}La factura {{no}} venció el {{due date}} y quedan pendientes {{total}}.{{/one}}{{#several}}De las {{n}} facturas siguientes quedan pendientes {{total}} en total.{{/several}}{{#last contact}} Nuestro último contacto fue el {{last contact}}.{{/last contact}} ¿Puedo preguntar para cuándo está previsto el pago?
{{/overdue}}
{{^overdue}}
{{#one}}La factura {{no}}, por {{total}}, vence el {{due date}}.{{/one}}{{#several}}Las {{n}} facturas siguientes, {{total}} en total, están pendientes; {{no}} vence el {{due date}}.{{/several}} ¿Puedo preguntar si el pago está programado y para qué día?
{{/overdue}}`,
  '{{invoices}}',
  RECEIVED,
  APART,
  'Si hay algún motivo por el que el pago tenga que esperar, agradeceré conocerlo. Casi todo se resuelve pronto en cuanto lo sabemos.',
  HOW_TO_PAY,
  CROSSED,
);

const FIRM = mail(
  'Firm',
  'Importe vencido: {{total}}{{#age}}, {{age}}{{/age}}',
  `{{#one}}
La factura {{no}} venció el {{due date}} y siguen sin pagarse {{total}}.{{#last contact}} Nuestro último contacto fue el {{last contact}}.{{/last contact}}
{{/one}}
{{#several}}
Las {{n}} facturas siguientes, {{total}} en total, han vencido y siguen sin pagarse.{{#last contact}} Nuestro último contacto fue el {{last contact}}.{{/last contact}}
{{/several}}`,
  '{{invoices}}',
  RECEIVED,
  APART,
  'Rogamos el pago inmediato del importe vencido o, en su defecto, una respuesta a más tardar el {{reply by}} con el día en que se pagará. Si hay disconformidad con alguna parte, rogamos que se nos indiquen en ese mismo plazo la factura y el motivo, para poder revisarlo.',
  HOW_TO_PAY,
  CROSSED,
);

const FIRM_SENIOR = mail(
  'Firm senior',
  '{{customer}}: {{total}}, solicitamos su atención',
  'Me dirijo directamente a la dirección porque nuestros mensajes a su departamento de contabilidad no han dado lugar al pago. {{#one}}La factura {{no}} venció el {{due date}}{{#age}}, hace {{age}}{{/age}}, y quedan pendientes {{total}}.{{/one}}{{#several}}Hay {{n}} facturas vencidas, {{total}} en total{{#age}}; la factura {{no}} lo está desde hace {{age}}{{/age}}.{{/several}}',
  '{{invoices}}',
  HISTORY,
  RECEIVED,
  APART,
  'Valoramos nuestra relación y nos gustaría resolver este asunto sin más trámites. ¿Sería posible dar curso al pago, o indicarme a más tardar el {{reply by}} cuándo se hará y con quién puedo hablar?',
  HOW_TO_PAY,
  CROSSED,
);

const FIRM_DEADLINE = mail(
  'Firm deadline',
  '{{customer}}: pago de {{total}} a más tardar el {{deadline}}',
  'A pesar de varios mensajes, {{#one}}siguen sin pagarse {{total}} de la factura {{no}}, con vencimiento el {{due date}}{{/one}}{{#several}}siguen sin pagarse las {{n}} facturas siguientes, {{total}} en total{{/several}}.',
  '{{invoices}}',
  HISTORY,
  RECEIVED,
  APART,
  'Rogamos que el importe llegue a nuestra cuenta a más tardar el {{deadline}}. Si no fuera posible, agradeceremos una llamada antes de ese día para acordar juntos una fecha.',
  HOW_TO_PAY,
  CROSSED,
);

const HOLD_NOTICE = mail(
  'Hold notice',
  'Nuevos pedidos en espera hasta el pago de {{total}}',
  '{{#one}}De la factura {{no}}, con vencimiento el {{due date}}, siguen sin pagarse {{total}}.{{/one}}{{#several}}Siguen sin pagarse {{n}} facturas, {{total}} en total.{{/several}} Por ello hemos dejado en espera los nuevos pedidos de {{customer}}.',
  '{{invoices}}',
  RECEIVED,
  APART,
  `{{#release terms}}
Los reanudaremos en estas condiciones:
{{release terms}}
{{/release terms}}
{{^release terms}}
Los reanudaremos en cuanto el importe vencido haya llegado a nuestra cuenta.
{{/release terms}}`,
  'Si algún pedido es urgente, basta con llamarnos: buscaremos con mucho gusto una solución conjunta.',
  HOW_TO_PAY,
  CROSSED,
);

const FINAL = mail(
  'Final',
  'Última reclamación de pago: {{total}} a más tardar el {{deadline}}',
  'A pesar de nuestros recordatorios anteriores, {{#one}}no se han pagado {{total}} de la factura {{no}}, con vencimiento el {{due date}}{{/one}}{{#several}}no se han pagado las {{n}} facturas siguientes, {{total}} en total{{/several}}.',
  '{{invoices}}',
  RECEIVED,
  APART,
  'Esta es nuestra última reclamación. Rogamos que el importe llegue a nuestra cuenta a más tardar el {{deadline}}.{{#next step}} Si para entonces no se ha pagado ni hemos recibido noticias, el siguiente paso por nuestra parte será {{next step}}.{{/next step}}',
  'Si no es posible pagar todo de una vez, o si hay disconformidad con alguna parte, rogamos que se nos avise antes de ese día. Preferimos con mucho llegar a un acuerdo.',
  HOW_TO_PAY,
  CROSSED,
);

const STATEMENT = mail(
  'Statement',
  'Estado de cuenta, {{month}}',
  'A continuación figura el estado de su cuenta con nosotros al {{as of}}.',
  '{{invoices}}',
  `{{#open}}
Saldo de su cuenta: {{open}}
{{/open}}
{{^open}}
La cuenta está saldada: no queda nada por pagar.
{{/open}}
{{#overdue}}
De ello vencido: {{overdue}}
{{/overdue}}
{{#not due}}
Por vencer: {{not due}}
{{/not due}}
{{#disputed}}
En disputa: {{disputed}}
{{/disputed}}
{{#credits}}
Abonos y pagos pendientes de aplicar: {{credits}}
{{/credits}}`,
  'Agradeceremos que se compare con sus registros y se nos avise si falta alguna factura, si hace falta una copia o si hay disconformidad con alguna línea. En otro caso no es necesario responder.',
  HOW_TO_PAY,
  'Los pagos recibidos después del {{as of}} aún no están incluidos.',
);

const OLD_BALANCE = mail(
  'Old balance',
  'Confirmación de su saldo con nosotros',
  'Estamos revisando las partidas más antiguas de nuestros libros y queremos asegurarnos de que coinciden con los suyos. Esto es lo que consta para {{customer}} al {{as of}}:',
  '{{invoices}}',
  `{{#age bands}}
Por antigüedad:
{{age bands}}
{{/age bands}}`,
  '¿Sería posible confirmarnos el saldo a más tardar el {{reply by}}, o indicarnos qué líneas ya se han pagado o con cuáles no hay conformidad? Si el pago ya se hizo, la fecha y la referencia nos ayudarán a encontrarlo.',
  HOW_TO_PAY,
);

const PROMISE_REMINDER = mail(
  'Promise reminder',
  'Su pago{{#promised amount}} de {{promised amount}}{{/promised amount}} previsto para el {{promised date}}',
  'Muchas gracias por comunicarnos la fecha de su pago. Lo hemos anotado{{#promised amount}}, por {{promised amount}},{{/promised amount}} para el {{promised date}} y solo queremos confirmar que sigue en pie.',
  '{{invoices}}',
  RECEIVED,
  'Si la fecha ha cambiado, agradeceremos conocer la nueva. En otro caso no hay nada más que hacer.',
  HOW_TO_PAY,
);

const PROMISE_MISSED = mail(
  'Promise missed',
  'Pago previsto para el {{promised date}} no recibido',
  'Habíamos anotado su pago{{#promised amount}} de {{promised amount}}{{/promised amount}} para el {{promised date}}. {{#received}}Hasta ahora hemos recibido {{received}}{{#received date}}, el {{received date}}{{/received date}}; muchas gracias. Quedan pendientes {{total}}.{{/received}}{{^received}}No ha llegado a nuestra cuenta, por lo que quedan pendientes {{total}}.{{/received}}',
  '{{invoices}}',
  APART,
  '¿Ha surgido algún imprevisto? Agradeceremos saber a más tardar el {{reply by}} cuándo podemos esperar el pago, o recibir la referencia si ya está en camino.',
  HOW_TO_PAY,
  CROSSED,
);

const PART_PAYMENT = mail(
  'Part payment',
  'Muchas gracias; quedan pendientes {{balance}}',
  '{{#received}}Muchas gracias por su pago de {{received}}{{#received date}}, recibido el {{received date}}{{/received date}}.{{/received}}{{^received}}Muchas gracias por su pago.{{/received}} Quedan pendientes {{balance}}:',
  '{{invoices}}',
  APART,
  '¿Es intencionada la diferencia? Si se ha deducido algo, agradeceremos saber por qué concepto. En otro caso, rogamos el pago del resto o una respuesta con el día previsto.',
  HOW_TO_PAY,
  'Los pagos están contabilizados hasta el {{as of}}.',
);

const DISPUTE_CLOSED = mail(
  'Dispute closed',
  'Resultado de su consulta sobre {{no}}',
  `Muchas gracias por su paciencia. Hemos revisado su consulta sobre la factura {{no}}.{{#outcome}} Este es el resultado:
{{outcome}}{{/outcome}}`,
  '{{invoices}}',
  '{{#new date}}La nueva fecha de vencimiento es el {{new date}}; quedan pendientes {{total}}.{{/new date}}{{^new date}}El importe de {{total}} ya es exigible.{{/new date}} Si hay otra opinión al respecto, basta con responder a este correo y lo hablaremos.',
  HOW_TO_PAY,
);

const DISCOUNT = mail(
  'Discount',
  'Descuento de {{discount}} hasta el {{discount date}}',
  'Si la factura {{no}} se paga a más tardar el {{discount date}}, se puede deducir el descuento por pronto pago acordado de {{discount}}.',
  '{{invoices}}',
  HOW_TO_PAY,
  'Si su pago ya está en camino, no hay nada más que hacer. Muchas gracias.',
);

// To our own account owner, so without the salutation of the customer.
const HEADS_UP = text(
  'Heads-up',
  'Aviso: vamos a escribir a la dirección de {{customer}}',
  'Buenos días:',
  '{{#planned date}}El {{planned date}}{{/planned date}}{{^planned date}}En breve{{/planned date}} voy a escribir a la dirección de {{customer}}{{#senior contact}} ({{senior contact}}){{/senior contact}} sobre {{total}}{{#age}}; la factura {{no}} lleva {{age}} de retraso{{/age}}.{{#planned subject}} El asunto será: «{{planned subject}}».{{/planned subject}}',
  '{{invoices}}',
  HISTORY,
  `{{#promises}}
Promesas de pago:
{{promises}}

{{/promises}}
{{#notes}}
Notas:
{{notes}}

{{/notes}}`,
  'Ruego una respuesta si conviene que espere, si es preferible hablar antes con el cliente o si hay algo que yo no sepa. Sin respuesta, el mensaje saldrá como está previsto.',
  'Los pagos están contabilizados hasta el {{as of}}.',
  CLOSING,
);

/** The Spanish mails, in the order in which a collector meets them; the last goes to our own account owner. */
export const SPANISH_MAILS: readonly TemplateRow[] = [
  BEFORE_DUE,
  PROMISE_ASK,
  FRIENDLY,
  PERSONAL,
  FIRM,
  FIRM_SENIOR,
  FIRM_DEADLINE,
  HOLD_NOTICE,
  FINAL,
  STATEMENT,
  OLD_BALANCE,
  PROMISE_REMINDER,
  PROMISE_MISSED,
  PART_PAYMENT,
  DISPUTE_CLOSED,
  DISCOUNT,
  HEADS_UP,
];
