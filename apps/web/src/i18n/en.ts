import refusalTitles from './refusal-titles.en.js';
import type { CoreTexts } from './fr.js';

/** English, with the words of the glossary. */
const en: CoreTexts = {
  app: { name: 'Lettrage', tagline: 'Bank reconciliation and cash visibility', skip: 'Skip to content', menu: 'Open the menu', notFound: 'There is no such page.', toHome: 'Back to the overview' },
  nav: {
    label: 'Main navigation', home: 'Overview', statements: 'Statements', queue: 'Queue', glance: 'To glance at', matching: 'Automation', customers: 'Customers', invoices: 'Invoices', agedBalance: 'Aged balance', forecast: 'Forecast',
  },
  language: { label: 'Language', fr: 'Français', en: 'English' },
  live: { live: 'Live', connecting: 'Connecting…', reconnecting: 'Reconnecting…', hint: 'What you see follows what happens, without reloading.' },
  role: { owner: 'owner', accountant: 'accountant', reviewer: 'reviewer', viewer: 'viewer' },
  action: {
    signOut: 'Sign out', cancel: 'Cancel', close: 'Close', save: 'Save', loadMore: 'Show more', retry: 'Try again', dismiss: 'Dismiss', undo: 'Undo',
    edit: 'Edit', clearSearch: 'Clear the search',
  },
  state: { loading: 'Loading…', shown: '{{shown}} of {{total}} shown', shownOnly_one: '{{shown}} shown', shownOnly_other: '{{shown}} shown', colon: ': ' },
  field: {
    email: 'E-mail address', password: 'Password', name: 'Name', organisation: 'Name of the organisation', search: 'Search', number: 'Number', customer: 'Customer', country: 'Country', iban: 'IBAN', vatId: 'VAT number',
    terms: 'Payment terms', termsDays: 'Payment terms (days)', days_one: '{{count}} day', days_other: '{{count}} days', kind: 'Kind', issueDate: 'Issued', dueDate: 'Due', currency: 'Currency', total: 'Total',
    open: 'Open', amount: 'Amount', date: 'Date', structuredReference: 'Structured reference', orderReference: 'Order', asOf: 'As of', file: 'File', state: 'State', optional: 'optional',
  },
  itemKind: { invoice: 'Invoice', credit_note: 'Credit note' },
  signIn: {
    title: 'Sign in', submit: 'Sign in', oneTimeTitle: 'Set up your access', oneTimeText: 'This link works once. Choose your address and password; you will sign in with them from now on.',
    oneTimeSubmit: 'Set up my access', passwordHint: 'At least 12 characters', organisationHint: 'Only for the first access of an organisation', ended: 'Your session is over. Sign in to go on where you were.',
    toSignIn: 'Go to sign-in',
  },
  problem: {
    someone: 'a colleague', where: 'Where', whatToDo: 'What to do', excerpt: 'Excerpt', more_one: 'and {{count}} more', more_other: 'and {{count}} more',
    place: { statement: 'statement {{value}}', line: 'line {{value}}', column: 'column {{value}}', record: 'record {{value}}', byte: 'byte {{value}}', field: 'column “{{value}}”' },
    no_connection: 'No connection to the server', unexpected_answer: 'Unexpected answer from the server',
    ...refusalTitles,
  },
  home: {
    title: 'Overview', hello: 'Hello {{name}}', receivable: 'Receivables', overdue: 'of which overdue', toReview: 'To review', toReviewHint: '{{settled}} allocated automatically', expected30: 'Expected within 30 days',
    expectedBand: 'between {{low}} and {{high}}, 8 times in 10', dso: 'Days sales outstanding', dsoUnit: '{{days}} days', lastStatement: 'Last statement', noStatement: 'No statement yet',
    start: 'Drop a bank statement: payments that are certain are allocated by themselves, the others wait for you in the queue.', importOne: 'Import a statement', asOf: 'as of {{date}}',
  },
  statements: {
    title: 'Statements', drop: 'Drop a bank statement here', dropNow: 'Let go to open the statement', formats: 'CAMT, CSV, MT940, OFX or CFONB, one file at a time', choose: 'Choose a file', oneFile: 'One file at a time: drop the others afterwards.',
    reading: 'Reading the file…', notAllowed: 'Your role may see statements, not import them.',
    preview: 'Preview of {{filename}}', previewOf: 'Format {{format}}, encoding {{encoding}}', new_one: '{{number}} new', new_other: '{{number}} new', known_one: '{{number}} already known', known_other: '{{number}} already known',
    notBooked_one: '{{number}} not booked', notBooked_other: '{{number}} not booked', probable_one: '{{number}} probable duplicate', probable_other: '{{number}} probable duplicates', nothingNew: 'This file brings nothing new', refused: '{{filename}} cannot be imported', otherFile: 'Choose another file',
    import_one: 'Import {{number}} transaction', import_other: 'Import {{number}} transactions', warnings_one: '{{count}} remark', warnings_other: '{{count}} remarks', settledWarnings_one: '{{count}} remark that is settled', settledWarnings_other: '{{count}} remarks that are settled', firstRows_one: 'The first transaction', firstRows_other: 'The first {{count}} transactions',
    toExplain_one: '{{number}} remark to explain', toExplain_other: '{{number}} remarks to explain', account: 'Bank account', accountHint: 'The file does not say which account it is of.', chooseAccount: 'Choose an account', newAccount: 'New account', accountName: 'Name of the account', accountIdentification: 'IBAN or number', createAccount: 'Create the account',
    opening: 'Opening balance', closing: 'Closing balance', credits: 'Credits', debits: 'Debits', sequence: 'No. {{sequence}}', balanced: 'Balanced', notBalanced: 'Does not balance', noBalance: 'No balances',
    balancedHint: 'Opening balance + entries = closing balance', status: { booked: 'booked', pending: 'pending', information: 'information', superseded: 'told by its payments', known: 'already known', new: 'new', probable: 'probable duplicate' },
    counterparty: 'Counterparty', remittance: 'Remittance', progress: 'Importing {{filename}}', progressRead_one: '{{number}} transaction read', progressRead_other: '{{number}} transactions read', progressAnnounced: 'Import: {{percent}}', waiting: 'Received, reading starts…',
    done: '{{filename}} is imported', alreadyImported: 'This file was already imported on {{date}}: nothing has changed.', allocated_one: '{{number}} allocated automatically', allocated_other: '{{number}} allocated automatically',
    inProgress_one: '{{number}} being allocated', inProgress_other: '{{number}} being allocated', toReview_one: '{{number}} to review', toReview_other: '{{number}} to review', toQueue: 'Open the queue', another: 'Import another statement',
    earlier: 'Imported statements', none: 'No statement imported yet.', received: 'Received', result: 'Result', stateOf: { received: 'received', reading: 'being read', completed: 'imported', refused: 'refused' },
  },
  queue: {
    title: 'Queue', tabs: { label: 'State', waiting: 'To review', settled: 'Allocated', set_aside: 'Set aside' }, list: 'Receipts', detail: 'Candidates', search: 'Search receipts', searchHint: 'amount, reference, name',
    empty: 'All is allocated.', emptyHint: 'Nothing waits for a decision.', emptySettled: 'Nothing is allocated yet.', emptySetAside: 'Nothing is set aside.', noResult: 'Nothing matches “{{search}}”.', ofFile: 'Only the statement imported last', wholeQueue: 'Show the whole queue',
    unknownPayer: 'Unknown payer', noRemittance: 'no remittance text', bankReference: 'Bank reference', structured: 'Structured reference',
    band: { certain: 'Certain', probable: 'Probable', to_review: 'To review', no_candidate: 'No candidate' },
    because: { refused: 'The ledger refused the last decision.', undone: 'The last decision was undone.', policy: 'Sure enough to be allocated, but the allocation policy of the account keeps it for a person.' }, kept: 'Kept for you',
    unlikely: 'The first candidate is unlikely: choose one, or allocate by hand.', equal_one: '{{count}} candidate', equal_other: '{{count}} equal candidates: choose one', candidate: 'Candidate {{rank}}', candidates: 'Candidates', confidence: 'Confidence {{percent}}', due: 'due {{date}}', ofOpen: 'of {{open}}',
    confirm: 'Confirm', reject: 'Not this one', setAside: 'Not an invoice', allocate: 'Allocate by hand', allocateFrom: 'Change…',
    noCandidates: 'No proposal', noCandidatesHint: 'Allocate the receipt by hand, or set it aside if it does not pay an invoice.', chooseFirst: 'Choose a candidate first.', readOnly: 'Your role may read the queue, not decide in it.',
    confirmed: '{{amount}} from {{name}}: allocated', putAside: '{{amount}} from {{name}}: set aside', takenBack: '{{amount}} from {{name}}: decision undone', nothingToUndo: 'Nothing to undo on this screen.',
    conflict: '{{amount}} from {{name}}', keys: 'Keyboard', keysHelp: { move: 'next row, previous row', confirm: 'confirm and go to the next', choose: 'choose a candidate', setAside: 'not an invoice', allocate: 'allocate by hand', undo: 'undo', find: 'search' },
    automatic: 'automatically', byYou: 'by you', byColleague: 'by a colleague', settledOn: 'Allocated {{by}} on {{date}}', setAsideOn: 'Set aside {{by}} on {{date}}', inProgress: 'Decided, being entered in the ledger', allocations: 'Ledger entries', back: 'Back to the list',
    entryKind: { item: 'Item', write_off: 'Difference', on_account: 'On account' }, reversed: 'reversed',
  },
  difference: { bank_fee: 'Bank fee', discount: 'Discount', deduction: 'Deduction', rounding: 'Rounding', overpayment: 'Overpayment', duplicate_payment: 'Duplicate payment', on_account: 'On account' },
  allocate: {
    title: 'Allocate {{amount}}', search: 'Add an item', searchHint: 'number or customer', noItem: 'No open item matches.', add: 'Add {{number}}', added: 'added', lines: 'Items paid', none: 'No item yet.', amountOf: 'Amount for {{number}}', removeLine: 'Remove {{number}}',
    fit: 'Take the rest', remaining: 'Remaining to allocate', tooMuch: 'Allocated too much', unreadable: 'An amount cannot be read', balanced: 'It adds up', difference: 'Name the difference', whose: 'Whose money it is', save: 'Save the allocation',
    fault: { not_an_amount: 'This is not an amount.', above_open: 'More than is open.', nothing: 'Enter an amount or remove the line.' },
  },
  customers: {
    title: 'Customers', new: 'New customer', editTitle: 'Edit {{name}}', none: 'No customer yet.', noneHint: 'Create one, or import your list of customers.', search: 'Name or number', created: 'Customer {{number}} saved', import: 'Import a CSV',
    importHint: 'Columns: id, name, country, iban, vat_id, payment_terms_days', countryHint: 'Two letters, such as FR', noTerms: 'not given',
  },
  invoices: {
    title: 'Invoices', new: 'New invoice', none: 'No open invoice.', noneAll: 'No invoice.', search: 'Number or customer', created: 'Item {{number}} saved', import: 'Import a CSV',
    importHint: 'Columns: number, customer_id, kind, issue_date, due_date, currency, total, open_amount, structured_reference, order_reference', states: { label: 'State', open: 'Open', closed: 'Closed', all: 'All' },
    late_one: '{{count}} day late', late_other: '{{count}} days late', closed: 'closed', creditNoteHint: 'The amount of a credit note is negative.', customerHint: 'Type a name or a number',
  },
  importCsv: { done_one: '{{number}} row imported', done_other: '{{number}} rows imported', failed: 'Nothing was imported', working: 'Importing…' },
  fault: { required: 'Required', email: 'This address is not right', password: 'At least 12 characters', amount: 'This is not an amount', country: 'Two letters, such as FR', terms: 'Between 0 and 365 days', dueBeforeIssue: 'Before the date of issue', creditNotePositive: 'The amount of a credit note is negative', iban: 'Between 4 and 34 characters' },
  aged: {
    title: 'Aged balance', buckets: { notDue: 'Not due', d0to30: '1 to 30 d', d31to60: '31 to 60 d', d61to90: '61 to 90 d', d91plus: 'over 90 d' }, unapplied: 'Unapplied', total: 'Total', totalRow: 'All customers', unidentified: 'Receipts from unknown payers',
    unidentifiedText_one: '{{amount}} in {{count}} receipt', unidentifiedText_other: '{{amount}} in {{count}} receipts', chart: 'The largest balances, by age', share: 'Receivables by age', none: 'Nothing is open.', noneFor: 'No customer matches.',
    updated: 'Aged balance updated: {{total}}', search: 'Customer', amountsIn: 'Amounts in {{currency}}', today: 'Today',
  },
  forecast: {
    title: 'Cash forecast', horizon: 'Horizon', horizonDays: '{{days}} days', chart: 'Expected receipts, cumulative', expected: 'Expected', cumulative: 'Cumulative', band: '80 % band', low: 'Low', high: 'High', week: 'Week of', none: 'Nothing is expected: no invoice is open.',
    explained: 'From how each customer pays. 8 times in 10 the cumulative amount falls inside the band.', asOf: 'Computed as of {{date}}', updated: 'Forecast updated',
  },
};

export default en;
