import { awards } from '../../data/index.ts';
import { loadKnowledgeBase } from '../../load/index.ts';

export function GET(): Response {
  return Response.json(awards.records(loadKnowledgeBase()));
}
