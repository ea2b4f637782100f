/** Reads a `_redirects` file: old address, new address and status on a line. @returns new addresses by old */
export function parseRedirects(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [from, to] = line.trim().split(/\s+/);
    if (from && to && !from.startsWith('#')) found.set(from, to);
  }
  return found;
}
