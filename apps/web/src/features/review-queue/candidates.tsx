import { Button, Group, Kbd, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QueueEntry } from '../../api/types.js';
import { Empty } from '../../display/list-states.js';
import { useSentenceText } from '../../display/use-sentence-text.js';
import { equalCandidates } from './band.js';
import { BankLine } from './bank-line.js';
import { ProposalCard } from './proposal-card.js';
import classes from './queue.module.css';
import { Remarks } from './remarks.js';

interface CandidatesProps {
  entry: QueueEntry;
  rank: number | null;
  mayDecide: boolean;
  onChoose: (rank: number) => void;
  onConfirm: () => void;
  onReject: (rank: number) => void;
  onSetAside: () => void;
  onAllocate: () => void;
}

/** What the receipt in hand may pay, the likeliest first, and what can be done with it. */
export function Candidates({ entry, rank, mayDecide, onChoose, onConfirm, onReject, onSetAside, onAllocate }: CandidatesProps) {
  const { t } = useTranslation();
  const equal = equalCandidates(entry.proposals);
  return (
    <Paper className={classes.card}>
      <Stack gap="md" p="md">
        <BankLine entry={entry} />
        <Why entry={entry} equal={equal} rank={rank} />
        <Remarks entry={entry} />
        {entry.proposals.length === 0 ? <Empty title={t('queue.noCandidates')} hint={t('queue.noCandidatesHint')} /> : null}
        <Stack gap="sm" role="radiogroup" aria-label={t('queue.candidates')}>
          {entry.proposals.map((proposal, index) => (
            <ProposalCard
              key={proposal.rank}
              proposal={proposal}
              entry={entry}
              position={index + 1}
              selected={proposal.rank === rank}
              contested={equal > 1 && index < equal}
              onChoose={() => onChoose(proposal.rank)}
            />
          ))}
        </Stack>
      </Stack>
      {mayDecide ? (
        <Group className={classes.actions} gap="xs">
          {entry.proposals.length > 0 ? (
            <Button
              disabled={rank === null}
              onClick={onConfirm}
              rightSection={
                <Kbd size="xs" visibleFrom="md" aria-hidden className={classes.onButton}>
                  ↵
                </Kbd>
              }
            >
              {t('queue.confirm')}
            </Button>
          ) : null}
          <Button variant={entry.proposals.length > 0 ? 'default' : 'filled'} px="sm" onClick={onAllocate}>
            {t(rank === null ? 'queue.allocate' : 'queue.allocateFrom')}
          </Button>
          {rank === null ? null : (
            <Button variant="default" px="sm" onClick={() => onReject(rank)}>
              {t('queue.reject')}
            </Button>
          )}
          <Button variant="default" px="sm" onClick={onSetAside}>
            {t('queue.setAside')}
          </Button>
        </Group>
      ) : (
        <Text className={classes.actions} size="sm" c="dimmed">
          {t('queue.readOnly')}
        </Text>
      )}
    </Paper>
  );
}

/** What the reviewer should know before deciding: a tie, an unlikely first, what the ledger refused. */
function Why({ entry, equal, rank }: { entry: QueueEntry; equal: number; rank: number | null }) {
  const { t } = useTranslation();
  const refusal = useSentenceText(entry.refusal);
  if (equal > 1)
    return (
      <Text size="sm" fw={600} role="status">
        {t('queue.equal', { count: equal })}
      </Text>
    );
  const because = isExplained(entry.waitingBecause) ? t(`queue.because.${entry.waitingBecause}`) : null;
  const unlikely = rank === null && entry.proposals.length > 0 ? t('queue.unlikely') : null;
  const said = [because, refusal, unlikely].filter(Boolean).join(' ');
  return said ? <Text size="sm">{said}</Text> : null;
}

type Explained = 'refused' | 'undone' | 'policy';

function isExplained(because: QueueEntry['waitingBecause']): because is Explained {
  return because === 'refused' || because === 'undone' || because === 'policy';
}
