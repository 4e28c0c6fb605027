import { runAsProcess } from '@lettrage/http';
import { cashSettings } from './cash.config.js';
import { startCash } from './start-cash.js';

await runAsProcess(() => startCash(cashSettings(process.env)));
