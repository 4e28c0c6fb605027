export { ApiClient } from './demo/api-client.js';
export { until } from './demo/patience.js';
