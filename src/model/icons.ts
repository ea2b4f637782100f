/** Pictures of the site for home screens, drawn from public/favicon.svg when the site is built. */
export const ICONS = [
  { path: '/icon-192.png', size: 192 },
  { path: '/icon-512.png', size: 512 },
  { path: '/apple-touch-icon.png', size: 180 },
] as const;

export const APPLE_ICON = '/apple-touch-icon.png';
