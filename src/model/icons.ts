/** Pictures of the site for home screens, drawn from public/favicon.svg when the site is built. Apple's finds itself by its name. */
export const ICONS = [
  { path: '/icon-192.png', size: 192 },
  { path: '/icon-512.png', size: 512 },
  { path: '/apple-touch-icon.png', size: 180 },
] as const;
