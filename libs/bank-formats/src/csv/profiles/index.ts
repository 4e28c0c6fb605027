import type { CsvProfile } from '../csv-profile.js';
import { barclaycard } from './barclaycard.js';
import { boursobank } from './boursobank.js';
import { dbs } from './dbs.js';
import { neon } from './neon.js';
import { qonto, qontoFrench } from './qonto.js';
import { revolutBusiness } from './revolut-business.js';

/** Every bank profile; a new one is a file beside this and a line here. Most banks need none: their titles say it all. */
export const profiles: readonly CsvProfile[] = [barclaycard, boursobank, dbs, neon, qonto, qontoFrench, revolutBusiness];
