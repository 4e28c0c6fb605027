import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type Metrics } from '@lettrage/observability';
import { Open } from './caller.js';

/** What a service knows of its own state. */
export interface Health {
  /** The parts that are needed to serve, each with whether it is there. */
  parts(): Promise<Record<string, boolean>>;
  readonly metrics: Metrics;
}

export const HEALTH = Symbol('health');

@Open()
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(@Inject(HEALTH) private readonly health: Health) {}

  /** The event loop turns; nothing else is asked, so that an outage elsewhere restarts nobody. */
  @Get('livez')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(@Res() response: Response): Promise<void> {
    const parts = await this.health.parts();
    const ok = Object.values(parts).every(Boolean);
    response.status(ok ? 200 : 503).json({ status: ok ? 'ok' : 'unready', parts });
  }
}
