import { z } from 'zod';

const address = z.string().startsWith('/');

/** 改名的地址: an address that was published once and where it leads now; or anchors that moved from page to page. */
export const redirect = z.strictObject({
  /** the old address, root-relative: a page `/old/`, an anchor `/old/#p2`; with `anchors`, the page that had them */
  from: address,
  /** where it leads now: an address that stands; with `anchors`, the page that has them now */
  to: address,
  /** anchors that are called on the new page what they were called on the old one, a line each; left out: none */
  anchors: z
    .array(z.string().regex(/^[\w-]+$/))
    .min(1)
    .optional(),
});
export type Redirect = z.output<typeof redirect>;

/** content/redirects.yaml; none is the default. */
export const redirectsFile = z.array(redirect);
