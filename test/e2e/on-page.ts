import { expect } from '@jest/globals';
import { type Locator, type Page } from 'playwright-core';
import { type TestSystem } from '../system/running-system.js';

/** As much of the page's own document as functions that run there name. */
declare const document: { readonly activeElement: unknown };

/** How long a page may take to show what it must; machines are shared. */
export const patience = { timeout: 60_000 };
const lookMs = 50;

/** Text as a person reads it: French puts no-break spaces before its signs and into its numbers. */
export function noBreak(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

/** What a thing says shows the wanted text, now or a moment later. */
export async function shows(locator: Locator, wanted: string | RegExp): Promise<void> {
  const end = Date.now() + patience.timeout;
  let last = '';
  while (Date.now() < end) {
    last = noBreak(await locator.innerText().catch(() => ''));
    if (typeof wanted === 'string' ? last.includes(wanted) : wanted.test(last)) return;
    await locator.page().waitForTimeout(lookMs);
  }
  expect(last).toMatch(wanted);
}

/** What is true a moment later, once the page has drawn it. */
export async function becomes(look: () => Promise<boolean | number>, wanted: boolean | number): Promise<void> {
  let seen = await look();
  for (const end = Date.now() + patience.timeout; seen !== wanted && Date.now() < end; seen = await look()) await new Promise((resolve) => setTimeout(resolve, lookMs));
  expect(seen).toBe(wanted);
}

/** Without the mouse: the thing takes the focus and the key is pressed on it. */
export async function press(locator: Locator, key = 'Enter'): Promise<void> {
  const page = locator.page();
  await becomes(() => locator.isEnabled(), true);
  // A dialog that opens takes the focus to itself a moment later: it is given until it stays.
  await becomes(async () => {
    await locator.focus();
    await page.waitForTimeout(30);
    return locator.evaluate((element) => element === document.activeElement);
  }, true);
  await page.keyboard.press(key);
}

/** Signs the owner in, who is then where the statements are. */
export async function signIn(page: Page, { url, email, password }: Pick<TestSystem, 'url' | 'email' | 'password'>): Promise<void> {
  await page.goto(`${url}/statements`);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Relevés' }).waitFor();
}
