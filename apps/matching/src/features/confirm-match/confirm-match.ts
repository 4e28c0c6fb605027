import { allocationsRequested, fieldError, type matchingHttp, saidOfMoney, sentence } from '@lettrage/contracts';
import { NotHeardOf, onceHeard, Refused } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { formatDecimal, minorUnits, MoneyError } from '@lettrage/money';
import { Database, newId, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { checkDecision } from '../../domain/check-decision.js';
import { type Decision, stillWaiting } from '../../domain/payment-case.js';
import { Engines } from '../../engine/engines.js';
import { minor } from '../../domain/payment-case.js';
import { type OrganisationSession } from '../../engine/organisation-session.js';
import { withFreshProposals } from '../../engine/propose.js';
import { requestOf } from '../../engine/request-of.js';
import { type CaseRow, updateCases } from '../../persistence/case-rows.js';
import { customerNames, itemsById } from '../../persistence/item-rows.js';
import { availableMinor, reservedMinor } from '../../persistence/reserved.js';
import { lockWaiting, queueEntry } from '../../persistence/one-case.js';

/** A reviewer's yes, to a proposal or to an allocation of their own. It takes the road of an automatic one: the ledger decides. */
@Injectable()
export class ConfirmMatch {
  constructor(
    private readonly database: Database,
    private readonly engines: Engines,
  ) {}

  run(organisationId: string, userId: string, transactionId: string, body: matchingHttp.ConfirmBody, now: Date): Promise<matchingHttp.QueueEntry> {
    return onceHeard(() => this.attempt(organisationId, userId, transactionId, body, now));
  }

  private async attempt(organisationId: string, userId: string, transactionId: string, body: matchingHttp.ConfirmBody, now: Date): Promise<matchingHttp.QueueEntry> {
    const outcome = await this.database.inOrganisation(organisationId, async (tx) => {
      const session = await this.engines.open(tx, organisationId);
      const one = await lockWaiting(tx, transactionId);
      if (body.version !== undefined && body.version !== one.version) throw new Refused('proposal_gone', sentence('proposals_changed'), { remedy: 'Look at the transaction again' });
      const decision = await withCustomer(tx, decisionOf(one, body));
      const refused = await refusalOf(tx, one, decision);
      if (refused) return 'rank' in body ? renew(session, one, refused) : refused;
      const decided: CaseRow = { ...one, state: 'requested', waitingBecause: null, refusal: null, requestId: newId(), decision, decidedBy: userId, decidedAt: now };
      await updateCases(tx, organisationId, [decided]);
      session.reserve(decided);
      session.count(one.transactionId, 'waiting', 'requested');
      await publish(tx, organisationId, allocationsRequested, [{ requests: [requestOf(decided)] }]);
      await session.finish();
      return queueEntry(tx, one.transactionId);
    });
    if (outcome instanceof Refused) throw outcome;
    return outcome;
  }
}

/** A proposal that was possible once and is not any more: the answer stays no, and the case gets the candidates that there are now. */
async function renew(session: OrganisationSession, one: CaseRow, refused: Refused): Promise<Refused> {
  const [fresh] = await withFreshProposals(session, [one]);
  await updateCases(session.tx, session.organisationId, [{ ...fresh!, waitingBecause: stillWaiting(one.waitingBecause, fresh!.proposals) }]);
  session.count(one.transactionId, 'waiting', 'waiting');
  await session.finish();
  return new Refused(refused.code, refused.detail, { remedy: 'Look at the transaction again: its proposals have been made anew' });
}

function decisionOf(one: CaseRow, body: matchingHttp.ConfirmBody): Decision {
  if (!('rank' in body)) return inItsCurrency(body, one.currency);
  const proposal = one.proposals[body.rank - 1];
  if (!proposal) throw new Refused('proposal_gone', sentence('proposal_gone', { rank: String(body.rank) }), { remedy: 'Look at the transaction again' });
  return { customerId: proposal.customerId, lines: proposal.lines, difference: proposal.difference };
}

/** A reviewer's own allocation as it is stored: amounts with all decimals of the currency. */
function inItsCurrency({ customerId, lines, difference }: Decision, currency: string): Decision {
  const decimal = (text: string) => formatDecimal(minor(text, currency), minorUnits(currency));
  try {
    return {
      customerId, lines: lines.map(({ itemId, amount }) => ({ itemId, amount: decimal(amount) })),
      difference: difference && { kind: difference.kind, amount: decimal(difference.amount) },
    };
  } catch (error) {
    if (error instanceof MoneyError) throw new Refused('invalid_body', saidOfMoney(error), { errors: [fieldError('lines', saidOfMoney(error))] });
    throw error;
  }
}

/** A decision that names no customer is its first item's. */
async function withCustomer(tx: Transaction, decision: Decision): Promise<Decision> {
  const [first] = decision.lines;
  if (decision.customerId !== null || !first) return decision;
  return { ...decision, customerId: (await itemsById(tx, [first.itemId])).get(first.itemId)?.customerId ?? null };
}

/** Why the decision cannot be asked of the ledger, as far as can be known here. */
async function refusalOf(tx: Transaction, one: CaseRow, decision: Decision): Promise<Refused | undefined> {
  const itemIds = decision.lines.map((line) => line.itemId);
  const items = await itemsById(tx, itemIds);
  const reserved = await reservedMinor(tx, itemIds);
  const available = new Map([...items].map(([itemId, item]) => [itemId, { ...item, itemId, availableMinor: availableMinor(item.openMinor, reserved.get(itemId) ?? 0n) }]));
  const inMinorUnits = (text: string) => minor(text, one.currency);
  const lines = decision.lines.map((line) => ({ itemId: line.itemId, amountMinor: inMinorUnits(line.amount) }));
  const difference = decision.difference && { kind: decision.difference.kind, amountMinor: inMinorUnits(decision.difference.amount) };
  const check = checkDecision({ customerId: decision.customerId, lines, difference }, one.amountMinor, one.currency, available);
  if (!check.ok) return new (itemIds.every((itemId) => items.has(itemId)) ? Refused : NotHeardOf)(check.code, check.detail, { remedy: 'Look at the open items again and correct the amounts' });
  if (decision.customerId && !(await customerNames(tx, [decision.customerId])).has(decision.customerId)) return new NotHeardOf('customer_unknown', sentence('no_customer'), { remedy: 'Choose one from the list' });
  return undefined;
}
