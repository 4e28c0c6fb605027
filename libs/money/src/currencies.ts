import { MoneyError } from './money-error.js';

// ISO 4217 list one, active codes and funds codes, by number of minor units. Two decimals is the rule; the exceptions are listed.
const twoDecimals =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG';
const otherDecimals: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const decimals = new Map<string, number>();
for (const code of twoDecimals.split(' ')) decimals.set(code, 2);
for (const [units, codes] of Object.entries(otherDecimals)) for (const code of codes.split(' ')) decimals.set(code, Number(units));

/** Number of decimals of the currency's minor unit (ISO 4217). Throws `unknown_currency`. */
export function minorUnits(currency: string): number {
  const units = decimals.get(currency);
  if (units === undefined) throw new MoneyError('unknown_currency', `"${currency}" is not an ISO 4217 currency code`);
  return units;
}

/** Whether the text is an active ISO 4217 code, in capitals. */
export function isCurrency(text: string): boolean {
  return decimals.has(text);
}

/** Every known code, sorted. */
export function currencies(): string[] {
  return [...decimals.keys()].sort();
}
