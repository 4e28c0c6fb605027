import { bankImportHttp } from '@lettrage/contracts';
import { type ApiBodyOptions } from '@nestjs/swagger';

/** How the upload is shown in the API's documentation. */
export const uploadForm: ApiBodyOptions = { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary', description: 'CAMT, CSV or another statement format' }, [bankImportHttp.answersField]: { type: 'string', description: 'JSON: answers to the questions of a CSV (csvAnswers)' } } } };
