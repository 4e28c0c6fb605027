import { describe, expect, it } from '@jest/globals';
import { gatewaySettings } from './gateway.config.js';

const needed = { LETTRAGE_DATABASE_URL: 'postgres://lettrage_gateway:x@db/lettrage', LETTRAGE_TOKEN_SECRET: 'x'.repeat(32) };

describe('the gateway’s settings', () => {
  it('find the services beside it unless they are named', () => {
    const { services, publicUrl, http, webDirectory, metricsPort, trustedProxies } = gatewaySettings(needed);
    expect(services).toEqual({ invoicing: 'http://127.0.0.1:3001', 'bank-import': 'http://127.0.0.1:3002', matching: 'http://127.0.0.1:3003', cash: 'http://127.0.0.1:3004' });
    expect([publicUrl, http.port, webDirectory.endsWith('apps/web/dist'), metricsPort, trustedProxies]).toEqual(['http://localhost:3000', 3000, true, undefined, undefined]);
  });

  it('take what is named', () => {
    const settings = gatewaySettings({ ...needed, LETTRAGE_CASH_URL: 'http://cash:3004/', LETTRAGE_PUBLIC_URL: 'https://books.example.com/', LETTRAGE_TRUSTED_PROXIES: 'loopback,10.0.0.0/8', LETTRAGE_METRICS_PORT: '9464' });
    expect([settings.services.cash, settings.publicUrl, settings.trustedProxies, settings.metricsPort]).toEqual(['http://cash:3004', 'https://books.example.com', ['loopback', '10.0.0.0/8'], 9464]);
  });

  it('say everything that is wrong', () => {
    expect(() => gatewaySettings({ LETTRAGE_PUBLIC_URL: 'books.example.com', LETTRAGE_TRUSTED_PROXIES: 'everybody' })).toThrow(
      /LETTRAGE_DATABASE_URL: is not set[^]*LETTRAGE_TOKEN_SECRET: is not set[^]*LETTRAGE_PUBLIC_URL: [^]*LETTRAGE_TRUSTED_PROXIES: must be/,
    );
  });
});
