import type { MatchingTexts } from './matching-texts.fr.js';

/** What is allocated without a person: what there is to glance at, what it may do, the rules, what was learned, and how right it was. */
const texts: MatchingTexts = {
  glance: {
    title: 'To glance at', subtitle: 'What was allocated without you, statement by statement, the newest first.', states: { label: 'Seen or not', no: 'To glance at', yes: 'Seen' }, count_one: '{{number}} to glance at', count_other: '{{number}} to glance at',
    none: 'Nothing to glance at.', noneHint: 'What is allocated automatically will appear here.', noneSeen: 'Nothing has been marked as seen yet.', file: 'Statement {{filename}}', unknownFile: 'an imported statement', lastOn: 'last allocation on {{date}}', show: 'Show', hide: 'Fold',
    showOf: 'Show {{filename}}', hideOf: 'Fold {{filename}}', entry: '{{amount}} from {{name}}', seen: 'Seen', seenOf: 'Mark as seen: {{entry}}', undoOf: 'Undo the allocation: {{entry}}', seenAll: 'Mark all as seen', seenAllOf: 'Mark all of {{filename}} as seen',
    undoAll: 'Undo the whole batch…', undoAllOf: 'Undo the whole batch of {{filename}}', onlyRead: 'Your role may read this list, not decide in it.', seenOn: 'seen on {{date}}',
    confirmTitle_one: 'Undo {{number}} automatic allocation?', confirmTitle_other: 'Undo {{number}} automatic allocations?', confirmNothing: 'There is nothing left to undo in this statement.',
    confirmText: 'All that {{filename}} allocated without a person goes back to the queue, also what has been seen. What was allocated by hand stays.', confirmUndo_one: 'Undo {{number}} allocation', confirmUndo_other: 'Undo {{number}} allocations', keep: 'Undo nothing',
    asked_one: '{{number}} undo asked of the ledger.', asked_other: '{{number}} undos asked of the ledger.', announceSeen_one: '{{number}} marked as seen', announceSeen_other: '{{number}} marked as seen',
    method: { reference: 'reference', part_of_reference: 'part of a reference', iban: 'IBAN', name: 'name', group: 'group', sum: 'sum', amount: 'amount', rule: 'rule', other: 'other' },
  },
  matching: {
    title: 'Automatic allocation', policies: 'Allocation policies', policiesHint: 'What may be allocated without a person, by account. An account without a policy of its own follows the organisation’s.', organisation: 'The whole organisation', ownPolicy: 'own policy', sameAsOrganisation: 'as the organisation', change: 'Change', changeOf: 'Change {{account}}',
    automatic: 'Allocate automatically', automaticHint: 'Otherwise all is proposed and nothing is allocated without you.', on: 'automatic', off: 'switched off', target: 'Target precision (%)', targetHint: 'Between 50 and 99.99. Empty: what the engine asks of itself.', targetShown: 'target precision {{percent}}', targetUsual: 'the engine’s own target precision',
    referenceOnly: 'Only what the text names in full', referenceOnlyHint: 'A number, an order number, or a structured reference.', referenceOnlyShown: 'whole references only', largest: 'Largest amount allocated without a person', largestHint: 'In the currency of the receipt. Empty: no limit.', largestShown: 'up to {{amount}}', noLargest: 'no limit of amount',
    back: 'Back to the organisation’s policy', backUsual: 'Back to the original policy', saved: 'Policy saved', faultTarget: 'Between 50 and 99.99', onlyRead: 'Your role may see these policies, not change them.', 
    precision: 'Live precision', precisionHint: 'Of the allocations made without a person from {{from}} to {{to}}, the share that nobody has undone. The 95 % interval says what this number of cases allows one to claim.', precisionNone: 'Nothing was allocated without a person in this time.', all: 'All',
    from: 'From', to: 'To', wholeTime: 'Last 90 days', byBand: 'By confidence', byMethod: 'By leading reason', made: 'Made', undone: 'Undone', kept: 'Kept', share: 'Share kept', interval: '95 % interval', between: '{{low}} to {{high}}', bandFrom: '{{from}} to {{to}}', 
  },
  rules: {
    title: 'Rules', hint: 'A rule holds while it is switched on, for receipts to come and for those that wait. Where several speak, the oldest decides. Try it on the past first.', new: 'New rule', edit: 'Edit the rule', none: 'No rule.',
    list: 'Rules in place', active: 'Switched on', activeOf: 'Switched on: {{rule}}', editOf: 'Edit: {{rule}}', delete: 'Delete', deleteOf: 'Delete: {{rule}}', confirmDelete: 'Delete this rule?', confirmDeleteText: 'What it has decided already stays. Its history is kept.', changedOn: 'changed on {{date}}',
    kindLabel: 'What the rule says', kind: { payer_is_customer: 'This payer is this customer', not_an_invoice: 'This pays no invoice', rounding_tolerance: 'Tolerate roundings', fee_from_abroad: 'Tolerate fees from abroad' },
    match: 'Which receipts', matchHint: 'All that is filled in must hold.', payerIban: 'IBAN of the payer', payerName: 'Words of the payer’s name', text: 'Words of the text, in a row', customer: 'Customer', label: 'What it is', labelHint: 'For example: card payout', upTo: 'Up to', homeCountry: 'Our country', homeCountryHint: 'Two letters',
    words: {
      payer_is_customer: '{{match}} pays for {{customer}}', not_an_invoice: '{{match}}: {{label}}, not an invoice', rounding_tolerance: 'A difference up to {{amount}} is a rounding', fee_from_abroad: 'From abroad, up to {{amount}} less is a fee (our country: {{country}})',
    },
    matchIban: 'IBAN {{iban}}', matchName: 'name “{{name}}”', matchText: 'text “{{text}}”', and: ' and ', someCustomer: 'this customer',
    try: 'Try it on the past', trying: 'The latest receipts are decided anew…', triedNone: 'On the latest {{receipts}} receipts this rule would change nothing; it speaks of {{concerned}}.',
    tried_one: 'On the latest {{receipts}} receipts {{number}} decision would change.', tried_other: 'On the latest {{receipts}} receipts {{number}} decisions would change.', nowRight_one: '{{number}} becomes right', nowRight_other: '{{number}} become right', nowWrong_one: '{{number}} becomes wrong', nowWrong_other: '{{number}} become wrong',
    changes: 'What would change', before: 'Without the rule', after: 'With the rule', receipt: 'Receipt', outcome: { allocated: 'allocated', set_aside: 'set aside', proposed: 'proposed', nothing: 'no proposal' }, right: 'right', wrong: 'wrong',
    create: 'Create the rule', createActive: 'Create and switch on', saved: 'Rule saved', deleted: 'Rule deleted', faultMatch: 'Fill in at least one field', faultIban: 'This is not an IBAN', faultCurrency: 'Three letters, such as EUR',
    history: 'History', historyTitle: 'History of the rules', historySubtitle: 'Who changed which rule and when, the latest first; also of rules that are gone.', historyNone: 'No rule has been written yet.', back: 'Back to the rules', someone: 'a former member',
    happened: { created: 'created', changed: 'changed', switched_on: 'switched on', switched_off: 'switched off', removed: 'deleted' }, happenedBy: '{{name}}, {{date}}', was: 'Before: {{rule}}',
  },
  learning: {
    show: 'What is learned', showOf: 'What is learned of {{name}}', title: 'Learned of {{name}}', none: 'Nothing has been learned yet: no confirmed payment.', from_one: 'From {{number}} confirmed payment.', from_other: 'From {{number}} confirmed payments.', payers: 'Who has paid', payersHint: 'A name or an IBAN that is forgotten no longer helps to recognise this customer.',
    iban: 'IBAN', name: 'Name', payments_one: '{{number}} payment', payments_other: '{{number}} payments', lastSeen: 'last on {{date}}', forgotten: 'forgotten', forget: 'Forget', forgetOf: 'Forget {{value}}', remember: 'Take back', rememberOf: 'Take back {{value}}', habits: 'Habits',
    early: '{{days}} d before', late: '{{days}} d after', onTime: 'on the day', delayMedian: 'Median distance from the due date', delayLast: 'The last payment', references: 'References', referencesText: '{{whole}} in full, {{tail}} by the end, {{none}} without',
    grouping: 'Payments of several items', groupingText_one: '{{number}} payment of several items, up to {{most}}', groupingText_other: '{{number}} payments of several items, up to {{most}}', groupingNone: 'one item at a time', differences: 'Differences', differencesNone: 'none', differenceText: '{{kind}} ({{number}})',
    rejections: 'Rejected proposals', rejectionsText: '{{number}}, the last on {{date}}', rejectionsNone: 'none', correct: 'A rule corrects for good: “this payer is this customer”.',
  },
};

export default texts;
