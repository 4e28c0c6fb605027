import { Anchor, Group, SegmentedControl, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState } from '../../api/types.js';
import { Page } from '../../display/page.js';
import { SearchBox } from '../../display/search-box.js';
import { DecidedRows } from './decided-rows.js';
import { WaitingRows } from './waiting-rows.js';

const route = getRouteApi('/app/queue');
const tabs = ['waiting', 'settled', 'set_aside'] as const;

/** The reviewer's queue: what waits, what is settled, what was set aside. The address holds the filter. */
export function Queue() {
  const { t } = useTranslation();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const search = useRef<HTMLInputElement>(null);
  const state = filter.state ?? 'waiting';
  const shown = { ...filter, state };
  const change = (changed: Partial<typeof filter>) => void navigate({ search: { ...filter, ...changed }, replace: true });
  return (
    <Page title={t('queue.title')} fill>
      <Group gap="sm">
        <SegmentedControl
          aria-label={t('queue.tabs.label')}
          value={state}
          data={tabs.map((value) => ({ value, label: t(`queue.tabs.${value}`) }))}
          onChange={(value) => change({ state: value === 'waiting' ? undefined : (value as CaseState) })}
        />
        <SearchBox
          label={t('queue.search')}
          placeholder={t('queue.searchHint')}
          value={filter.search ?? ''}
          onSearch={(text) => change({ search: text || undefined })}
          inputRef={search}
        />
        {filter.statementFileId ? (
          <Text size="sm">
            {t('queue.ofFile')} ·{' '}
            <Anchor component="button" type="button" size="sm" onClick={() => change({ statementFileId: undefined })}>
              {t('queue.wholeQueue')}
            </Anchor>
          </Text>
        ) : null}
      </Group>
      {state === 'waiting' ? <WaitingRows filter={shown} onFind={() => search.current?.focus()} /> : <DecidedRows key={state} filter={shown} />}
    </Page>
  );
}
