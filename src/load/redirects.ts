import type { RedirectEntry } from '../model/knowledge-base.ts';
import type { Redirect } from '../schemas/redirect.ts';

/** Every old address on its own, in order: what moved with `anchors` is one address an anchor. */
export function buildRedirects(redirects: readonly Redirect[]): RedirectEntry[] {
  return redirects.flatMap(({ from, to, anchors }, index): RedirectEntry[] =>
    anchors === undefined
      ? [{ from, to, path: [index] }]
      : anchors.map((anchor, at) => ({
          from: `${from}#${anchor}`,
          to: `${to}#${anchor}`,
          path: [index, 'anchors', at],
        })),
  );
}
