import type { AnnualCap } from '../schemas/award.ts';
import type { Fault } from './fault.ts';
import { fault, within, type Place } from './quotes.ts';

/** A yearly cap is said to be an enterprise's where its words name 企业, and only there. */
export function checkCapHolder({ per, quote }: AnnualCap, place: Place, faults: Fault[]): void {
  const words = quote.map(({ text }) => text).join('，');
  const named = words.includes('企业') ? 'enterprise' : 'applicant';
  if (per === named) return;
  const problem = `引文“${words}”${named === 'enterprise' ? '写了企业' : '没有写企业'}，这里写的是 ${per}`;
  faults.push(fault(within(place, 'per'), problem, `改成 ${named}，或把引文抄全`));
}
