import { cashHttp } from '@lettrage/contracts';
import { type Caller, FromCaller } from '@lettrage/http';
import { Database } from '@lettrage/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { CLOCK, type Clock, todayOf } from '../../clock.js';
import { readAgedBalance } from './read-aged-balance.js';

@ApiTags('cash')
@Controller('aged-balance')
export class ShowAgedBalanceController {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** What customers owe by age, as of today or any other day, by customer name; `search` finds a part of the name or the number's beginning. */
  @Get()
  @ApiOkResponse({ standardSchema: cashHttp.agedBalance })
  show(@FromCaller() caller: Caller, @Query({ schema: cashHttp.agedBalanceQuery }) query: z.infer<typeof cashHttp.agedBalanceQuery>): Promise<cashHttp.AgedBalance> {
    return this.database.inOrganisation(caller.organisationId, async (tx) => {
      const today = await todayOf(tx, this.now);
      return readAgedBalance(tx, { ...query, asOf: query.asOf ?? today, today });
    });
  }
}
