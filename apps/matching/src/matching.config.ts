import { readConfiguration } from '@lettrage/configuration';
import { commonSettings, type CommonSettings, serviceEnvironment } from '@lettrage/http';
import { z } from 'zod';

export interface MatchingSettings extends CommonSettings {
  /** An organisation's engine that nobody has used for so long is let go of; a quarter of an hour, unless said. */
  readonly engineIdleMs?: number;
}

const environment = serviceEnvironment.extend({
  LETTRAGE_ENGINE_IDLE_MS: z.coerce.number().int().min(120_000).max(86_400_000).optional(),
});

const defaultPort = 3003;

export function matchingSettings(variables: NodeJS.ProcessEnv): MatchingSettings {
  const read = readConfiguration(environment, variables);
  return { ...commonSettings('matching', read, defaultPort), ...(read.LETTRAGE_ENGINE_IDLE_MS && { engineIdleMs: read.LETTRAGE_ENGINE_IDLE_MS }) };
}
