import { readConfiguration } from '@lettrage/configuration';
import { commonSettings, type CommonSettings, serviceEnvironment } from '@lettrage/http';

export type MatchingSettings = CommonSettings;

const defaultPort = 3003;

export function matchingSettings(environment: NodeJS.ProcessEnv): MatchingSettings {
  return commonSettings('matching', readConfiguration(serviceEnvironment, environment), defaultPort);
}
