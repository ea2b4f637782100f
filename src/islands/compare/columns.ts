/** For the styles: how many columns a table has, where it is not the usual two. */
export function columnsOf(policies: readonly unknown[]): string | undefined {
  return policies.length === 2 ? undefined : String(policies.length);
}
