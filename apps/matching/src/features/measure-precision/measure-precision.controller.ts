import { matchingHttp } from '@lettrage/contracts';
import { type Caller, FromCaller, periodOf } from '@lettrage/http';
import { Database } from '@lettrage/persistence';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { type AutomaticCount, precisionOf } from '../../domain/precision.js';

type PrecisionQuery = z.infer<typeof matchingHttp.precisionQuery>;

/** Without a period: so many days up to today. */
const usualDays = 90;

@ApiTags('precision')
@Controller('precision')
export class MeasurePrecisionController {
  constructor(private readonly database: Database) {}

  /** Of the allocations that were made without a person between two days (both included), how many nobody has undone since. */
  @Get()
  @ApiOkResponse({ standardSchema: matchingHttp.precision })
  async measure(@FromCaller() caller: Caller, @Query({ schema: matchingHttp.precisionQuery }) query: PrecisionQuery): Promise<matchingHttp.Precision> {
    const { from, to } = periodOf(query, new Date().toISOString().slice(0, 10), usualDays);
    const counts = await this.database.inOrganisation(caller.organisationId, (tx) =>
      tx.query<AutomaticCount[]>('select band, method, sum(made)::int as made, sum(undone)::int as undone from automatic_count where made_on between $1 and $2 group by 1, 2', [from, to]),
    );
    return { from, to, ...precisionOf(counts) };
  }
}
