import type { Templates } from '@lettrage/sentences';

/** Of CSV. */
export const csvSentences = {
  csv_not_balanced: { en: 'the balances of the file and its transactions do not add up', fr: 'les soldes du fichier et ses opérations ne s’accordent pas' },
  csv_empty: { en: 'the file has a header but no transactions', fr: 'le fichier a un en-tête et aucune opération' },
  csv_columns: { en: 'the row has more than {most} columns', fr: 'la ligne a plus de {most} colonnes' },
  csv_width: { en: 'the row has {cells} cells and the header {width}', fr: 'la ligne a {cells} cellules et l’en-tête {width}' },
  csv_no_transaction: { en: 'the row is no transaction: it lacks an amount or a date', fr: 'la ligne n’est pas une opération : il lui manque un montant ou une date' },
  csv_row_cut: { en: 'the file ends within a row, or so it seems: the last one is not as long as those above it', fr: 'le fichier s’arrête, semble-t-il, au milieu d’une ligne : la dernière n’est pas aussi longue que celles au-dessus' },
  csv_pending_date: { en: 'the row is pending and has no date; {date} is used', fr: 'la ligne est en attente et n’a pas de date ; la date retenue est le {date}' },
  csv_moves_nothing: { en: 'the row is no transaction: it has no date, and its amount is zero', fr: 'la ligne n’est pas une opération : elle n’a pas de date, et son montant est nul' },
  csv_no_date: { en: 'the row has an amount but no date', fr: 'la ligne a un montant et pas de date' },
  csv_date_so: {
    en: '"{quoted}" is not a date when dates are read as {order}',
    fr: '« {quoted} » n’est pas une date quand elles se lisent {order|dmy=jour, mois, année|mdy=mois, jour, année|ymd=année, mois, jour}',
  },
  csv_dates_in_order: {
    en: 'dates cannot be read as {order|dmy=day, month, year|mdy=month, day, year|ymd=year, month, day}: records {quoted}; as {fitting|dmy=day, month, year|mdy=month, day, year|ymd=year, month, day|dmy_mdy=day, month, year or as month, day, year|dmy_ymd=day, month, year or as year, month, day|mdy_ymd=month, day, year or as year, month, day} all can: choose that order',
    fr: 'des dates ne se lisent pas dans l’ordre {order|dmy=jour, mois, année|mdy=mois, jour, année|ymd=année, mois, jour} : enregistrements {quoted} ; toutes se lisent dans l’ordre {fitting|dmy=jour, mois, année|mdy=mois, jour, année|ymd=année, mois, jour|dmy_mdy=jour, mois, année ou mois, jour, année|dmy_ymd=jour, mois, année ou année, mois, jour|mdy_ymd=mois, jour, année ou année, mois, jour} : choisissez cet ordre',
  },
  csv_dates_of_column: {
    en: 'dates cannot be read as {order|dmy=day, month, year|mdy=month, day, year|ymd=year, month, day}: records {quoted}, nor in any other order: choose the column of the booking date',
    fr: 'des dates ne se lisent pas dans l’ordre {order|dmy=jour, mois, année|mdy=mois, jour, année|ymd=année, mois, jour} : enregistrements {quoted}, ni dans un autre ordre : choisissez la colonne de la date de comptabilisation',
  },
  csv_dates_unread: {
    en: 'dates cannot be read as {order|dmy=day, month, year|mdy=month, day, year|ymd=year, month, day}: records {quoted}',
    fr: 'des dates ne se lisent pas dans l’ordre {order|dmy=jour, mois, année|mdy=mois, jour, année|ymd=année, mois, jour} : enregistrements {quoted}',
  },
  csv_no_amount: { en: 'the row has no amount', fr: 'la ligne n’a pas de montant' },
  csv_both_sides: { en: 'the row has both a debit and a credit', fr: 'la ligne a à la fois un débit et un crédit' },
  csv_no_sign: { en: 'amounts have no sign and nothing says which are credits', fr: 'les montants n’ont pas de signe, et rien ne dit lesquels sont des crédits' },
  csv_decimal_sign: { en: '"{sign}" is taken for the decimal sign; no amount of the file proves it', fr: '« {sign} » est pris pour le signe décimal ; aucun montant du fichier ne le prouve' },
  csv_date_order: {
    en: 'dates are read as {order|dmy=day, month, year|mdy=month, day, year|ymd=year, month, day}; no date of the file proves it',
    fr: 'les dates se lisent {order|dmy=jour, mois, année|mdy=mois, jour, année|ymd=année, mois, jour} ; aucune date du fichier ne le prouve',
  },
  csv_by_content: { en: 'the columns were told by their content', fr: 'les colonnes ont été reconnues à leur contenu' },
  csv_all_one_way: { en: 'no amount has a sign; all are taken for money {way}', fr: 'aucun montant n’a de signe ; tous sont pris pour de l’argent {way|received=reçu|spent=dépensé}' },
  csv_sides: { en: 'of the two columns of amounts, the one with more entries is taken for the debits', fr: 'des deux colonnes de montants, celle qui a le plus de lignes est prise pour les débits' },
  csv_credits_negated: { en: 'every amount in the column of credits has a minus; they are taken for money received, as on card statements', fr: 'chaque montant de la colonne des crédits a un moins ; ils sont pris pour de l’argent reçu, comme sur les relevés de carte' },
  csv_currency: { en: 'the file names no currency; {currency} is assumed', fr: 'le fichier ne nomme pas de devise ; {currency} est supposé' },
  csv_accounts: { en: 'the file has more than {most} accounts', fr: 'le fichier contient plus de {most} comptes' },
  csv_profile: { en: 'there is no profile "{quoted}"; profiles: {profiles}', fr: 'le profil « {quoted} » n’existe pas ; profils : {profiles}' },
  csv_no_dates: { en: 'no column of dates was found', fr: 'aucune colonne de dates n’a été trouvée' },
  csv_no_amounts: { en: 'no column of amounts was found', fr: 'aucune colonne de montants n’a été trouvée' },
  csv_other_mapping: { en: 'the saved columns are not those of this file; they were told anew', fr: 'les colonnes gardées ne sont pas celles de ce fichier ; elles ont été reconnues de nouveau' },
  csv_row: { en: 'one row is longer than {most} characters; a quotation mark may be missing', fr: 'une ligne dépasse {most} caractères ; il manque peut-être un guillemet' },
  csv_blank: { en: '{most} rows in a row are blank', fr: '{most} lignes de suite sont vides' },
  csv_quote: { en: 'a quotation mark is opened and never closed', fr: 'un guillemet est ouvert et jamais fermé' },
} as const satisfies Templates;
