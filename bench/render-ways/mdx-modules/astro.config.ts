// Way A: every clause is an MDX module of a content collection.
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { remarkAnchors } from '../shared/anchors.ts';

export default defineConfig({
  outDir: '../.work/mdx-modules/dist',
  cacheDir: '../.work/mdx-modules/cache',
  vite: { cacheDir: '../.work/mdx-modules/vite' },
  // Smart punctuation would rewrite the official text; GFM comes once, from our own list.
  markdown: { processor: unified({ gfm: false, smartypants: false, remarkPlugins: [remarkGfm, remarkAnchors] }) },
  integrations: [mdx()],
});
