/** The id that the address points at; '' where it points at none, or where its hash is no text (`#%E4`). */
export function targetId(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
