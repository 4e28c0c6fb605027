import { streamQuery } from '@lettrage/contracts';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type z } from 'zod';
import { FromIdentity, type Identity } from '../../access/identity.js';
import { resumeAfter } from '../../domain/event-frame.js';
import { LiveStreams } from './live-streams.js';
import { StreamClient } from './stream-client.js';

@ApiTags('stream')
@Controller('api/stream')
export class FollowStreamController {
  constructor(private readonly streams: LiveStreams) {}

  /** Server-sent events of what changes in the organisation: `event` is the contract's name, `data` its payload. Begins after `Last-Event-ID`, else after `after`, if that is within the hour; else with what comes. */
  @Get()
  @ApiHeader({ name: 'Last-Event-ID', required: false })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  follow(
    @FromIdentity() { session, credential }: Identity,
    @Query({ schema: streamQuery }) { after }: z.infer<typeof streamQuery>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const place = resumeAfter(request.get('last-event-id')) ?? resumeAfter(after);
    return this.streams.follow(new StreamClient(session.organisation.organisationId, credential, response), place);
  }
}
