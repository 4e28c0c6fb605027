import type { RefusalCode } from '@lettrage/contracts';
import type { Filled } from './filled.js';
import refusalTitles from './refusal-titles.fr.js';

/** French, the first language of the page; the other one has the same keys. */
const fr = {
  app: { name: 'Lettrage', tagline: 'Rapprochement bancaire et trésorerie', skip: 'Aller au contenu', menu: 'Ouvrir le menu', notFound: 'Cette page n’existe pas.', toHome: 'Retour à l’accueil' },
  nav: {
    label: 'Navigation principale', home: 'Accueil', statements: 'Relevés', queue: 'À lettrer', glance: 'À survoler', matching: 'Lettrage auto.', customers: 'Clients', invoices: 'Factures', agedBalance: 'Balance âgée', forecast: 'Prévision',
  },
  language: { label: 'Langue', fr: 'Français', en: 'English' },
  live: { live: 'En direct', connecting: 'Connexion…', reconnecting: 'Reconnexion…', hint: 'Ce que vous voyez suit ce qui se passe, sans recharger.' },
  role: { owner: 'propriétaire', accountant: 'comptable', reviewer: 'réviseur', viewer: 'lecteur' },
  action: {
    signOut: 'Se déconnecter', cancel: 'Annuler', close: 'Fermer', save: 'Enregistrer', loadMore: 'Afficher la suite', retry: 'Réessayer', dismiss: 'Masquer', undo: 'Annuler la décision',
    edit: 'Modifier', clearSearch: 'Effacer la recherche',
  },
  state: { loading: 'Chargement…', shown: '{{shown}} affichés sur {{total}}', shownOnly_one: '{{shown}} affiché', shownOnly_other: '{{shown}} affichés', colon: '\u00a0: ' },
  field: {
    email: 'Adresse e-mail', password: 'Mot de passe', name: 'Nom', organisation: 'Nom de l’organisation', search: 'Rechercher', number: 'Numéro', customer: 'Client', country: 'Pays', iban: 'IBAN', vatId: 'N° de TVA',
    terms: 'Délai de paiement', termsDays: 'Délai de paiement (jours)', days_one: '{{count}} jour', days_other: '{{count}} jours', kind: 'Nature', issueDate: 'Émise le', dueDate: 'Échéance', currency: 'Devise', total: 'Total',
    open: 'Reste dû', amount: 'Montant', date: 'Date', structuredReference: 'Référence structurée', orderReference: 'Commande', asOf: 'Au', file: 'Fichier', state: 'État', optional: 'facultatif',
  },
  itemKind: { invoice: 'Facture', credit_note: 'Avoir' },
  signIn: {
    title: 'Connexion', submit: 'Se connecter', oneTimeTitle: 'Créer votre accès', oneTimeText: 'Ce lien ne sert qu’une fois. Choisissez votre adresse et votre mot de passe ; vous vous en servirez ensuite pour vous connecter.',
    oneTimeSubmit: 'Créer mon accès', passwordHint: '12 caractères au moins', organisationHint: 'Seulement pour le premier accès d’une organisation', ended: 'Votre session est terminée. Connectez-vous pour reprendre où vous étiez.',
    toSignIn: 'Aller à la connexion',
  },
  problem: {
    someone: 'un collègue', where: 'Où', whatToDo: 'Que faire', excerpt: 'Extrait', more_one: 'et {{count}} autre', more_other: 'et {{count}} autres',
    place: { statement: 'relevé {{value}}', line: 'ligne {{value}}', column: 'colonne {{value}}', record: 'enregistrement {{value}}', byte: 'octet {{value}}', field: 'colonne « {{value}} »' },
    no_connection: 'Pas de connexion au serveur', unexpected_answer: 'Réponse inattendue du serveur',
    ...refusalTitles,
  },
  home: {
    title: 'Accueil', hello: 'Bonjour {{name}}', receivable: 'Encours clients', overdue: 'dont échu', toReview: 'À lettrer', toReviewHint: '{{settled}} lettrés automatiquement', expected30: 'Attendu sous 30 jours',
    expectedBand: 'entre {{low}} et {{high}}, 8 fois sur 10', dso: 'Délai moyen d’encaissement', dsoUnit: '{{days}} jours', lastStatement: 'Dernier relevé', noStatement: 'Aucun relevé pour l’instant',
    start: 'Déposez un relevé bancaire : les paiements sûrs se lettrent seuls, les autres vous attendent dans « À lettrer ».', importOne: 'Importer un relevé', asOf: 'au {{date}}',
  },
  statements: {
    title: 'Relevés', drop: 'Déposez ici un relevé bancaire', dropNow: 'Lâchez pour ouvrir le relevé', formats: 'CAMT, CSV, MT940, OFX ou CFONB, un fichier à la fois', choose: 'Choisir un fichier', oneFile: 'Un fichier à la fois : déposez les suivants ensuite.',
    reading: 'Lecture du fichier…', notAllowed: 'Votre rôle permet de voir les relevés, pas d’en importer.',
    preview: 'Aperçu de {{filename}}', previewOf: 'Format {{format}}, encodage {{encoding}}', new_one: '{{number}} nouvelle', new_other: '{{number}} nouvelles', known_one: '{{number}} déjà connue', known_other: '{{number}} déjà connues',
    notBooked_one: '{{number}} non comptabilisée', notBooked_other: '{{number}} non comptabilisées', probable_one: '{{number}} doublon probable', probable_other: '{{number}} doublons probables', nothingNew: 'Ce fichier n’apporte rien de nouveau', refused: '{{filename}} ne peut pas être importé', otherFile: 'Choisir un autre fichier',
    import_one: 'Importer {{number}} opération', import_other: 'Importer {{number}} opérations', warnings_one: '{{count}} remarque', warnings_other: '{{count}} remarques', settledWarnings_one: '{{count}} remarque réglée', settledWarnings_other: '{{count}} remarques réglées', firstRows_one: 'La première opération', firstRows_other: 'Les {{count}} premières opérations',
    toExplain_one: '{{number}} remarque à expliquer', toExplain_other: '{{number}} remarques à expliquer', account: 'Compte bancaire', accountHint: 'Le fichier ne dit pas de quel compte il est.', chooseAccount: 'Choisir un compte', newAccount: 'Nouveau compte', accountName: 'Nom du compte', accountIdentification: 'IBAN ou numéro', createAccount: 'Créer le compte',
    opening: 'Solde d’ouverture', closing: 'Solde de clôture', credits: 'Crédits', debits: 'Débits', sequence: 'N° {{sequence}}', balanced: 'Équilibré', notBalanced: 'Ne s’équilibre pas', noBalance: 'Sans soldes',
    balancedHint: 'Solde d’ouverture + opérations = solde de clôture', status: { booked: 'comptabilisée', pending: 'en attente', information: 'pour information', superseded: 'détaillée', known: 'déjà connue', new: 'nouvelle', probable: 'doublon probable' },
    counterparty: 'Tiers', remittance: 'Libellé', progress: 'Import de {{filename}}', progressRead_one: '{{number}} opération lue', progressRead_other: '{{number}} opérations lues', progressAnnounced: 'Import : {{percent}}', waiting: 'Reçu, la lecture commence…',
    done: '{{filename}} est importé', alreadyImported: 'Ce fichier avait déjà été importé le {{date}} : rien n’a changé.', allocated_one: '{{number}} lettrée automatiquement', allocated_other: '{{number}} lettrées automatiquement',
    inProgress_one: '{{number}} en cours de lettrage', inProgress_other: '{{number}} en cours de lettrage', toReview_one: '{{number}} à lettrer', toReview_other: '{{number}} à lettrer', toQueue: 'Ouvrir la file', another: 'Importer un autre relevé',
    earlier: 'Relevés importés', none: 'Aucun relevé importé pour l’instant.', received: 'Reçu le', result: 'Résultat', stateOf: { received: 'reçu', reading: 'en lecture', completed: 'importé', refused: 'refusé' },
  },
  queue: {
    title: 'À lettrer', tabs: { label: 'État', waiting: 'À revoir', settled: 'Lettrés', set_aside: 'Mis de côté' }, list: 'Encaissements', detail: 'Candidats', search: 'Rechercher un encaissement', searchHint: 'montant, référence, nom',
    empty: 'Tout est lettré.', emptyHint: 'Rien n’attend de décision.', emptySettled: 'Rien n’est encore lettré.', emptySetAside: 'Rien n’est mis de côté.', noResult: 'Rien ne correspond à « {{search}} ».', ofFile: 'Seulement le dernier relevé importé', wholeQueue: 'Voir toute la file',
    unknownPayer: 'Payeur inconnu', noRemittance: 'sans libellé', bankReference: 'Réf. banque', structured: 'Réf. structurée',
    band: { certain: 'Certain', probable: 'Probable', to_review: 'À vérifier', no_candidate: 'Sans candidat' },
    because: { refused: 'Le grand livre a refusé la dernière décision.', undone: 'La dernière décision a été annulée.', policy: 'Assez sûr pour être lettré, mais la règle d’automatisation du compte le garde pour une personne.' }, kept: 'Gardé pour vous',
    unlikely: 'Le premier candidat est peu probable : choisissez, ou répartissez à la main.', equal_one: '{{count}} candidat', equal_other: '{{count}} candidats à égalité : choisissez', candidate: 'Candidat {{rank}}', candidates: 'Candidats', confidence: 'Confiance {{percent}}', due: 'échéance {{date}}', ofOpen: 'sur {{open}}',
    confirm: 'Confirmer', reject: 'Ce n’est pas ça', setAside: 'Pas une facture', allocate: 'Répartir à la main', allocateFrom: 'Modifier…',
    noCandidates: 'Aucune proposition', noCandidatesHint: 'Répartissez l’encaissement à la main, ou mettez-le de côté s’il ne paie pas une facture.', chooseFirst: 'Choisissez d’abord un candidat.', readOnly: 'Votre rôle permet de consulter la file, pas d’y décider.',
    confirmed: '{{amount}} de {{name}} : lettré', putAside: '{{amount}} de {{name}} : mis de côté', takenBack: '{{amount}} de {{name}} : décision annulée', nothingToUndo: 'Rien à annuler sur cet écran.',
    conflict: '{{amount}} de {{name}}', keys: 'Clavier', keysHelp: { move: 'ligne suivante, précédente', confirm: 'confirmer et passer à la suivante', choose: 'choisir un candidat', setAside: 'pas une facture', allocate: 'répartir à la main', undo: 'annuler', find: 'rechercher' },
    automatic: 'automatiquement', byYou: 'par vous', byColleague: 'par un collègue', settledOn: 'Lettré {{by}} le {{date}}', setAsideOn: 'Mis de côté {{by}} le {{date}}', inProgress: 'Décision prise, écriture en cours', allocations: 'Écritures', back: 'Retour à la liste',
    entryKind: { item: 'Pièce', write_off: 'Écart', on_account: 'Acompte du client' }, reversed: 'annulée',
  },
  difference: { bank_fee: 'Frais bancaires', discount: 'Escompte', deduction: 'Déduction du client', rounding: 'Arrondi', overpayment: 'Trop-perçu', duplicate_payment: 'Paiement en double', on_account: 'Acompte du client' },
  allocate: {
    title: 'Répartir {{amount}}', search: 'Ajouter une pièce', searchHint: 'numéro ou client', noItem: 'Aucune pièce ouverte ne correspond.', add: 'Ajouter {{number}}', added: 'ajoutée', lines: 'Pièces payées', none: 'Aucune pièce pour l’instant.', amountOf: 'Montant pour {{number}}', removeLine: 'Retirer {{number}}',
    fit: 'Prendre le reste', remaining: 'Reste à répartir', tooMuch: 'Réparti en trop', unreadable: 'Un montant n’est pas lisible', balanced: 'Le compte y est', difference: 'Nommer l’écart', whose: 'Client de l’argent', save: 'Enregistrer la répartition',
    fault: { not_an_amount: 'Ce n’est pas un montant.', above_open: 'Plus que ce qui reste dû.', nothing: 'Indiquez un montant ou retirez la ligne.' },
  },
  customers: {
    title: 'Clients', new: 'Nouveau client', editTitle: 'Modifier {{name}}', none: 'Aucun client pour l’instant.', noneHint: 'Créez-en un, ou importez votre fichier clients.', search: 'Nom ou numéro', created: 'Client {{number}} enregistré', import: 'Importer un CSV',
    importHint: 'Colonnes : id, name, country, iban, vat_id, payment_terms_days', countryHint: 'Code à deux lettres, FR par exemple', noTerms: 'non précisé',
  },
  invoices: {
    title: 'Factures', new: 'Nouvelle facture', none: 'Aucune facture ouverte.', noneAll: 'Aucune facture.', search: 'Numéro ou client', created: 'Pièce {{number}} enregistrée', import: 'Importer un CSV',
    importHint: 'Colonnes : number, customer_id, kind, issue_date, due_date, currency, total, open_amount, structured_reference, order_reference', states: { label: 'État', open: 'Ouvertes', closed: 'Soldées', all: 'Toutes' },
    late_one: '{{count}} jour de retard', late_other: '{{count}} jours de retard', closed: 'soldée', creditNoteHint: 'Un avoir a un montant négatif.', customerHint: 'Tapez un nom ou un numéro',
  },
  importCsv: { done_one: '{{number}} ligne importée', done_other: '{{number}} lignes importées', failed: 'Rien n’a été importé', working: 'Import en cours…' },
  fault: { required: 'À remplir', email: 'Cette adresse ne va pas', password: '12 caractères au moins', amount: 'Ce n’est pas un montant', country: 'Deux lettres, FR par exemple', terms: 'Entre 0 et 365 jours', dueBeforeIssue: 'Avant la date d’émission', creditNotePositive: 'Le montant d’un avoir est négatif', iban: 'Entre 4 et 34 caractères' },
  aged: {
    title: 'Balance âgée', buckets: { notDue: 'Non échu', d0to30: '1 à 30 j', d31to60: '31 à 60 j', d61to90: '61 à 90 j', d91plus: 'plus de 90 j' }, unapplied: 'Non affecté', total: 'Total', totalRow: 'Tous les clients', unidentified: 'Encaissements sans payeur identifié',
    unidentifiedText_one: '{{amount}} en {{count}} encaissement', unidentifiedText_other: '{{amount}} en {{count}} encaissements', chart: 'Les soldes les plus élevés, par ancienneté', share: 'Répartition de l’encours par ancienneté', none: 'Aucun encours.', noneFor: 'Aucun client ne correspond.',
    updated: 'Balance âgée mise à jour : {{total}}', search: 'Client', amountsIn: 'Montants en {{currency}}', today: 'Aujourd’hui',
  },
  forecast: {
    title: 'Prévision d’encaissement', horizon: 'Horizon', horizonDays: '{{days}} jours', chart: 'Encaissements cumulés attendus', expected: 'Attendu', cumulative: 'Cumul attendu', band: 'Fourchette à 80 %', low: 'Bas', high: 'Haut', week: 'Semaine du', none: 'Rien n’est attendu : aucune facture ouverte.',
    explained: 'D’après le comportement de paiement de chaque client. 8 fois sur 10, le cumul tombe dans la fourchette.', asOf: 'Calculée au {{date}}', updated: 'Prévision mise à jour',
  },
};

export default fr;
/** The shape that every language fills, of what every page needs; some pages need more (`languages.ts`). */
export type CoreTexts = Filled<typeof fr>;

/** Fails to compile where a refusal of the services has no name here. */
fr.problem satisfies Readonly<Record<RefusalCode, string>>;
