import '@mantine/core/styles.css';
import './app/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/providers.js';
import { startTexts } from './i18n/setup.js';

// A newer build has replaced the parts that this page would still load: load the page anew, but not over and over.
const leastBetweenReloadsMs = 10_000;
window.addEventListener('vite:preloadError', (event) => {
  if (performance.now() < leastBetweenReloadsMs) return;
  event.preventDefault();
  location.reload();
});

await startTexts();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
