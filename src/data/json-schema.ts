import { DATA_VERSION } from './dataset.ts';

type JsonSchema = Record<string, unknown>;

/** JSON Schema (2020-12) of a dataset, derived from its fields and records: what they all have in common. */
export function schemaOf<R extends object>(
  title: string,
  fields: Readonly<Record<keyof R & string, string>>,
  records: readonly R[],
): JsonSchema {
  const names = Object.keys(fields) as (keyof R & string)[];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    version: DATA_VERSION,
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: names,
      properties: Object.fromEntries(
        names.map((name) => [name, { description: fields[name], ...typeOf(records.map((record) => record[name])) }]),
      ),
    },
  };
}

function typeOf(values: readonly unknown[]): JsonSchema {
  const types = [...new Set(values.map(nameOf))].sort();
  const objects = values.filter((value) => nameOf(value) === 'object') as Record<string, unknown>[];
  const inner = values.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []));
  return {
    type: types.length === 1 ? types[0] : types,
    ...(objects.length > 0 ? propertiesOf(objects) : {}),
    ...(types.includes('array') && inner.length > 0 ? { items: typeOf(inner) } : {}),
  };
}

/** Of objects in a list: they all have the same keys. */
function propertiesOf(objects: readonly Record<string, unknown>[]): JsonSchema {
  const names = Object.keys(objects[0] ?? {});
  return {
    additionalProperties: false,
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, typeOf(objects.map((one) => one[name]))])),
  };
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
