// Spanish answers to reminders.
import { anyOf, type ReplyWords, readable } from './reply-words';
import { SIGNS_ES } from './signs';

const GOODS =
  '(mercanci\\w+|pedidos?|entrega|envio|material|articulos?|piezas?|paquetes?|productos?|cajas?|pale[ts]?|sillas?|maquinas?|genero|servicio)';
const DOCUMENT =
  '(copias?|facturas?|duplicado|extracto|estado de cuenta|albaran(es)?|comprobante( de entrega)?|justificantes?|pdf|documentos?|certificado|desglose|partes? de (trabajo|horas))';
const PAID = '(pagad[oa]s?|abonad[oa]s?|transferid[oa]s?|liquidad[oa]s?|ingresad[oa]s?|satisfech[oa]s?|saldad[oa]s?)';
/** Done, sent, ordered: a payment only where money stands beside it. */
const DONE = '(hech[oa]s?|realizad[oa]s?|enviad[oa]s?|emitid[oa]s?|efectuad[oa]s?|ordenad[oa]s?)';
const MONEY = '(transferencias?|trasferencias?|pagos?|ingreso|giro|cheque|bizum|euros?)';

const ES: ReplyWords = {
  known: /\b(el|la|los|las|y|es|de|que|para|por|con|les?|os|nos|su|una?|en|del|se|no|al|esta|hemos|lo)\b/g,
  paid: anyOf(
    /\b(ayer|anteayer|anoche|pasad[oa])~40(pagamos|abonamos|transferimos|ingresamos|liquidamos)\b|\b(pagamos|abonamos|transferimos|ingresamos|liquidamos)~40(ayer|anteayer|anoche|pasad[oa])\b/,
    /\b(cargo|adeudo) se (hizo|realizo|efectuo)\b/,
    /\b(pago|transferencia|ingreso) (os |se |te )?l[oa] (hic|realic|realiz|envi|efectu)\w+/,
    /\bse (ordeno|curso|realizo|efectuo|hizo|emitio|dio) (\w+ ){0,2}(transferencia|pago|orden|ingreso)\b/,
    `\\b(acabo|acabamos) de (hacer|enviar|pagar|transferir|ordenar|realizar|ingresar|abonar)\\w*\\b[^.?!]{0,25}(\\b${MONEY}\\b|factura|importe|€|$)`,
    `\\b(figura|consta|aparece|sale|esta)n? (\\w+ ){0,2}(como )?(ya )?${PAID}\\b(?! (a|en) (revision|tramite|sistema|el))|\\b(dad[oa]|dimos|di) (ya )?(la |una )?orden~30(banco(?! de que)|pago|transferencia)\\b|\\b(recibo|adeudo|domiciliacion|importe)~30(se )?(carg[oa]|cargado|cargaron|cobr[oa]|cobrado)~30(cuenta|banco|el \\d|dia|ayer)|\\b(salde|saldamos|liquide|liquidamos|transferi|gire|giramos|curse|cursamos)~40(el \\d|ayer|hoy|factura|pago|transferencia|importe|lunes|martes|miercoles|jueves|viernes)`,
    `\\b(hemos|he|han|ha|habiamos|habia|fue|fueron|esta|estan|ha sido|ya)\\b( \\w+){0,3} (${PAID}\\b(?! (a|en) (revision|tramite|sistema|el))|${DONE}\\b(?=[^?!]*(\\b${MONEY}\\b|€)))`,
    `\\b(hicimos|hice|hizo|realizamos|realice|efectuamos|ordenamos|emitimos|enviamos|salio|salieron)\\b[^.?!]{0,60}(\\b${MONEY}\\b|€)`,
    /\b(adjunt\w+)~30(justificante|comprobante|resguardo)\b(?! de entrega)/,
    /\b((?<!\b(te|os|les?)( l[oa]s?)? )pagamos(?! en)|(?<!\bque ((os|te|les?|lo|la) )?)pague|(?<!\b(te|os|les?|l[oa]s?|se) )pago el|(?<!\b(te|os|les?)( l[oa]s?)? )(abonamos|transferimos|ingresamos)|abone|ingrese)~60(transferencia|trasferencia|pago|factura|importe|el|ayer|lunes|martes|miercoles|jueves|viernes|dia|€|eur|banco)\b/,
    /\b(transferencia|trasferencia|pago|giro)~50(se (hizo|realizo|efectuo|emitio|ordeno)|hech[oa]|realizad[oa]|salio|emitid[oa]|efectuad[oa]|enviad[oa])\b|\b((?<=ya )(os|te|les?) (l[oa] )?pago\b|se pago|se abono|se transfirio|esta pagad[oa]|ya pag\w+|ya (os |te |se )?(lo |la |los |las )?(pagamos|abonamos|liquidamos|transferimos|ingresamos|saldamos|cancelamos))\b|(^|[:,-] )(ya |recien |hoy |ayer )?pagad[oa]\b/,
  ),
  unpaid:
    /\b(no|nunca|sera|seran|va a|vamos a|estara|cuando|en cuanto|hasta|una vez|debe|deberia|puede|tiene que|aun no|todavia no|sin|quedara|queda)\b( \S+){0,4} (pag|abon|transf|liquid|ingres|hech|realiz|envi|emit|efectu)\w*/,
  promise: anyOf(
    /\b(lo|la) (teneis|tienes|tiene|tendras|tendreis) (ya )?(ingresad|pagad|abonad|transferid)[oa]/,
    /\b(te|os|le|les) (llega|llegara|entra|entrara) (el|manana|hoy|esta)\b/,
    `\\b(te|os|le|les) (sale|va|llega|cae|entra|mando|mandamos|paso|pasamos|giro|giramos)~30${MONEY}\\b|\\b(pagar|abonar|transferir|liquidar|ingresar|saldar|realizar|efectuar|proceder|girar|cursar|cancelar|saldr)(e|a|emos|an|as|eis)\\b(?! pedido)|\\b(procedemos|procedo) (al?|con el) (pago|abono|ingreso|transferencia)|\\b(tienes|teneis|tiene|tienen|tendras?) (el|la|ahi|hech\\w+|tu|su|vuestro)~12(dinero|ingreso|${MONEY})\\b|\\b${MONEY} (\\w+ )?(sale|saldra|llega|llegara|entra|entrara|va|ira)\\b|\\b(lo|la) (dejo|dejamos|tienes|teneis) (pagad|hech|transferid|liquidad)[oa]`,
    /\b(la|lo|las) (repetimos|repetire\w*|volvemos a (hacer|emitir|enviar))\b/,
    /^(y )?(el resto|lo que falta)~40(el|en|la|a|antes|cuando|manana|luego|despues)\b|\bqueda(ra|ran) (abonad|pagad|liquidad)[oa]s?\b|\b(te|os|le|les) (h?ago|hacemos) (el |la |un |una )?(bizum|pago|transfer\w+|ingreso)\b/,
    /\b(pagaremos|pagare|pagara|pagaran|abonaremos|abonare|abonara|abonaran|transferiremos|transferire|liquidaremos|liquidara|ingresaremos|ingresare|realizaremos|realizara|realizare|efectuaremos|efectuara|haremos|hare|saldra|saldran|procederemos|enviaremos|recibiran|recibira|tendra|tendran|tendreis|recibireis)\b/,
    /\b(vamos a|voy a|va a|van a|podemos|puedo|podremos|esperamos|tenemos previsto|prevemos)\b( \w+){0,3} (pagar|abonar|transferir|liquidar|ingresar|hacer|realizar|efectuar|salir|enviar)\w*/,
    /\b(te|os|le|les|lo|la|se lo|se la|te lo|te la|os lo|os la)? ?(hacemos|hago|pagamos|(?<!\b(el|un|su|tu|de|del|al|este|dicho|vuestro|por|plan|primer|ultimo|para) )pago|abonamos|(?<!\b(el|un|su|tu|del|vuestro|dicho) )abono|ingresamos|ingreso|transferimos|transfiero|liquidamos|enviamos|realizamos)\b(?! (su|vuestra|de) (pedido|factura))/,
    /\b(pago|transferencia|factura|xx+)~50(previst[oa]|programad[oa]|incluid[oa]|sale|saldra|planificad[oa]|esta para|prevista?|sera|se hara|se realizara)\b|\b(remesa|proxim[oa] (remesa|pago|dia de pago))\b|\bse (abonara|pagara|transferira|liquidara|ingresara|efectuara|realizara|hara)\w*\b|\bsera (abonad|pagad|transferid|liquidad)[oa]/,
  ),
  refusal:
    /\bno (estamos|estoy) en (condiciones|disposicion)\b|\b(no (\w+ ){0,2}antes del?|no se cuando|nadie|ni idea)\b|\bno (\w+ ){0,2}(podemos|puedo|vamos|voy|pagaremos|pagare|abonaremos|procederemos|pensamos|llego|llegamos|haremos|pagar)\b|\bningun (pago|abono)\b|\bnos negamos\b|\bno (\w+ )?(pago|pagamos|abono|abonamos|pagara|abonara|sera (pagad|abonad)[oa])\b/,
  condition:
    /\b(en cuanto|cuando|una vez( que)?|tan pronto|siempre que|si (nos|me|el|la|lo|se|ustedes|vosotros)|solo (si|cuando)|tras (recibir|la|el)|despues de|a la recepcion|al recibir|hasta que|condicionado)\b/,
  approval:
    /\b(aprob\w+|aprueb\w+|valid\w+|firm(a|e|ar|ado)\b|autoriz\w+|visto bueno|director\w*|jefe|gerente|conform\w+)\b/,
  guess:
    /\b(probablemente|seguramente|quizas?|tal vez|aproximadamente|sobre el|hacia|en torno|espero|ojala|a lo mejor|mas o menos|creo|intentar\w*|posiblemente|como pronto)\b/,
  instalments:
    /\d ?(€|euros?)? ?cada (lunes|martes|miercoles|jueves|viernes)\b|\d ?(€|euros?)? ?(a la|por|cada) semana\b|\bcada (mes|semana)\b|\b(\d|dos|tres|cuatro|cinco|seis) (veces|x) ?\d{2,}|\bprimer (pago|ingreso|abono)~50(demas|resto|otros?|siguientes?|segundo)\b|\b(dos|tres|cuatro|cinco|seis|\d) (abonos|pagos|giros|entregas|tramos)\b|\bmitad (el|en|a|este|esta|la)~30(mitad|resto)\b|\b(a plazos|en partes|por partes|facilidades de pago|en varios (pagos|meses)|(ir|voy|vaya|vamos) (pagando|dando|abonando)|repartir|dividir)\b|\d ?(€|euros?)? ?(mensuales|todos los meses)|\b(plazos?(?! de (entrega|pago|\d)| (maximo|legal))|fraccion\w+|en (dos|tres|cuatro|cinco|seis|\d) (pagos|plazos|veces|cuotas|partes|mensualidades)|cuotas|mensualidades|aplaz\w+|pagos? (parciales?|fraccionad\w+)|calendario de pagos|plan de pagos?|poco a poco|(la mitad|\d+ ?%) (ahora|ya)|\d[\d.,]* ?(€|euros?)? ?(al|por|cada) mes)\b/,
  reasons: {
    'credit-expected':
      /\b((el|un|nota de|factura de|del|su|vuestro|dicho) abono\b|nota de credito|rectificativa|reembolso|devolucion del importe|rappel|compensa(r|cion|mos)|sin (el )?abono)\b/,
    'missing-po': anyOf(
      /\b(numero de pedido|n[ºo°]\.? ?(de )?pedido|orden de compra|oc|pedido de compra|referencia de pedido|codigo dir3|dir3|numero de expediente( de contratacion)?)~60(falta|no|sin|ausen\w*|incorrect\w*|erron\w*|obligatori\w*|necesit\w*|figura|consta|aparece)\b/,
      /\b(sin|falta|faltan|no (trae|viene|tiene|contiene|cuenta con|detalla|menciona|figura|consta|aparece|lleva|indica|incluye)|necesit\w+|indicar|indiquen|incluir)~30(numero de pedido|n[ºo°]\.? ?(de )?pedido|orden de compra|oc|pedido de compra|referencia de pedido|dir3|numero de expediente)\b/,
    ),
    damaged:
      /\banicos\b|\bgrietas?\b|\bse (estropeo|rompio|averio|quemo)\b|\b(pierden?|suelta|entra) (agua|aceite|aire)\b|\bno (centrifuga|abre|gira|enchufa|ajusta|encaja)n?\b|\b(no (enciende|arranca|sirve|carga|cierra|va bien|enfria|calienta)n?|defectos?|fugas?|gotea\w*|manchad\w+|podrid\w+|mal (instalad|hech|montad)\w*|dej(o|aron) de funcionar|hech[oa]s? (polvo|trizas)|se (ha|han) (roto|estropeado)|oxidad\w+|doblad\w+|quemad\w+|rajad\w+|partid[oa]s?|reventad\w+|mala calidad|torcid\w+|chapuza)\b|\b(dana\w+|rot[oa]s?|defectuos\w+|estropead\w+|averiad\w+|golpead\w+|rayad\w+|no funciona\w*|mal estado|desperfecto\w*|agrietad\w+|inservible\w*|caducad\w+|mojad\w+|aplastad\w+|abollad\w+)\b/,
    'not-received': anyOf(
      /\bno (ha )?entr(o|ado) nada\b/,
      `\\bnos (sigue|siguen)? ?falta\\w*~30${GOODS}`,
      /\bnadie~20(visto|vio|recibido|recibio)\b(?![^.?!]*\bfactura)/,
      /\b(nunca|jamas) (los?|las?) (\w+ )?vi(mos|sto)?\b|\bni rastro\b/,
      /\b(seguimos|sigo|continuamos) sin (recibir|tener|ver)\b(?![^.?!]*factura)|\bno (\w+ )?(llego|vino|aparecio) (nada|nunca)\b|\bnunca (vino|vinieron|se entrego|aparecio)\b/,
      /\b(tecnico|operario|repartidor|nadie)~30(vino|venido|aparecio|llego)\b/,
      `\\b(no|nunca|nada|aun no|todavia no)~40(recib\\w+|llego|llegado|entreg\\w+|ha llegado)~30${GOODS}\\b`,
      `\\b${GOODS}~50(no|nunca|aun|todavia|sigue sin)~25(llega\\w*|llego|recib\\w+|entreg\\w+|aparec\\w+)\\b`,
      `\\b(seguimos|sigo|estamos|esperando|a la espera)~25(esperando|del?|la|el|los)~15${GOODS}\\b|\\bno (nos |me )?(ha|han) (llegado|entregado)\\b|\\bnunca (nos )?lleg\\w+\\b(?![^.?!]*\\bfactura)|\\bno hemos recibido nada\\b`,
    ),
    quantity: anyOf(
      /\bfactur\w*\b[^.?!]{0,40}\d+[^.?!]{0,60}\b(estuvieron|hicieron|trabajaron|fueron|eran|hicisteis|vinieron|estuvisteis)\b[^.?!]{0,15}\d/,
      /\b(pedimos|pedi|encargamos|pedido)~20#~40(llegaron|llegado|recib\w+|vinieron|entreg\w+|mandasteis|trajeron)~15#\b/,
      /\b(solo|solamente|unicamente|nada mas)\b[^.?!]{0,25}# (\w+ )?de (los |las )?(\w+ )?#\b|\bfalt(an|a|aban|aron|o) #\b|\b# \w+ (en vez|en lugar) de (los |las )?#\b(?! ?(€|euro))|\bde menos\b/,
      /\b(solo|solamente|unicamente)\b[^.?!]{0,25}\d+ (\w+ )?de (los |las )?\d+\b|\bde (los|las) \d+~40solo\b[^.?!]{0,20}\d/,
      /(?=.*\b(factur\w+|cobr\w+|carg\w+)\b)(?=.*\b(pedimos|pedi|recibi\w+|entreg\w+|albaran|llegaron|llego)\b)(?=.*\b#\b)/,
      /\b(cantidad(es)?|faltan? \d+|faltaron|incomplet\w+|entrega parcial)\b/,
    ),
    price: anyOf(
      /\b(olvid\w+|falta|sin aplicar)~30(descuento|rebaja|bonificacion)\b|\bmas (que|de lo que) (el|en el|la|deci|pon)[^.?!]{0,15}(presupuest|ofert|contrat|acord)\w*/,
      /\b(iva|portes|gastos de envio)~30(mal|erroneo|incorrecto|no|gratis|incluid\w+)\b/,
      /\b(quedado|quedamos|acordamos|pactamos|convenid\w+|dijisteis|dijeron|presupuestasteis|presupuestaron|ofrecisteis)~80(factur|cobr|carg|pon)\w+|\bmas (caro|alto|elevado|cara|de lo)~15(acordad|pactad|presupuest|hablad)\w*|\bsubi(da|do|steis)~30precio/,
      /\b(precio|tarifa|descuento|presupuesto|acordad\w+|pactad\w+|contrato|oferta)~90(factur\w+|cobr\w+|no|distint\w+|erron\w*|mal|mas|puesto|superior|en lugar|en vez|pero|era|aplicad\w+|falta|y)\b/,
      /\b(factur\w+|cobr\w+)~60(precio|tarifa|acordad\w+|presupuesto|de mas|en lugar|en vez)\b|\bimporte~25(erroneo|incorrecto|no (es correcto|coincide|cuadra)|equivocado|mal)\b|\bdemasiado (alto|caro)\b|\b(no|sin|falta)~40(descuento|rebaja)\b/,
    ),
    other:
      /\ba nombre de~50no (al?|el) (nuestr|mi|de)|\bdeberia (ir|estar) a nombre\b|\b(trabajos?|obra|servicio|instalacion)~25no (esta|estan|se ha|se han|ha)~15(terminad|acabad|finaliz|complet|realizad)\w*|\b(color|talla|modelo|referencia)~15(no es|equivocad|distint)\w*|\b(cancelamos|anulamos) (ese|el|este|dicho|la|aquel) (pedido|encargo|servicio|contrato|reserva)|\b(no (lo|la|los|las) (hemos|he) (pedido|encargado|contratado|solicitado)|no (nos|me) corresponde|no es para nosotros|no tiene(n)? (nada )?que ver con (nosotros|nuestra)|est(a|an) mal|fin al contrato|rescindi\w+|no es (mi[ao]|nuestr[ao])|vendi(mos)? (el|la) (negocio|empresa|tienda)|(jamas|nunca) (encarg|ped|autori|contrat|solicit|acept|firm)\w+|(dimos|di|dieron) de baja|no (somos|soy) responsables?|tenia que ir (a|al)|sin (acabar|terminar)|a medias|no (les |os |te |le )?(debemos|debo)(?! hacer))\b|\b((?<!un )duplicad\w+|(factur|cobr|carg|pag)\w+ (\w+ )?dos veces|dos veces (la misma|el mismo)|no (hemos|he) (pedido|encargado|contratado|solicitado)|nunca (pedimos|contratamos)|no es nuestr\w+|no son l[oa]s que (\w+ ){0,2}(ped|encarg)\w+|no ha vencido|no esta vencid[oa]|no vence|a nombre de otr\w+|prescrit[oa]|no la nuestra|direccion~60(no es|erronea|incorrecta|equivocada|antigua)|razon social|cif~30(erroneo|incorrecto|mal)|cancelad\w+|anulad\w+|dado de baja|no procede|indebid\w+|erronea|incorrecta|equivocada)\b/,
  },
  contest: /\b(disconform\w*|discrep\w+|no (estamos|estoy) (de acuerdo|conformes?)|impugn\w+|rechaz\w+|no acept\w+)\b/,
  copy: anyOf(
    /\b(nunca|no) (nos |me )?(ha |han )?lleg\w+ (la |esa |esta |su |vuestra |dicha )?factura/,
    /\b(nos|me) (la|lo|las|los) (?!habeis|han|ha|has)(\w+ ){0,2}(remit|mand|envi|pas|vuelv|reenv)\w*|\b(remit|envi|mand|pas)\w+ (de nuevo|otra vez|nuevamente)\b|\bfactura~30(extraviad|perdid|traspapelad)\w*|\b(he|hemos) perdido (la|esa|vuestra|su) factura|\bno nos (consta|aparece|figura)~20factura\b/,
    `(?<!\\b(he|hemos|ha|han|habeis) )\\b(envi\\w+|reenvi\\w+|mand\\w+|remit\\w+|facilit\\w+|pas(a|as|ar|e|arme|arnos)\\b|necesit\\w+|adjunt(ar|en|e)|agradec\\w+|solicit\\w+|proporcion\\w+|hacer llegar)~60${DOCUMENT}\\b`,
    /\b(mand|envi|pas|reenvi)(ad|a|e|en)(me|nos)l[oa]s?\b|\b(presentar|emitir)\w* de nuevo\b|(?<!\b(he|hemos|ha|han) )\b(reenvi(?!ado)\w+|volver a (enviar|mandar))\b|\bno (la |lo |las |los )?(encuentr\w+|encontr\w+|tenemos|tengo|localiz\w+)~30(factura|ningun lado)\b|\bno (hemos|he|nos ha) (recibido|llegado) (la |esa |esta |su |vuestra )?facturas?\b/,
  ),
  contact: anyOf(
    /\b(ya no (trabaja|trabajo|esta|llevo|lleva|soy)|dejo la empresa|ha dejado la empresa|se ha jubilado|persona (equivocada|incorrecta)|nuev[oa] (contacto|responsable|interlocutor\w*)|(los|las|lo) llevo yo|lo lleva|se encarga|no soy (la|el) (persona|responsable|encargad\w+)|no me corresponde|(me|le|la) sustituy\w+|sustitut[oa]|ahora (lo|la|las|los) (lleva|gestiona)|se ocupa)\b/,
    /\b(contact\w+|escrib\w+|dirij\w+|dirig\w+|hable con|hablad con|pong\w+|remit\w+|habl\w+|envi\w+|mand\w+|administracion|contabilidad|gestiona|a partir de ahora)\b[^.?!]{0,110}\S+@\S+/,
    /\bcorrespondencia~50(exclusivamente|unicamente|directamente)\b/,
  ),
  call: /\b((un|dar|das|dais|pega\w*) (un )?(toque|telefonazo)|una llamad\w+|llamad(me|nos)|llamarme|llamarnos|llamais|localizar(me|nos)|al movil|hablamos el)\b|\b(llama(me|dme|nos|dnos|d)?|llamenos|llameme|llame|llamen|llamar(me|nos)?|telefon(ea|ee|eame)\w*|hablamos por telefono|hablarlo (por telefono|de viva voz)|una llamada|(hablar\w*|hablamos|ver\w*|comentar\w*) por telefono|deme un toque|me llamas|me llamais|nos llama)\b/,
  away: /\b(no (estare|estoy) (disponible|en la oficina)|no disponible hasta)\b|\b(de vacaciones|fuera de (la )?oficina|ausente|ausencia|(estoy|estare|esta) de baja|de viaje|no estare|cerrad[oa]s? (por|hasta|del)|permiso de)\b/,
  back: /\b(volver\w+|vuelv\w+|vuelta|regres\w+|retom\w+|incorpor\w+|reanud\w+|reabr\w+|de nuevo|a partir del?|reincorpor\w+|disponible)\b[^.?!]{0,25}$/,
  inclusive: /\b(inclusive|incluido|ambos)\b/,
  insolvency:
    /\b(concurso (de acreedores|voluntario|necesario)?|concursal(es)?|preconcurso|insolven\w+|liquidacion|quiebra|disolucion|administrador concursal|suspension de pagos|comunicar (su|sus|vuestros?) creditos?)\b/,
  stop: /\bno (escribir|enviar|mandar|contactar|llamar)(nos|me|le|les)? (mas|nunca)\b|\b((elimin\w+|borr\w+|quit\w+|retir\w+|d[ea](is|n)? de baja|suprim\w+)[^.?!]{0,40}(direccion|lista|correo|datos|base)|(dejen?|deje|dejad) de (enviar|mandar|escribir|contactar|molestar)\w*|no (me|nos) (envien|manden|escriban|escribais|contacten|envieis|mandeis) (mas|nada|ningun)?|no (quiero|deseo|queremos|deseamos) (recibir|mas)|cesen?\b|absteng\w+|no vuelvan)/,
  agreed:
    /\b(corregir|cambiar|rectificar|arreglar)\w*\b|\b(comprobar|comprueba\w*|revisar\w*|mirar\w*|verificar|que hacemos|que hago|como (lo )?hacemos)\b|\b(os parece|le parece|de acuerdo|va bien|vale|posible|es posible|ok|conforme)\b/,
  unclear:
    /\b((voy|vamos) a (revisar|mirar|comprobar|consultar|ver|preguntar)|(lo |la )?(reviso|miro|compruebo|consulto|revisare|mirare|comprobare|consultare|revisamos)\b|os digo( algo)?|le digo|te digo|le[s]? (informo|informaremos|aviso|avisaremos)|(pendiente|a la espera|en espera) (de|del)|(esta|estan) (en|con|pendiente)\b[^.?!]{0,30}(aproba|firma|revision|tramit|valida|director|gestion)|sin fecha|no (hay|tengo|tenemos) fecha|paso (el|la|su|tu|vuestr\w+) (correo|mensaje|tema)|reenvi(o|ado) (a|al)|en cuanto (pueda|podamos|sepa)|lo antes posible|cuanto antes|en breve|proximamente|en tramite|se esta tramitando)/,
  thanks: /\b(gracias|recibido|entendido|ok|vale|de acuerdo|anotado|perfecto)\b/,
  all: /\b(ambas( facturas)?|las dos( facturas)?|las (tres|cuatro) facturas|todas (las facturas)?|estas facturas|las facturas)\b/,
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre'.split(
    / /,
  ),
  weekdays: [/\blunes\b/, /\bmartes\b/, /\bmiercoles\b/, /\bjueves\b/, /\bviernes\b/, /\bsabado\b/, /\bdomingo\b/],
  relative: [
    [/\bpasado manana\b/, 2],
    [/\b(anteayer|antes de ayer)\b/, -2],
    [/(?<!(la|por la|de la|esta) )\bmanana\b/, 1],
    [/\bayer\b/, -1],
    [/\bhoy\b|\besta (manana|tarde)\b/, 0],
  ],
  next: /\b(proxim[oa]|que viene|siguiente)\b/,
  coming: /\beste\b/,
  last: /\b(pasado|ultimo)\b/,
  nextWeek: /\bde la (semana que viene|proxima semana|semana proxima)\b/,
  monthEnd: /\b(a? ?(fin|final|finales) de(l| este)? mes|ultimo dia del mes)\b/,
  nextMonthEnd: /\b(fin|final|finales) de(l)? (mes que viene|proximo mes|mes proximo)\b/,
  endOf: /\b(fin|final|finales)( de)?$/,
  span: /\b(esa semana|antes de que acabe|(el|este) fin de semana|(primera|segunda|ultima) semana|plazo de|semana pasada|mes pasado|semana que viene|proxima semana|semana proxima|esta semana|mes que viene|proximo mes|este mes|semana (del|\d+)|principios|mediados|primeros|finales|a final|en (unos|\w+) (dias|semanas|meses)|en (una|dos|tres|\d+) (semanas?|meses|dias)|dentro de|en breve|pronto|proximamente|quincena|estos dias|proximos dias)\b/,
  bareDay:
    /\b(dia |(el|del|al|antes del|hasta el)( dia)? (?=\d+\b(?! \p{L})))(?<day>\d{1,2})\b(?![/.:-]\d)(?! de \p{L})/u,
  administrator: /\b(administrador(a)? concursal|administrador(a)?|liquidador(a)?|abogad[oa])\b/,
  titles: /\b(senora?|sra?|d|dna|don|dona|dr|dra)\b\.?/g,
  rightAmount:
    /(deberia (ser|haber sido)|debe ser|importe correcto (es|seria)|lo correcto (es|seria|son)|serian|son en realidad)/,
  signs: SIGNS_ES,
};

export const es = readable(ES, 'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce');
