/** "06-class-iii-device.v2.mdx" */
export const VERSION = /\.v([1-9]\d*)\.mdx$/;

/** 2 of "06-class-iii-device.v2.mdx"; null of the file of a first version, and of all others. */
export function numberOfVersion(path: string): number | null {
  const number = VERSION.exec(path)?.[1];
  return number === undefined ? null : Number(number);
}
