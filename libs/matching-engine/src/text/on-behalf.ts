/**
 * How payers say that they pay for somebody else: "P/C DUPONT SARL", "IM AUFTRAG VON …", "ON BEHALF OF …". Folded text; what follows is the name.
 */
const behalf = new RegExp(
  `(?:^|[^A-Z0-9])(?:${[
    'P ?/ ?C', 'POUR (?:LE )?COMPTE(?: DES?| D| DU)?', 'AU NOM DE', 'D ?/ ?O', 'ORDRE DE', 'TIERS DEBITEUR',
    'I\\.? ?A\\.? ?V\\.?(?: VON)?', 'I\\. ?A\\.', 'IM AUFTRAG(?:E)?(?: VON| DER| DES)?', 'IM NAMEN(?: VON| DER| DES)?', 'FU?E?R RECHNUNG(?: VON| DER| DES)', 'ABWA',
    'NAMENS', 'UIT NAAM VAN', 'VOOR REKENING VAN', 'TEN BEHOEVE VAN', 'T\\.?B\\.?V\\.?',
    'ON BEHALF(?: OF)?', 'O ?/ ?B ?/ ?O', 'OBO', 'B ?/ ?O', 'FOR ACCOUNT OF', 'F ?/ ?A ?/ ?O', 'ULTIMATE DEBTOR',
    'PER CONTO(?: DI| DELL?A?)?', 'A NOME(?: DI)?', 'P\\. ?C\\.', 'POR CUENTA(?: DE)?', 'EN NOMBRE DE', 'POR ORDEN DE', 'POR CONTA(?: DE)?', 'EM NOME DE',
    'W IMIENIU', 'NA ZLECENIE', 'W ZASTEPSTWIE', 'PA VEGNE AF', 'PA UPPDRAG AV', 'FOR R(?:AE|A|E)KNING(?: AV)?',
  ].join('|')})[ :.]+(?=[A-Z0-9])`,
);

const longest = 90;

/** What stands after the words that say for whom the money is; null where the text says no such thing. */
export function onBehalfOf(folded: string): string | null {
  const found = behalf.exec(folded);
  if (!found) return null;
  const name = folded.slice(found.index + found[0].length).trim();
  return name.length < 3 ? null : name.slice(0, longest);
}
