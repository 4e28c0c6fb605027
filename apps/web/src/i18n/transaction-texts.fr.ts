import type { Filled } from './filled.js';

/** What the bank says of a transaction, field by field. */
const texts = {
  bankSays: {
    show: 'Tout ce que dit la banque', hide: 'Masquer le détail de la banque', label: 'Ce que dit la banque', nothing: 'La banque n’en dit pas plus.',
    valueDate: 'Date de valeur', originalAmount: 'Montant d’origine', exchangeRate: 'Cours de change', rateOf: '1 {{unit}} = {{rate}} {{other}}', charges: 'Frais', chargeIncluded: '{{amount}}, déjà dans le montant', chargeApart: '{{amount}}, à part',
    ultimateDebtor: 'Débiteur final', ultimateCreditor: 'Créancier final', documents: 'Documents cités', documentOf: '{{number}} du {{date}}', purpose: 'Motif du paiement', endToEndId: 'Référence de bout en bout', mandate: 'Mandat',
    returnReason: 'Motif de retour', code: 'Code de l’opération', reversal: 'Écriture', reversalOf: 'annule une écriture antérieure',
  },
};

export default texts;
export type TransactionTexts = Filled<typeof texts>;
