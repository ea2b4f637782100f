import { policies } from '../../data/index.ts';
import { loadKnowledgeBase } from '../../load/index.ts';

export function GET(): Response {
  return Response.json(policies.records(loadKnowledgeBase()));
}
