import { describe, expect, it } from '@jest/globals';
import { rewriteRequestHeaders, rewriteResponseHeaders } from './hop-headers.js';

describe('headers on their way', () => {
  it('lose the connection’s own, the visitor’s secrets and claims, and gain the service token', () => {
    const headers = {
      accept: 'application/json', 'content-type': 'text/csv', 'content-length': '12', 'if-none-match': '"a"', 'x-trace': '1',
      connection: 'keep-alive, X-Trace', 'keep-alive': 'timeout=5', te: 'trailers', 'transfer-encoding': 'chunked', upgrade: 'websocket', expect: '100-continue',
      cookie: 'lettrage_session=secret', authorization: 'Bearer let_secret', 'proxy-authorization': 'Basic x', 'x-forwarded-for': '10.0.0.1', forwarded: 'for=10.0.0.1', 'x-real-ip': '10.0.0.1', 'x-forwarded-prefix': '/theirs',
    };
    rewriteRequestHeaders(headers, 'signed', '/api');
    expect(headers).toEqual({ accept: 'application/json', 'content-type': 'text/csv', 'content-length': '12', 'if-none-match': '"a"', authorization: 'Bearer signed', 'x-forwarded-prefix': '/api' });
  });

  it('cannot remove the service token by naming it in Connection', () => {
    const headers = { connection: 'authorization' };
    rewriteRequestHeaders(headers, 'signed', '/api');
    expect(headers).toEqual({ authorization: 'Bearer signed', 'x-forwarded-prefix': '/api' });
  });

  it('bring no cookie of a service, and are not kept unless the service says so', () => {
    const headers = { 'content-type': 'application/json', 'set-cookie': ['lettrage_session=forged'], 'transfer-encoding': 'chunked', connection: 'close' };
    rewriteResponseHeaders(headers);
    expect(headers).toEqual({ 'content-type': 'application/json', 'cache-control': 'no-store' });
    const kept = { 'cache-control': 'private, max-age=60' };
    rewriteResponseHeaders(kept);
    expect(kept).toEqual({ 'cache-control': 'private, max-age=60' });
  });
});
