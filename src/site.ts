/** What the site calls itself. The districts it covers are said by content/, never here. */
export const site = {
  name: '生物医药政策对读',
  /** below an icon */
  shortName: '政策对读',
  /** where errors are reported; a page says how to where it is unset */
  issuesUrl: process.env['ISSUES_URL'] || null,
  notice: '非官方网站，以公布文本为准',
} as const;
