import type { EntryStatus } from '../statement.js';

const pending = /vorgemerkt|pending|en attente|en cours|[àa] venir|offen|processing|authori[sz]ed|in behandeling|reserv/i;
const notBooked = /revert|declin|fail|cancel|annul|refus|rejet|abgelehnt|storniert|not executed/i;

/** What a status column says, or the word that some banks put where the date should be. Unknown words mean booked. */
export function rowStatus(status: string, dateCell: string): EntryStatus {
  if (pending.test(status) || (!/\d/.test(dateCell) && pending.test(dateCell))) return 'pending';
  return notBooked.test(status) ? 'information' : 'booked';
}

/** A line of totals below the transactions. */
export function isFooter(cells: readonly string[]): boolean {
  return cells.some((cell) => /^\s*(?:(?:sous-?)?totau?x?|total|solde|saldo|kontostand|balance|summe|closing|opening|nouveau solde|ancien solde)\b/i.test(cell));
}
