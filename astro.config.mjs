import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { buildEpoch } from './src/integrations/build-date.ts';
import { compressedFiles } from './src/integrations/compressed-files.ts';
import { offlineWorker } from './src/integrations/offline-worker.ts';
import { hostFiles } from './src/integrations/host-files.ts';
import { finishedPages } from './src/integrations/finish/finished-pages.ts';
import { choiceScript } from './src/integrations/choice-script.ts';
import { clientUse } from './src/integrations/client-use.ts';
import { lightPreload } from './src/integrations/light-preload.ts';
import { contentReload } from './src/integrations/content-reload.ts';
import { pictures } from './src/integrations/pictures.ts';
import { policyMarks } from './src/integrations/policy-marks.ts';
import { secondThread } from './src/integrations/draw/second-thread.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { headScript } from './src/integrations/head-script.ts';

// every part of the build, in whatever process, speaks of the same moment
process.env.SOURCE_DATE_EPOCH = buildEpoch();

const { SITE_URL, BASE_PATH } = process.env;
const second = secondThread();
const pages = finishedPages(second.thread);
const compressed = compressedFiles(pages.finished);

export default defineConfig({
  // Absolute addresses exist only where somebody has said where the site stands.
  ...(SITE_URL ? { site: SITE_URL } : {}),
  base: BASE_PATH || '/',
  trailingSlash: 'always',
  integrations: [
    mdx(),
    react(),
    clientUse(),
    lightPreload(),
    policyMarks(),
    choiceScript(),
    contentReload(),
    headScript(),
    // after all that write pages: what is inline is hashed, what is finished is compressed; the index is waited for last
    second.begun,
    pages.drawn,
    hostFiles(),
    pages.begun,
    pictures(),
    pages.done,
    searchIndex(second.thread),
    compressed.begun,
    offlineWorker(pages.finished),
    compressed.done,
  ],
  markdown: {
    // The default processor takes no remark plugins, and its smart punctuation would rewrite official text.
    processor: unified({ gfm: false, smartypants: false, remarkPlugins: [remarkGfm] }),
    syntaxHighlight: false,
  },
  build: {
    // Most readers come from a search or a link to one clause: its words wait for one round trip less.
    inlineStylesheets: 'always',
    format: 'directory',
  },
  devToolbar: { enabled: false },
  vite: {
    // a script in the page would be there before the words
    build: { assetsInlineLimit: (file) => (file.endsWith('.js') ? false : undefined) },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // what the page's own script shares with the islands stays in that script: one request on a page that is only read
              codeSplitting: {
                groups: [
                  {
                    name: 'page',
                    test: /Page\.astro\?astro&type=script|components[\\/](shell|validity)|src[\\/]domain[\\/](dates|validity)/,
                  },
                  // the first query is paid for in requests too: the search is two, one of which marks words on its own
                  { name: 'words', test: /src[\\/](search[\\/](clause|normalise)|islands[\\/]search[\\/]sheet)/ },
                  {
                    name: 'search',
                    test: /src[\\/](search[\\/](?!further|questions|spellings|facets|site-large|initials|gram)|islands[\\/]search[\\/](dialog|view|results|dom|files))/,
                  },
                  // what every calculator needs, in one piece: it packs better, and pages share it in the cache
                  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]|@astrojs[\\/]react/ },
                  {
                    name: 'calculator',
                    test: /src[\\/](engine[\\/](?!parse|scenario\.ts|index)|explain[\\/](?!output|index)|islands[\\/](calculator|fields|result|picture|state|base))/,
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
});
