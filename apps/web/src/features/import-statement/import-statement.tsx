import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { statementKeys } from '../../api/statements.js';
import type { UploadResult } from '../../api/types.js';
import { DropStatement } from './drop-statement.js';
import { FollowImport } from './follow-import.js';
import { PreviewStatement } from './preview-statement.js';

type Step = { at: 'start' } | { at: 'chosen'; file: File; turn: number } | { at: 'uploaded'; result: UploadResult };

/** From the dropped file over its preview to what the import brought. */
export function ImportStatement() {
  const cache = useQueryClient();
  const [step, setStep] = useState<Step>({ at: 'start' });
  // Two choices of one file are two previews: it may have been saved anew in between.
  const choose = (file: File) => setStep((before) => ({ at: 'chosen', file, turn: before.at === 'chosen' ? before.turn + 1 : 0 }));
  const start = () => setStep({ at: 'start' });
  const uploaded = (result: UploadResult) => {
    setStep({ at: 'uploaded', result });
    void cache.invalidateQueries({ queryKey: statementKeys.list });
  };
  if (step.at === 'uploaded') return <FollowImport result={step.result} onAnother={start} />;
  if (step.at === 'chosen') return <PreviewStatement key={step.turn} file={step.file} onUploaded={uploaded} onAnother={start} onChoose={choose} />;
  return <DropStatement onChoose={choose} />;
}
