import { allocationsRequested, type PayloadOf, transactionsImported, transactionsSetAside } from '@lettrage/contracts';
import { type Message, type MessageHandler, publish } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { type Guidance, policyOf, requestFor } from '../../domain/guidance.js';
import { counterOf } from '../../domain/payment-case.js';
import { outcomeOf } from '../../engine/answered-case.js';
import { type Engine } from '../../engine/engine-thread.js';
import { Engines } from '../../engine/engines.js';
import { incoming, isHeld } from '../../engine/load-engine.js';
import { type OrganisationSession } from '../../engine/organisation-session.js';
import { requestOf } from '../../engine/request-of.js';
import { type CaseRow, type FiledCase, insertCases, newCase } from '../../persistence/case-rows.js';
import { returnCredits } from './return-credits.js';

type Imported = PayloadOf<typeof transactionsImported>;

/**
 * Opens a case for every credit that comes in: what the engine is certain of is asked of the ledger, the rest waits with its candidates. Debits
 * have no case; those by which the bank takes a credit back undo what it paid.
 */
@Injectable()
export class ProposeMatches implements MessageHandler<Imported> {
  readonly contract = transactionsImported;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Imported>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    for (const { statementFileId, parts } of byFile(messages.map(({ payload }) => payload))) {
      const guidance = await session.guidance();
      const engine = await session.engineFor(statementFileId);
      const deciding = parts.map((credits) => decide(engine, guidance, credits));
      void Promise.allSettled(deciding); // the engine decides what follows while this is stored; what fails is heard of in its turn
      for (const cases of deciding) await this.store(session, statementFileId, await cases);
    }
    await returnCredits(session, messages.flatMap(({ payload }) => payload.transactions), new Date());
    await session.finish();
  }

  private async store(session: OrganisationSession, statementFileId: string, filed: readonly FiledCase[]): Promise<void> {
    const { tx, organisationId } = session;
    await insertCases(tx, organisationId, statementFileId, filed);
    const cases = filed.map(({ one }) => one);
    for (const { transactionId, state, decidedBy } of cases) session.count(transactionId, null, counterOf(state, decidedBy));
    const setAside = cases.filter(({ state }) => state === 'set_aside').map(({ transactionId }) => ({ transactionId, setAside: true }));
    if (setAside.length > 0) await publish(tx, organisationId, transactionsSetAside, [{ transactions: setAside }]);
    const certain = cases.filter(({ state }) => state === 'requested');
    session.reserveDecided(certain);
    if (certain.length > 0) await publish(tx, organisationId, allocationsRequested, [{ requests: certain.map(requestOf) }]);
  }
}

/** The credits of messages that follow each other and are of the same file, a list a message. */
function byFile(payloads: readonly Imported[]): { statementFileId: string; parts: CaseRow[][] }[] {
  const files: { statementFileId: string; parts: CaseRow[][] }[] = [];
  for (const { statementFileId, bankAccountId, transactions } of payloads) {
    const credits = transactions.filter(({ amount }) => !amount.startsWith('-') && /[1-9]/.test(amount)).map((transaction) => newCase(transaction, bankAccountId));
    if (credits.length === 0) continue;
    const last = files.at(-1);
    if (last?.statementFileId === statementFileId) last.parts.push(credits);
    else files.push({ statementFileId, parts: [credits] });
  }
  return files;
}

/** The cases with what the engine says of them: requested where it is certain, set aside where a rule says that they pay no invoice, else waiting. */
async function decide(engine: Engine, guidance: Guidance, credits: readonly CaseRow[]): Promise<FiledCase[]> {
  const asked = credits.filter(({ amountMinor }) => isHeld(amountMinor));
  const decided = await engine.file(asked.map(incoming), requestFor(guidance, asked));
  const now = new Date();
  const decisionOf = new Map(decided.map((one) => [one.transactionId, one]));
  return credits.map((one) => {
    const answer = decisionOf.get(one.transactionId);
    if (!answer) return { one, best: null, proposals: '[]' };
    return { one: { ...one, ...outcomeOf(answer, policyOf(guidance, one.bankAccountId).automatic, now) }, best: answer.best, proposals: answer.proposals };
  });
}
