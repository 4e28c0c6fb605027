import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { statementKeys } from '../../api/statements.js';
import type { UploadResult } from '../../api/types.js';
import { Loading } from '../../display/list-states.js';
import { DropStatement } from './drop-statement.js';
import { FollowImport } from './follow-import.js';

/** The parts that only a chosen file needs. */
const PreviewStatement = lazy(async () => ({ default: (await import('./preview-statement.js')).PreviewStatement }));

type Step = { at: 'start' } | { at: 'chosen'; file: File; turn: number } | { at: 'uploaded'; result: UploadResult };

/** From the dropped file over its preview to what the import brought. */
export function ImportStatement() {
  const cache = useQueryClient();
  const [step, setStep] = useState<Step>({ at: 'start' });
  // Two choices of one file are two previews: it may have been saved anew in between.
  const turn = useRef(0);
  const choose = (file: File) => setStep({ at: 'chosen', file, turn: ++turn.current });
  const start = () => setStep({ at: 'start' });
  const uploaded = (result: UploadResult) => {
    setStep({ at: 'uploaded', result });
    void cache.invalidateQueries({ queryKey: statementKeys.list });
  };
  if (step.at === 'uploaded') return <FollowImport result={step.result} onAnother={start} />;
  if (step.at === 'chosen')
    return (
      <Suspense fallback={<Loading />}>
        <PreviewStatement key={step.turn} turn={step.turn} file={step.file} onUploaded={uploaded} onAnother={start} />
      </Suspense>
    );
  return <DropStatement onChoose={choose} />;
}
