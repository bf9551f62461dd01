import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './page.css';

import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { startI18n } from './i18n.js';
import { Notes } from './notes.js';
import { queryClient } from './query-client.js';
import { router } from './router.js';
import { styleNonce } from './style-nonce.js';
import { cssVariables, theme } from './theme.js';

await startI18n();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <Notes />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
