import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/providers.js';
import { startTexts } from './i18n/setup.js';

await startTexts();
createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>);
