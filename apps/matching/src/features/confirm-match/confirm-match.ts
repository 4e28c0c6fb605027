import { allocationsRequested, type matchingHttp } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { minorUnits, MoneyError, parseDecimal } from '@lettrage/money';
import { Database, newId } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { checkDecision } from '../../domain/check-decision.js';
import { type Decision } from '../../domain/payment-case.js';
import { Engines, type OrganisationSession } from '../../engine/engines.js';
import { requestOf } from '../../engine/request-of.js';
import { type CaseRow, updateCases } from '../../persistence/case-rows.js';
import { itemsById } from '../../persistence/item-rows.js';
import { lockWaiting, queueEntry } from '../../persistence/one-case.js';

/** A reviewer's yes, to a proposal or to an allocation of their own. It takes the road of an automatic one: the ledger decides. */
@Injectable()
export class ConfirmMatch {
  constructor(
    private readonly database: Database,
    private readonly engines: Engines,
  ) {}

  async run(organisationId: string, userId: string, transactionId: string, body: matchingHttp.ConfirmBody, now: Date): Promise<matchingHttp.QueueEntry> {
    const { entry, afterCommit } = await this.database.inOrganisation(organisationId, async (tx) => {
      const session = await this.engines.open(tx, organisationId);
      const one = await lockWaiting(tx, transactionId);
      if (body.version !== undefined && body.version !== one.version) throw new Refused('proposal_gone', 'The proposals have changed since they were read', { remedy: 'Look at the transaction again' });
      const decision = decisionOf(one, body);
      await checkAgainstCopies(session, one, decision);
      const decided: CaseRow = { ...one, state: 'requested', waitingBecause: null, refusal: null, requestId: newId(), decision, decidedBy: userId, decidedAt: now };
      await updateCases(tx, organisationId, [decided]);
      session.reserve(decision.lines, one.currency, 1n);
      await session.refreshItems(decision.lines.map((line) => line.itemId));
      session.count(transactionId, 'waiting', 'requested');
      await publish(tx, organisationId, allocationsRequested, [{ requests: [requestOf(decided)] }]);
      return { entry: await queueEntry(tx, transactionId), afterCommit: await session.finish() };
    });
    afterCommit();
    return entry;
  }
}

function decisionOf(one: CaseRow, body: matchingHttp.ConfirmBody): Decision {
  if (!('rank' in body)) return { customerId: body.customerId, lines: body.lines, difference: body.difference };
  const proposal = one.proposals[body.rank - 1];
  if (!proposal) throw new Refused('proposal_gone', `There is no proposal ${body.rank} any more`, { remedy: 'Look at the transaction again' });
  return { customerId: proposal.customerId, lines: proposal.lines, difference: proposal.difference };
}

async function checkAgainstCopies(session: OrganisationSession, one: CaseRow, decision: Decision): Promise<void> {
  const items = await itemsById(session.tx, decision.lines.map((line) => line.itemId));
  const available = new Map([...items].map(([itemId, item]) => [itemId, { ...item, itemId, availableMinor: session.available(itemId, item.openMinor) }]));
  const inMinorUnits = (text: string) => parseDecimal(text, minorUnits(one.currency));
  try {
    const lines = decision.lines.map((line) => ({ itemId: line.itemId, amountMinor: inMinorUnits(line.amount) }));
    const difference = decision.difference && { kind: decision.difference.kind, amountMinor: inMinorUnits(decision.difference.amount) };
    const check = checkDecision({ customerId: decision.customerId, lines, difference }, one.amountMinor, one.currency, available);
    if (!check.ok) throw new Refused(check.code, check.detail, { remedy: 'Look at the open items again and correct the amounts' });
  } catch (error) {
    if (error instanceof MoneyError) throw new Refused('invalid_body', error.message, { errors: [{ where: 'lines', message: error.message }] });
    throw error;
  }
}
