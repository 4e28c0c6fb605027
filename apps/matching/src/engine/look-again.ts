import { allocationsRequested, booksChanged, casesOutdated, queueOutdated, transactionsSetAside } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { newId } from '@lettrage/persistence';
import { policyOf, requestForWaiting } from '../domain/guidance.js';
import { stillWaiting } from '../domain/payment-case.js';
import { answerFor, isForAPerson, newsOf } from '../domain/second-look.js';
import { type CaseRow, updateCases } from '../persistence/case-rows.js';
import { itemsById } from '../persistence/item-rows.js';
import { beginNewsPass, type News, storeNews } from '../persistence/book-news.js';
import { beginPass, markAutomatic, refreshCases, waitingOfPayers } from '../persistence/second-looks.js';
import { outcomeOf } from './answered-case.js';
import { type Engine } from './engine-thread.js';
import { incoming, isHeld } from './load-engine.js';
import { type OrganisationSession } from './organisation-session.js';
import { requestOf } from './request-of.js';

/** So many waiting cases are looked at in one transaction, so that new credits and people have their turn in between. */
export const casesPerLook = 200;

/** Everything that waits shall be looked at again: something holds for it that did not when it came in. */
export async function outdateQueue({ tx, organisationId }: OrganisationSession): Promise<void> {
  const passId = newId();
  if (await beginPass(tx, organisationId, passId)) await publish(tx, organisationId, queueOutdated, [{ passId, after: null }]);
}

interface Payer {
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
}

/** What waits from these payers shall be looked at again, the oldest first and no more than one look takes: a person has just shown whose money theirs is. */
export async function outdatePayers({ tx, organisationId }: OrganisationSession, payers: readonly Payer[]): Promise<void> {
  const named = (of: (payer: Payer) => string | null) => [...new Set(payers.flatMap((payer) => of(payer) ?? []))];
  const transactionIds = await waitingOfPayers(tx, { names: named((payer) => payer.counterpartyName), ibans: named((payer) => payer.counterpartyIban) }, casesPerLook);
  if (transactionIds.length > 0) await publish(tx, organisationId, casesOutdated, [{ transactionIds }]);
}

/** What is new in the books shall be held against what waits, if anything does. News of many messages are looked at together: a pass that has not got far begins anew with all. */
export async function noteNews({ tx, organisationId }: OrganisationSession, news: readonly News[]): Promise<void> {
  if (news.length === 0) return;
  const passId = newId();
  if (!(await beginNewsPass(tx, organisationId, passId))) return;
  await storeNews(tx, organisationId, news);
  await publish(tx, organisationId, booksChanged, [{ passId, after: null }]);
}

/**
 * Asks the engine again about cases that wait, which are locked: what it is certain of now is asked of the ledger, what a rule sets aside leaves the queue, the others get
 * today's candidates. What a person has rejected stays rejected. A case of which there is nothing new is not touched.
 */
export async function lookAgain(session: OrganisationSession, cases: readonly CaseRow[]): Promise<void> {
  const waiting = cases.filter(({ state, amountMinor }) => state === 'waiting' && isHeld(amountMinor));
  if (waiting.length === 0) return;
  const engine = await session.engineForWaiting();
  // First those for which it must not take what it is certain of: what it gives back is there for the others.
  for (const part of [waiting.filter(isForAPerson), waiting.filter((one) => !isForAPerson(one))]) if (part.length > 0) await lookAt(session, engine, part);
}

async function lookAt(session: OrganisationSession, engine: Engine, before: readonly CaseRow[]): Promise<void> {
  const guidance = await session.guidance();
  const answers = await engine.decide(before.map(incoming), { unattended: false, request: requestForWaiting(guidance, before) });
  const now = new Date();
  const after = before.map((one, index): CaseRow => {
    const answer = answerFor(one, answers[index]!);
    const { proposals } = answer;
    if (!isForAPerson(one)) return { ...one, ...outcomeOf({ ...answer, best: proposals[0] ?? null }, policyOf(guidance, one.bankAccountId).automatic, now), proposals };
    return { ...one, proposals, remarks: answer.remarks, waitingBecause: stillWaiting(one.waitingBecause, proposals) };
  });
  const certain = after.filter(({ state }) => state === 'requested');
  if (certain.length > 0) session.reserveDecided(certain);
  const inVain = answers.flatMap(({ automatic, proposals: [best] }, index) => (automatic && best && after[index]!.state !== 'requested' ? best.lines.map(({ itemId }) => itemId) : []));
  if (inVain.length > 0) session.putItems([...(await itemsById(session.tx, inVain)).values()]);
  await store(session, before, after);
}

async function store(session: OrganisationSession, before: readonly CaseRow[], after: readonly CaseRow[]): Promise<void> {
  const { tx, organisationId } = session;
  const decided = after.filter(({ state }) => state !== 'waiting');
  const certain = decided.filter(({ state }) => state === 'requested');
  const setAside = decided.filter(({ state }) => state === 'set_aside');
  await updateCases(tx, organisationId, decided);
  await markAutomatic(tx, organisationId, certain);
  const fresh = after.flatMap((one, index) => (one.state === 'waiting' ? [{ one, news: newsOf(before[index]!, one) }] : [])).filter(({ news }) => news !== 'nothing');
  await refreshCases(tx, organisationId, fresh.map(({ one, news }) => ({ one, otherChoices: news === 'choices' })));
  for (const { transactionId, state } of [...decided, ...fresh.map(({ one }) => one)]) session.count(transactionId, 'waiting', state as 'waiting' | 'requested' | 'set_aside');
  if (setAside.length > 0) await publish(tx, organisationId, transactionsSetAside, [{ transactions: setAside.map(({ transactionId }) => ({ transactionId, setAside: true })) }]);
  if (certain.length > 0) await publish(tx, organisationId, allocationsRequested, [{ requests: certain.map(requestOf) }]);
}
