export { invoicingSchema } from './persistence/schema.js';
export { startInvoicing } from './start-invoicing.js';
export { invoicingSettings, type InvoicingSettings } from './invoicing.config.js';
