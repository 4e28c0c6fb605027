import { type matchingHttp, sentence } from '@lettrage/contracts';
import { onceHeard, Refused } from '@lettrage/http';
import { type Rule } from '@lettrage/matching-engine';
import { formatMoney } from '@lettrage/money';
import { Database } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { engineRule, type Guidance, policyOf, requestFor } from '../../domain/guidance.js';
import { isChanged, isConcerned, isRight, rulesWith, type Tried, triedOf } from '../../domain/tried-rule.js';
import { type Engine, EngineThread } from '../../engine/engine-thread.js';
import { incoming } from '../../engine/load-engine.js';
import { readTrialBooks, type TrialBooks } from '../../engine/trial-books.js';
import { type CaseRow } from '../../persistence/case-rows.js';
import { readGuidance } from '../../persistence/guidance-rows.js';
import { queueEntries } from '../../persistence/queue-entries.js';
import { checkedRule } from './rules.js';

const mostChanges = 100;
/** The id of a rule that is not stored yet. */
const unstored = 'tried';

interface Change {
  readonly one: CaseRow;
  readonly before: Tried;
  readonly after: Tried;
}

/**
 * What a rule would have done: the latest receipts are decided twice, as the rules stand and with it, by an engine of its own in a thread of its own, on the books as they were
 * before them. The live engine hears nothing of it, and nothing is written. One trial at a time in a process.
 */
@Injectable()
export class TryRule {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Database) {}

  async run(organisationId: string, { rule, ruleId, lastReceipts }: matchingHttp.TryRuleBody): Promise<matchingHttp.TryRuleResult> {
    const { tried, guidance, books } = await onceHeard(() =>
      this.database.inOrganisation(organisationId, async (tx) => {
        if (ruleId && (await tx.query('select from rule where rule_id = $1', [ruleId])).length === 0) throw new Refused('not_found', sentence('no_rule'));
        return { tried: engineRule(ruleId ?? unstored, await checkedRule(tx, rule)), guidance: await readGuidance(tx), books: await readTrialBooks(tx, lastReceipts) };
      }),
    );
    const turn = this.last.then(() => decideTwice(books, guidance, tried));
    this.last = turn.catch(() => undefined);
    const outcomes = await turn;
    const changes = outcomes.filter(({ before, after }) => isChanged(before, after));
    const rightness = changes.map(({ one, before, after }) => [isRight(before, one.state, one.decision), isRight(after, one.state, one.decision)] as const);
    return {
      receipts: outcomes.length,
      concerned: outcomes.filter(({ after }) => isConcerned(after, tried.id)).length,
      changed: changes.length,
      nowRight: rightness.filter(([before, after]) => before === false && after === true).length,
      nowWrong: rightness.filter(([before, after]) => before === true && after === false).length,
      changes: await this.shown(organisationId, changes.reverse().slice(0, mostChanges)),
    };
  }

  private async shown(organisationId: string, changes: readonly Change[]): Promise<matchingHttp.TryRuleResult['changes']> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      const filledIn = async (of: (change: Change) => Tried) =>
        queueEntries(tx, changes.map((change) => ({ ...change.one, decision: null, proposals: of(change).proposal ? [of(change).proposal!] : [] })));
      const [before, after] = [await filledIn((change) => change.before), await filledIn((change) => change.after)];
      return changes.map(({ one, ...change }, index) => ({
        transactionId: one.transactionId, bookingDate: one.bookingDate, amount: formatMoney({ minor: one.amountMinor, currency: one.currency }), currency: one.currency,
        counterpartyName: one.counterpartyName, remittance: one.remittance, state: one.state, decidedBy: one.decidedBy,
        before: outcomeOf(change.before, before[index]!), after: outcomeOf(change.after, after[index]!),
        beforeIsRight: isRight(change.before, one.state, one.decision), afterIsRight: isRight(change.after, one.state, one.decision),
      }));
    });
  }
}

async function decideTwice({ receipts, customers, items, lessons }: TrialBooks, guidance: Guidance, tried: Rule): Promise<Change[]> {
  const thread = new EngineThread(() => undefined);
  try {
    const engine = thread.create();
    engine.putCustomers(customers);
    engine.putOpenItems(items);
    engine.learn(lessons);
    const before = await decideOnce(engine, receipts, guidance);
    engine.putOpenItems(items); // what was decided has not happened
    const after = await decideOnce(engine, receipts, { ...guidance, rules: rulesWith(guidance.rules, tried) });
    return receipts.map((one, index) => ({ one, before: before[index]!, after: after[index]! }));
  } finally {
    await thread.stop();
  }
}

async function decideOnce(engine: Engine, receipts: readonly CaseRow[], guidance: Guidance): Promise<Tried[]> {
  const decided = await engine.decide(receipts.map(incoming), { unattended: true, request: requestFor(guidance, receipts) });
  return decided.map((one, index) => triedOf(one, policyOf(guidance, receipts[index]!.bankAccountId).automatic));
}

function outcomeOf({ outcome, proposal, remarks }: Tried, { proposals: [shown] }: matchingHttp.QueueEntry): matchingHttp.TriedOutcome {
  return {
    outcome, customerId: shown?.customerId ?? null, lines: shown?.lines ?? [], difference: shown?.difference ?? null, confidence: proposal?.confidence ?? null,
    reasons: [...(proposal?.reasons ?? remarks)],
  };
}
