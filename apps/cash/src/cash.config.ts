import { readConfiguration } from '@lettrage/configuration';
import { commonSettings, type CommonSettings, serviceEnvironment } from '@lettrage/http';

export type CashSettings = CommonSettings;

const defaultPort = 3004;

export function cashSettings(environment: NodeJS.ProcessEnv): CashSettings {
  return commonSettings('cash', readConfiguration(serviceEnvironment, environment), defaultPort);
}
