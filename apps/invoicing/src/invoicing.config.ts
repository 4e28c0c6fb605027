import { readConfiguration } from '@lettrage/configuration';
import { commonSettings, type CommonSettings, serviceEnvironment } from '@lettrage/http';

export type InvoicingSettings = CommonSettings;

const defaultPort = 3001;

export function invoicingSettings(environment: NodeJS.ProcessEnv): InvoicingSettings {
  return commonSettings('invoicing', readConfiguration(serviceEnvironment, environment), defaultPort);
}
