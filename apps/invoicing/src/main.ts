import { runAsProcess } from '@lettrage/http';
import { invoicingSettings } from './invoicing.config.js';
import { startInvoicing } from './start-invoicing.js';

await runAsProcess(() => startInvoicing(invoicingSettings(process.env)));
