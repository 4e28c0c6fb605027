import { addDays, addMonths } from '@lettrage/calendar';
import { cashHttp, noQuery } from '@lettrage/contracts';
import { type Caller, FromCaller } from '@lettrage/http';
import { Database } from '@lettrage/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { CLOCK, type Clock, todayOf } from '../../clock.js';
import { countBackDays, type MonthOfSales, salesMonths } from '../../domain/count-back-days.js';
import { positionsSql } from '../../persistence/positions.js';

@ApiTags('cash')
@Controller('dso')
export class ShowDsoController {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** Days sales outstanding by the count-back method, per currency. */
  @Get()
  @ApiOkResponse({ standardSchema: cashHttp.dso })
  show(@FromCaller() caller: Caller, @Query({ schema: noQuery }) _none: object): Promise<z.infer<typeof cashHttp.dso>> {
    return this.database.inOrganisation(caller.organisationId, async (tx) => {
      const today = await todayOf(tx, this.now);
      const receivables = await tx.query<{ currency: string; minor: bigint }[]>(`with ${positionsSql(today, today)} select currency, sum(minor)::bigint as minor from position group by currency`, [today, null]);
      const before = addDays(addMonths(`${today.slice(0, 8)}01`, 1 - salesMonths), -1);
      const sales = await tx.query<MonthOfSales[]>(
        `select currency, to_char(issue_date, 'YYYY-MM') as month, sum(total_minor)::bigint as minor from open_item where issue_date > $1 and issue_date <= $2 group by 1, 2`,
        [before, today],
      );
      return { asOf: today, items: countBackDays(receivables, sales, today) };
    });
  }
}
