import { runAsProcess } from '@lettrage/http';
import { announceFirstSignIn } from './announce-first-sign-in.js';
import { gatewaySettings } from './gateway.config.js';
import { startGateway } from './start-gateway.js';

await runAsProcess(async () => {
  const gateway = await startGateway(gatewaySettings(process.env));
  await announceFirstSignIn(gateway);
  return gateway;
});
