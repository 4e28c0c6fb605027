import type { Random } from '../random.js';
import { elevenProof, finnishCheck, italianCheck, norwegianCheck, polishCheck, spanishCheck } from './account-checks.js';

export const countries = ['FR', 'DE', 'BE', 'NL', 'GB', 'ES', 'LU', 'IT', 'PL', 'PT', 'SE', 'FI', 'DK', 'NO'] as const;
export type Country = (typeof countries)[number];

/** A well-formed IBAN of the country: right length, international and national check digits. The bank codes are drawn, not real. */
export function iban(country: Country, random: Random): string {
  const account = basicAccount[country](random);
  return `${country}${String(98 - remainder97(`${account}${country}00`)).padStart(2, '0')}${account}`;
}

const basicAccount: Record<Country, (random: Random) => string> = {
  FR: (random) => {
    const [bank, branch, account] = [`1${random.digits(4)}`, random.digits(5), random.digits(11)];
    const key = 97 - ((89 * Number(bank) + 15 * Number(branch) + 3 * Number(account)) % 97);
    return `${bank}${branch}${account}${String(key).padStart(2, '0')}`;
  },
  DE: (random) => `${random.int(1, 8)}${random.digits(7)}${random.digits(10)}`,
  BE: (random) => {
    const body = `${random.int(1, 9)}${random.digits(9)}`;
    return body + String(Number(body) % 97 || 97).padStart(2, '0');
  },
  NL: (random) => random.pick(['ABNA', 'RABO', 'INGB', 'TRIO', 'KNAB']) + elevenProof(random),
  GB: (random) => random.pick(['BARC', 'LOYD', 'NWBK', 'MIDL', 'HBUK']) + random.digits(14),
  ES: (random) => {
    const [bank, branch, account] = [`0${random.digits(3)}`, random.digits(4), random.digits(10)];
    return `${bank}${branch}${spanishCheck(`00${bank}${branch}`)}${spanishCheck(account)}${account}`;
  },
  LU: (random) => `0${random.int(10, 99)}${random.digits(13)}`,
  IT: (random) => {
    const body = `0${random.digits(9)}${random.digits(12)}`;
    return italianCheck(body) + body;
  },
  PL: (random) => {
    const bank = `1${random.digits(6)}`;
    return bank + polishCheck(bank) + random.digits(16);
  },
  PT: (random) => {
    const body = `00${random.digits(17)}`;
    return body + String(98 - remainder97(`${body}00`)).padStart(2, '0');
  },
  SE: (random) => `${random.pick(['500', '600', '300', '800'])}${random.digits(17)}`,
  FI: (random) => {
    const body = `${random.int(1, 5)}${random.digits(12)}`;
    return body + finnishCheck(body);
  },
  DK: (random) => random.digits(14),
  NO: norwegianAccount,
};

function norwegianAccount(random: Random): string {
  for (;;) {
    const body = `${random.int(1, 9)}${random.digits(9)}`;
    const check = norwegianCheck(body);
    if (check !== null) return body + check;
  }
}

/** Remainder by 97 with A = 10 to Z = 35 (ISO 13616). */
function remainder97(text: string): number {
  let remainder = 0;
  for (const char of text) {
    const value = Number.parseInt(char, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** A VAT number in the country's shape; the French key fits its SIREN. */
export function vatId(country: Country, random: Random): string {
  switch (country) {
    case 'FR': {
      const siren = `${random.int(3, 9)}${random.digits(8)}`;
      return `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')}${siren}`;
    }
    case 'NL':
      return `NL${random.digits(9)}B0${random.int(1, 9)}`;
    case 'BE':
      return `BE0${random.digits(9)}`;
    case 'ES':
      return `ESB${random.digits(8)}`;
    case 'LU':
    case 'FI':
    case 'DK':
      return `${country}${random.digits(8)}`;
    case 'IT':
      return `IT${random.digits(11)}`;
    case 'PL':
      return `PL${random.digits(10)}`;
    case 'SE':
      return `SE${random.digits(10)}01`;
    case 'NO':
      return `NO${random.digits(9)}MVA`;
    default:
      return `${country}${random.digits(9)}`;
  }
}
