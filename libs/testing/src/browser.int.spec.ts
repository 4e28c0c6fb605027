import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium } from 'playwright-core';
import { launchTestBrowser, packagedChromium } from './browser.js';

const PAGE = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><button>Überweisung buchen</button>
<script>document.querySelector('button').onclick = () => { document.title = 'gebucht'; }</script>`;
const server = createServer((_request, response) => void response.setHeader('content-type', 'text/html').end(PAGE));

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('launchTestBrowser', () => {
  it('opens a page, clicks, and sees text drawn', async () => {
    const browser = await launchTestBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.getByRole('button', { name: 'Überweisung buchen' }).click();
      expect(await page.title()).toBe('gebucht');
      const box = await page.getByRole('button').boundingBox();
      expect(box?.width).toBeGreaterThan(60);
    } finally {
      await browser.close();
    }
  });
});

describe('packagedChromium', () => {
  it('starts without a Chromium of the system', async () => {
    const { path, env } = await packagedChromium();
    const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'], env: { ...(process.env as Record<string, string>), ...env } });
    try {
      expect(browser.version()).toMatch(/^147\./);
    } finally {
      await browser.close();
    }
  });
});
