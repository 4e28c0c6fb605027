import { booksChanged, type PayloadOf } from '@lettrage/contracts';
import { type BookNews } from '@lettrage/matching-engine';
import { type Message, type MessageHandler, publish } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Engines } from '../../engine/engines.js';
import { incoming, isHeld } from '../../engine/load-engine.js';
import { casesPerLook, lookAgain } from '../../engine/look-again.js';
import { type OrganisationSession } from '../../engine/organisation-session.js';
import { currentNewsPass, endNewsPass, type News, readNews, waitingAfter, type WaitingCredit } from '../../persistence/book-news.js';
import { lockCases } from '../../persistence/case-rows.js';
import { type PlaceInQueue } from '../../persistence/second-looks.js';

type Changed = PayloadOf<typeof booksChanged>;

/** So many waiting credits are read at once, and so many in one transaction. */
const creditsPerScan = 500;
const scansPerTransaction = 4;

interface Found {
  readonly concerned: readonly string[];
  /** From where the pass goes on; null at the end of the queue. */
  readonly after: PlaceInQueue | null;
}

/**
 * Holds what is new in the books against what waits: the engine says by its indexes which credits it may concern, and those are looked at again. A
 * bounded piece a message; each asks for the next. A pass that news have come to since has been replaced by a later one.
 */
@Injectable()
export class LookForNews implements MessageHandler<Changed> {
  readonly contract = booksChanged;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Changed>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    const current = await currentNewsPass(tx);
    const asked = messages.map(({ payload }) => payload).findLast(({ passId }) => passId === current);
    if (!asked) return;
    const { concerned, after } = await nextConcerned(session, await readNews(tx), asked.after);
    await lookAgain(session, [...(await lockCases(tx, concerned)).values()]);
    if (after) await publish(tx, organisationId, booksChanged, [{ passId: asked.passId, after }]);
    else await endNewsPass(tx, organisationId);
    await session.finish();
  }
}

/** The next credits that the news may concern, not many more than one look takes. */
async function nextConcerned(session: OrganisationSession, news: readonly News[], from: PlaceInQueue | null): Promise<Found> {
  const saidOf = [...new Set(news.flatMap((one) => one.saidOf ?? []))];
  const ids = news.map(({ id }) => id);
  const concerned: string[] = [];
  let after = from;
  for (let scan = 0; scan < scansPerTransaction && concerned.length < casesPerLook; scan++) {
    const credits = await waitingAfter(session.tx, after, saidOf, creditsPerScan);
    const { found, last } = firstOf(credits, await concernedOf(session, credits, { itemIds: ids, customerIds: ids }), casesPerLook - concerned.length);
    concerned.push(...found);
    if (last === undefined || (last === credits.at(-1) && credits.length < creditsPerScan)) return { concerned, after: null };
    after = { bookingDate: last.bookingDate, transactionId: last.transactionId };
  }
  return { concerned, after };
}

async function concernedOf(session: OrganisationSession, credits: readonly WaitingCredit[], news: BookNews): Promise<ReadonlySet<string>> {
  const { rules } = await session.guidance();
  const engine = await session.engine();
  const read = await engine.concernedBy(news, credits.filter(({ amountMinor }) => isHeld(amountMinor)).map(incoming), rules);
  return new Set([...read, ...credits.filter(({ isSaidOf }) => isSaidOf).map(({ transactionId }) => transactionId)]);
}

/** The first of the concerned, as many as there is room for, and the last credit that was come to. */
function firstOf(credits: readonly WaitingCredit[], concerned: ReadonlySet<string>, room: number): { found: string[]; last: WaitingCredit | undefined } {
  const found: string[] = [];
  for (const credit of credits) {
    if (!concerned.has(credit.transactionId)) continue;
    found.push(credit.transactionId);
    if (found.length === room) return { found, last: credit };
  }
  return { found, last: credits.at(-1) };
}
