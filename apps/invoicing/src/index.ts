export { invoicingSchema } from './persistence/schema.js';
export { startInvoicing } from './start-invoicing.js';
