import { moneySentences, type Saying, sentencesOf, type Templates } from '@lettrage/sentences';
import { z } from 'zod';
import { fieldSentences } from './field-sentences.js';

/** What services say to people of a single case. A page that knows the id says it in the reader's language; whoever does not has the English text. */
export const sentences = {
  ...moneySentences,
  ...fieldSentences,
  // The queue, policies, rules and what was learned.
  no_case: { en: 'There is no such transaction in the queue', fr: 'Cet encaissement n’est pas dans la file' },
  case_decided_automatically: {
    en: 'This transaction was decided automatically at {at} and is {state|requested=requested|settled=settled|set_aside=set aside}',
    fr: 'Cet encaissement a été traité automatiquement le {at} et il est {state|requested=en chemin vers le grand livre|settled=lettré|set_aside=mis de côté}',
  },
  case_decided_by: {
    en: 'This transaction was decided by {person} at {at} and is {state|requested=requested|settled=settled|set_aside=set aside}',
    fr: 'Cet encaissement a été traité par {person} le {at} et il est {state|requested=en chemin vers le grand livre|settled=lettré|set_aside=mis de côté}',
  },
  case_decided_meanwhile: {
    en: 'This transaction was decided meanwhile and is {state|requested=requested|settled=settled|set_aside=set aside}',
    fr: 'Cet encaissement a été traité entre-temps et il est {state|requested=en chemin vers le grand livre|settled=lettré|set_aside=mis de côté}',
  },
  decision_on_its_way: { en: 'A decision is on its way to the ledger', fr: 'Une décision est en chemin vers le grand livre' },
  nothing_decided: { en: 'Nothing has been decided yet', fr: 'Rien n’a encore été décidé' },
  proposals_changed: { en: 'The proposals have changed since they were read', fr: 'Les propositions ont changé depuis qu’elles ont été lues' },
  proposal_gone: { en: 'There is no proposal {rank} any more', fr: 'La proposition {rank} n’existe plus' },
  no_item: { en: 'There is no item {item}', fr: 'La pièce {item} n’existe pas' },
  item_currency: { en: '{number} is in {currency}, the payment in {payment}', fr: '{number} est en {currency}, le paiement en {payment}' },
  item_open: { en: '{number}: {open} is open, {asked} was asked', fr: '{number} : il reste {open} dus, {asked} ont été demandés' },
  item_sign: {
    en: '{number} cannot take {asked}: an invoice takes more than zero, a credit note less',
    fr: '{number} ne peut pas prendre {asked} : une facture prend un montant positif, un avoir un montant négatif',
  },
  not_equal: {
    en: 'The lines close {closed}, the difference is {difference}, received was {received}',
    fr: 'Les lignes soldent {closed}, l’écart est de {difference}, {received} ont été reçus',
  },
  needs_customer: { en: 'Money on account needs a customer', fr: 'Un acompte a besoin d’un client' },
  no_customer: { en: 'There is no such customer', fr: 'Ce client n’existe pas' },
  customer_changed: { en: 'The customer has version {version}, {read} was read', fr: 'Le client en est à la version {version}, c’est la {read} qui a été lue' },
  rule_unusable: { en: 'The rule cannot be used like this: nothing says which receipts it is about, or its amount is out of bounds', fr: 'La règle ne peut pas servir ainsi : rien ne dit de quels encaissements elle parle, ou son montant est hors limites' },
  no_rule: { en: 'There is no such rule', fr: 'Cette règle n’existe pas' },
  rule_changed: { en: 'The rule has version {version}, {read} was read', fr: 'La règle en est à la version {version}, c’est la {read} qui a été lue' },
  rules_limit: { en: 'There can be at most {most} rules', fr: 'Il peut y avoir au plus {most} règles' },
  policies_limit: { en: 'At most {most} bank accounts can have a policy', fr: 'Au plus {most} comptes bancaires peuvent avoir leur règle d’automatisation' },
  forgotten_limit: { en: 'At most {most} names and IBANs of a customer can be forgotten', fr: 'Au plus {most} noms et IBAN d’un client peuvent être oubliés' },
  // The ledger.
  ledger_no_receipt: { en: '{amount} is not a receipt', fr: '{amount} n’est pas un encaissement' },
  ledger_known_otherwise: { en: 'the transaction is known with {known}, the request says {asked}', fr: 'l’encaissement est connu pour {known}, la demande dit {asked}' },
  ledger_taken: { en: '{taken} of {amount} is allocated already', fr: '{taken} sur {amount} sont déjà lettrés' },
  ledger_no_item: { en: 'there is no item {item}', fr: 'la pièce {item} n’existe pas' },
  ledger_not_equal: {
    en: 'the lines close {closed}, the difference is {difference}, received was {received}',
    fr: 'les lignes soldent {closed}, l’écart est de {difference}, {received} ont été reçus',
  },
  ledger_sign: {
    en: '{kind} cannot be {amount}',
    fr: '{kind|bank_fee=des frais bancaires|discount=un escompte|deduction=une déduction|rounding=un arrondi|overpayment=un trop-perçu|duplicate_payment=un double paiement|on_account=un acompte} ne peut pas être de {amount}',
  },
  ledger_needs_customer: { en: 'money on account needs a customer', fr: 'un acompte a besoin d’un client' },
  ledger_no_customer: { en: 'there is no customer {customer}', fr: 'le client {customer} n’existe pas' },
  ledger_empty: { en: 'the request has neither a line nor a difference', fr: 'la demande n’a ni ligne ni écart' },
  // Statements and their entries.
  no_account: { en: 'There is no such bank account', fr: 'Ce compte bancaire n’existe pas' },
  account_there: { en: 'There is an account {account} already', fr: 'Le compte {account} existe déjà' },
  no_transaction: { en: 'There is no such transaction', fr: 'Cette opération n’existe pas' },
  no_file: { en: 'There is no such statement file', fr: 'Ce fichier de relevé n’existe pas' },
  file_not_refused: { en: 'The file is not refused: it has been imported, or is being read', fr: 'Le fichier n’est pas refusé : il a été importé, ou il est en cours de lecture' },
  no_mapping: { en: 'There is no such mapping of this account', fr: 'Ce compte n’a pas cette correspondance' },
  no_warning: { en: 'There is no such warning', fr: 'Cette remarque n’existe pas' },
  warning_cleared: { en: 'The warning has cleared itself: what was missing has come', fr: 'La remarque s’est résolue d’elle-même : ce qui manquait est venu' },
  no_duplicate: { en: 'There is no such probable duplicate', fr: 'Ce doublon probable n’existe pas' },
  duplicate_decided: {
    en: 'It was decided to be {what|same=the same payment|another=another payment} by {person}',
    fr: '{person} a décidé que c’est {what|same=le même paiement|another=un autre paiement}',
  },
  no_booking_waits: {
    en: 'It is no payment of a bulk booking that waits, or the payments do not add up to the booking any more',
    fr: 'Ce n’est pas le paiement d’une remise qui attend, ou les paiements ne font plus le total de la remise',
  },
  no_such_candidate: { en: 'There is no such transaction among those that it may be', fr: 'Cette opération n’est pas parmi celles qu’elle peut être' },
  candidate_taken: { en: 'Another entry of the same file is that transaction already', fr: 'Une autre écriture du même fichier est déjà cette opération' },
  upload_without_file: { en: 'The request carries no file', fr: 'La demande ne contient pas de fichier' },
  upload_cut: { en: 'The upload was cut before its end', fr: 'L’envoi a été coupé avant sa fin' },
  upload_limit: { en: 'The file is larger than the limit of {bytes} bytes', fr: 'Le fichier dépasse la limite de {bytes} octets' },
  readers_busy: { en: 'Too many files are being looked at', fr: 'Trop de fichiers sont examinés en ce moment' },
  // What the import finds in a statement.
  opening_differs: {
    en: 'the opening balance {opening} is {distance} {side|less=less|more=more} than the closing balance before it',
    fr: 'le solde d’ouverture, {opening}, a {distance} de {side|less=moins|more=plus} que le solde de clôture précédent',
  },
  opening_differs_one_missing: {
    en: 'the opening balance {opening} is {distance} {side|less=less|more=more} than the closing balance before it; number {first} is missing',
    fr: 'le solde d’ouverture, {opening}, a {distance} de {side|less=moins|more=plus} que le solde de clôture précédent ; il manque le numéro {first}',
  },
  opening_differs_some_missing: {
    en: 'the opening balance {opening} is {distance} {side|less=less|more=more} than the closing balance before it; numbers {first} to {last} are missing',
    fr: 'le solde d’ouverture, {opening}, a {distance} de {side|less=moins|more=plus} que le solde de clôture précédent ; il manque les numéros {first} à {last}',
  },
  one_number_missing: { en: 'the statement has number {number}, and number {first} is missing', fr: 'le relevé porte le numéro {number}, et il manque le numéro {first}' },
  some_numbers_missing: { en: 'the statement has number {number}, and numbers {first} to {last} are missing', fr: 'le relevé porte le numéro {number}, et il manque les numéros {first} à {last}' },
  not_balanced: {
    en: 'the opening balance and the entries make {reached}, and the closing balance is {closing}',
    fr: 'le solde d’ouverture et les écritures font {reached}, et le solde de clôture est de {closing}',
  },
  booking_decided: {
    en: '{count} payments of a bulk booking of {amount} ({date}) wait, because the booking as a whole has been decided',
    fr: '{count} paiements d’une remise de {amount} ({date}) attendent, parce que la remise entière a déjà été traitée',
  },
  entry_held: {
    en: '1 entry has the money of a transaction that another format told in other words; neither imported nor dropped until someone decides',
    fr: '1 écriture a l’argent d’une opération qu’un autre format a dite autrement ; ni importée ni écartée avant une décision',
  },
  entries_held: {
    en: '{count} entries have the money of a transaction that another format told in other words; neither imported nor dropped until someone decides',
    fr: '{count} écritures ont l’argent d’opérations qu’un autre format a dites autrement ; ni importées ni écartées avant une décision',
  },
  probable_duplicate: {
    en: '1 of the new transactions has the date and the amount of a transaction that another file had brought in other words',
    fr: '1 des nouvelles opérations a la date et le montant d’une opération qu’un autre fichier a apportée avec d’autres mots',
  },
  probable_duplicates: {
    en: '{count} of the new transactions have the date and the amount of a transaction that another file had brought in other words',
    fr: '{count} des nouvelles opérations ont la date et le montant d’opérations qu’un autre fichier a apportées avec d’autres mots',
  },
  statement_currency: {
    en: 'the statement is in {statement}, and the account {account} is in {currency}',
    fr: 'le relevé est en {statement}, et le compte {account} en {currency}',
  },
  file_of_another_account: { en: 'the file is of account {account}, and {chosen} was chosen for it', fr: 'le fichier est du compte {account}, et c’est {chosen} qui a été choisi' },
  account_without_currency: {
    en: 'the file does not say the currency of its account {account}, which is not known yet',
    fr: 'le fichier ne dit pas la devise de son compte {account}, qui n’est pas encore connu',
  },
  account_of_none: { en: 'the file does not say which account it is of, and no account is known yet', fr: 'le fichier ne dit pas de quel compte il est, et aucun compte n’est encore connu' },
  account_of_several: { en: 'the file does not say which account it is of, and there are {count} accounts', fr: 'le fichier ne dit pas de quel compte il est, et il y a {count} comptes' },
  file_asks: {
    en: '{questions}',
    fr: 'le fichier ne dit pas {about|date_order=si le jour ou le mois vient d’abord dans ses dates|decimal_sign=quel est le signe décimal de ses montants|currency=sa devise|columns=ce que contiennent ses colonnes|sign=ce qui est reçu et ce qui est dépensé}',
  },
  file_asks_more: {
    en: '{questions}',
    fr: 'le fichier ne dit pas {about|date_order=si le jour ou le mois vient d’abord dans ses dates|decimal_sign=quel est le signe décimal de ses montants|currency=sa devise|columns=ce que contiennent ses colonnes|sign=ce qui est reçu et ce qui est dépensé} ; {others|1=une autre question reste ouverte|2=deux autres questions restent ouvertes|3=trois autres questions restent ouvertes|4=quatre autres questions restent ouvertes}',
  },
  inbox_link: { en: 'it is a link, or no file', fr: 'c’est un lien, ou pas un fichier' },
  inbox_signs: { en: 'the name of the file has signs that mean a path, or that cannot be seen', fr: 'le nom du fichier contient des signes de chemin, ou des signes invisibles' },
  inbox_no_organisation: { en: 'it lies in the folder of no organisation', fr: 'il n’est dans le dossier d’aucune organisation' },
  inbox_no_account: { en: 'there is no account {account}', fr: 'le compte {account} n’existe pas' },
  inbox_limit: { en: 'the file is larger than the limit of {bytes} bytes', fr: 'le fichier dépasse la limite de {bytes} octets' },
  reader_memory: { en: 'reading the file took more memory than it may', fr: 'la lecture du fichier demandait plus de mémoire que permis' },
  reader_fault: { en: 'the reader failed: {fault}', fr: 'la lecture a échoué' },
  reader_ended: { en: 'the reader ended without an answer', fr: 'la lecture s’est arrêtée sans réponse' },
  reader_silent: { en: 'the reader said nothing for {milliseconds} ms', fr: 'la lecture n’a rien dit pendant {milliseconds} ms' },
  file_not_stored: { en: 'the file could not be stored', fr: 'le fichier n’a pas pu être enregistré' },
  reader_failed: { en: 'reading the file ended the service {times} times', fr: 'la lecture du fichier a arrêté le service {times} fois' },
  // Customers and invoices.
  iban_invalid: { en: 'The IBAN is not valid', fr: 'L’IBAN n’est pas valable' },
  customer_number_taken: { en: 'There is already a customer with the number {number}', fr: 'Un client porte déjà le numéro {number}' },
  invoice_number_taken: { en: 'There is already an invoice or credit note with the number {number}', fr: 'Une facture ou un avoir porte déjà le numéro {number}' },
  numbers_taken: { en: 'Numbers that are there already: {numbers}', fr: 'Numéros déjà pris : {numbers}' },
  no_invoice: { en: 'There is no such invoice or credit note', fr: 'Cette facture ou cet avoir n’existe pas' },
  company_file_limit: { en: 'The file is larger than {bytes} bytes', fr: 'Le fichier dépasse {bytes} octets' },
  // The door.
  nothing_here: { en: 'There is nothing at this address', fr: 'Il n’y a rien à cette adresse' },
  service_silent: { en: 'The service "{service}" does not answer', fr: 'Le service « {service} » ne répond pas' },
  database_silent: { en: 'The database does not answer', fr: 'La base de données ne répond pas' },
  fault_of_ours: { en: 'Something went wrong on our side; it was logged as {id}', fr: 'Quelque chose a échoué chez nous ; c’est noté dans le journal sous {id}' },
  wrong_credentials: { en: 'The e-mail address or the password is not right', fr: 'L’adresse e-mail ou le mot de passe n’est pas le bon' },
  signing_in_busy: { en: 'Too many people are signing in at this moment', fr: 'Trop de personnes se connectent en ce moment' },
  attempts_failed: {
    en: 'Too many attempts to sign in have failed; the next one is possible in {seconds} s',
    fr: 'Trop d’essais de connexion ont échoué ; le prochain est possible dans {seconds} s',
  },
  not_signed_in: { en: 'The request carries no valid session and no valid API token', fr: 'La demande ne porte ni session ni jeton d’API valable' },
  cross_site: { en: 'The request does not show that it comes from a page of this address', fr: 'Rien ne montre que la demande vient d’une page de cette adresse' },
  role_not_enough: {
    en: 'The role "{role}" may not do this',
    fr: 'Le rôle « {role|viewer=lecteur|reviewer=réviseur|accountant=comptable|owner=propriétaire} » ne le permet pas',
  },
  link_used: { en: 'The link has been used, has expired or has been replaced', fr: 'Le lien a servi, a expiré ou a été remplacé' },
  email_taken: {
    en: 'There is already somebody with this e-mail address, whose password is another one',
    fr: 'Quelqu’un a déjà cette adresse e-mail, avec un autre mot de passe',
  },
  no_token: { en: 'There is no such API token, or it has been revoked', fr: 'Ce jeton d’API n’existe pas, ou il a été révoqué' },
  tokens_limit: { en: 'There are {count} API tokens already', fr: 'Il y a déjà {count} jetons d’API' },
  invitations_limit: { en: '{most} invitations wait to be used', fr: '{most} invitations attendent d’être utilisées' },
} as const satisfies Templates;

/** A sentence with its values, as it is sent beside the English text. */
export const sentenceOnTheWire = z.object({ id: z.string(), values: z.record(z.string(), z.string()) });
export type SentenceOnTheWire = z.infer<typeof sentenceOnTheWire>;

/** What the service says of this case. */
export const sentence: Saying<typeof sentences> = sentencesOf(sentences);
