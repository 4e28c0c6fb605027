import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { type Response } from 'express';
import { Open } from './caller.js';
import { HEALTH, type Health } from './health-controller.js';

/** The document exists only after the application that it describes. */
export interface OpenApiHolder {
  document?: OpenAPIObject;
}

export const OPEN_API = Symbol('open-api');

/** What a service shows inside the house only: figures to whoever collects them, its API's description to a caller with a token. */
@ApiExcludeController()
@Controller()
export class InsideController {
  constructor(
    @Inject(HEALTH) private readonly health: Health,
    @Inject(OPEN_API) private readonly openApi: OpenApiHolder,
  ) {}

  @Open()
  @Get('metrics')
  async metrics(@Res() response: Response): Promise<void> {
    response.type(this.health.metrics.registry.contentType).send(await this.health.metrics.registry.metrics());
  }

  @Get('openapi.json')
  describe(): OpenAPIObject {
    return this.openApi.document!;
  }
}
