/** Root-relative addresses of the model, as links of a site that may stand below a folder (`BASE_PATH`). */
export function href(url: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + url;
}

/** Absolute where the site knows where it stands (`SITE_URL`), null otherwise. */
export function absolute(url: string, site: URL | undefined): string | null {
  return site ? new URL(href(url), site).href : null;
}
