// What the sidebar asks for in Payments: lines of the bank, and what people decide about them.
import { aFlag, aList, asked, aText } from '../google/asked';
import * as lines from '../usecases/payments/decide-lines';
import * as differences from '../usecases/payments/differences';
import { findMoneyPlaces as find } from '../usecases/payments/find-places';
import * as payers from '../usecases/payments/learned-payers';
import { readBankLines } from '../usecases/payments/read-lines';
import { showPayments } from '../usecases/payments/show-payments';
import {
  type BankLinesRequest,
  bankLinesRequest,
  type MoneyFiguresView,
  type MoneyPlace,
  type MoneyPlacesView,
  type PaymentsView,
  placesRequest,
} from '../usecases/payments/view';
import type { Result } from '../usecases/result';
import type { ChangeResult } from '../usecases/waiting/change-result';

/** Lines of the bank. */
export function getPayments(): Result<PaymentsView> {
  return asked([], [], showPayments);
}

/** Reads lines of the bank in, at most 500 at a time. */
export function addBankLines(request: BankLinesRequest): Result<ChangeResult> {
  return asked([request], [bankLinesRequest], readBankLines);
}

/** Accepts what is proposed for lines, each matched once more. */
export function acceptLines(ids: string[]): Result<ChangeResult> {
  return asked([ids], [aList], lines.acceptLines);
}

/** Puts the money of a line on invoices. */
export function placeLine(id: string, places: MoneyPlace[]): Result<ChangeResult> {
  return asked([id, places], [aText, placesRequest], lines.placeLine);
}

/** Puts the money of a line on a customer's account. */
export function lineOnAccount(id: string, customerKey: string): Result<ChangeResult> {
  return asked([id, customerKey], [aText, aText], lines.lineOnAccount);
}

/** Says that lines are for no invoice. */
export function ignoreLines(ids: string[]): Result<ChangeResult> {
  return asked([ids], [aList], lines.ignoreLines);
}

/** Takes decisions about lines back. */
export function undoLines(ids: string[]): Result<ChangeResult> {
  return asked([ids], [aList], lines.undoLines);
}

/** Acts on the column Decide of AR Payments. */
export function applyLineWords(): Result<ChangeResult> {
  return asked([], [], lines.applyLineWords);
}

/** Says what a difference is. */
export function settleDifference(key: string, isBooked: boolean): Result<ChangeResult> {
  return asked([key, isBooked], [aText, aFlag], differences.settleDifference);
}

/** Looks up where money may go. */
export function findMoneyPlaces(part: string, numbers: string[]): Result<MoneyPlacesView> {
  return asked([part, numbers], [aText, aList], find);
}

/** Figures of money in. */
export function getMoneyFigures(): Result<MoneyFiguresView> {
  return asked([], [], payers.showMoneyFigures);
}

/** Forgets that a payer is a customer. */
export function forgetPayer(payer: string, customerKey: string): Result<ChangeResult> {
  return asked([payer, customerKey], [aText, aText], payers.forgetPayer);
}
