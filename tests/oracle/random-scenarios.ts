import { amount, anyDate, cityMoneyAndResearch, dateIn, nudge, Random, yuan } from './random.ts';
import {
  minhangReadings,
  songjiangReadings,
  type Facts,
  type Matter,
  type MinhangReadings,
  type Project,
  type Scenario,
  type SongjiangReadings,
} from './scenario.ts';

/** How often a matter comes up; the ones with annual caps and readings come up more. */
const weights: Record<Matter, number> = {
  'major-rd-special': 2,
  'joint-lab': 4,
  'drug-clinical-trial': 3,
  'drug-approval': 5,
  'device-special-review': 3,
  'device-registration': 8,
  industrialisation: 3,
  'supply-chain-purchase': 3,
  'supply-chain-cluster': 1,
  'service-platform': 2,
  'first-above-scale': 1,
  'contract-manufacturing': 3,
  'clean-room': 2,
  'overseas-registration': 3,
  'overseas-licensing': 3,
  demonstration: 2,
  'exchange-event': 2,
  'industry-services': 2,
  'quality-certification': 2,
  'medical-ai': 2,
};
export const matters = Object.keys(weights) as Matter[];
const weighted = matters.flatMap((matter) => Array.from({ length: weights[matter] }, () => matter));

/** Matters that share an annual cap, or whose projects often come in numbers. */
const clusters: readonly (readonly Matter[])[] = [
  ['device-registration', 'device-special-review'],
  ['device-registration'],
  ['drug-approval'],
  ['joint-lab'],
  ['overseas-registration', 'overseas-licensing'],
  ['supply-chain-purchase'],
  ['industrialisation'],
  ['contract-manufacturing'],
];

/** A fact with a default: left out, or given at random, the unusual value with the probability named. */
function flag<K extends string>(r: Random, key: K, usual: boolean, unusual = 0.25): { [P in K]?: boolean } {
  if (r.chance(0.35)) return {};
  return { [key]: r.chance(unusual) ? !usual : usual } as { [P in K]?: boolean };
}

/** City money where the table requires it: never left out, sometimes 0. */
const cityMoney = (r: Random, edges: readonly number[]): { municipalSupport: number } => ({
  municipalSupport: r.chance(0.08) ? 0 : amount(r, edges),
});

/** City money and R&D investment where the city's money may be left out. */
function research(r: Random): { rdInvestment: number; municipalSupport?: number } {
  const { rdInvestment, municipalSupport } = cityMoneyAndResearch(r);
  return r.chance(0.2) ? { rdInvestment } : { rdInvestment, municipalSupport };
}

const facts: { [M in Matter]: (r: Random) => Facts<M> } = {
  'major-rd-special': (r) => cityMoney(r, [500]),
  'joint-lab': (r) => ({
    annualInvestment: Array.from({ length: r.chance(0.6) ? r.integer(1, 4) : r.integer(1, 10) }, () =>
      r.chance(0.3) ? yuan(nudge(r, 333_333_333)) : amount(r, [100, 166, 200, 333, 400]),
    ),
  }),
  'drug-clinical-trial': (r) => ({ phase: r.pick(['I', 'II', 'III']), ...research(r) }),
  'drug-approval': (r) => ({
    category: r.pick(['innovative', 'improved', 'generic', 'veterinary', 'veterinary']),
    ...flag(r, 'produced', true, 0.12),
    ...(r.chance(0.3) ? drugAtFixedSum(r) : research(r)),
  }),
  'device-special-review': (r) => research(r),
  'device-registration': (r) => ({
    deviceClass: r.pick(['II', 'III']),
    ...flag(r, 'inVitroDiagnostic', false, 0.5),
    ...flag(r, 'specialReview', false, 0.6),
    ...flag(r, 'produced', true, 0.1),
    ...(r.chance(0.5)
      ? { rdInvestment: amount(r, [250, 300, 500, 1000]), municipalSupport: yuan(r.integer(0, 2)) }
      : research(r)),
  }),
  industrialisation: (r) => cityMoney(r, [400, 600, 1000, 2000]),
  'supply-chain-purchase': (r) => ({
    purchaseAmount: amount(r, [3000, 4000, 10_000]),
    ...flag(r, 'relatedParties', false, 0.12),
  }),
  'supply-chain-cluster': () => ({}),
  'service-platform': (r) => ({
    constructionCost: r.chance(0.4) ? yuan(nudge(r, 3_333_333_333)) : amount(r, [1000, 3333]),
  }),
  'first-above-scale': () => ({}),
  'contract-manufacturing': (r) => ({ ...cityMoney(r, [80, 100, 200]), ...flag(r, 'relatedParties', false, 0.12) }),
  'clean-room': (r) => ({ investment: r.chance(0.4) ? yuan(nudge(r, 16_666_666_667)) : amount(r, [10_000, 16_666]) }),
  'overseas-registration': (r) => ({ ...cityMoney(r, [100, 200, 400]), ...flag(r, 'soldLocally', true, 0.12) }),
  'overseas-licensing': (r) => ({
    upfrontPayment: r.chance(0.75)
      ? yuan(10_000_000_000 + (r.chance(0.3) ? r.integer(-2, 0) : r.integer(0, 10 ** 9)))
      : amount(r, [10_000]),
    ...cityMoney(r, [100, 200, 400]),
    ...flag(r, 'relatedParties', false, 0.12),
  }),
  demonstration: (r) => cityMoney(r, [100]),
  'exchange-event': (r) => ({ cost: amount(r, [60]) }),
  'industry-services': () => ({}),
  'quality-certification': (r) => ({
    investment: r.chance(0.4) ? yuan(nudge(r, 666_666_667)) : amount(r, [600, 666]),
    ...flag(r, 'serviceInstitution', false, 0.5),
  }),
  'medical-ai': (r) => ({ totalInvestment: r.chance(0.4) ? yuan(nudge(r, 333_333_333)) : amount(r, [300, 333]) }),
};

