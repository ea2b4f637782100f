import { defineConfig } from '@playwright/test';
import whole from '../../playwright.config.ts';

/** The site below a path, which `npm run test:deploy` has built and serves: its own tests, and the journeys. */
export default defineConfig({ ...whole, testDir: '..', testMatch: ['deploy/*.spec.ts', 'e2e/journeys.spec.ts'] });
