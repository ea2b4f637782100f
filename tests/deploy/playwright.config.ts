import { defineConfig } from '@playwright/test';
import whole from '../../playwright.config.ts';

/** The site below a path, which `npm run test:deploy` has built and serves. */
export default defineConfig({ ...whole, testDir: '.' });
