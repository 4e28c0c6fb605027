import type { Filled } from './filled.js';

/** What is allocated without a person: what there is to glance at, what it may do, the rules, what was learned, and how right it was. */
const texts = {
  glance: {
    title: 'À survoler', subtitle: 'Ce qui a été lettré sans vous, relevé par relevé, le plus récent d’abord.', states: { label: 'Vus ou non', no: 'À survoler', yes: 'Déjà vus' }, count_one: '{{number}} à survoler', count_other: '{{number}} à survoler',
    none: 'Rien à survoler.', noneHint: 'Ce qui se lettre automatiquement apparaîtra ici.', noneSeen: 'Rien n’a encore été marqué comme vu.', file: 'Relevé {{filename}}', unknownFile: 'un relevé importé', lastOn: 'dernier lettrage le {{date}}', show: 'Afficher', hide: 'Replier',
    showOf: 'Afficher {{filename}}', hideOf: 'Replier {{filename}}', entry: '{{amount}} de {{name}}', seen: 'Vu', seenOf: 'Marquer comme vu : {{entry}}', undoOf: 'Annuler le lettrage : {{entry}}', seenAll: 'Tout marquer comme vu', seenAllOf: 'Tout marquer comme vu dans {{filename}}',
    undoAll: 'Annuler tout le lot…', undoAllOf: 'Annuler tout le lot de {{filename}}', onlyRead: 'Votre rôle permet de consulter cette liste, pas d’y décider.', seenOn: 'vu le {{date}}',
    confirmTitle_one: 'Annuler {{number}} lettrage automatique ?', confirmTitle_other: 'Annuler {{number}} lettrages automatiques ?', confirmNothing: 'Il n’y a plus rien à annuler dans ce relevé.',
    confirmText: 'Tout ce que {{filename}} a lettré sans personne reviendra dans « À lettrer », y compris ce qui a déjà été vu. Le lettrage fait à la main reste.', confirmUndo_one: 'Annuler {{number}} lettrage', confirmUndo_other: 'Annuler {{number}} lettrages', keep: 'Ne rien annuler',
    asked_one: '{{number}} annulation demandée au grand livre.', asked_other: '{{number}} annulations demandées au grand livre.', announceSeen_one: '{{number}} marqué comme vu', announceSeen_other: '{{number}} marqués comme vus',
    method: { reference: 'référence', part_of_reference: 'partie de la référence', iban: 'IBAN', name: 'nom', group: 'groupe', sum: 'somme', amount: 'montant', rule: 'règle', other: 'autre' },
  },
  matching: {
    title: 'Lettrage automatique', policies: 'Règles d’automatisation', policiesHint: 'Ce qui peut se lettrer sans personne, par compte. Un compte sans règle propre suit celle de l’organisation.', organisation: 'Toute l’organisation', ownPolicy: 'règle propre', sameAsOrganisation: 'comme l’organisation', change: 'Paramétrer', changeOf: 'Paramétrer {{account}}',
    automatic: 'Lettrer automatiquement', automaticHint: 'Sinon, tout est proposé et rien n’est lettré sans vous.', on: 'automatique', off: 'arrêté', target: 'Précision visée (%)', targetHint: 'Entre 50 et 99,99. Vide : ce que le moteur exige de lui-même.', targetShown: 'précision visée {{percent}}', targetUsual: 'précision visée par le moteur',
    referenceOnly: 'Seulement ce que le libellé cite en entier', referenceOnlyHint: 'Numéro de pièce, de commande, ou référence structurée.', referenceOnlyShown: 'références entières seulement', largest: 'Plus grand montant lettré sans personne', largestHint: 'Dans la devise de l’encaissement. Vide : pas de limite.', largestShown: 'jusqu’à {{amount}}', noLargest: 'sans limite de montant',
    back: 'Revenir à celle de l’organisation', backUsual: 'Revenir à celle d’origine', saved: 'Règle d’automatisation enregistrée', faultTarget: 'Entre 50 et 99,99', onlyRead: 'Votre rôle permet de voir ces règles, pas de les changer.', 
    precision: 'Précision constatée', precisionHint: 'Des lettrages faits sans personne du {{from}} au {{to}}, la part que personne n’a annulée. L’intervalle à 95 % dit ce que ce nombre de cas permet d’affirmer.', precisionNone: 'Rien n’a été lettré sans personne sur cette période.', all: 'Ensemble',
    from: 'Du', to: 'Au', wholeTime: '90 derniers jours', byBand: 'Par confiance', byMethod: 'Par motif principal', made: 'Faits', undone: 'Annulés', kept: 'Maintenus', share: 'Part maintenue', interval: 'Intervalle à 95 %', between: 'de {{low}} à {{high}}', bandFrom: '{{from}} à {{to}}', 
  },
  rules: {
    title: 'Règles', hint: 'Une règle vaut tant qu’elle est en service, pour les encaissements à venir et pour ceux qui attendent. Quand plusieurs parlent, la plus ancienne décide. Essayez-la d’abord sur le passé.', new: 'Nouvelle règle', edit: 'Modifier la règle', none: 'Aucune règle.',
    list: 'Règles en place', active: 'En service', activeOf: 'En service : {{rule}}', editOf: 'Modifier : {{rule}}', delete: 'Supprimer', deleteOf: 'Supprimer : {{rule}}', confirmDelete: 'Supprimer cette règle ?', confirmDeleteText: 'Ce qu’elle a déjà décidé reste. Son historique est gardé.', changedOn: 'changée le {{date}}',
    kindLabel: 'Ce que dit la règle', kind: { payer_is_customer: 'Ce payeur est ce client', not_an_invoice: 'Ce n’est pas un paiement de facture', rounding_tolerance: 'Tolérer des arrondis', fee_from_abroad: 'Tolérer des frais de l’étranger' },
    match: 'De quels encaissements', matchHint: 'Tout ce qui est rempli doit correspondre.', payerIban: 'IBAN du payeur', payerName: 'Mots du nom du payeur', text: 'Mots du libellé, à la suite', customer: 'Client', label: 'Ce que c’est', labelHint: 'Par exemple : versement de la carte', upTo: 'Jusqu’à', homeCountry: 'Notre pays', homeCountryHint: 'Deux lettres',
    words: {
      payer_is_customer: '{{match}} paie pour {{customer}}', not_an_invoice: '{{match}} : {{label}}, pas une facture', rounding_tolerance: 'Un écart jusqu’à {{amount}} est un arrondi', fee_from_abroad: 'De l’étranger, jusqu’à {{amount}} de moins sont des frais (notre pays : {{country}})',
    },
    matchIban: 'IBAN {{iban}}', matchName: 'nom « {{name}} »', matchText: 'libellé « {{text}} »', and: ' et ', someCustomer: 'ce client',
    try: 'Essayer sur le passé', trying: 'Les derniers encaissements sont décidés de nouveau…', triedNone: 'Sur les {{receipts}} derniers encaissements, cette règle ne changerait rien ; elle parle de {{concerned}}.',
    tried_one: 'Sur les {{receipts}} derniers encaissements, {{number}} décision changerait.', tried_other: 'Sur les {{receipts}} derniers encaissements, {{number}} décisions changeraient.', nowRight_one: '{{number}} devient juste', nowRight_other: '{{number}} deviennent justes', nowWrong_one: '{{number}} devient fausse', nowWrong_other: '{{number}} deviennent fausses',
    changes: 'Ce qui changerait', before: 'Sans la règle', after: 'Avec la règle', receipt: 'Encaissement', outcome: { allocated: 'lettré', set_aside: 'mis de côté', proposed: 'proposé', nothing: 'sans proposition' }, right: 'juste', wrong: 'faux',
    create: 'Créer la règle', createActive: 'Créer et mettre en service', saved: 'Règle enregistrée', deleted: 'Règle supprimée', faultMatch: 'Remplissez au moins un champ', faultIban: 'Ce n’est pas un IBAN', faultCurrency: 'Code à trois lettres, EUR par exemple',
    history: 'Historique', historyTitle: 'Historique des règles', historySubtitle: 'Qui a changé quelle règle et quand, le plus récent d’abord ; aussi des règles supprimées.', historyNone: 'Aucune règle n’a encore été écrite.', back: 'Revenir aux règles', someone: 'un ancien membre',
    happened: { created: 'créée', changed: 'changée', switched_on: 'mise en service', switched_off: 'arrêtée', removed: 'supprimée' }, happenedBy: '{{name}}, le {{date}}', was: 'Avant : {{rule}}',
  },
  learning: {
    show: 'Ce qui est appris', showOf: 'Ce qui est appris de {{name}}', title: 'Appris de {{name}}', none: 'Rien n’a encore été appris : aucun paiement confirmé.', from_one: 'D’après {{number}} paiement confirmé.', from_other: 'D’après {{number}} paiements confirmés.', payers: 'Qui a payé', payersHint: 'Un nom ou un IBAN oublié n’aide plus à reconnaître ce client.',
    iban: 'IBAN', name: 'Nom', payments_one: '{{number}} paiement', payments_other: '{{number}} paiements', lastSeen: 'dernier le {{date}}', forgotten: 'oublié', forget: 'Oublier', forgetOf: 'Oublier {{value}}', remember: 'Reprendre', rememberOf: 'Reprendre {{value}}', habits: 'Habitudes',
    early: '{{days}} j avant', late: '{{days}} j après', onTime: 'le jour même', delayMedian: 'Écart médian à l’échéance', delayLast: 'Le dernier paiement', references: 'Références', referencesText: '{{whole}} en entier, {{tail}} par la fin, {{none}} sans',
    grouping: 'Paiements groupés', groupingText_one: '{{number}} paiement groupé, jusqu’à {{most}} pièces', groupingText_other: '{{number}} paiements groupés, jusqu’à {{most}} pièces', groupingNone: 'une pièce à la fois', differences: 'Écarts', differencesNone: 'aucun', differenceText: '{{kind}} ({{number}})',
    rejections: 'Propositions refusées', rejectionsText: '{{number}}, la dernière le {{date}}', rejectionsNone: 'aucune', correct: 'Une règle corrige pour de bon : « ce payeur est ce client ».',
  },
};

export default texts;
export type MatchingTexts = Filled<typeof texts>;
