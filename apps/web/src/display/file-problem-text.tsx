import { Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FileProblem } from '../api/types.js';
import { useFaultWords } from '../i18n/fault-words.js';
import { placeText } from './place-text.js';
import { saidOf } from './sentence-text.js';
import { useSentenceText } from './use-sentence-text.js';

/** What is wrong with a file: what, where, what stands there, what it means, and what to do, in the reader's language where we know the code. */
export function FileProblemText({ problem }: { problem: FileProblem }) {
  const { t } = useTranslation();
  const colon = t('state.colon');
  const words = useFaultWords();
  const message = useSentenceText(saidOf(problem));
  const where = placeText(problem.place, (part, value) => t(`problem.place.${part}`, { value })) || problem.where;
  if (words === null) return null;
  // The service may know codes that this page does not.
  const { title: name, explanation, remedy } = words.faults[problem.code] ?? words.refusals[problem.code] ?? { title: null, explanation: problem.explanation, remedy: problem.remedy };
  return (
    <Text size="sm" component="div">
      <div>
        {name ? (
          <b>
            {name}
            {colon}
          </b>
        ) : null}
        {message}
      </div>
      {where ? (
        <div>
          {t('problem.where')}
          {colon}
          <Code>{where}</Code>
        </div>
      ) : null}
      {problem.excerpt ? (
        <div>
          {t('problem.excerpt')}
          {colon}
          <Code>{problem.excerpt}</Code>
        </div>
      ) : null}
      {explanation ? <div>{explanation}</div> : null}
      <div>
        {t('problem.whatToDo')}
        {colon}
        {remedy}
      </div>
    </Text>
  );
}
