import { href } from '../components/link.ts';
import { ICONS } from '../model/icons.ts';
import { site } from '../site.ts';

/** For those who put the site on their home screen. */
export function GET(): Response {
  const manifest = {
    name: site.name,
    short_name: site.shortName,
    lang: 'zh-Hans',
    start_url: href('/'),
    scope: href('/'),
    display: 'minimal-ui',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    icons: [
      { src: href('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      ...ICONS.map(({ path, size }) => ({ src: href(path), sizes: `${size}x${size}`, type: 'image/png' })),
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
}
