import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { awards } from './awards.ts';
import { clauses } from './clauses.ts';
import type { Dataset } from './dataset.ts';
import { schemaOf } from './json-schema.ts';
import { policies } from './policies.ts';

export { DATA_VERSION } from './dataset.ts';

/** One file of /data/ in each of its forms. */
export interface Publication {
  name: string;
  title: string;
  /** name and meaning of each field, in order */
  fields: { name: string; meaning: string }[];
  count: number;
  json: () => string;
  csv: () => string;
  schema: () => string;
}

/** What stands below /data/, in the order in which it is documented. */
export function publications(knowledgeBase: KnowledgeBase): Publication[] {
  return [publish(policies, knowledgeBase), publish(clauses, knowledgeBase), publish(awards, knowledgeBase)];
}

function publish<R extends object>(dataset: Dataset<R>, knowledgeBase: KnowledgeBase): Publication {
  const records = dataset.records(knowledgeBase);
  const fields = dataset.fields(knowledgeBase);
  return {
    name: dataset.name,
    title: dataset.title,
    fields: Object.entries<string>(fields).map(([name, meaning]) => ({ name, meaning })),
    count: records.length,
    json: () => JSON.stringify(records),
    csv: () => dataset.csv(records),
    schema: () => JSON.stringify(schemaOf(dataset.title, fields, records)),
  };
}
