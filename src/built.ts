/** The moment of the build as pages may know it (see integrations/build-date.ts, which astro.config.mjs sets it from). */
export const builtAt = new Date(Number(process.env['SOURCE_DATE_EPOCH']) * 1000);
