import { type NextFunction, type Request, type Response } from 'express';

/**
 * The page loads nothing from elsewhere and runs no script but the built ones. Inline styles are allowed: the component library and the
 * charts set them on elements.
 */
const contentSecurityPolicy = [
  "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'",
  "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ');

const yearSeconds = 31_536_000;

/** Headers that every answer of the public door carries. What is under /api is kept by nobody on the way. */
export function securityHeaders(publicUrl: string) {
  const headers: Record<string, string> = {
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    ...(publicUrl.startsWith('https:') && { 'Strict-Transport-Security': `max-age=${yearSeconds}` }),
  };
  return (request: Request, response: Response, next: NextFunction): void => {
    response.set(headers);
    if (request.path.startsWith('/api/')) response.set('Cache-Control', 'no-store');
    next();
  };
}
