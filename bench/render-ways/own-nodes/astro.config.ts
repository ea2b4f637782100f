// Way B: the pages draw our own nodes; Astro knows nothing of the .mdx files.
import { defineConfig } from 'astro/config';

export default defineConfig({
  outDir: '../.work/own-nodes/dist',
  cacheDir: '../.work/own-nodes/cache',
  vite: { cacheDir: '../.work/own-nodes/vite' },
});
