import type { WordsOfCode } from '@lettrage/sentences';

/** Why a file is refused whole. A code that is not here does not compile; one without a file that produces it fails `catalogue.spec.ts`. */
export const refusals = {
  empty_file: {
    en: {
      title: 'The file is empty',
      explanation: 'There is nothing in the file, or nothing but blank lines.',
      remedy: 'Download the statement again; the bank sent nothing, or the transfer was cut.',
    },
    fr: {
      title: 'Le fichier est vide',
      explanation: 'Il n’y a rien dans le fichier, ou seulement des lignes blanches.',
      remedy: 'Téléchargez de nouveau le relevé : la banque n’a rien envoyé, ou le transfert a été coupé.',
    },
  },
  unknown_format: {
    en: {
      title: 'Unknown format',
      explanation: 'The format is told by the content, never by the name of the file. The message says what the file is, or what was looked for in it.',
      remedy: 'Export the statement as CAMT.053, CSV, MT940, OFX or CFONB 120 and import that file.',
    },
    fr: {
      title: 'Format non reconnu',
      explanation: 'Le format se reconnaît au contenu, jamais au nom du fichier. Le message dit ce qu’est le fichier, ou ce qui y a été cherché.',
      remedy: 'Exportez le relevé en CAMT.053, CSV, MT940, OFX ou CFONB 120 et importez ce fichier.',
    },
  },
  unsupported_message: {
    en: {
      title: 'This message is not a statement',
      explanation: 'The XML is well-formed, but it is a message other than camt.052, camt.053 or camt.054, for instance a payment order.',
      remedy: 'Ask the bank for an account statement (camt.053), report (camt.052) or notification (camt.054).',
    },
    fr: {
      title: 'Ce message n’est pas un relevé',
      explanation: 'Le XML est bien formé, mais c’est un autre message que camt.052, camt.053 ou camt.054, par exemple un ordre de paiement.',
      remedy: 'Demandez à la banque un relevé de compte (camt.053), un rapport (camt.052) ou un avis (camt.054).',
    },
  },
  unsupported_encoding: {
    en: {
      title: 'Unsupported encoding',
      explanation: 'The XML declaration names a character encoding that is not known here, so that no letter of the file could be trusted.',
      remedy: 'Export the file in UTF-8, or ask the bank for it.',
    },
    fr: {
      title: 'Encodage non pris en charge',
      explanation: 'La déclaration XML nomme un encodage inconnu ici : aucune lettre du fichier ne serait sûre.',
      remedy: 'Exportez le fichier en UTF-8, ou demandez-le à la banque.',
    },
  },
  wrong_encoding: {
    en: {
      title: 'Not the declared encoding',
      explanation: 'Some bytes do not exist in the encoding that the file declares. Names and references around them would be read wrong, so nothing is read.',
      remedy: 'The bytes do not fit the encoding the file declares; download it again without opening and saving it in an editor.',
    },
    fr: {
      title: 'L’encodage annoncé n’est pas le bon',
      explanation: 'Certains octets n’existent pas dans l’encodage que le fichier annonce. Les noms et références voisins seraient mal lus : rien n’est lu.',
      remedy: 'Téléchargez-le de nouveau sans l’ouvrir ni l’enregistrer dans un éditeur.',
    },
  },
  xml_not_well_formed: {
    en: {
      title: 'The XML is damaged',
      explanation: 'The file breaks a rule that every XML file keeps: a tag that closes another one, an entity that is not defined, a character that is not allowed.',
      remedy: 'The file was changed after the bank made it; download it again and do not edit it.',
    },
    fr: {
      title: 'Le XML est abîmé',
      explanation: 'Le fichier enfreint une règle que tout XML respecte : une balise qui en ferme une autre, une entité non définie, un caractère interdit.',
      remedy: 'Le fichier a été modifié après la banque : téléchargez-le de nouveau sans y toucher.',
    },
  },
  xml_truncated: {
    en: {
      title: 'The file is incomplete',
      explanation: 'The file ends before its elements are closed. What is missing may be entries, so nothing of it is imported.',
      remedy: 'The file ends too early; download it again.',
    },
    fr: {
      title: 'Le fichier est incomplet',
      explanation: 'Le fichier se termine avant que ses éléments soient fermés. Il manque peut-être des écritures : rien n’est importé.',
      remedy: 'Le fichier se termine trop tôt : téléchargez-le de nouveau.',
    },
  },
  doctype_refused: {
    en: {
      title: 'The file contains a DOCTYPE declaration',
      explanation: 'A document type declaration can define entities that grow without end or that fetch other files. No bank’s statement has one.',
      remedy: 'A bank statement has no document type declaration; get the file from the bank itself.',
    },
    fr: {
      title: 'Le fichier contient une déclaration DOCTYPE',
      explanation: 'Une déclaration DOCTYPE peut définir des entités qui grossissent sans fin ou qui vont chercher d’autres fichiers. Aucun relevé n’en contient.',
      remedy: 'Un relevé n’en contient pas : prenez le fichier à la banque même.',
    },
  },
  limit_exceeded: {
    en: {
      title: 'The file exceeds a limit',
      explanation: 'Depth, length of one text, columns, details of one entry and the like have limits far above any honest statement; the message names the one.',
      remedy: 'The file exceeds a limit that no bank statement needs; check that it is one, or split it by period.',
    },
    fr: {
      title: 'Le fichier dépasse une limite',
      explanation: 'Profondeur, longueur d’un texte, colonnes, détails d’une écriture : chaque limite dépasse de loin tout vrai relevé ; le message dit laquelle.',
      remedy: 'Vérifiez que c’est un relevé, ou découpez-le par période.',
    },
  },
  missing_element: {
    en: {
      title: 'An element is missing',
      explanation: 'The format prescribes an element without which the money cannot be entered: an amount, a currency, a direction, a date.',
      remedy: 'The statement lacks what its format prescribes; ask the bank for a complete file.',
    },
    fr: {
      title: 'Il manque un élément',
      explanation: 'Le format prescrit un élément sans lequel l’argent ne peut être enregistré : un montant, une devise, un sens, une date.',
      remedy: 'Demandez à la banque un fichier complet.',
    },
  },
  bad_value: {
    en: {
      title: 'Value not allowed',
      explanation: 'An element that decides about money, such as credit or debit, holds a value that its format does not have.',
      remedy: 'The value is not one that the format allows; ask the bank for a corrected file.',
    },
    fr: {
      title: 'Valeur non permise',
      explanation: 'Un élément dont dépend l’argent, comme crédit ou débit, contient une valeur que son format ne connaît pas.',
      remedy: 'Demandez à la banque un fichier corrigé.',
    },
  },
  bad_amount: {
    en: {
      title: 'Unreadable amount',
      explanation: 'An amount is no number, or has digits below the smallest unit of its currency. It is never rounded or guessed.',
      remedy: 'Correct the amount at that place, or ask the bank for a corrected file.',
    },
    fr: {
      title: 'Montant illisible',
      explanation: 'Un montant n’est pas un nombre, ou a des chiffres plus fins que la plus petite unité de sa devise. Il n’est ni arrondi ni deviné.',
      remedy: 'Corrigez le montant à cet endroit, ou demandez un fichier corrigé à la banque.',
    },
  },
  bad_date: {
    en: {
      title: 'Unreadable date',
      explanation: 'A booking date is missing or is no day of the calendar, such as 31 June, or the dates of a CSV stand in another order or column than they are read in.',
      remedy: 'Choose another order of dates or another column, where that is asked; else correct the date at that place, or ask the bank for a corrected file.',
    },
    fr: {
      title: 'Date illisible',
      explanation: 'Une date comptable manque ou n’est pas un jour du calendrier, comme le 31 juin, ou les dates d’un CSV sont dans un autre ordre ou une autre colonne que ceux où elles sont lues.',
      remedy: 'Choisissez un autre ordre des dates ou une autre colonne, si la question est posée ; sinon, corrigez la date à cet endroit ou demandez un fichier corrigé à la banque.',
    },
  },
  unknown_currency: {
    en: {
      title: 'Unknown currency',
      explanation: 'A currency code is none of ISO 4217, or is XXX, which means no currency: the number of decimals of its amounts is not known.',
      remedy: 'Use an ISO 4217 currency code such as EUR.',
    },
    fr: {
      title: 'Devise inconnue',
      explanation: 'Un code de devise n’est pas de l’ISO 4217, ou est XXX, qui veut dire aucune devise : le nombre de décimales de ses montants n’est pas connu.',
      remedy: 'Utilisez un code ISO 4217 comme EUR.',
    },
  },
  no_amount_column: {
    en: {
      title: 'No column of amounts',
      explanation: 'The file has rows with dates, but no column was found, by title or by content, that holds amounts.',
      remedy: 'Correct the mapping of the columns, name a bank profile, or export with a column headed Amount, or Debit and Credit.',
    },
    fr: {
      title: 'Pas de colonne de montants',
      explanation: 'Le fichier a des lignes datées, mais aucune colonne de montants n’a été trouvée, ni par son titre ni par son contenu.',
      remedy: 'Corrigez l’affectation des colonnes, nommez un profil, ou exportez avec une colonne nommée Montant, ou Débit et Crédit.',
    },
  },
  no_date_column: {
    en: {
      title: 'No column of dates',
      explanation: 'The file looks like CSV, but no column was found, by title or by content, that holds dates.',
      remedy: 'Correct the mapping of the columns, name a bank profile, or export with a column headed Date.',
    },
    fr: {
      title: 'Pas de colonne de dates',
      explanation: 'Le fichier ressemble à un CSV, mais aucune colonne de dates n’a été trouvée, ni par son titre ni par son contenu.',
      remedy: 'Corrigez l’affectation des colonnes, nommez un profil, ou exportez avec une colonne nommée Date.',
    },
  },
  bad_row: {
    en: {
      title: 'Unreadable row',
      explanation: 'A row has more or fewer cells than its header: a delimiter or a quotation mark within a text has shifted what stands behind it.',
      remedy: 'Correct that row, or export the file again without editing it in a spreadsheet.',
    },
    fr: {
      title: 'Ligne illisible',
      explanation: 'Une ligne a plus ou moins de cellules que l’en-tête : un séparateur ou un guillemet dans un texte a décalé la suite.',
      remedy: 'Corrigez cette ligne, ou exportez de nouveau sans passer par un tableur.',
    },
  },
  unknown_profile: {
    en: {
      title: 'Unknown profile',
      explanation: 'The bank profile that was named for this CSV does not exist; those that exist stand in the message.',
      remedy: 'Use one of the profiles named in the message, or leave the profile out.',
    },
    fr: {
      title: 'Profil inconnu',
      explanation: 'Le profil de banque indiqué pour ce CSV n’existe pas ; le message cite ceux qui existent.',
      remedy: 'Choisissez un des profils cités dans le message, ou n’en indiquez pas.',
    },
  },
  bad_record: {
    en: {
      title: 'Unreadable record',
      explanation: 'A record, field or tag of the format is not built as it must be, or stands where it may not. What follows it cannot be trusted.',
      remedy: 'The record is not one that the format allows; download the file again.',
    },
    fr: {
      title: 'Enregistrement illisible',
      explanation: 'Un enregistrement, un champ ou une balise n’a pas la forme voulue, ou n’est pas à sa place. La suite n’est pas sûre.',
      remedy: 'Téléchargez le fichier de nouveau, sans le modifier.',
    },
  },
  archive_damaged: {
    en: {
      title: 'Damaged archive',
      explanation: 'The ZIP archive is cut or its directory does not fit its contents.',
      remedy: 'The archive cannot be opened; download it again.',
    },
    fr: {
      title: 'Archive abîmée',
      explanation: 'L’archive ZIP est coupée, ou son répertoire ne correspond pas à son contenu.',
      remedy: 'L’archive ne s’ouvre pas : téléchargez-la de nouveau.',
    },
  },
  archive_refused: {
    en: {
      title: 'Archive refused',
      explanation: 'The ZIP archive holds what no archive of statements holds, such as a link, a password, another archive, files of two formats, the same days in two exports with different columns, or far more than its size.',
      remedy: 'Unpack the archive and import the statement files in it one by one.',
    },
    fr: {
      title: 'Archive refusée',
      explanation: 'L’archive ZIP contient ce qu’une archive de relevés ne contient pas : un lien, un mot de passe, une autre archive, deux formats, les mêmes jours dans deux exports aux colonnes différentes, ou bien plus que sa taille.',
      remedy: 'Décompressez l’archive et importez un par un les relevés qu’elle contient.',
    },
  },
} as const satisfies Readonly<Record<string, WordsOfCode>>;

export type FaultCode = keyof typeof refusals;
