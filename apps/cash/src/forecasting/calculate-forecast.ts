import { forecast, type ForecastDay, type ForecastItem, PaymentBehaviour, type Settlement } from '@lettrage/receivables';
import { type ForecastInput, type ItemTuple, type PaymentTuple } from './forecast-input.js';

/** The forecast from what the database said; pure, and the same whichever thread calls it. */
export function calculateForecast({ asOf, days, items, payments }: ForecastInput): ForecastDay[] {
  const behaviour = new PaymentBehaviour();
  behaviour.learn((JSON.parse(payments) as PaymentTuple[]).map(settlementOf).filter(({ openBeforeMinor }) => openBeforeMinor !== 0n));
  return forecast({ openItems: (JSON.parse(items) as ItemTuple[]).map(itemOf), behaviour, asOf, days });
}

function itemOf([customerId, currency, issueDate, dueDate, total, open, lastPaidDate]: ItemTuple): ForecastItem {
  return { customerId, currency, issueDate, dueDate, totalMinor: BigInt(total), openMinor: BigInt(open), lastPaidDate };
}

function settlementOf([customerId, issueDate, dueDate, paidDate, amount, openBefore, previousPaidDate]: PaymentTuple): Settlement {
  return { customerId, issueDate, dueDate, paidDate, amountMinor: BigInt(amount), openBeforeMinor: BigInt(openBefore), previousPaidDate };
}
