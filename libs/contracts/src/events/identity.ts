import { z } from 'zod';
import { defineEvent } from '../contract.js';
import { topics } from '../topics.js';
import { currency, id, shortText } from '../wire.js';

export const organisationChanged = defineEvent({
  name: 'identity.organisation-changed.v1',
  topic: topics.organisations,
  schema: z.object({ organisationId: id, version: z.int(), name: shortText, currency, timeZone: z.string(), country: z.string().length(2) }),
  key: (organisation) => organisation.organisationId,
  firedWhen: 'an organisation is created, or its name, currency, time zone or country changes',
  sample: { organisationId: '0190a5f0-0000-7000-8000-000000000001', version: 1, name: 'Atelier Martin SARL', currency: 'EUR', timeZone: 'Europe/Paris', country: 'FR' },
});
