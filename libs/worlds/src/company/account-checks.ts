import type { Random } from '../random.js';

/** Ten digits whose sum weighted 10 to 1 is a multiple of 11 (the Dutch account check). */
export function elevenProof(random: Random): string {
  for (;;) {
    const body = `0${random.digits(8)}`;
    const weighted = [...body].reduce((sum, digit, index) => sum + Number(digit) * (10 - index), 0);
    const check = (11 - (weighted % 11)) % 11;
    if (check < 10) return body + check;
  }
}

/** The Spanish check digit over ten digits (dígitos de control). */
export function spanishCheck(tenDigits: string): string {
  const weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
  const check = 11 - ([...tenDigits].reduce((sum, digit, index) => sum + Number(digit) * weights[index]!, 0) % 11);
  return String(check === 11 ? 0 : check === 10 ? 1 : check);
}

/** The Italian check letter (CIN) over bank, branch and account: other values in odd places than in even ones. */
export function italianCheck(digits: string): string {
  const inOddPlace = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
  const sum = [...digits].reduce((total, digit, index) => total + (index % 2 === 0 ? inOddPlace[Number(digit)]! : Number(digit)), 0);
  return String.fromCharCode(65 + (sum % 26));
}

/** The eighth digit of a Polish bank number. */
export function polishCheck(sevenDigits: string): string {
  const weights = [3, 9, 7, 1, 3, 9, 7];
  const sum = [...sevenDigits].reduce((total, digit, index) => total + Number(digit) * weights[index]!, 0);
  return String((10 - (sum % 10)) % 10);
}

/** The last digit of a Finnish account (Luhn). */
export function finnishCheck(thirteenDigits: string): string {
  const sum = [...thirteenDigits].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** The last digit of a Norwegian account (modulus 11); null where there is none. */
export function norwegianCheck(tenDigits: string): string | null {
  const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  const sum = [...tenDigits].reduce((total, digit, index) => total + Number(digit) * weights[index]!, 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : String(check);
}
