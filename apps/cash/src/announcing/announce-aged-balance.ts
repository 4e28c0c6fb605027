import { agedBalanceChanged } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { Database } from '@lettrage/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, todayOf } from '../clock.js';
import { changesSoFar } from '../persistence/note-change.js';
import { readTotals } from '../persistence/read-totals.js';

/** Says the aged totals, unless they have been said since the last change. */
@Injectable()
export class AnnounceAgedBalance {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async announce(organisationId: string): Promise<void> {
    await this.database.inOrganisation(organisationId, async (tx) => {
      const changed = await changesSoFar(tx); // first: what is read after it is at least as new
      const [{ announced } = { announced: 0n }] = await tx.query<{ announced: bigint }[]>('select balance_announced as announced from figures');
      if (announced >= changed) return;
      const asOf = await todayOf(tx, this.now);
      await publish(tx, organisationId, agedBalanceChanged, [{ asOf, totals: await readTotals(tx, asOf) }]);
      await tx.query('update figures set balance_announced = greatest(balance_announced, $1)', [changed]);
    });
  }
}
