import { type ImportedTransaction, type Reason, type SentenceOnTheWire } from '@lettrage/contracts';
import { minorUnits, parseDecimal } from '@lettrage/money';
import { arrayText, packedText, packedTexts, type Transaction } from '@lettrage/persistence';
import { bandOf, methodOf } from '../domain/automatic-match.js';
import { type BestProposal, type CaseState, type Decision, type StoredProposal, type WaitingBecause } from '../domain/payment-case.js';

/** What the bank said of a credit. */
export interface CreditFacts {
  transactionId: string;
  reference: string | null;
  bookingDate: string;
  amountMinor: bigint;
  currency: string;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  remittance: string | null;
  structuredReferences: string[];
  endToEndId: string | null;
  reversal: boolean;
  ultimateDebtorName: string | null;
}

export interface CaseRow extends CreditFacts {
  version: number;
  state: CaseState;
  bankAccountId: string | null;
  waitingBecause: WaitingBecause | null;
  refusal: { code: string; detail: string; sentence?: SentenceOnTheWire | undefined } | null;
  requestId: string | null;
  decision: Decision | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  proposals: readonly StoredProposal[];
  /** What the engine says of a credit without a proposal. */
  remarks: readonly Reason[] | null;
  rejected: string[];
}

export const creditColumns = `transaction_id as "transactionId", reference, booking_date as "bookingDate", amount_minor as "amountMinor", currency, counterparty_name as "counterpartyName",
  counterparty_iban as "counterpartyIban", remittance, structured_references as "structuredReferences", end_to_end_id as "endToEndId", reversal,
  ultimate_debtor_name as "ultimateDebtorName"`;

export const caseColumns = `${creditColumns}, version, state, waiting_because as "waitingBecause", refusal,
  bank_account_id as "bankAccountId", request_id as "requestId", decision, decided_by as "decidedBy", decided_at as "decidedAt", proposals, remarks, rejected`;

/** A new credit's case, before anybody has looked at it. */
export function newCase(transaction: ImportedTransaction, bankAccountId: string | null = null): CaseRow {
  return {
    transactionId: transaction.transactionId, version: 1, state: 'waiting', reference: transaction.reference, bookingDate: transaction.bookingDate,
    amountMinor: parseDecimal(transaction.amount, minorUnits(transaction.currency)), currency: transaction.currency, counterpartyName: transaction.counterpartyName,
    counterpartyIban: transaction.counterpartyIban, remittance: transaction.remittance, structuredReferences: transaction.structuredReferences, endToEndId: transaction.endToEndId,
    reversal: transaction.reversal, ultimateDebtorName: transaction.ultimateDebtorName ?? null, bankAccountId, waitingBecause: 'no_candidate', refusal: null, requestId: null, decision: null, decidedBy: null, decidedAt: null, proposals: [], remarks: null,
    rejected: [],
  };
}

/** A new case with what is proposed for it, as text; its own list of proposals stays empty. */
export interface FiledCase {
  readonly one: CaseRow;
  readonly best: BestProposal | null;
  readonly proposals: string;
}

