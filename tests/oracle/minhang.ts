import type { ApplicantType, MinhangReadings, Project, ProjectOf } from './scenario.ts';
import {
  decide,
  failure,
  fen,
  least,
  matchedWithinHalf,
  notCovered,
  percent,
  refuse,
  roundHalfUp,
  wan,
  wanFen,
  type Award,
  type Candidate,
  type Verdict,
} from './shared.ts';

/** 闵科委规发〔2025〕1号, clause by clause. */

const rules = (n: number): string => `minhang-2025/rules/${n}`;
const opinions = (n: number): string => `minhang-2025/opinions/${n}`;

/** 附则（二）: 2025-07-01 to 2030-06-30, and 2024-10-31 to 2025-06-30 参照执行. */
const inForce = (date: string): boolean => date >= '2024-10-31' && date <= '2030-06-30';
const yearOf = (date: string): number => Number(date.slice(0, 4));

export function judgeMinhang(p: Project, who: ApplicantType, readings: MinhangReadings): Verdict {
  const force = inForce(p.date);
  const year = yearOf(p.date);
  const enterprise = { inForce: force, applicant: who === 'enterprise' };
  switch (p.matter) {
    case 'major-rd-special': // 意见（一）
      return decide(year, [
        {
          clause: opinions(1),
          conditions: { ...enterprise, municipalSupport: p.facts.municipalSupport > 0 },
          determined: least(percent(20, p.facts.municipalSupport), wan(100)),
        },
      ]);
    case 'joint-lab':
      return jointLab(p, who);
    case 'drug-clinical-trial': // 细则（三）2(1)
      if (p.facts.phase === 'III' && readings['minhang-2025/phase-iii'] === 'not-listed') return notCovered;
      return decide(year, [
        {
          clause: rules(3),
          conditions: { ...enterprise, municipalSupport: (p.facts.municipalSupport ?? 0) > 0 },
          determined: matchedWithinHalf(p.facts.municipalSupport ?? 0, p.facts.rdInvestment),
        },
      ]);
    case 'drug-approval':
      return drugApproval(p, who, readings);
    case 'device-special-review': // 细则（五）2(1)
      return decide(year, [
        {
          clause: rules(5),
          conditions: { ...enterprise, municipalSupport: (p.facts.municipalSupport ?? 0) > 0 },
          determined: matchedWithinHalf(p.facts.municipalSupport ?? 0, p.facts.rdInvestment),
        },
      ]);
    case 'device-registration':
      return deviceRegistration(p, who, readings);
    case 'industrialisation': // 细则（八）
      return decide(year, [
        {
          clause: rules(8),
          conditions: { ...enterprise, municipalSupport: p.facts.municipalSupport > 0 },
          determined: least(percent(50, p.facts.municipalSupport), wan(1000)),
        },
      ]);
    case 'supply-chain-purchase': // 细则（九）2(1)
      return decide(year, [
        {
          clause: rules(9),
          conditions: { ...enterprise, unrelated: !(p.facts.relatedParties ?? false) },
          determined: percent(10, p.facts.purchaseAmount),
          annual: { name: 'purchases', cap: wanFen(1000) },
        },
      ]);
    case 'supply-chain-cluster': // 细则（九）2(2)
      return decide(year, [{ clause: rules(9), conditions: enterprise, discretionary: wan(100) }]);
    case 'service-platform': // 细则（十）: 园区和企业
      return decide(year, [
        {
          clause: rules(10),
          conditions: { inForce: force, applicant: who === 'enterprise' || who === 'park' },
          determined: least(percent(30, p.facts.constructionCost), wan(1000)),
        },
      ]);
    case 'first-above-scale': // 细则（十一）
      return decide(year, [{ clause: rules(11), conditions: enterprise, determined: wan(20) }]);
    case 'contract-manufacturing': // 细则（十二）
      return decide(year, [
        {
          clause: rules(12),
          conditions: {
            ...enterprise,
            unrelated: !(p.facts.relatedParties ?? false),
            municipalSupport: p.facts.municipalSupport > 0,
          },
          determined: percent(100, p.facts.municipalSupport),
        },
      ]);
    case 'clean-room': // 细则（十三）: 企业, 或园区
      return decide(year, [
        {
          clause: rules(13),
          conditions: { inForce: force, applicant: who === 'enterprise' || who === 'park' },
          determined: least(percent(30, p.facts.investment), wan(5000)),
        },
      ]);
    case 'overseas-registration': // 细则（十四）
      return decide(year, [
        {
          clause: rules(14),
          conditions: {
            ...enterprise,
            soldLocally: p.facts.soldLocally ?? true,
            municipalSupport: p.facts.municipalSupport > 0,
          },
          determined: percent(50, p.facts.municipalSupport),
        },
      ]);
    case 'overseas-licensing': // 细则（十五）
      return decide(year, [
        {
          clause: rules(15),
          conditions: {
            ...enterprise,
            unrelated: !(p.facts.relatedParties ?? false),
            reachesThreshold: fen(p.facts.upfrontPayment) >= wanFen(10_000),
            municipalSupport: p.facts.municipalSupport > 0,
          },
          determined: percent(50, p.facts.municipalSupport),
        },
      ]);
    case 'demonstration': // 细则（十六）: 医疗机构与企业
      return decide(year, [
        {
          clause: rules(16),
          conditions: {
            inForce: force,
            applicant: who === 'enterprise' || who === 'public-institution' || who === 'private-non-enterprise',
            municipalSupport: p.facts.municipalSupport > 0,
          },
          determined: percent(50, p.facts.municipalSupport),
        },
      ]);
    case 'exchange-event': // 意见（十六）: 企业或组织, no clause in 细则
      return decide(year, [
        {
          clause: opinions(16),
          conditions: { inForce: force, applicant: who !== 'park' },
          discretionary: least(percent(50, p.facts.cost), wan(30)),
        },
      ]);
    case 'industry-services': // 细则（十七）: 每年最高 100 万元
      return decide(year, [
        {
          clause: rules(17),
          conditions: { inForce: force, applicant: who === 'industry-organisation' },
          discretionary: wan(100),
          annual: { name: 'industry-services', cap: wanFen(100) },
        },
      ]);
    case 'quality-certification':
    case 'medical-ai':
      return notCovered;
  }
}

