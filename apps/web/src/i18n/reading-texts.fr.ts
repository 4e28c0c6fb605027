import type { Filled } from './filled.js';

/** How a file is read, what a person answers about it, and what stays to be explained of it. */
const texts = {
  csv: {
    questions_one: 'Une question avant l’import', questions_other: '{{count}} questions avant l’import',
    questionsHint: 'Rien dans le fichier n’y répond, et rien n’est importé avant vous. La réponse est gardée pour le compte : le prochain fichier ne demandera plus.',
    answered: 'Lu selon vos réponses ; elles seront gardées pour le compte.', kept: 'Lu comme vous l’avez gardé pour ce compte.', answerFirst: 'Répondez d’abord à ce que le fichier laisse ouvert.',
    question: {
      date_order: 'Dans les dates de ce fichier, le jour ou le mois vient-il d’abord ?', decimal_sign: 'Dans les montants de ce fichier, le signe est-il celui des décimales ou des milliers ?',
      currency: 'Dans quelle devise sont les montants de ce fichier ?', columns: 'Les titres des colonnes ne sont pas connus. Chaque colonne est-elle bien ce qui est indiqué ci-dessous ?',
      sign: 'Rien ne dit ce qui est reçu et ce qui est dépensé. Qu’en est-il ?',
      date_order_unread: 'Des dates de ce fichier ne peuvent pas être lues dans cet ordre. Dans quel ordre sont-elles ?', columns_unread: 'Les dates de ce fichier ne peuvent être lues dans aucun ordre. Quelle colonne contient la date comptable ?',
    },
    asks: '{{filename}} pose d’abord une question', answer: 'Répondre', answerOf: 'Répondre pour {{filename}}', readAgain: 'Relire le fichier',
    examples: 'Dans le fichier : {{examples}}', chooseCurrency: 'Choisir une devise',
    order: { dmy: 'Le jour d’abord', mdy: 'Le mois d’abord', ymd: 'L’année d’abord' }, unread: 'Ces dates ne peuvent pas être lues :', unreadChoose: 'Toutes peuvent l’être autrement. {{readings}}', unreadRow: 'ligne {{row}} : « {{cell}} »', orderExample: '{{name}} : {{cell}} est le {{date}}',
    decimal: { comma: 'La virgule est pour les décimales', point: 'Le point est pour les décimales' }, decimalExample: '{{name}} : {{cell}} vaut {{amount}}',
    sign: { received: 'Un montant sans signe est reçu', spent: 'Un montant sans signe est dépensé', columns: '« {{credit}} » est reçu, « {{debit}} » est dépensé' },
    mapping: 'Comment le fichier est lu', correct: 'Corriger la lecture', column: 'Colonne {{number}}', columnTitle: 'Colonne du fichier', columnRole: 'Ce qu’elle contient', columnCells: 'Dans le fichier', roleOf: 'Contenu de {{column}}',
    dateOrder: 'Ordre des dates', decimalSign: 'Signe décimal', comma: 'Virgule', point: 'Point', currencyIfUnsaid: 'Devise si le fichier ne la dit pas', positiveIsDebit: 'Un montant sans signe est dépensé', debitIsSigned: 'Les débits portent un moins dans leur colonne',
    columnsRight: 'Les colonnes sont justes', readSo: 'Lire ainsi', needsDate: 'Il faut une colonne de dates.', needsAmount: 'Il faut une colonne de montants, ou de débits et de crédits.',
    role: {
      bookingDate: 'Date comptable', valueDate: 'Date de valeur', amount: 'Montant', debit: 'Débit', credit: 'Crédit', balance: 'Solde', currency: 'Devise', direction: 'Sens', status: 'État', fee: 'Frais', reference: 'Référence de la banque',
      label: 'Libellé', party: 'Tiers', payer: 'Payeur', payee: 'Bénéficiaire', partyAccount: 'Compte du tiers', payerAccount: 'Compte du payeur', payeeAccount: 'Compte du bénéficiaire', account: 'Notre compte', originalAmount: 'Montant d’origine', originalCurrency: 'Devise d’origine',
      endToEndId: 'Référence de bout en bout', mandateId: 'Mandat', structuredReference: 'Référence structurée', code: 'Code de l’opération', returnReason: 'Motif de retour', ignored: 'Ignorée',
    },
    keptTitle: 'Correspondances des colonnes', keptHint: 'Comment les CSV d’un compte sont lus, d’après vos réponses. Ce qui est oublié sera demandé de nouveau.', keptNone: 'Rien n’est gardé pour ce compte.',
    keptOn: 'Gardée le {{date}}', keptLastUsed: 'Servie le {{date}}', keptNeverUsed: 'Pas encore servie', forget: 'Oublier', forgetOf: 'Oublier la correspondance gardée le {{date}}',
  },
  warnings: {
    title: 'À expliquer', hint: 'Ces remarques restent ici jusqu’à ce que quelqu’un les explique, ou que ce qui manquait soit venu.',
    states: { label: 'Remarques', open: 'À expliquer', explained: 'Expliquées', cleared: 'Résolues' }, none: { open: 'Rien à expliquer.', explained: 'Rien n’a été expliqué.', cleared: 'Rien ne s’est résolu de soi-même.' },
    of: '{{filename}}, relevé {{statement}}', explain: 'Expliquer', explainOf: 'Expliquer : {{title}}', note: 'Explication', noteHint: 'Pourquoi c’est en ordre, ou ce qui a été fait. Votre nom et la date seront gardés.', save: 'Garder l’explication',
    explainedBy: 'Expliquée par {{name}} le {{date}}', cleared: 'Résolue le {{date}} : ce qui manquait est venu.', someone: 'un ancien membre', saved: 'Explication gardée',
  },
  duplicates: {
    title: 'Doublons probables', hint: 'Ces opérations sont peut-être déjà connues. Elles n’entrent ni dans les comptes ni dans le lettrage avant votre décision.',
    may: 'Peut être', same: 'C’est la même', another: 'C’est une autre opération', sameOf: '{{amount}} est l’opération du {{date}}', anotherOf: '{{amount}} est une autre opération', fromFile: 'vient de {{filename}}',
    together: 'Décider ensemble', openOf_one: '{{number}} en attente', openOf_other: '{{number}} en attente', allSame: 'Toutes déjà connues', allAnother: 'Toutes d’autres opérations', allSameOf: 'Toutes déjà connues : {{of}}', allAnotherOf: 'Toutes d’autres opérations : {{of}}',
    received: '{{amount}} reçus', spent: '{{amount}} dépensés', keep: 'Décider une à une',
    sameTitle_one: '{{number}} écriture est-elle déjà connue ?', sameTitle_other: '{{number}} écritures sont-elles déjà connues ?', sameText: 'Chacune est alors l’une des opérations qu’elle pourrait être, et deux ne sont jamais la même. Rien n’en est importé.',
    sameConfirm_one: 'Dire {{number}} écriture connue', sameConfirm_other: 'Dire {{number}} écritures connues',
    anotherTitle_one: '{{number}} écriture est-elle une autre opération ?', anotherTitle_other: '{{number}} écritures sont-elles d’autres opérations ?', anotherText: 'Chacune est alors importée et entre dans le lettrage. Les paiements d’une remise restent à décider, pour ne pas compter deux fois.',
    anotherConfirm_one: 'Importer {{number}} opération', anotherConfirm_other: 'Importer {{number}} opérations',
    decided_one: '{{number}} écriture décidée.', decided_other: '{{number}} écritures décidées.', left_one: '{{number}} reste à décider une à une.', left_other: '{{number}} restent à décider une à une.',
    batch_one: '{{number}} paiement de cette remise est arrivé, {{amount}} en tout.', batch_other: '{{number}} paiements de cette remise sont arrivés, {{amount}} en tout.', batchHint: 'Pour la détailler, annulez d’abord son lettrage : son argent est déjà dans les comptes.',
    keepBatch: 'Laisser la remise entière', keepBatchOf: 'Laisser entière la remise de {{amount}}', replace: 'La remplacer par ces paiements', replaceOf: 'Remplacer la remise de {{amount}} par ses paiements', replacing: 'Demandé : la remise est en cours de remplacement…', replaced: 'La remise est remplacée par ses paiements.', notReplaced: 'La remise est encore lettrée, ou en chemin vers le grand livre : annulez son lettrage dans la file, puis redemandez.',
  },
};

export default texts;
export type ReadingTexts = Filled<typeof texts>;
