/** What the site calls itself. The districts it covers are said by content/, never here. */
export const site = {
  name: '生物医药政策对读',
  /** below an icon */
  shortName: '政策对读',
  /** where errors are reported; a page says how to where it is unset */
  issuesUrl: process.env['ISSUES_URL'] || null,
  /** false where the build draws no cards for shared links: then no page names one */
  cards: process.env['OG_CARDS'] !== '0',
  notice: '非官方网站，以公布文本为准',
} as const;
