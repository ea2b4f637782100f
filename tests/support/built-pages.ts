import { globSync } from 'node:fs';

/** Addresses of every page that the build wrote, the policies' single files and the missing page among them. */
export const EVERY_PAGE = globSync('dist/**/*.html')
  .map((file) =>
    file
      .replaceAll('\\', '/')
      .replace(/^dist/, '')
      .replace(/index\.html$/, ''),
  )
  .sort();

/** One page of each kind. */
export const ONE_OF_EACH_KIND = [
  '/',
  '/minhang-2025/',
  '/minhang-2025/rules/',
  '/minhang-2025/rules/6/',
  '/minhang-2025/forms/1/',
  '/minhang-2025/notice/1/',
  '/songjiang-2025/measures/1/',
  '/compare/',
  '/compare/device-research/',
  '/calculate/',
  '/search/',
  '/departments/',
  '/minhang-2025/departments/',
  '/minhang-2025/notes/',
  '/about/',
  '/data/',
  '/data/minhang-2025.html',
  '/offline/',
  '/404.html',
] as const;
