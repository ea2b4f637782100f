import { policies } from '../../data/index.ts';
import { loadKnowledgeBase } from '../../load/index.ts';

export function GET(): Response {
  const csv = policies.csv(policies.records(loadKnowledgeBase()));
  return new Response(csv, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
}
