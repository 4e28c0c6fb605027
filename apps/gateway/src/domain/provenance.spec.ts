import { describe, expect, it } from '@jest/globals';
import { isSafe, provenanceOf } from './provenance.js';

const ours = 'https://books.example.com';
const of = (headers: { secFetchSite?: string; origin?: string; host?: string }) => provenanceOf({ secFetchSite: undefined, origin: undefined, host: 'books.example.com', ...headers }, ours);

describe('where a request comes from', () => {
  it.each([
    ['same-origin', 'own'],
    ['none', 'own'],
    ['same-site', 'foreign'],
    ['cross-site', 'foreign'],
    ['something new', 'foreign'],
  ])('Sec-Fetch-Site %s is %s, whatever Origin says', (secFetchSite, expected) => {
    expect(of({ secFetchSite })).toBe(expected);
    expect(of({ secFetchSite, origin: ours })).toBe(expected);
  });

  it('believes Origin where the browser sends no Sec-Fetch-Site', () => {
    expect(of({ origin: ours })).toBe('own');
    expect(of({ origin: 'https://evil.example' })).toBe('foreign');
    expect(of({ origin: 'null' })).toBe('foreign');
    expect(of({ origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' })).toBe('own');
    expect(of({ origin: 'http://192.168.1.5:3001', host: '192.168.1.5:3000' })).toBe('foreign');
  });

  it('knows when nothing is said', () => {
    expect(of({})).toBe('unsaid');
  });

  it('asks no proof of methods that change nothing', () => {
    expect(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'QUERY'].filter(isSafe)).toEqual(['GET', 'HEAD', 'OPTIONS']);
  });
});
