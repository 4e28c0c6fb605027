import type { WordsOfCode } from '@lettrage/sentences';

/** What a file is read with in spite of a doubt. A code that is not here does not compile; one without a file that produces it fails `catalogue.spec.ts`. */
export const warnings = {
  no_statement: {
    en: {
      title: 'No statement',
      explanation: 'The file is understood, and there is no statement or no transaction in it. That is so for an account without movement.',
      remedy: 'Nothing was imported from it; ask the bank for the statement of that period.',
    },
    fr: {
      title: 'Pas de relevé',
      explanation: 'Le fichier est compris, mais ne contient ni relevé ni opération. C’est le cas d’un compte sans mouvement.',
      remedy: 'Rien n’en a été importé ; demandez à la banque le relevé de cette période.',
    },
  },
  not_balanced: {
    en: {
      title: 'Does not balance',
      explanation: 'Opening balance plus booked entries is not the closing balance. The statement is imported as it is; nothing is repaired.',
      remedy: 'Compare with the bank: an entry may be missing from the file, or a page of it.',
    },
    fr: {
      title: 'Ne s’équilibre pas',
      explanation: 'Solde d’ouverture plus écritures comptabilisées ne fait pas le solde de clôture. Le relevé est importé tel quel ; rien n’est corrigé.',
      remedy: 'Comparez avec la banque : une écriture ou une page du fichier manque peut-être.',
    },
  },
  totals_differ: {
    en: {
      title: 'Other totals than the bank states',
      explanation: 'The bank states how many entries there are and what they add up to (TxsSummry of CAMT, fields 90C and 90D of MT942), and that is not what stands in the file.',
      remedy: 'Compare with the bank: entries may be missing from the file. Where the balances add up, it is the stated totals that are wrong.',
    },
    fr: {
      title: 'Totaux autres que ceux de la banque',
      explanation: 'La banque indique le nombre des écritures et leur somme (TxsSummry du CAMT, zones 90C et 90D du MT942), et ce n’est pas ce que contient le fichier.',
      remedy: 'Comparez avec la banque : des écritures manquent peut-être. Si les soldes s’équilibrent, ce sont les totaux indiqués qui sont faux.',
    },
  },
  no_closing_balance: {
    en: {
      title: 'Statement ends too early',
      explanation: 'The statement begins with a balance and has none at its end (field 62 of MT940): whether all its entries are there cannot be checked.',
      remedy: 'Compare with the bank whether entries are missing, and download the file again if they are.',
    },
    fr: {
      title: 'Relevé sans fin',
      explanation: 'Le relevé commence par un solde et n’en a pas à la fin (zone 62 du MT940) : rien ne dit si toutes ses écritures y sont.',
      remedy: 'Comparez avec la banque s’il manque des écritures, et téléchargez à nouveau le fichier si c’est le cas.',
    },
  },
  balance_in_doubt: {
    en: {
      title: 'Balance in doubt',
      explanation: 'A balance is no exact amount: it has traces of floating point behind the cents, or is no number. It is taken to the nearest cent, or left out.',
      remedy: 'Compare the balance with the one that the bank shows.',
    },
    fr: {
      title: 'Solde incertain',
      explanation: 'Un solde n’est pas un montant exact : des restes de calcul suivent les centimes, ou ce n’est pas un nombre. Il est pris au centime le plus proche, ou laissé de côté.',
      remedy: 'Comparez ce solde avec celui que la banque affiche.',
    },
  },
  no_currency: {
    en: {
      title: 'Amount in no currency',
      explanation: 'An amount beside the entry (a charge, an original amount, a balance of zero), or the account itself, is in XXX, which means that no currency is involved. It moves no money and is left out.',
      remedy: 'Nothing needs to be done, unless the bank should have said a currency there.',
    },
    fr: {
      title: 'Montant sans devise',
      explanation: 'Un montant à côté de l’écriture (des frais, un montant d’origine, un solde nul), ou le compte lui-même, est en XXX : aucune devise. Il ne déplace pas d’argent et est laissé de côté.',
      remedy: 'Il n’y a rien à faire, sauf si la banque devait y indiquer une devise.',
    },
  },
  value_date_adjusted: {
    en: {
      title: 'Value date that does not exist',
      explanation: 'Banks that count thirty days in every month write 30 February as a value date; the last day of that month is used.',
      remedy: 'Nothing needs to be done, unless interest is computed from value dates.',
    },
    fr: {
      title: 'Date de valeur inexistante',
      explanation: 'Les banques qui comptent trente jours par mois écrivent le 30 février comme date de valeur ; le dernier jour de ce mois est pris.',
      remedy: 'Rien à faire, sauf si des intérêts sont calculés sur les dates de valeur.',
    },
  },
  date_far_away: {
    en: {
      title: 'Date far away',
      explanation: 'A movement is dated before 1980, booked more than a year after the day on which the file was read, or valued or announced more than fifty years after it. Dates are kept as they stand; this is said once a file.',
      remedy: 'Compare the dates with those that the bank shows; where they are wrong, download the file again, or say in which order day, month and year stand.',
    },
    fr: {
      title: 'Date lointaine',
      explanation: 'Une opération est datée d’avant 1980, comptabilisée plus d’un an après le jour où le fichier est lu, ou valorisée ou annoncée plus de cinquante ans après. Les dates restent telles quelles ; cela est dit une fois par fichier.',
      remedy: 'Comparez les dates avec celles que la banque affiche ; si elles sont fausses, téléchargez à nouveau le fichier, ou dites dans quel ordre sont jour, mois et année.',
    },
  },
  batch_kept_whole: {
    en: {
      title: 'Batch kept whole',
      explanation: 'The entry is a batch of payments, and the details in the file do not add up to it. Split, it would change the money; so it stays one transaction.',
      remedy: 'Import the notification (camt.054) of the batch, or allocate the sum by hand.',
    },
    fr: {
      title: 'Remise gardée en un bloc',
      explanation: 'L’écriture est une remise dont les détails ne font pas le total. La découper changerait l’argent : elle reste une seule opération.',
      remedy: 'Importez l’avis (camt.054) de la remise, ou répartissez la somme à la main.',
    },
  },
  batch_without_details: {
    en: {
      title: 'Batch without details',
      explanation: 'The entry says that it is a batch of several payments, and the file does not list them.',
      remedy: 'Import the notification (camt.054) of the batch, or allocate the sum by hand.',
    },
    fr: {
      title: 'Remise sans détail',
      explanation: 'L’écriture annonce une remise de plusieurs paiements, que le fichier ne détaille pas.',
      remedy: 'Importez l’avis (camt.054) de la remise, ou répartissez la somme à la main.',
    },
  },
  copy_of_statement: {
    en: {
      title: 'Copy of a statement',
      explanation: 'The bank marks the statement as a copy or a duplicate of one that it sent before. Entries that are known already are not imported again.',
      remedy: 'The bank marks it as a copy or duplicate; import the original only.',
    },
    fr: {
      title: 'Copie d’un relevé',
      explanation: 'La banque dit que le relevé est une copie ou un duplicata d’un relevé déjà envoyé. Les écritures déjà connues ne sont pas reprises.',
      remedy: 'Importez seulement l’original.',
    },
  },
  not_last_page: {
    en: {
      title: 'Pages are missing',
      explanation: 'The statement comes in pages, and this is not the last one.',
      remedy: 'Import the remaining pages of this statement as well.',
    },
    fr: {
      title: 'Pages manquantes',
      explanation: 'Le relevé est en plusieurs pages, et celle-ci n’est pas la dernière.',
      remedy: 'Importez aussi les autres pages de ce relevé.',
    },
  },
  entry_in_other_currency: {
    en: {
      title: 'Entry in another currency',
      explanation: 'An entry is booked in a currency that is not that of its account. Currencies never mix in a sum, so it is left out of the balance.',
      remedy: 'The entry is not in the currency of the account and is left out of its sums; ask the bank what was booked.',
    },
    fr: {
      title: 'Écriture dans une autre devise',
      explanation: 'Une écriture est dans une autre devise que son compte. Les devises ne s’additionnent jamais : elle n’entre pas dans le solde.',
      remedy: 'L’écriture n’entre pas dans les totaux du compte ; demandez à la banque ce qui a été comptabilisé.',
    },
  },
  no_booking_date: {
    en: {
      title: 'No booking date',
      explanation: 'An entry does not say when it was booked; its value date, or else the date of the statement, is used.',
      remedy: 'The entry has no booking date; the date used instead is shown.',
    },
    fr: {
      title: 'Sans date comptable',
      explanation: 'Une écriture ne dit pas quand elle a été comptabilisée ; sa date de valeur est prise, sinon celle du relevé.',
      remedy: 'Vérifiez la date prise à la place, que le message montre.',
    },
  },
  unknown_status: {
    en: {
      title: 'Unknown status',
      explanation: 'The file gives an entry a status that is not known to mean booked. Money that may not have moved enters no sum and no matching.',
      remedy: 'The status is none that is known to be booked; the entry is kept as information and enters no sum.',
    },
    fr: {
      title: 'État inconnu',
      explanation: 'Le fichier donne à une écriture un état inconnu. De l’argent qui n’a peut-être pas bougé n’entre dans aucun total ni lettrage.',
      remedy: 'L’écriture est gardée pour information ; demandez à la banque si elle est comptabilisée.',
    },
  },
  currency_assumed: {
    en: {
      title: 'Currency assumed',
      explanation: 'Nothing in the file names its currency.',
      remedy: 'Say the currency when you are asked before the import, or name it in a bank profile.',
    },
    fr: {
      title: 'Devise supposée',
      explanation: 'Rien dans le fichier ne nomme sa devise.',
      remedy: 'Dites la devise quand elle vous est demandée avant l’import, ou indiquez-la dans un profil.',
    },
  },
  date_order_assumed: {
    en: {
      title: 'Order of dates assumed',
      explanation: 'Every date of the file, such as 03/04/2026, could be day and month or month and day; nothing in the file decides it.',
      remedy: 'Check one date of the file; say the order when you are asked before the import, or in a bank profile.',
    },
    fr: {
      title: 'Ordre des dates supposé',
      explanation: 'Toutes les dates du fichier, comme 03/04/2026, peuvent être jour et mois ou mois et jour ; rien dans le fichier ne tranche.',
      remedy: 'Vérifiez une date du fichier ; dites l’ordre quand il vous est demandé avant l’import, ou dans un profil.',
    },
  },
  decimal_sign_assumed: {
    en: {
      title: 'Decimal sign assumed',
      explanation: 'Amounts such as 1.000 could be one or one thousand, and no other amount of the file decides it.',
      remedy: 'Check one amount of the file; say the sign when you are asked before the import, or in a bank profile.',
    },
    fr: {
      title: 'Séparateur décimal supposé',
      explanation: 'Des montants comme 1.000 peuvent valoir un ou mille, et aucun autre montant du fichier ne tranche.',
      remedy: 'Vérifiez un montant du fichier ; dites le séparateur quand il vous est demandé avant l’import, ou dans un profil.',
    },
  },
  row_skipped: {
    en: {
      title: 'Row skipped',
      explanation: 'A row below the header has no amount, or neither a date nor an amount that can be read: a remark of the bank, most of the time.',
      remedy: 'The row is no transaction; check that nothing is missing.',
    },
    fr: {
      title: 'Ligne ignorée',
      explanation: 'Une ligne sous l’en-tête n’a pas de montant, ou ni date ni montant lisibles : le plus souvent une remarque de la banque.',
      remedy: 'La ligne n’est pas une opération ; vérifiez qu’il ne manque rien.',
    },
  },
  row_cut: {
    en: {
      title: 'Last row may be cut',
      explanation: 'The file ends within a row: the last one has fewer cells, or an amount with fewer decimals, than all rows above it, and no line end.',
      remedy: 'Compare the last transaction with the account; download the file again if it is not whole.',
    },
    fr: {
      title: 'Dernière ligne peut-être coupée',
      explanation: 'Le fichier s’arrête au milieu d’une ligne : la dernière a moins de cellules, ou un montant avec moins de décimales, que toutes les lignes au-dessus, et pas de fin de ligne.',
      remedy: 'Comparez la dernière opération avec le compte ; téléchargez le fichier à nouveau s’il n’est pas entier.',
    },
  },
  header_assumed: {
    en: {
      title: 'Header assumed',
      explanation: 'The file has no line of titles, or none that is known; dates, amounts and texts were told by what stands in the columns.',
      remedy: 'Check that the columns were recognised rightly, and correct them once for the account where they were not.',
    },
    fr: {
      title: 'En-tête supposé',
      explanation: 'Le fichier n’a pas de ligne de titres, ou aucune de connue ; dates, montants et textes ont été reconnus à leur contenu.',
      remedy: 'Vérifiez que les colonnes sont bien reconnues, et corrigez-les sinon une fois pour ce compte.',
    },
  },
  mapping_not_used: {
    en: {
      title: 'Saved columns not used',
      explanation: 'The columns that were saved for this account are not those of the file; it was read as if nothing had been saved.',
      remedy: 'Check that the file is the usual export of this account; if the bank changed it, confirm the columns once more.',
    },
    fr: {
      title: 'Colonnes enregistrées non utilisées',
      explanation: 'Les colonnes enregistrées pour ce compte ne sont pas celles du fichier ; il a été lu comme si rien n’avait été enregistré.',
      remedy: 'Vérifiez que le fichier est l’export habituel de ce compte ; si la banque l’a changé, confirmez les colonnes à nouveau.',
    },
  },
  sign_assumed: {
    en: {
      title: 'Direction assumed',
      explanation: 'Nothing in the file says which amounts are money received and which money spent.',
      remedy: 'Check that income and expense are the right way round.',
    },
    fr: {
      title: 'Sens supposé',
      explanation: 'Rien dans le fichier ne dit quels montants sont reçus et lesquels sont dépensés.',
      remedy: 'Vérifiez que recettes et dépenses sont dans le bon sens.',
    },
  },
} as const satisfies Readonly<Record<string, WordsOfCode>>;

export type WarningCode = keyof typeof warnings;
