import { describe, expect, it } from '@jest/globals';
import { serviceRouteOf } from './service-routes.js';

describe('serviceRouteOf', () => {
  it.each([
    ['/api/customers', 'invoicing', '/customers'],
    ['/api/invoices/import', 'invoicing', '/invoices/import'],
    ['/api/allocations?itemId=1&x=%2F', 'invoicing', '/allocations?itemId=1&x=%2F'],
    ['/api/bank-accounts', 'bank-import', '/bank-accounts'],
    ['/api/statements?bankAccountId=a', 'bank-import', '/statements?bankAccountId=a'],
    ['/api/transactions/t1', 'bank-import', '/transactions/t1'],
    ['/api/queue/t1/confirm', 'matching', '/queue/t1/confirm'],
    ['/api/history', 'matching', '/history'],
    ['/api/aged-balance?search=caf%C3%A9', 'cash', '/aged-balance?search=caf%C3%A9'],
    ['/api/forecast?days=90', 'cash', '/forecast?days=90'],
    ['/api/dso', 'cash', '/dso'],
  ])('%s goes to %s as %s', (target, service, path) => {
    expect(serviceRouteOf(target)).toEqual({ service, path });
  });

  it.each([
    '/api/customers/../metrics',
    '/api/customers/%2e%2e/metrics',
    '/api/customers/..\\metrics',
    '/api/customers/../../openapi.json',
    '//api/customers',
    '/api//customers',
    'http://elsewhere/api/customers',
    '/api/customersx',
    '/api/constructor',
    '/api/session',
    '/api',
    '/customers',
  ])('%s leads nowhere', (target) => {
    expect(serviceRouteOf(target)).toBeNull();
  });

  it('keeps what only looks like a way out', () => {
    expect(serviceRouteOf('/api/customers/a%2F..%2Fmetrics')).toEqual({ service: 'invoicing', path: '/customers/a%2F..%2Fmetrics' });
    expect(serviceRouteOf('/api/customers/../invoices')).toEqual({ service: 'invoicing', path: '/invoices' });
  });
});
