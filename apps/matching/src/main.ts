import { runAsProcess } from '@lettrage/http';
import { matchingSettings } from './matching.config.js';
import { startMatching } from './start-matching.js';

await runAsProcess(() => startMatching(matchingSettings(process.env)));
