import { Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../access/can.js';
import { useSession } from '../../api/session.js';
import type { StatementFile } from '../../api/types.js';
import { Loading } from '../../display/list-states.js';
import { Page } from '../../display/page.js';
import { SidePanel } from '../../display/side-panel.js';
import { DuplicateList } from '../../features/decide-duplicates/duplicate-list.js';
import { WarningList } from '../../features/explain-warnings/warning-list.js';
import { ImportStatement } from '../../features/import-statement/import-statement.js';
import { StatementList } from '../../features/list-statements/statement-list.js';

const KeptMappings = lazy(async () => ({ default: (await import('../../features/keep-mappings/kept-mappings.js')).KeptMappings }));
const AnswerFile = lazy(async () => ({ default: (await import('../../features/import-statement/answer-file.js')).AnswerFile }));

export function Statements() {
  const { t } = useTranslation();
  const { role } = useSession();
  const [answering, setAnswering] = useState<StatementFile | null>(null);
  return (
    <Page title={t('statements.title')}>
      {can(role, 'upload') ? (
        <ImportStatement />
      ) : (
        <Text size="sm" c="dimmed">
          {t('statements.notAllowed')}
        </Text>
      )}
      <WarningList mayExplain={can(role, 'upload')} />
      <DuplicateList mayDecide={can(role, 'upload')} />
      <StatementList onAnswer={can(role, 'upload') ? setAnswering : null} />
      <Suspense>
        <KeptMappings mayForget={can(role, 'upload')} />
      </Suspense>
      <SidePanel opened={answering !== null} onClose={() => setAnswering(null)} title={t('csv.answer')} wide>
        {answering ? (
          <Suspense fallback={<Loading />}>
            <AnswerFile key={answering.statementFileId} file={answering} onAnswered={() => setAnswering(null)} />
          </Suspense>
        ) : null}
      </SidePanel>
    </Page>
  );
}