/** 细则（二）: 30% of each year's investment, three years at most; the date of the lab decides for all its years. */
function jointLab(p: ProjectOf<'joint-lab'>, who: ApplicantType): Verdict {
  const reason = failure({ inForce: inForce(p.date), applicant: who === 'enterprise' });
  if (reason !== null) return refuse(rules(2), reason);
  const pool = { name: 'joint-labs', cap: wanFen(100) };
  const awards: Award[] = p.facts.annualInvestment.slice(0, 3).map((investment, i) => ({
    clause: rules(2),
    year: yearOf(p.date) + i,
    determined: roundHalfUp(percent(30, investment)),
    discretionary: 0n,
    pool,
  }));
  const long = p.facts.annualInvestment.length > 3;
  return { awards, refusal: long ? { clause: rules(2), reason: 'years-exhausted' } : null };
}

/** 细则（三）2(2) for a new drug with city approval, 细则（四） for the others. */
function drugApproval(p: ProjectOf<'drug-approval'>, who: ApplicantType, readings: MinhangReadings): Verdict {
  const { category, rdInvestment } = p.facts;
  const support = p.facts.municipalSupport ?? 0;
  const conditions = { inForce: inForce(p.date), applicant: who === 'enterprise', produced: p.facts.produced ?? true };
  const cityMatched = (category === 'innovative' || category === 'improved') && support > 0;
  const candidates: Candidate[] = [];
  if (cityMatched) {
    candidates.push({ clause: rules(3), conditions, determined: matchedWithinHalf(support, rdInvestment) });
  }
  if (!cityMatched || readings['minhang-2025/other-drugs'] === 'higher') {
    if (category === 'innovative') candidates.push({ clause: rules(4), conditions, determined: wan(300) });
    if (category === 'improved') candidates.push({ clause: rules(4), conditions, determined: wan(200) });
    if (category === 'generic') candidates.push({ clause: rules(4), conditions, determined: wan(100) });
    if (category === 'veterinary') {
      const annual = { name: 'veterinary', cap: wanFen(100) };
      candidates.push({ clause: rules(4), conditions, determined: wan(30), annual });
    }
  }
  return decide(yearOf(p.date), candidates);
}

/** 细则（五）2(2) for a special-review device with city approval; 细则（六） or（七） for every device of the class. */
function deviceRegistration(
  p: ProjectOf<'device-registration'>,
  who: ApplicantType,
  readings: MinhangReadings,
): Verdict {
  const { deviceClass, rdInvestment } = p.facts;
  const support = p.facts.municipalSupport ?? 0;
  const conditions = { inForce: inForce(p.date), applicant: who === 'enterprise', produced: p.facts.produced ?? true };
  const shared = readings['minhang-2025/device-annual-cap'] === 'shared';
  const annual = { name: shared ? 'devices' : `class-${deviceClass}`, cap: wanFen(200) };
  const fifth = percent(20, rdInvestment);
  const candidates: Candidate[] = [];
  if ((p.facts.specialReview ?? false) && support > 0) {
    candidates.push({ clause: rules(5), conditions, determined: matchedWithinHalf(support, rdInvestment) });
  }
  if (deviceClass === 'III') {
    const reagent = (p.facts.inVitroDiagnostic ?? false) && readings['minhang-2025/ivd-class-iii-cap'] === 'rules';
    candidates.push({ clause: rules(6), conditions, determined: least(fifth, wan(reagent ? 50 : 100)), annual });
  } else {
    candidates.push({ clause: rules(7), conditions, determined: least(fifth, wan(50)), annual });
  }
  return decide(yearOf(p.date), candidates);
}
