import { bankImportHttp } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { DecideProbableDuplicate } from './decide-probable-duplicate.js';
import { DecideProbableDuplicates } from './decide-probable-duplicates.js';

@ApiTags('probable duplicates')
@Controller('probable-duplicates')
export class DecideProbableDuplicateController {
  constructor(
    private readonly decideProbableDuplicate: DecideProbableDuplicate,
    private readonly decideProbableDuplicates: DecideProbableDuplicates,
  ) {}

  /** One decision on all that is open of a file, or of one of its statements. Said again, there is nothing left to decide. */
  @Post('decide')
  @HttpCode(200)
  @AtLeast('accountant')
  @ApiOkResponse({ standardSchema: bankImportHttp.decidedDuplicates })
  decideAll(
    @FromCaller() caller: Caller,
    @Body({ schema: bankImportHttp.decideDuplicatesBody }) body: z.infer<typeof bankImportHttp.decideDuplicatesBody>,
  ): Promise<bankImportHttp.DecidedDuplicates> {
    return this.decideProbableDuplicates.decide(caller.organisationId, caller.userId, body);
  }

  /** Says that a held entry is a transaction which is known, or that it is another payment, which is then imported. Said again, the same answer. */
  @Post(':transactionId/decide')
  @HttpCode(200)
  @AtLeast('accountant')
  @ApiOkResponse({ standardSchema: bankImportHttp.probableDuplicate })
  decide(
    @FromCaller() caller: Caller,
    @Param('transactionId') transactionId: string,
    @Body({ schema: bankImportHttp.decideDuplicateBody }) body: z.infer<typeof bankImportHttp.decideDuplicateBody>,
  ): Promise<bankImportHttp.ProbableDuplicate> {
    return this.decideProbableDuplicate.decide(caller.organisationId, caller.userId, transactionId, body);
  }
}
