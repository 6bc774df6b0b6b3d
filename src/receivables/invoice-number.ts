// Invoice numbers as people write them a second time.

/**
 * By what an invoice number is known again, however it is spaced and capitalised.
 * @example numberKey('inv  1001') // 'inv 1001'
 */
export function numberKey(written: string): string {
  return written.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
