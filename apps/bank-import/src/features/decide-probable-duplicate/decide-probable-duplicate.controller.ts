import { bankImportHttp } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { DecideProbableDuplicate } from './decide-probable-duplicate.js';

@ApiTags('probable duplicates')
@Controller('probable-duplicates')
export class DecideProbableDuplicateController {
  constructor(private readonly decideProbableDuplicate: DecideProbableDuplicate) {}

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
