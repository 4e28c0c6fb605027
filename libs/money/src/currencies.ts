import { MoneyError } from './money-error.js';

// ISO 4217 list one, active codes and funds codes, by number of minor units. Two decimals is the rule; the exceptions are listed.
const twoDecimals =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG';
const otherDecimals: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

// ISO 4217 list three, codes of money that was withdrawn: code, and the month from which it was no longer legal tender or was replaced.
// Statements of that time are still read; nothing new is written in them.
const historicTwoDecimals =
  'AFA:2003-01 ALK:1989-12 AON:2000-02 AOR:2000-02 ARP:1985-07 ATS:2002-03 AYM:2005-10 AZM:2005-12 BAD:1998-07 BEC:1990-03 BEL:1990-03 BGL:2003-11 BRC:1986-02 BRE:1993-03 BRN:1990-03 BRR:1994-07 CHC:2004-11 CSD:2006-10 CSK:1993-03 CUC:2021-06 CYP:2008-01 DDM:1990-09 DEM:2002-03 ECS:2000-09 ECV:2000-09 EEK:2011-01 FIM:2002-03 FRF:2002-03 GHC:2008-01 GWP:1997-05 HRD:1995-01 HRK:2023-01 IEP:2002-03 LTL:2014-12 LTT:1993-07 LVL:2014-01 LVR:1994-12 MLF:1984-11 MRO:2017-12 MTL:2008-01 MXP:1993-01 MZM:2006-06 NLG:2002-03 PEI:1991-07 PLZ:1997-01 ROL:2005-06 RUR:2004-01 SDD:2007-07 SDP:1998-06 SIT:2007-01 SKK:2009-01 SLL:2023-12 SRG:2003-12 STD:2017-12 TJR:2001-04 TMM:2009-01 UAK:1996-09 UYP:1993-03 VEB:2008-01 VEF:2018-08 XEU:1999-01 YDD:1991-09 YUM:2003-07 YUN:1995-11 ZAL:1995-03 ZMK:2012-12 ZRN:1999-06 ZWD:2008-08 ZWL:2024-09 ZWR:2009-06';
const historicNoDecimals = 'ADP:2003-07 BEF:2002-03 BYB:2001-01 BYR:2017-01 ESA:1981-12 ESB:1994-12 ESP:2002-03 GRD:2002-03 ITL:2002-03 LUF:2002-03 MGF:2004-12 PTE:2002-03 TPE:2002-11 TRL:2005-12';

const decimals = new Map<string, number>();
const withdrawn = new Map<string, string>();
for (const code of twoDecimals.split(' ')) decimals.set(code, 2);
for (const [units, codes] of Object.entries(otherDecimals)) for (const code of codes.split(' ')) decimals.set(code, Number(units));
const active = [...decimals.keys()].sort();
for (const [units, list] of [[2, historicTwoDecimals], [0, historicNoDecimals]] as const) {
  for (const [code, month] of list.split(' ').map((each) => each.split(':') as [string, string])) {
    decimals.set(code, units);
    withdrawn.set(code, month);
  }
}

/** Number of decimals of the currency's minor unit (ISO 4217), of a withdrawn one too. Throws `unknown_currency`. */
export function minorUnits(currency: string): number {
  const units = decimals.get(currency);
  if (units === undefined) throw new MoneyError('unknown_currency', `"${currency}" is not an ISO 4217 currency code`, { quoted: currency });
  return units;
}

/** Whether the text is an active ISO 4217 code, in capitals: what a new document may be written in. */
export function isCurrency(text: string): boolean {
  return decimals.has(text) && !withdrawn.has(text);
}

/** Whether the text is an ISO 4217 code, active or withdrawn: what an old statement may be written in. */
export function isCurrencyOfAnyTime(text: string): boolean {
  return decimals.has(text);
}

/** The month ("2002-03") in which the currency was withdrawn, by ISO 4217 list three; null for an active code. Throws `unknown_currency`. */
export function withdrawnIn(currency: string): string | null {
  minorUnits(currency);
  return withdrawn.get(currency) ?? null;
}

/** Every active code, sorted. */
export function currencies(): string[] {
  return [...active];
}
