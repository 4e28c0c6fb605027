import { type WordsOfCode } from '@lettrage/sentences';

/**
 * What the import finds wrong with a statement file beyond what its format says; those codes are `@lettrage/bank-formats`'. A warning goes with what is
 * imported, a refusal stands instead of it.
 */
export const importProblems = {
  account_needed: {
    severity: 'refusal',
    en: {
      title: 'Which account is this file of',
      explanation: 'The file does not name its account, and there is not exactly one account that it could be of.',
      remedy: 'Choose the bank account of this file when you upload it, or create the account first.',
    },
    fr: {
      title: 'De quel compte est ce fichier',
      explanation: 'Le fichier ne nomme pas son compte, et il n’y a pas un seul compte dont il pourrait être.',
      remedy: 'Choisissez le compte de ce fichier, ou créez-le d’abord.',
    },
  },
  account_differs: {
    severity: 'refusal',
    en: {
      title: 'The file is of another account',
      explanation: 'The file names an account, and another one was chosen for it. Two IBANs that differ are never the same account.',
      remedy: 'Upload the file without choosing an account, or choose the account that it names.',
    },
    fr: {
      title: 'Le fichier est d’un autre compte',
      explanation: 'Le fichier nomme un compte, et un autre a été choisi. Deux IBAN différents ne sont jamais le même compte.',
      remedy: 'Importez sans choisir de compte, ou choisissez celui que le fichier nomme.',
    },
  },
  account_currency_differs: {
    severity: 'refusal',
    en: {
      title: 'The account is in another currency',
      explanation: 'The statement is in one currency and the account in another; their balances would mean nothing together.',
      remedy: 'Check that the file is of this account; an account in another currency is another account.',
    },
    fr: {
      title: 'Le compte est dans une autre devise',
      explanation: 'Le relevé est dans une devise et le compte dans une autre ; leurs soldes ensemble ne voudraient rien dire.',
      remedy: 'Vérifiez que le fichier est de ce compte ; un compte dans une autre devise est un autre compte.',
    },
  },
  questions_open: {
    severity: 'refusal',
    en: {
      title: 'The file asks something first',
      explanation: 'The file can be read in more than one way, and nothing in it decides. Nothing of it is imported before someone has answered.',
      remedy: 'Answer the questions; the answers can be kept for the account.',
    },
    fr: {
      title: 'Le fichier pose d’abord une question',
      explanation: 'Le fichier peut se lire de plusieurs façons, et rien n’y tranche. Rien n’en est importé avant une réponse.',
      remedy: 'Répondez aux questions ; les réponses peuvent être gardées pour le compte.',
    },
  },
  balance_gap: {
    severity: 'warning',
    en: {
      title: 'A statement is missing',
      explanation: 'The statement does not open with the balance at which the one before it closed. It is imported, and this stays visible.',
      remedy: 'A statement between the two is missing, or one was changed; import the missing statement, or compare with the bank.',
    },
    fr: {
      title: 'Il manque un relevé',
      explanation: 'Le relevé ne s’ouvre pas au solde de clôture du précédent. Il est importé, et cette remarque reste visible.',
      remedy: 'Importez le relevé qui manque entre les deux, ou comparez avec la banque.',
    },
  },
  probable_duplicates: {
    severity: 'warning',
    en: {
      title: 'Probable duplicates',
      explanation: 'Some new transactions have the date and the amount of ones that another file brought in other words.',
      remedy: 'Check whether the same payments came from two exports; prefer one format of the bank for an account.',
    },
    fr: {
      title: 'Doublons probables',
      explanation: 'Des opérations nouvelles ont la date et le montant d’opérations qu’un autre fichier a apportées avec d’autres mots.',
      remedy: 'Vérifiez si les mêmes paiements viennent de deux exports ; gardez un seul format par compte.',
    },
  },
  entries_held: {
    severity: 'warning',
    en: {
      title: 'Entries that wait for you',
      explanation: 'Some entries may be transactions that are known already. They are neither imported nor dropped until someone decides.',
      remedy: 'Open the probable duplicates and say of each whether it is the same payment or another one.',
    },
    fr: {
      title: 'Des écritures vous attendent',
      explanation: 'Certaines écritures sont peut-être des opérations déjà connues. Elles ne sont ni importées ni écartées avant une décision.',
      remedy: 'Ouvrez les doublons probables et dites pour chacun si c’est le même paiement ou un autre.',
    },
  },
  sequence_gap: {
    severity: 'warning',
    en: {
      title: 'A statement number is missing',
      explanation: 'The bank numbers its statements, and between this one and the one before it a number is missing. It is imported, and this stays visible.',
      remedy: 'Import the statement with the missing number; the remark then goes by itself. If there is none, say why.',
    },
    fr: {
      title: 'Il manque un numéro de relevé',
      explanation: 'La banque numérote ses relevés, et un numéro manque entre celui-ci et le précédent. Il est importé, et cette remarque reste visible.',
      remedy: 'Importez le relevé manquant ; la remarque s’en va alors d’elle-même. S’il n’existe pas, dites pourquoi.',
    },
  },
  batch_allocated: {
    severity: 'warning',
    en: {
      title: 'Details of a bulk booking came late',
      explanation: 'The payments of a bulk booking have come, but the booking as a whole has been allocated already; taking it apart would count its money twice.',
      remedy: 'Undo the allocation of the bulk booking and import the notification again, or say why it stays as it is.',
    },
    fr: {
      title: 'Le détail d’une remise est arrivé tard',
      explanation: 'Les paiements d’une remise sont arrivés, mais elle est déjà lettrée en bloc ; la détailler compterait son argent deux fois.',
      remedy: 'Annulez le lettrage de la remise et importez l’avis de nouveau, ou dites pourquoi elle reste ainsi.',
    },
  },
  inbox_not_a_file: {
    severity: 'refusal',
    en: {
      title: 'Not a file',
      explanation: 'What lies in the watched folder is a link, or no file. A link is never followed.',
      remedy: 'Drop the statement itself.',
    },
    fr: {
      title: 'Pas un fichier',
      explanation: 'Ce qui se trouve dans le dossier surveillé est un lien, ou n’est pas un fichier. Un lien n’est jamais suivi.',
      remedy: 'Déposez le relevé lui-même.',
    },
  },
  inbox_name: {
    severity: 'refusal',
    en: {
      title: 'A name that cannot be kept',
      explanation: 'The name of the file has signs that mean a path, or that cannot be seen.',
      remedy: 'Give the file a plain name and drop it again.',
    },
    fr: {
      title: 'Nom impossible à garder',
      explanation: 'Le nom du fichier contient des signes de chemin, ou des signes invisibles.',
      remedy: 'Donnez au fichier un nom simple et déposez-le de nouveau.',
    },
  },
  inbox_organisation_unknown: {
    severity: 'refusal',
    en: {
      title: 'Whose file is this?',
      explanation: 'The file lies in the watched folder itself, and there are several organisations.',
      remedy: 'Drop the file into the folder that is named after the id of its organisation.',
    },
    fr: {
      title: 'À qui est ce fichier ?',
      explanation: 'Le fichier est dans le dossier surveillé lui-même, et il y a plusieurs organisations.',
      remedy: 'Déposez le fichier dans le dossier qui porte l’identifiant de son organisation.',
    },
  },
  inbox_account_unknown: {
    severity: 'refusal',
    en: {
      title: 'No account of that name',
      explanation: 'In the watched folder the file lies in a folder that is named after no account of the organisation.',
      remedy: 'Name the folder as the account is identified, or create the account first; then drop the file again.',
    },
    fr: {
      title: 'Aucun compte de ce nom',
      explanation: 'Dans le dossier surveillé, le fichier est dans un dossier qui ne porte le nom d’aucun compte de l’organisation.',
      remedy: 'Nommez le dossier comme le compte, ou créez d’abord le compte ; puis déposez le fichier de nouveau.',
    },
  },
  reader_out_of_memory: {
    severity: 'refusal',
    en: {
      title: 'Too heavy to read',
      explanation: 'Reading the file took more memory than a file may take; the reader was ended, and nothing was imported.',
      remedy: 'Split the file by period and upload the parts; if it is an ordinary statement, tell us.',
    },
    fr: {
      title: 'Fichier trop lourd à lire',
      explanation: 'La lecture demandait plus de mémoire que permis ; elle a été arrêtée, et rien n’a été importé.',
      remedy: 'Découpez le fichier par période et importez les parties ; si c’est un relevé ordinaire, dites-le-nous.',
    },
  },
  reader_stalled: {
    severity: 'refusal',
    en: {
      title: 'Took too long to read',
      explanation: 'The reader made no progress for longer than it may; it was ended, and nothing was imported.',
      remedy: 'Split the file by period and upload the parts; if it is an ordinary statement, tell us.',
    },
    fr: {
      title: 'Lecture trop longue',
      explanation: 'La lecture n’avançait plus ; elle a été arrêtée, et rien n’a été importé.',
      remedy: 'Découpez le fichier par période et importez les parties ; si c’est un relevé ordinaire, dites-le-nous.',
    },
  },
  reader_failed: {
    severity: 'refusal',
    en: {
      title: 'Reading failed',
      explanation: 'The file met a fault of the program, not one of its own; nothing was imported.',
      remedy: 'The file met an error of ours; upload it again after the next update, or tell us.',
    },
    fr: {
      title: 'La lecture a échoué',
      explanation: 'Le fichier a rencontré un défaut du programme, non un des siens ; rien n’a été importé.',
      remedy: 'Importez-le de nouveau après la prochaine mise à jour, ou dites-le-nous.',
    },
  },
} as const satisfies Readonly<Record<string, WordsOfCode & { readonly severity: 'refusal' | 'warning' }>>;

export type ImportProblemCode = keyof typeof importProblems;
