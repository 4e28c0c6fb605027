import { type MoneyError, type MoneyErrorCode } from '@lettrage/money';
import { filledIn, type Sentence, type Templates } from './sentence.js';

/** What is said of an amount that is none. Total, so that a new code needs a sentence. */
export const moneySentences = {
  money_unknown_currency: { en: '"{quoted}" is not an ISO 4217 currency code', fr: '« {quoted} » n’est pas un code de devise ISO 4217' },
  money_currency_mismatch: { en: '{one} and {other} do not mix', fr: '{one} et {other} ne s’additionnent pas' },
  money_not_a_decimal: { en: '"{quoted}" is not a decimal amount such as 1234.50', fr: '« {quoted} » n’est pas un montant décimal comme 1234.50' },
  money_too_many_decimals: { en: '"{quoted}" has more than {decimals} decimals', fr: '« {quoted} » a plus de {decimals|0=0 décimale|1=1 décimale|2=2 décimales|3=3 décimales|4=4 décimales}' },
  money_too_large: { en: '"{quoted}" has more than 18 digits', fr: '« {quoted} » a plus de 18 chiffres' },
  money_invalid_shares: { en: 'shares must be non-negative and not all zero', fr: 'les parts ne peuvent être ni négatives ni toutes nulles' },
} as const satisfies Readonly<Record<`money_${MoneyErrorCode}`, Templates[string]>>;

/** The sentence of a fault in an amount; its text is the fault's message. */
export function saidOfMoney({ code, values }: MoneyError): Sentence {
  const id = `money_${code}` as const;
  return { id, values, text: filledIn(moneySentences[id].en, values) };
}
