import type { EntryStatus } from '../statement.js';

const pending = /vorgemerkt|pending|en attente|en cours|[àa] venir|offen|processing|authori[sz]ed|in behandeling|reserv|venter|afvent|oczekuj|pendente|pendiente|in attesa|vormerk|preliminar|varaus|cekaj|non comptabilis|on hold|provisorisch/i;
const notBooked = /revert|declin|fail|cancel|annul|refus|rejet|abgelehnt|storniert|not executed|geweigerd|rifiutat|rechazad|recusad|anulow|odrzuc|avvist|hyl/i;

/** What a status column says, or the word that some banks put where the date should be. Unknown words mean booked. */
export function rowStatus(status: string, dateCell: string): EntryStatus {
  if (pending.test(status) || (!/\d/.test(dateCell) && pending.test(dateCell))) return 'pending';
  return notBooked.test(status) ? 'information' : 'booked';
}

const balanceWords = 'solde|saldo|kontostand|balance|anfangssaldo|endsaldo|schlusssaldo|beginsaldo|eindsaldo|loppusaldo|alkusaldo';
const footer = new RegExp(`^\\W*(?:(?:sous-?)?totau?x?|total|summe|closing|opening|beginning|ending|nouveau solde|ancien solde|letzter kontostand|neuer kontostand|totale|suma|${balanceWords})\\b`, 'i');

/** A line of totals below the transactions. */
export function isFooter(cells: readonly string[]): boolean {
  return cells.some((cell) => footer.test(cell));
}

const opening = /^\W*(?:anfangssaldo|beginsaldo|alkusaldo|ancien solde|solde (?:initial|en d[ée]but|pr[ée]c[ée]dent|d'ouverture)|saldo (?:inicial|iniziale|anterior|pocz[ąa]tkowe)|opening balance|beginning balance|balance brought forward|brought forward|ing[åa]ende saldo)\b/i;
const closing = /^\W*(?:endsaldo|schlusssaldo|eindsaldo|loppusaldo|nouveau solde|solde (?:final|en fin|de cl[ôo]ture)|saldo (?:final|finale|ko[ńn]cowe)|closing balance|ending balance|balance carried forward|carried forward|utg[åa]ende saldo)\b/i;

const begins = new Set([...'abceilnosu'].map((letter) => letter.charCodeAt(0)));

/** A balance that stands among the transactions as if it were one; null for anything else. */
export function balanceRow(cells: readonly string[]): 'opening' | 'closing' | null {
  for (const cell of cells) {
    // Every row comes by here, and the words all begin with few letters.
    if (cell.length > 60 || cell.length < 8 || !begins.has(cell.charCodeAt(cell.charCodeAt(0) === 35 ? 1 : 0) | 32)) continue;
    if (opening.test(cell)) return 'opening';
    if (closing.test(cell)) return 'closing';
  }
  return null;
}
