export { type AgeingBucket, type AgedColumn, type AgedItem, type AgedRow, type UnappliedCash, agedBalance, agedColumns, agedTotals, bucketOf } from './ageing/aged-balance.js';
export { type LedgerItem, openMinorAsOf } from './ageing/open-as-of.js';
export { type DaysSalesOutstanding, averageDso, countBackDso } from './dso/days-sales-outstanding.js';
export { type PaymentBehaviourState, type Settlement, PaymentBehaviour, rememberedPayments } from './forecast/payment-behaviour.js';
export { type ForecastDay, type ForecastInput, type ForecastItem, forecast, longestForecastDays } from './forecast/forecast.js';
