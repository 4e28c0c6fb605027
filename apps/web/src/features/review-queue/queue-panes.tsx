import { Button, Paper } from '@mantine/core';
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueFilter } from '../../api/queue.js';
import type { QueueEntry } from '../../api/types.js';
import { Icon } from '../../display/icon.js';
import { Empty, Loading, More } from '../../display/list-states.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { actionOfKey, type QueueAction } from './key-action.js';
import { QueueList } from './queue-list.js';
import classes from './queue.module.css';
import type { useQueueRows } from './use-queue-rows.js';

interface QueuePanesProps {
  list: ReturnType<typeof useQueueRows>['list'];
  rows: QueueEntry[];
  total: number | undefined;
  selected: QueueEntry | undefined;
  filter: QueueFilter;
  onSelect: (transactionId: string) => void;
  onAction: (action: QueueAction) => unknown;
  emptyTitle: string;
  emptyHint?: string;
  detail: ReactNode;
  help?: ReactNode;
}

/** List left, the row in hand right; on narrow screens the list first and then the row. Keys work while the focus is inside. */
export function QueuePanes({ list, rows, total, selected, filter, onSelect, onAction, emptyTitle, emptyHint, detail, help }: QueuePanesProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  useFocusOnceThere(grid, rows.length > 0);
  const focus = useFocusKept(grid);
  const press = (event: KeyboardEvent) => {
    const action = isMeantForElement(event)
      ? null
      : actionOfKey({ key: event.key, code: event.code, ctrl: event.ctrlKey, meta: event.metaKey, alt: event.altKey, shift: event.shiftKey });
    if (!action) return;
    event.preventDefault();
    onAction(action);
  };
  const open = (transactionId: string) => {
    onSelect(transactionId);
    setOpened(true);
  };
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Loading />;
  if (rows.length === 0 && !list.hasNextPage) {
    return (
      <Paper tabIndex={-1} onKeyDown={press} ref={grid}>
        {filter.search ? (
          <Empty title={t('queue.noResult', { search: filter.search })} />
        ) : (
          <Empty title={emptyTitle} {...(emptyHint ? { hint: emptyHint } : {})} />
        )}
      </Paper>
    );
  }
  return (
    <div className={classes.panes} onKeyDown={press} {...focus} tabIndex={-1} data-opened={opened || undefined}>
      <Paper component="section" className={classes.list} aria-label={t('queue.list')}>
        <QueueList rows={rows} total={total} selected={selected} onSelect={open} gridRef={grid} />
        <More shown={rows.length} total={total} query={list} />
      </Paper>
      <section className={classes.detail} aria-label={t('queue.detail')}>
        <Button className={classes.back} variant="default" size="xs" leftSection={<Icon name="back" size={14} />} onClick={() => setOpened(false)}>
          {t('queue.back')}
        </Button>
        {detail}
        {help}
      </section>
    </div>
  );
}

/** Whether a key belongs to the thing that has the focus: typing in a field, Enter on a button or a link. */
function isMeantForElement(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  if (
    event.defaultPrevented ||
    event.nativeEvent.isComposing ||
    target.closest('input, textarea, select, [contenteditable], [role="combobox"], [role="listbox"]')
  )
    return true;
  return event.key === 'Enter' && target.closest('button:not([role="radio"]), a') !== null;
}

/** Where what had the focus has gone (a form that was closed, a button that is no more), the focus goes back to the list. */
function useFocusKept(grid: { current: HTMLElement | null }) {
  const inside = useRef(false);
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) grid.current?.focus({ preventScroll: true });
  });
  return {
    onFocus: () => void (inside.current = true),
    onBlur: (event: FocusEvent) =>
      void (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget as Node) ? (inside.current = false) : undefined),
  };
}

/** The keyboard is ready as soon as there are rows, unless the person is already somewhere else. */
function useFocusOnceThere(grid: { current: HTMLElement | null }, there: boolean): void {
  useEffect(() => {
    const { activeElement } = document;
    if (there && (activeElement === document.body || activeElement?.id === 'content')) grid.current?.focus({ preventScroll: true });
  }, [grid, there]);
}
