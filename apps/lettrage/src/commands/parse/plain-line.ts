import { type PlainEvent, plainField, plainLines, type PlainPart } from '@lettrage/bank-formats';

/** The JSON lines of plain rows, many at once: the same that `TransactionLines` makes of the same transactions. `statementsBefore` counts the statements of the files before. */
export function linesOf(event: PlainEvent, statementsBefore: number): Generator<Uint8Array> {
  const { account, currency, statement } = event;
  const parts: readonly PlainPart[] = [
    ['{"reference":', plainField.reference],
    [',"fingerprint":', plainField.fingerprint],
    [`,"account":${JSON.stringify(account)},"booking_date":`, plainField.bookingDate],
    [',"value_date":', plainField.valueDate],
    [',"amount":', plainField.amount],
    [`,"currency":"${currency}","original_amount":null,"original_currency":null,"counterparty_name":`, plainField.counterpartyName],
    [',"counterparty_iban":', plainField.counterpartyIban],
    [',"remittance":', plainField.remittance],
    [',"structured_references":', plainField.structuredReferences],
    [',"end_to_end_id":', plainField.endToEndId],
    [',"mandate_id":', plainField.mandateId],
    [',"bank_transaction_code":', plainField.bankTransactionCode],
  ];
  return plainLines(event, parts, `,"reversal":false,"return_reason":null,"status":"booked","charges":[],"statement":${statementsBefore + statement}}\n`);
}
