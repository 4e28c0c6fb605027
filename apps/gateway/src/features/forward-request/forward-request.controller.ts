import { sentence } from '@lettrage/contracts';
import { type Caller, FromCaller, Refused } from '@lettrage/http';
import { All, Controller, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { serviceOfPrefix, serviceRouteOf } from '../../domain/service-routes.js';
import { ServiceProxy } from './service-proxy.js';

const paths = Object.keys(serviceOfPrefix).flatMap((prefix) => [prefix, `${prefix}/*rest`]);

/** Everything that a service answers. The gateway says who asks; the service says whether they may. */
@ApiExcludeController()
@Controller('api')
export class ForwardRequestController {
  constructor(private readonly proxy: ServiceProxy) {}

  @All(paths)
  forward(@FromCaller() caller: Caller, @Req() request: Request, @Res() response: Response): Promise<void> {
    const route = serviceRouteOf(request.originalUrl);
    if (!route) throw new Refused('not_found', sentence('nothing_here'));
    return this.proxy.forward(request, response, route, caller);
  }
}
