import { type NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import { join, sep } from 'node:path';

/** Not the web app's: the API, and the questions of supervisors. */
const notPages = /^\/(api|livez|readyz)(\/|$)/;

/** Serves the built web app: files by name, and its page for every address that a person may type or reload. */
export function serveWebApp(app: NestExpressApplication, directory: string): void {
  const assets = join(directory, 'assets') + sep;
  const files = express.static(directory, {
    index: false,
    redirect: false,
    // A file under assets/ has its content's hash in its name and never changes.
    setHeaders: (response, file) => void response.set('Cache-Control', file.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  const page = join(directory, 'index.html');
  const compress = compression();
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (notPages.test(request.path) || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    // Pages and assets only: the live stream and the services' answers pass as they are.
    compress(request, response, () => files(request, response, (error?: unknown) => {
      if (error || !request.headers.accept?.includes('text/html')) return next(error);
      response.sendFile(page, { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } }, (failure?: NodeJS.ErrnoException) => {
        if (!failure || response.headersSent) return;
        if (failure.code === 'ENOENT') response.status(503).type('html').send(notBuilt);
        else next(failure);
      });
    }));
  });
}

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lettrage</title>
<h1>The web app has not been built</h1>
<p>The API answers all the same. Run <code>npm run build</code> in Lettrage's folder, then load this page again.</p></html>
`;
