import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { can } from '../../access/can.js';
import { useSession } from '../../api/session.js';
import { Page } from '../../display/page.js';
import { DuplicateList } from '../../features/decide-duplicates/duplicate-list.js';
import { WarningList } from '../../features/explain-warnings/warning-list.js';
import { ImportStatement } from '../../features/import-statement/import-statement.js';
import { KeptMappings } from '../../features/keep-mappings/kept-mappings.js';
import { StatementList } from '../../features/list-statements/statement-list.js';

export function Statements() {
  const { t } = useTranslation();
  const { role } = useSession();
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
      <StatementList />
      <KeptMappings mayForget={can(role, 'upload')} />
    </Page>
  );
}
