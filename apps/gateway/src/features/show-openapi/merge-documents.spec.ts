import { describe, expect, it } from '@jest/globals';
import { type OpenAPIObject } from '@nestjs/swagger';
import { mergeDocuments } from './merge-documents.js';

const info = { title: 'x', version: '1' };
const answer = (name: string) => ({ get: { responses: { 200: { description: '', content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } } } } });
const own: OpenAPIObject = { openapi: '3.0.0', info, paths: { '/api/session': answer('Page') }, components: { schemas: { Page: { type: 'object' }, Same: { type: 'string' } } } };

describe('mergeDocuments', () => {
  it('puts the services’ paths under /api and keeps schemas of one name apart', () => {
    const merged = mergeDocuments(own, [
      { service: 'cash', document: { openapi: '3.0.0', info, paths: { '/dso': answer('Page'), '/forecast': answer('Same') }, components: { schemas: { Page: { type: 'array', items: { $ref: '#/components/schemas/Page' } }, Same: { type: 'string' } } } } },
    ]);
    expect(merged.paths).toEqual({ '/api/session': answer('Page'), '/api/dso': answer('cash.Page'), '/api/forecast': answer('Same') });
    expect(merged.components?.schemas).toEqual({ Page: { type: 'object' }, Same: { type: 'string' }, 'cash.Page': { type: 'array', items: { $ref: '#/components/schemas/cash.Page' } } });
    expect(merged.security).toEqual([{ bearer: [] }, { cookie: [] }]);
  });

  it('says which services are missing', () => {
    const merged = mergeDocuments(own, [{ service: 'matching', document: null }]);
    expect(merged.info.description).toBe('Not described here, because they do not answer at this moment: matching.');
    expect(Object.keys(merged.paths)).toEqual(['/api/session']);
  });
});
