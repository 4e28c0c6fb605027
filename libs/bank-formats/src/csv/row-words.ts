import type { EntryStatus } from '../statement.js';

const pending =
  /vorgemerkt|pending|en attente|en cours|[àa] venir|offen|processing|authori[sz]ed|in behandeling|reserv|venter|afvent|oczekuj|pendente|pendiente|in attesa|vormerk|preliminar|varaus|[čc]ekaj|non comptabilis|non contabilizz|autorizzat|prenotat|in sospeso|nicht gebucht|ungebucht|on hold|provisorisch|nezpracov|nespracov|blokov|blokad|w toku|w realizacji|f[üu]gg[őo]|[îi]n a[șs]teptare|[îi]n curs|in progress|in lavorazione|en proceso|en curso|em processamento|bekliyor|beklemede|provizyon|gaid[aā]|laukia|apdoroj|ootel|odottaa|k[äa]sittelyss|под обработка|в обработ|ausstehend|unbezahlt|einbehalten|temporary hold|unclaimed|unposted|not posted|uncleared|outstanding/i;
const notBooked =
  /revert|declin|fail|cancel|annul|refus|rejet|abgelehnt|storniert|zur[üu]ckgewiesen|fehlgeschlagen|nicht ausgef|not executed|not completed|geweigerd|mislukt|geannuleerd|rifiutat|fallit|non eseguit|rechazad|fallid|denegad|recusad|falhad|anulow|odrzuc|nieudan|zru[šs]en|zam[íi]tnut|neproveden|stornov|visszautas|sikertelen|t[öo]r[öo]lt|respins|e[șs]uat|avvist|avbrut|misslyck|makul|afvist|mislyk|avsl[åa]|hyl|peruttu|t[üu]hist|noraid[īi]|atmest|odbijen|iptal|ba[şs]ar[ıi]s[ıi]z|отказан|анулиран|échou|echou|non abouti|void|expired|returned|denied|blocked|error/i;

/** What a status column says, or the word that some banks put where the date should be. Unknown words mean booked. */
export function rowStatus(status: string, dateCell: string): EntryStatus {
  if (pending.test(status) || (!/\d/.test(dateCell) && pending.test(dateCell))) return 'pending';
  return notBooked.test(status) ? 'information' : 'booked';
}

const rowsOfKind = /mov|operaz|operac|op[ée]rat|ums[äa]tz|umsaetz|transa|transfer|buchung|boeking|bewegung|posteringer/i;
const bookedRows = /^\W*(?:gebucht|comptabilis|contabilizz|booked|posted|bokf[öo]rd)|\b(?:gebuchte|contabilizzat[ei]|comptabilis[ée]e?s|booked|posted)\b/i;

/** A line that is alone in its row and says what the rows below it are, such as `Operazioni non contabilizzate`; null for any other row. */
export function sectionStatus(cells: readonly string[]): EntryStatus | null {
  let only = '';
  for (const cell of cells) {
    if (cell.trim() === '') continue;
    if (only !== '') return null;
    only = cell;
  }
  if (only.length > 60 || !rowsOfKind.test(only)) return null;
  return pending.test(only) ? 'pending' : bookedRows.test(only) ? 'booked' : null;
}

const balanceWords = 'solde|saldo|kontostand|balance|anfangssaldo|endsaldo|schlusssaldo|beginsaldo|eindsaldo|loppusaldo|alkusaldo';
const footer = new RegExp(`^\\W*(?:(?:sous-?)?totau?x?|total|summe|closing|opening|beginning|ending|nouveau solde|ancien solde|letzter kontostand|neuer kontostand|totale|suma|${balanceWords})\\b`, 'i');

/** A line of totals below the transactions. */
export function isFooter(cells: readonly string[]): boolean {
  return cells.some((cell) => footer.test(cell)) || isFootnote(cells);
}

/** `* noch nicht ausgeführte Umsätze`: what a sign in the rows above means. */
function isFootnote(cells: readonly string[]): boolean {
  return /^\*+ ?\p{L}/u.test(cells[0]!.trim()) && cells.every((cell, column) => column === 0 || cell.trim() === '');
}

const opening = /^\W*(?:anfangssaldo|beginsaldo|alkusaldo|ancien solde|solde (?:initial|en d[ée]but|pr[ée]c[ée]dent|d'ouverture)|saldo (?:contabile |contable |liquido )?(?:inicial|iniziale|anterior|pocz[ąa]tkowe)|opening balance|beginning balance|balance brought forward|brought forward|ing[åa]ende saldo|likutis prad[žz]iai|pradinis likutis|s[āa]kuma atlikums|algsaldo|balance at start)/i;
const closing = /^\W*(?:endsaldo|schlusssaldo|eindsaldo|loppusaldo|nouveau solde|solde (?:final|en fin|de cl[ôo]ture)|saldo (?:contabile |contable )?(?:final|finale|ko[ńn]cowe)|closing balance|ending balance|balance carried forward|carried forward|utg[åa]ende saldo|likutis pabaigai|galutinis likutis|beigu atlikums|l[õo]ppsaldo|balance at end)/i;

// `Saldo contabile`, `S A L D O`: what the account holds, and nothing else in the cell. What can be drawn is no balance of the books.
const held = /^\W*(?:saldo contabil[ei]|saldo contable|s a l d o|solde comptable)\W*$/i;
const drawable = /^\W*(?:apyvarta|apgroz[īi]jums|k[äa]ive|turnover|saldo (?:liquido|disponibile|disponible|dispon[íi]vel)|disponibilit[aà]'?(?: al| liquida)?|solde disponible|available balance)\W*$/i;

// The first two letters of all that may begin such a remark: every cell of every row comes by here, and few go on.
export const balancePrefixes = new Set(['an', 'be', 'al', 'ba', 'br', 'ca', 'cl', 'en', 'ei', 'ut', 'in', 'li', 'pr', 'sa', 's\u0101', 's ', 'sc', 'so', 'op', 'no', 'lo', 'l\u00f5', 'ga', 'ap', 'ka', 'k\u00e4', 'tu', 'di', 'av'].map((text) => prefix(text)));

function prefix(text: string, from = 0): number {
  return ((text.charCodeAt(from) | 32) << 16) | (text.charCodeAt(from + 1) | 32);
}

/** A balance that stands among the transactions as if it were one, `other` for one that is not of the books; null for anything else. */
export function balanceRow(cells: readonly string[]): 'opening' | 'closing' | 'other' | null {
  for (const cell of cells) {
    if (cell.length > 60 || cell.length < 5 || !balancePrefixes.has(prefix(cell, cell.charCodeAt(0) === 35 ? 1 : 0))) continue;
    if (opening.test(cell)) return 'opening';
    if (closing.test(cell) || held.test(cell)) return 'closing';
    if (drawable.test(cell)) return 'other';
  }
  return null;
}

export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
