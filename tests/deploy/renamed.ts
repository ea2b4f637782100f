/** Addresses that the site below a path is built without. */
export const RENAMED = [
  { from: '/old/page/', to: '/minhang-2025/rules/6/' },
  { from: '/minhang-2025/rules/6/#old', to: '/minhang-2025/rules/6/#s2' },
  { from: '/songjiang-2025/measures/1/#moved', to: '/minhang-2025/rules/7/#s1' },
];
