import { z } from 'zod';

/** Ids are lower-case ASCII words joined by hyphens: they become addresses and never change. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '只用小写字母、数字和连字符，如 class-iii');

/** A clause, whichever version is in force: `<policy>/<part>/<node>`, as `minhang-2025/rules/6`. */
export const placeId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+$/, '写全称，如 minhang-2025/rules/6');

/** A text: `minhang-2025/rules/6` as first published, `minhang-2025/rules/6@2` its second version. */
export const nodeId = z
  .string()
  .regex(
    /^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+(@([2-9]|[1-9]\d+))?$/,
    '写全称，如 minhang-2025/rules/6；第二版写 minhang-2025/rules/6@2',
  );
