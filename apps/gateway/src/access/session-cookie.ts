import { parseCookie } from 'cookie';
import { type CookieOptions, type Response } from 'express';
import { absoluteMs } from '../domain/session-lifetime.js';

export const sessionCookie = 'lettrage_session';

export function secretInCookie(header: string | undefined): string | undefined {
  return header === undefined ? undefined : parseCookie(header)[sessionCookie];
}

/** The cookie is out of reach of scripts and of other sites, and of plain http where the public address is https. */
export function setSessionCookie(response: Response, secret: string, publicUrl: string): void {
  response.cookie(sessionCookie, secret, { ...attributes(publicUrl), maxAge: absoluteMs });
}

export function clearSessionCookie(response: Response, publicUrl: string): void {
  response.clearCookie(sessionCookie, attributes(publicUrl));
}

function attributes(publicUrl: string): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: publicUrl.startsWith('https:') };
}
