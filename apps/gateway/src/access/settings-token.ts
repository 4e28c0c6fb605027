/** Under this token the module provides its `GatewaySettings`. */
export const SETTINGS = Symbol('gateway settings');
