import type { Templates } from '@lettrage/sentences';

/** Of what a statement says, in several formats or in CAMT. */
export const statementSentences = {
  statement_not_balanced: { en: 'statement {quoted}: opening balance and entries do not add up to the closing balance', fr: 'relevé {quoted} : le solde d’ouverture et les écritures ne font pas le solde de clôture' },
  statement_count: {
    en: 'statement {quoted}: the bank states {stated} {way|all=entries|credits=credit entries|debits=debit entries}, and there are {found}',
    fr: 'relevé {quoted} : la banque annonce {stated} {way|all=écritures|credits=crédits|debits=débits}, et il y en a {found}',
  },
  statement_sum: {
    en: 'statement {quoted}: the bank states a sum of {stated} for {way|all=entries|credits=credit entries|debits=debit entries}, and they add up to {found}',
    fr: 'relevé {quoted} : la banque annonce {stated} pour {way|all=les écritures|credits=les crédits|debits=les débits}, et le total est de {found}',
  },
  statement_copy: { en: 'statement {quoted} is marked {mark}', fr: 'le relevé {quoted} porte la marque {mark}' },
  statement_page: { en: 'statement {quoted} is page {page} and not the last', fr: 'le relevé {quoted} en est à la page {page}, qui n’est pas la dernière' },
  statement_cut: { en: 'statement {quoted} ends without its closing balance (:62F:)', fr: 'le relevé {quoted} s’arrête sans son solde de clôture (champ 62F)' },
  message_empty: { en: 'the message holds no statement', fr: 'le message ne contient pas de relevé' },
  document_unknown: {
    en: 'the document is no account statement of ISO 20022; looked for camt.052, camt.053 or camt.054, versions 001.01 to 001.14',
    fr: 'le document n’est pas un relevé ISO 20022 ; ont été cherchés camt.052, camt.053 ou camt.054, versions 001.01 à 001.14',
  },
  document_other_kind: {
    en: 'the document is {quoted}; looked for camt.052, camt.053 or camt.054, versions 001.01 to 001.14',
    fr: 'le document est un {quoted} ; ont été cherchés camt.052, camt.053 ou camt.054, versions 001.01 à 001.14',
  },
  message_other_kind: {
    en: 'the message is {quoted}; looked for camt.052, camt.053 or camt.054, versions 001.01 to 001.14',
    fr: 'le message est un {quoted} ; ont été cherchés camt.052, camt.053 ou camt.054, versions 001.01 à 001.14',
  },
  entry_details: { en: 'one entry has more than {most} details', fr: 'une écriture a plus de {most} détails' },
  balance_incomplete: { en: 'a balance without type or amount', fr: 'un solde n’a pas de type ou pas de montant' },
  entry_no_amount: { en: 'the entry has no amount (Amt)', fr: 'l’écriture n’a pas de montant (Amt)' },
  entry_no_direction: { en: 'the entry does not say whether it is a credit or a debit (CdtDbtInd)', fr: 'l’écriture ne dit pas si elle est un crédit ou un débit (CdtDbtInd)' },
  batch_detail_currency: { en: 'the batch is kept as one transaction: a detail has no amount in {currency}', fr: 'la remise reste une seule opération : un détail n’a pas de montant en {currency}' },
  batch_sum: { en: 'the batch is kept as one transaction: its {count} details do not add up to it', fr: 'la remise reste une seule opération : ses {count} détails n’en font pas le total' },
  batch_bare: { en: 'the batch of {count} payments comes without their details', fr: 'la remise de {count} paiements vient sans leur détail' },
  entry_currency: { en: 'the entry is in {currency}, the account in {account}', fr: 'l’écriture est en {currency}, le compte en {account}' },
  entry_currency_withdrawn: { en: 'an entry is in {currency}, which was withdrawn in {year}: nothing new is booked in it', fr: 'une écriture est en {currency}, une devise retirée en {year} : on n’y comptabilise plus rien' },
  entry_no_date: { en: 'the entry has no booking date, and the statement has no date to take instead', fr: 'l’écriture n’a pas de date comptable, et le relevé n’a pas de date à prendre à la place' },
  entry_date_instead: { en: 'the entry has no booking date; {date} is used', fr: 'l’écriture n’a pas de date comptable ; la date retenue est le {date}' },
  entry_no_status: { en: 'the entry has no status', fr: 'l’écriture n’a pas d’état' },
  entry_status: { en: 'the status "{quoted}" is not known', fr: 'l’état « {quoted} » n’est pas connu' },
  direction_bad: { en: '"{quoted}" is neither CRDT nor DBIT', fr: '« {quoted} » n’est ni CRDT ni DBIT' },
  date_bad: { en: '"{quoted}" is not a date', fr: '« {quoted} » n’est pas une date' },
  date_bad_iso: { en: '"{quoted}" is not a date (YYYY-MM-DD)', fr: '« {quoted} » n’est pas une date (AAAA-MM-JJ)' },
  amount_bad: { en: '"{quoted}" is not an amount', fr: '« {quoted} » n’est pas un montant' },
  amount_signed: { en: '"{quoted}" is not an unsigned amount', fr: '« {quoted} » n’est pas un montant sans signe' },
  amount_no_currency: { en: 'the amount has no currency (attribute Ccy)', fr: 'le montant n’a pas de devise (attribut Ccy)' },
  balance_nearest: { en: 'the balance {quoted} is taken to be the nearest cent', fr: 'le solde {quoted} est ramené au centime le plus proche' },
  nothing_balance: { en: 'a balance of zero is in no currency and is left out (XXX)', fr: 'un solde de zéro n’est dans aucune devise (XXX) ; il est laissé de côté' },
  nothing_amount: { en: '{quoted} in no currency is left out: it moves no money (XXX)', fr: '{quoted} n’est dans aucune devise (XXX) et ne déplace pas d’argent : il est laissé de côté' },
  nothing_account: { en: 'the account is said to have no currency; that of its entries is taken (XXX)', fr: 'le compte est dit sans devise (XXX) ; celle de ses écritures est retenue' },
} as const satisfies Templates;
