export { awards } from './awards.ts';
export { clauses } from './clauses.ts';
export { policies } from './policies.ts';
export { DATA_VERSION, type Dataset } from './dataset.ts';
export { schemaOf } from './json-schema.ts';
