/** Asks once for each key and keeps the answer; what failed is forgotten, so that the next query asks again. */
export function onceEach<Key extends [] | [string | number], Value>(
  ask: (...key: Key) => Promise<Value>,
): (...key: Key) => Promise<Value> {
  const asked = new Map<string | number | undefined, Promise<Value>>();
  return (...key) => {
    const known = asked.get(key[0]);
    if (known) return known;
    const asking = ask(...key).catch((error: unknown) => {
      asked.delete(key[0]);
      throw error;
    });
    asked.set(key[0], asking);
    return asking;
  };
}
