// The Spanish words of the boxes that say what is asked for and how it is paid.
import type { PayWords } from '../language-pack';

/** What stands in the boxes above the table. */
export const SPANISH_PAY: PayWords = {
  amount: 'Importe a pagar',
  balance: 'Saldo por confirmar',
  how: (currency) => (currency === '' ? 'Cómo pagar' : `Cómo pagar en ${currency}`),
  colon: ': ',
  online: 'Pagar en línea',
  holder: 'Titular de la cuenta (tal como lo comprueba su banco)',
  reference: 'Referencia que debe indicar',
  scan: 'Escanee este código con la aplicación de su banco.',
  unchanged:
    'Nuestros datos bancarios no han cambiado. En caso de duda, llámennos al número que ya tienen, no a uno que figure en un correo.',
  further: (lines) => `y ${lines} más, en la versión de texto de este correo`,
};
