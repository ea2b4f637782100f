import { policies, schemaOf } from '../../data/index.ts';
import { loadKnowledgeBase } from '../../load/index.ts';

export function GET(): Response {
  return Response.json(schemaOf(policies, policies.records(loadKnowledgeBase())));
}
