import { Alert, Radio, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CsvMapping, CsvQuestion } from '../../api/types.js';
import { Icon } from '../../display/icon.js';
import { useFormats } from '../../i18n/use-formats.js';
import { dateOrders, exchanged, readingOf, signColumns, unreadIn, withMapping, type CsvDraft } from './csv-answers.js';
import { CsvMappingEditor } from './csv-mapping-editor.js';
import { UnreadDates } from './unread-dates.js';

interface CsvQuestionsProps {
  questions: readonly CsvQuestion[];
  /** How detection would read the file. */
  proposed: CsvMapping | null;
  draft: CsvDraft;
  /** What is asked because dates cannot be read under the answers so far. */
  unread?: readonly CsvQuestion[];
  onAnswer: (draft: CsvDraft) => void;
}

/** What a CSV leaves open, each with the cells in question and what they become under each answer. */
export function CsvQuestions({ questions, proposed, draft, unread = [], onAnswer }: CsvQuestionsProps) {
  const { t } = useTranslation();
  return (
    <Alert color="blue" variant="light" icon={<Icon name="question" />} title={t('csv.questions', { count: questions.length })} role="group" aria-label={t('csv.questions', { count: questions.length })}>
      {/* Room for the outline of what has the focus. */}
      <Stack gap="md" p={3}>
        <Text size="sm">{t('csv.questionsHint')}</Text>
        {questions.map((question) =>
          question.code === 'currency' ? (
            <CurrencyQuestion key={question.code} value={draft.currency ?? null} onChoose={(currency) => onAnswer({ ...draft, currency: currency ?? undefined })} />
          ) : question.code === 'columns' ? (
            <Stack key={question.code} gap="xs">
              <Asked question={question} />
              <UnreadDates dates={unreadIn(unread)} readings={unread.flatMap(({ readings }) => readings)} />
              {proposed ? (
                <CsvMappingEditor start={draft.mapping ?? proposed} asked={questions} confirmed={draft.mapping !== undefined} onRead={(mapping) => onAnswer(withMapping(draft, proposed, mapping))} />
              ) : null}
            </Stack>
          ) : (
            <ChoiceQuestion key={question.code} question={question} read={draft.mapping ?? proposed} draft={draft} onAnswer={onAnswer} />
          ),
        )}
      </Stack>
    </Alert>
  );
}

const words = ['date_order', 'decimal_sign', 'currency', 'columns', 'sign'] as const;

/** The question in the reader's language, or as the service asks it where this page does not know it. */
function useQuestionText(): (question: CsvQuestion) => string {
  const { t } = useTranslation();
  return ({ code, what, unread }) => {
    if (unread && (code === 'date_order' || code === 'columns')) return t(`csv.question.${code}_unread`);
    const known = words.find((word) => word === code);
    return known ? t(`csv.question.${known}`) : what;
  };
}

function Asked({ question }: { question: CsvQuestion }) {
  const { t } = useTranslation();
  const text = useQuestionText();
  return (
    <div>
      <Text size="sm" fw={600}>
        {text(question)}
      </Text>
      {question.unread ? <UnreadDates dates={question.unread} /> : null}
      {question.examples.length > 0 && !question.unread ? (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('csv.examples', { examples: question.examples.join(' · ') })}
        </Text>
      ) : null}
    </div>
  );
}

function ChoiceQuestion({ question, read, draft, onAnswer }: { question: CsvQuestion; read: CsvMapping | null } & Pick<CsvQuestionsProps, 'draft' | 'onAnswer'>) {
  const label = useReadingLabel(question, read);
  const answer = (value: string) => {
    const order = dateOrders.find((known) => known === value);
    if (question.code === 'date_order' && order) onAnswer({ ...draft, dateOrder: order });
    if (question.code === 'decimal_sign' && (value === ',' || value === '.')) onAnswer({ ...draft, decimalSign: value });
    if (question.code === 'sign' && (value === 'given' || value === 'exchanged')) onAnswer({ ...draft, sign: value });
  };
  const value = { date_order: draft.dateOrder, decimal_sign: draft.decimalSign, sign: draft.sign }[question.code] ?? null;
  return (
    <Radio.Group label={<Asked question={question} />} value={value} onChange={answer} name={`csv-${question.code}`}>
      <Stack gap={6} mt={6}>
        {question.readings.map((reading) => (
          <Radio key={reading.value} value={reading.value} label={label(reading)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** What an answer means, with the first example as it would be read. */
function useReadingLabel({ code }: CsvQuestion, mapping: CsvMapping | null): (reading: CsvQuestion['readings'][number]) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return ({ value, text }) => {
    const read = readingOf(text);
    const order = dateOrders.find((known) => known === value);
    if (code === 'date_order' && order) {
      const name = t(`csv.order.${order}`);
      return read && 'date' in read ? t('csv.orderExample', { name, cell: read.cell, date: formats.date(read.date) }) : name;
    }
    if (code === 'decimal_sign' && (value === ',' || value === '.')) {
      const name = t(`csv.decimal.${value === ',' ? 'comma' : 'point'}`);
      return read && 'amount' in read ? t('csv.decimalExample', { name, cell: read.cell, amount: formats.number(read.amount) }) : name;
    }
    if (code !== 'sign' || !mapping || (value !== 'given' && value !== 'exchanged')) return text;
    // What stands here is what would be sent: the columns as they are now, or those exchanged.
    const said = value === 'given' ? mapping : exchanged(mapping);
    const { debit, credit } = signColumns(said);
    if (debit === -1 || credit === -1) return t(said.positiveIsDebit ? 'csv.sign.spent' : 'csv.sign.received');
    const column = (at: number) => said.columns[at]?.title || t('csv.column', { number: formats.number(at + 1) });
    return t('csv.sign.columns', { debit: column(debit), credit: column(credit) });
  };
}

function CurrencyQuestion({ value, onChoose }: { value: string | null; onChoose: (currency: string | null) => void }) {
  const { t } = useTranslation();
  return <Select label={t('csv.question.currency')} placeholder={t('csv.chooseCurrency')} searchable data={currencies()} value={value} onChange={onChoose} maw={420} />;
}

/** The most used ones of Europe first. */
function currencies(): string[] {
  const first = ['EUR', 'CHF', 'GBP', 'USD'];
  return [...first, ...Intl.supportedValuesOf('currency').filter((code) => !first.includes(code))];
}
