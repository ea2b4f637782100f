/** Root-relative addresses of the model, as links of a site that may stand below a folder. */
export function siteHref(url: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + url;
}
