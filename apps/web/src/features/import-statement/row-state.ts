import type { StatementPreview } from '../../api/types.js';

type PreviewRow = Pick<StatementPreview['rows'][number], 'status' | 'known' | 'probableDuplicateOf'>;
export type RowState = Exclude<PreviewRow['status'], 'booked'> | 'known' | 'probable' | 'new';

/** What the import would do with a row: only booked money is new, known, or held because it may be known. */
export function rowStateOf({ status, known, probableDuplicateOf }: PreviewRow): RowState {
  if (status !== 'booked') return status;
  if (known) return 'known';
  return probableDuplicateOf.length > 0 ? 'probable' : 'new';
}