/** A new drug whose match on the city's money is about its fixed sum of 300万 or 200万. */
function drugAtFixedSum(r: Random): { rdInvestment: number; municipalSupport: number } {
  const support = nudge(r, r.pick([200, 300]) * 1_000_000);
  return { municipalSupport: yuan(support), rdInvestment: yuan(support * 4 + r.integer(-4, 4)) };
}

function project<M extends Matter>(r: Random, matter: M, id: string, date: string): Project {
  const name = r.chance(0.15) ? { name: r.pick(['新产品', 'x', '名'.repeat(60)]) } : {};
  return { id, ...name, matter, date, facts: facts[matter](r) } as Project;
}

function someReadings(r: Random): Partial<MinhangReadings & SongjiangReadings> {
  const all: Record<string, readonly string[]> = { ...minhangReadings, ...songjiangReadings };
  const share = r.pick([0, 0.2, 0.5, 1]);
  const chosen = Object.entries(all)
    .filter(() => r.chance(share))
    .map(([key, choices]) => [key, r.pick(choices)]);
  return Object.fromEntries(chosen) as Partial<MinhangReadings & SongjiangReadings>;
}

/** A valid scenario; the same seed gives the same one. */
export function randomScenario(seed: number): Scenario {
  const r = new Random(seed);
  const type = r.chance(0.8)
    ? 'enterprise'
    : r.pick(['public-institution', 'private-non-enterprise', 'park', 'industry-organisation'] as const);
  const clustered = r.chance(0.65);
  const cluster: readonly Matter[] = type === 'industry-organisation' ? ['industry-services'] : r.pick(clusters);
  const clusterYear = r.chance(0.85) ? r.integer(2026, 2027) : r.integer(2024, 2030);
  const prefix = r.pick(['p', '项目-', '2026/']);
  const projects: Project[] = [];
  let aboveScale = false;
  const count = clustered ? r.integer(3, 12) : r.integer(1, 12);
  while (projects.length < count) {
    const inCluster = clustered && r.chance(0.8);
    const matter = inCluster ? r.pick(cluster) : r.pick(weighted);
    if (matter === 'first-above-scale' && aboveScale) continue;
    aboveScale ||= matter === 'first-above-scale';
    const date = inCluster && r.chance(0.85) ? dateIn(r, clusterYear) : anyDate(r);
    projects.push(project(r, matter, `${prefix}${projects.length + 1}`, date));
  }
  return {
    ...(r.chance(0.15) ? { name: '测算' } : {}),
    applicant: { type },
    ...(r.chance(0.5) ? { readings: someReadings(r) } : {}),
    projects,
  };
}
