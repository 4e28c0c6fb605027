import type { Random } from '../random.js';

export const countries = ['FR', 'DE', 'BE', 'NL', 'GB', 'ES', 'LU'] as const;
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
};

/** Ten digits whose sum weighted 10 to 1 is a multiple of 11 (the Dutch account check). */
function elevenProof(random: Random): string {
  for (;;) {
    const body = `0${random.digits(8)}`;
    const weighted = [...body].reduce((sum, digit, index) => sum + Number(digit) * (10 - index), 0);
    const check = (11 - (weighted % 11)) % 11;
    if (check < 10) return body + check;
  }
}

/** The Spanish check digit over ten digits (dígitos de control). */
function spanishCheck(tenDigits: string): string {
  const weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
  const check = 11 - ([...tenDigits].reduce((sum, digit, index) => sum + Number(digit) * weights[index]!, 0) % 11);
  return String(check === 11 ? 0 : check === 10 ? 1 : check);
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
      return `LU${random.digits(8)}`;
    default:
      return `${country}${random.digits(9)}`;
  }
}
