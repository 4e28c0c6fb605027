import { type Caller, FromCaller } from '@lettrage/http';
import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { WholeApi } from './whole-api.js';

@ApiExcludeController()
@Controller('api/openapi.json')
export class ShowOpenApiController {
  constructor(private readonly api: WholeApi) {}

  @Get()
  show(@FromCaller() caller: Caller): Promise<OpenAPIObject> {
    return this.api.describe(caller);
  }
}