/** Stores new cases, which have been decided at one moment if at all. */
export async function insertCases(tx: Transaction, organisationId: string, statementFileId: string, filed: readonly FiledCase[]): Promise<void> {
  const cases = filed.map(({ one }) => one);
  const made = filed.map(({ one, best }) => (one.state === 'requested' && one.decidedBy === 'automatic' ? best : null));
  const decisions = packedTexts(cases.map((c) => jsonOrNull(c.decision)));
  const proposals = packedTexts(filed.map((one) => one.proposals));
  await tx.query(
    `insert into payment_case (organisation_id, statement_file_id, transaction_id, state, reference, booking_date, amount_minor, currency, counterparty_name, counterparty_iban, remittance,
                               structured_references, end_to_end_id, reversal, waiting_because, request_id, decision, decided_by, decided_at, proposals, bank_account_id, remarks,
                               automatic_on, automatic_band, automatic_method)
     select $1, $2, transaction_id, state, reference, booking_date, amount_minor, currency, counterparty_name, counterparty_iban, remittance,
            structured_references::text[], end_to_end_id, reversal, waiting_because, request_id, ${packedText('$25', 'decision_start', 'decision_length')}::jsonb, decided_by,
            case when decided_by is not null then $19::timestamptz end, ${packedText('$26', 'proposals_start', 'proposals_length')}::jsonb, bank_account_id, remarks,
            case when automatic_band is not null then ($19::timestamptz at time zone 'UTC')::date end, automatic_band, automatic_method
     from unnest($3::uuid[], $4::text[], $5::text[], $6::date[], $7::bigint[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::boolean[], $15::text[], $16::uuid[],
                 $17::int[], $18::int[], $20::text[], $21::uuid[], $22::jsonb[], $23::smallint[], $24::text[], $27::int[], $28::int[])
       as n (transaction_id, state, reference, booking_date, amount_minor, currency, counterparty_name, counterparty_iban, remittance, structured_references, end_to_end_id, reversal, waiting_because,
             request_id, decision_start, decision_length, decided_by, bank_account_id, remarks, automatic_band, automatic_method, proposals_start, proposals_length)`,
    [
      organisationId, statementFileId, cases.map((c) => c.transactionId), cases.map((c) => c.state), cases.map((c) => c.reference), cases.map((c) => c.bookingDate),
      cases.map((c) => c.amountMinor), cases.map((c) => c.currency), cases.map((c) => c.counterpartyName), cases.map((c) => c.counterpartyIban), cases.map((c) => c.remittance),
      cases.map((c) => arrayText(c.structuredReferences)), cases.map((c) => c.endToEndId), cases.map((c) => c.reversal), cases.map((c) => c.waitingBecause), cases.map((c) => c.requestId),
      decisions.starts, decisions.lengths, cases.find((c) => c.decidedAt !== null)?.decidedAt ?? null, cases.map((c) => c.decidedBy), cases.map((c) => c.bankAccountId),
      cases.map((c) => jsonOrNull(c.remarks)), made.map((proposal) => proposal && bandOf(proposal.confidence)), made.map((proposal) => proposal && methodOf(proposal)),
      decisions.bytes, proposals.bytes, proposals.starts, proposals.lengths,
    ],
  );
  const named = cases.filter(({ ultimateDebtorName }) => ultimateDebtorName !== null);
  if (named.length > 0) await nameUltimateDebtors(tx, organisationId, named);
}

/** Apart, because hardly any file names one: the others are stored without a word of it. */
async function nameUltimateDebtors(tx: Transaction, organisationId: string, cases: readonly CaseRow[]): Promise<void> {
  await tx.query(
    `update payment_case c set ultimate_debtor_name = n.name from unnest($2::uuid[], $3::text[]) as n (transaction_id, name) where c.organisation_id = $1 and c.transaction_id = n.transaction_id`,
    [organisationId, cases.map(({ transactionId }) => transactionId), cases.map(({ ultimateDebtorName }) => ultimateDebtorName)],
  );
}

/** Cases by id, locked in the order of their ids. */
export async function lockCases(tx: Transaction, transactionIds: readonly string[]): Promise<Map<string, CaseRow>> {
  const rows = await tx.query<CaseRow[]>(`select ${caseColumns} from payment_case where transaction_id = any ($1::uuid[]) order by transaction_id for update`, [[...new Set(transactionIds)]]);
  return new Map(rows.map((row) => [row.transactionId, row]));
}

/** A case as far as the ledger's yes concerns it. */
export interface SettledCase extends AutomaticMatch {
  readonly transactionId: string;
  readonly currency: string;
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  readonly decision: Decision;
  readonly decidedBy: string;
}

