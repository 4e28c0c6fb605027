import { type FileSummary } from '@lettrage/bank-formats';
import { createHash } from 'node:crypto';

/** A CSV's header, as far as it says what kind of export a file is: under it a mapping is kept and found again. Null where the file is none. */
export function headerSignature({ mapping }: Pick<FileSummary, 'mapping'>): string | null {
  if (!mapping) return null;
  const titles = mapping.columns.map(({ title }) => title?.trim().toUpperCase() ?? '');
  return createHash('sha256').update(`${mapping.delimiter}\n${titles.join('\n')}`).digest('hex').slice(0, 16);
}

/** How a format is called: by its version where that says which format it is (`camt.053.001.08`, `MT940`), else with it (`ofx 102`). */
export function formatName({ format, version }: Pick<FileSummary, 'format' | 'version'>): string {
  if (version === null) return format;
  return /[a-z]/i.test(version) ? version : `${format} ${version}`;
}

/** What two files must have in common so that the same payment has the same fingerprint in both: the format, and of a CSV its header. */
export function dialectOf(summary: Pick<FileSummary, 'format' | 'version' | 'mapping'>): string {
  const signature = headerSignature(summary);
  return signature === null ? formatName(summary) : `${summary.format}:${signature}`;
}

/** Banks give one payment another id at every download (FITID of OFX), so that within one such format ids prove nothing. */
export function referencesAreTrusted(dialect: string): boolean {
  return !dialect.startsWith('ofx');
}
