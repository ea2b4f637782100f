import type { Built } from '../../load/build.ts';

/** Line of a field of a file of content/. */
export type Locate = Built['locate'];