/** Under what an allocation without a person is counted; null for those of people. */
export interface AutomaticMatch {
  readonly automaticOn: string | null;
  readonly automaticBand: number | null;
  readonly automaticMethod: string | null;
}

export const automaticColumns = 'automatic_on as "automaticOn", automatic_band as "automaticBand", automatic_method as "automaticMethod"';

/**
 * Cases whose request the ledger has settled, in one statement and without what was proposed, which is most of a case's bytes. A request
 * that is not the case's own, or not on its way any more, changes nothing.
 */
export async function settleCases(tx: Transaction, organisationId: string, requests: readonly { readonly transactionId: string; readonly requestId: string }[], lessonNumber: number): Promise<SettledCase[]> {
  const [rows] = await tx.query<[SettledCase[], number]>(
    `update payment_case set version = version + 1, state = 'settled', refusal = null, lesson_no = $4, automatic_outcome = case when decided_by = 'automatic' then 'made' else automatic_outcome end
     where organisation_id = $1 and transaction_id = any ($2::uuid[]) and request_id = any ($3::uuid[]) and state = 'requested'
     returning transaction_id as "transactionId", currency, counterparty_name as "counterpartyName", counterparty_iban as "counterpartyIban", decision, decided_by as "decidedBy", ${automaticColumns}`,
    [organisationId, requests.map((request) => request.transactionId), requests.map((request) => request.requestId), lessonNumber],
  );
  return rows;
}

/** Writes what may change in a case; its version grows. */
export async function updateCases(tx: Transaction, organisationId: string, cases: readonly CaseRow[]): Promise<void> {
  if (cases.length === 0) return;
  await tx.query(
    `update payment_case c set version = c.version + 1, state = n.state, waiting_because = n.waiting_because, refusal = n.refusal, request_id = n.request_id, decision = n.decision,
            decided_by = n.decided_by, decided_at = n.decided_at, proposals = n.proposals, rejected = array(select jsonb_array_elements_text(n.rejected)), remarks = n.remarks
     from unnest($2::uuid[], $3::text[], $4::text[], $5::jsonb[], $6::uuid[], $7::jsonb[], $8::text[], $9::timestamptz[], $10::jsonb[], $11::jsonb[], $12::jsonb[])
       as n (transaction_id, state, waiting_because, refusal, request_id, decision, decided_by, decided_at, proposals, rejected, remarks)
     where c.organisation_id = $1 and c.transaction_id = n.transaction_id`,
    [
      organisationId, cases.map((c) => c.transactionId), cases.map((c) => c.state), cases.map((c) => c.waitingBecause), cases.map((c) => jsonOrNull(c.refusal)), cases.map((c) => c.requestId),
      cases.map((c) => jsonOrNull(c.decision)), cases.map((c) => c.decidedBy), cases.map((c) => c.decidedAt), cases.map((c) => JSON.stringify(c.proposals)), cases.map((c) => JSON.stringify(c.rejected)),
      cases.map((c) => jsonOrNull(c.remarks)),
    ],
  );
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** Puts up to `limit` cases of a file that were settled without a person on their way to be reversed. */
export async function askReversalOfFile(tx: Transaction, organisationId: string, statementFileId: string, limit: number): Promise<(CreditFacts & { readonly decision: Decision; readonly requestId: string })[]> {
  const [rows] = await tx.query<[(CreditFacts & { readonly decision: Decision; readonly requestId: string })[], number]>(
    `update payment_case set version = version + 1, state = 'requested'
     where organisation_id = $1 and transaction_id in (
       select transaction_id from payment_case where statement_file_id = $2 and state = 'settled' and decided_by = 'automatic' order by transaction_id limit $3 for update)
     returning ${creditColumns}, decision, request_id as "requestId"`,
    [organisationId, statementFileId, limit],
  );
  return rows.sort((a, b) => (a.transactionId < b.transactionId ? -1 : 1));
}
