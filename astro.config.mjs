import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { contentReload } from './src/integrations/content-reload.ts';
import { policyMarks } from './src/integrations/policy-marks.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { themeBoot } from './src/integrations/theme-boot.ts';

const { SITE_URL, BASE_PATH } = process.env;

export default defineConfig({
  // Absolute addresses exist only where somebody has said where the site stands.
  ...(SITE_URL ? { site: SITE_URL } : {}),
  base: BASE_PATH || '/',
  trailingSlash: 'always',
  integrations: [mdx(), react(), policyMarks(), contentReload(), themeBoot(), searchIndex()],
  markdown: {
    // The default processor takes no remark plugins, and its smart punctuation would rewrite official text.
    processor: unified({ gfm: false, smartypants: false, remarkPlugins: [remarkGfm] }),
    syntaxHighlight: false,
  },
  build: {
    // One stylesheet for the whole site: cached after the first page, and a clause page stays within four requests.
    inlineStylesheets: 'never',
    format: 'directory',
  },
  devToolbar: { enabled: false },
});
