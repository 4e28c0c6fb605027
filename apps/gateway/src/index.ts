export { announceFirstSignIn } from './announce-first-sign-in.js';
export { gatewaySettings, type GatewaySettings } from './gateway.config.js';
export { gatewaySchema } from './persistence/schema.js';
export { type RunningGateway, startGateway } from './start-gateway.js';
