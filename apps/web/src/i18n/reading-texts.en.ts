import type { ReadingTexts } from './reading-texts.fr.js';

/** How a file is read, what a person answers about it, and what stays to be explained of it. */
const texts: ReadingTexts = {
  csv: {
    questions_one: 'One question before the import', questions_other: '{{count}} questions before the import',
    questionsHint: 'Nothing in the file answers it, and nothing is imported before you do. The answer is kept for the account: the next file will not ask again.',
    answered: 'Read by your answers; they will be kept for the account.', kept: 'Read as you have kept it for this account.', answerFirst: 'Answer what the file leaves open first.',
    question: {
      date_order: 'In the dates of this file, does the day or the month come first?', decimal_sign: 'In the amounts of this file, is the sign for decimals or for thousands?',
      currency: 'Which currency are the amounts of this file in?', columns: 'The titles of the columns are not known. Is each column what stands below?',
      sign: 'Nothing says what is received and what is spent. Which is it?',
      date_order_unread: 'Dates of this file cannot be read in this order. In which order do they stand?', columns_unread: 'The dates of this file cannot be read in any order. Which column holds the booking date?',
    },
    asks: '{{filename}} asks something first', answer: 'Answer', answerOf: 'Answer for {{filename}}', readAgain: 'Read the file again',
    examples: 'In the file: {{examples}}', chooseCurrency: 'Choose a currency',
    order: { dmy: 'The day first', mdy: 'The month first', ymd: 'The year first' }, unread: 'These dates cannot be read:', unreadChoose: 'All of them can be in another order. {{readings}}', unreadRow: 'row {{row}}: “{{cell}}”', orderExample: '{{name}}: {{cell}} is {{date}}',
    decimal: { comma: 'The comma is for decimals', point: 'The point is for decimals' }, decimalExample: '{{name}}: {{cell}} is {{amount}}',
    sign: { received: 'An amount without a sign is received', spent: 'An amount without a sign is spent', columns: '“{{credit}}” is received, “{{debit}}” is spent' },
    mapping: 'How the file is read', correct: 'Correct the reading', column: 'Column {{number}}', columnTitle: 'Column of the file', columnRole: 'What it holds', columnCells: 'In the file', roleOf: 'What {{column}} holds',
    dateOrder: 'Order of dates', decimalSign: 'Decimal sign', comma: 'Comma', point: 'Point', currencyIfUnsaid: 'Currency if the file does not say', positiveIsDebit: 'An amount without a sign is spent', debitIsSigned: 'Debits have a minus in their column',
    columnsRight: 'The columns are right', readSo: 'Read it so', needsDate: 'A column of dates is needed.', needsAmount: 'A column of amounts is needed, or of debits and credits.',
    role: {
      bookingDate: 'Booking date', valueDate: 'Value date', amount: 'Amount', debit: 'Debit', credit: 'Credit', balance: 'Balance', currency: 'Currency', direction: 'Direction', status: 'Status', fee: 'Fee', reference: 'Bank reference',
      label: 'Text', party: 'Counterparty', payer: 'Payer', payee: 'Payee', partyAccount: 'Account of the counterparty', payerAccount: 'Account of the payer', payeeAccount: 'Account of the payee', account: 'Our account', originalAmount: 'Original amount', originalCurrency: 'Original currency',
      endToEndId: 'End-to-end id', mandateId: 'Mandate', structuredReference: 'Structured reference', code: 'Transaction code', returnReason: 'Reason of return', ignored: 'Not read',
    },
    keptTitle: 'Mappings', keptHint: 'How the CSVs of an account are read, by your answers. What is forgotten will be asked about again.', keptNone: 'Nothing is kept for this account.',
    keptOn: 'Kept on {{date}}', keptLastUsed: 'Used on {{date}}', keptNeverUsed: 'Not used yet', forget: 'Forget', forgetOf: 'Forget the mapping kept on {{date}}',
  },
  warnings: {
    title: 'To explain', hint: 'These remarks stay here until someone explains them, or until what was missing has come.',
    states: { label: 'Remarks', open: 'To explain', explained: 'Explained', cleared: 'Cleared' }, none: { open: 'Nothing to explain.', explained: 'Nothing has been explained.', cleared: 'Nothing has cleared itself.' },
    of: '{{filename}}, statement {{statement}}', explain: 'Explain', explainOf: 'Explain: {{title}}', note: 'Explanation', noteHint: 'Why it is in order, or what was done. Your name and the date are kept with it.', save: 'Keep the explanation',
    explainedBy: 'Explained by {{name}} on {{date}}', cleared: 'Cleared on {{date}}: what was missing has come.', someone: 'a former member', saved: 'Explanation kept',
  },
  duplicates: {
    title: 'Probable duplicates', hint: 'These transactions may be known already. They enter neither the books nor the matching before you decide.',
    may: 'May be', same: 'It is the same', another: 'It is another transaction', sameOf: '{{amount}} is the transaction of {{date}}', anotherOf: '{{amount}} is another transaction', fromFile: 'comes from {{filename}}',
    together: 'Decide together', openOf_one: '{{number}} waiting', openOf_other: '{{number}} waiting', allSame: 'All known already', allAnother: 'All other transactions', allSameOf: 'All known already: {{of}}', allAnotherOf: 'All other transactions: {{of}}',
    received: '{{amount}} received', spent: '{{amount}} spent', keep: 'Decide one by one',
    sameTitle_one: 'Is {{number}} entry known already?', sameTitle_other: 'Are {{number}} entries known already?', sameText: 'Each is then one of the transactions that it may be, and no two are the same one. Nothing of it is imported.',
    sameConfirm_one: 'Say {{number}} entry is known', sameConfirm_other: 'Say {{number}} entries are known',
    anotherTitle_one: 'Is {{number}} entry another transaction?', anotherTitle_other: 'Are {{number}} entries other transactions?', anotherText: 'Each is then imported and enters the matching. The payments of a bulk booking stay to be decided, so that they are not counted twice.',
    anotherConfirm_one: 'Import {{number}} transaction', anotherConfirm_other: 'Import {{number}} transactions',
    decided_one: '{{number}} entry decided.', decided_other: '{{number}} entries decided.', left_one: '{{number}} stays to be decided by itself.', left_other: '{{number}} stay to be decided one by one.',
    batch_one: '{{number}} payment of this bulk booking has come, {{amount}} in all.', batch_other: '{{number}} payments of this bulk booking have come, {{amount}} in all.', batchHint: 'To take the booking apart, first undo its allocation: its money is in the books already.',
    keepBatch: 'Leave the booking whole', keepBatchOf: 'Leave the booking of {{amount}} whole', replace: 'Replace it by these payments', replaceOf: 'Replace the booking of {{amount}} by its payments', replacing: 'Asked: the booking is being replaced…', replaced: 'The booking has been replaced by its payments.', notReplaced: 'The booking is still allocated, or on its way to the ledger: undo its allocation in the queue, then ask again.',
  },
};

export default texts;
