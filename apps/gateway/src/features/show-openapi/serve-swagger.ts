import { Refused, sendProblem, problemWith } from '@lettrage/http';
import { refusalStatus } from '@lettrage/contracts';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type NextFunction, type Response } from 'express';
import { type AccessGuard } from '../../access/access-guard.js';
import { type RequestWithIdentity } from '../../access/identity.js';
import { WholeApi } from './whole-api.js';

const path = '/api/docs';

/** Swagger UI. Its routes are not Nest's, so the guard is asked before them here. */
export function serveSwagger(app: NestExpressApplication, guard: AccessGuard, own: OpenAPIObject): void {
  const api = app.get(WholeApi);
  api.describeOwn(own);
  app.use(path, (request: RequestWithIdentity, response: Response, next: NextFunction) => {
    guard.admit(request).then(
      () => next(),
      (error: unknown) => (error instanceof Refused ? sendProblem(response, problemWith(refusalStatus[error.code], error.code, error.message)) : next(error)),
    );
  });
  SwaggerModule.setup(path, app, own, {
    raw: false,
    customSiteTitle: 'Lettrage API',
    patchDocumentOnRequest: (request: unknown) => api.describe((request as RequestWithIdentity).caller!) as unknown as OpenAPIObject,
  });
}
