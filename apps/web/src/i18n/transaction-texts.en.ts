import type { TransactionTexts } from './transaction-texts.fr.js';

/** What the bank says of a transaction, field by field. */
const texts: TransactionTexts = {
  bankSays: {
    show: 'All that the bank says', hide: 'Hide what the bank says', label: 'What the bank says', nothing: 'The bank says no more.',
    valueDate: 'Value date', originalAmount: 'Original amount', exchangeRate: 'Exchange rate', rateOf: '1 {{unit}} = {{rate}} {{other}}', charges: 'Charges', chargeIncluded: '{{amount}}, within the amount', chargeApart: '{{amount}}, on its own',
    ultimateDebtor: 'Ultimate debtor', ultimateCreditor: 'Ultimate creditor', documents: 'Documents named', documentOf: '{{number}} of {{date}}', purpose: 'Purpose', endToEndId: 'End-to-end id', mandate: 'Mandate',
    returnReason: 'Reason of return', code: 'Transaction code', reversal: 'Entry', reversalOf: 'undoes an earlier one',
  },
};

export default texts;
