import { type IncomingHttpHeaders } from 'node:http';

/** Headers that belong to one connection and never travel on (RFC 9110, 7.6.1), beside those that `Connection` names. */
const ofTheConnection = ['connection', 'keep-alive', 'proxy-connection', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade'];
/** What only the gateway may say to a service: who asks, and by what road. `Expect` has been answered here. */
const ofTheGateway = ['cookie', 'authorization', 'expect', 'forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-prefix', 'x-forwarded-proto', 'x-real-ip'];

export function removeHopHeaders(headers: IncomingHttpHeaders): void {
  const named = String(headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  for (const name of [...named, ...ofTheConnection]) delete headers[name];
}

/** Turns a visitor's headers into those that a service gets; `serviceToken` says who asks, `prefix` is what a service's paths have before them at the public door. */
export function rewriteRequestHeaders(headers: IncomingHttpHeaders, serviceToken: string, prefix: string): void {
  removeHopHeaders(headers);
  for (const name of ofTheGateway) delete headers[name];
  headers.authorization = `Bearer ${serviceToken}`;
  headers['x-forwarded-prefix'] = prefix;
}

/** Turns a service's headers into those that a visitor gets: no cookies but the gateway's own, and nothing is kept on the way. */
export function rewriteResponseHeaders(headers: IncomingHttpHeaders): void {
  removeHopHeaders(headers);
  delete headers['set-cookie'];
  headers['cache-control'] ??= 'no-store';
}
