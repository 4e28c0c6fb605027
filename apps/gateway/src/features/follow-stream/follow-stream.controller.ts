import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { FromIdentity, type Identity } from '../../access/identity.js';
import { resumeAfter } from '../../domain/event-frame.js';
import { LiveStreams } from './live-streams.js';
import { StreamClient } from './stream-client.js';

@ApiTags('stream')
@Controller('api/stream')
export class FollowStreamController {
  constructor(private readonly streams: LiveStreams) {}

  /** Server-sent events of what changes in the organisation: `event` is the contract's name, `data` its payload. Resumes after `Last-Event-ID`, within the hour. */
  @Get()
  @ApiHeader({ name: 'Last-Event-ID', required: false })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  follow(@FromIdentity() { session, credential }: Identity, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.streams.follow(new StreamClient(session.organisation.organisationId, credential, response), resumeAfter(request.get('last-event-id')));
  }
}
