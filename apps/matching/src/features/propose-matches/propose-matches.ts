import { allocationsRequested, type PayloadOf, transactionsImported } from '@lettrage/contracts';
import { type Message, type MessageHandler, publish } from '@lettrage/messaging';
import { newId, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { type Engine } from '../../engine/engine-thread.js';
import { Engines } from '../../engine/engines.js';
import { incoming, isHeld } from '../../engine/load-engine.js';
import { type OrganisationSession } from '../../engine/organisation-session.js';
import { requestOf } from '../../engine/request-of.js';
import { type CaseRow, insertCases, newCase } from '../../persistence/case-rows.js';

type Imported = PayloadOf<typeof transactionsImported>;

/**
 * Opens a case for every credit that comes in: what the engine is certain of is asked of the ledger, the rest waits with its candidates. Debits,
 * among them the banks' returns of credits, have no case: they stay in the list of transactions.
 */
@Injectable()
export class ProposeMatches implements MessageHandler<Imported> {
  readonly contract = transactionsImported;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Imported>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    for (const { statementFileId, parts } of byFile(messages.map(({ payload }) => payload))) {
      const engine = await session.engineFor(statementFileId);
      const deciding = parts.map((credits) => decide(engine, credits));
      void Promise.allSettled(deciding); // the engine decides what follows while this is stored; what fails is heard of in its turn
      for (const cases of deciding) await this.store(session, statementFileId, await cases);
    }
    await session.finish();
  }

  private async store(session: OrganisationSession, statementFileId: string, cases: readonly CaseRow[]): Promise<void> {
    const { tx, organisationId } = session;
    await insertCases(tx, organisationId, statementFileId, cases);
    for (const { transactionId, state } of cases) session.count(transactionId, null, state === 'requested' ? 'requested' : 'waiting');
    const certain = cases.filter(({ state }) => state === 'requested');
    session.reserveDecided(certain);
    if (certain.length > 0) await publish(tx, organisationId, allocationsRequested, [{ requests: certain.map(requestOf) }]);
  }
}

/** The credits of messages that follow each other and are of the same file, a list a message. */
function byFile(payloads: readonly Imported[]): { statementFileId: string; parts: CaseRow[][] }[] {
  const files: { statementFileId: string; parts: CaseRow[][] }[] = [];
  for (const { statementFileId, transactions } of payloads) {
    const credits = transactions.filter(({ amount }) => !amount.startsWith('-') && /[1-9]/.test(amount)).map(newCase);
    if (credits.length === 0) continue;
    const last = files.at(-1);
    if (last?.statementFileId === statementFileId) last.parts.push(credits);
    else files.push({ statementFileId, parts: [credits] });
  }
  return files;
}

/** The cases with what the engine says of them: requested where it is certain, else waiting. */
async function decide(engine: Engine, credits: readonly CaseRow[]): Promise<CaseRow[]> {
  const decided = await engine.decide(credits.filter(({ amountMinor }) => isHeld(amountMinor)).map(incoming), { unattended: true });
  const decisionOf = new Map(decided.map((one) => [one.transactionId, one]));
  return credits.map((one): CaseRow => {
    const { automatic, proposals } = decisionOf.get(one.transactionId) ?? { automatic: false, proposals: [] };
    const [best] = proposals;
    if (!best || !automatic) return { ...one, proposals, waitingBecause: best ? 'unsure' : 'no_candidate' };
    const { customerId, lines, difference } = best;
    return { ...one, proposals, state: 'requested', waitingBecause: null, requestId: newId(), decision: { customerId, lines, difference }, decidedBy: 'automatic', decidedAt: new Date() };
  });
}
