import type { ApplicantType, Project, ProjectOf, SongjiangReadings } from './scenario.ts';
import {
  decide,
  fen,
  least,
  matchedWithinHalf,
  notCovered,
  percent,
  wan,
  wanFen,
  type Candidate,
  type Verdict,
} from './shared.ts';

/** 松科委规〔2025〕6号, article by article. 一、支持对象: enterprises only. */

const article = (n: number): string => `songjiang-2025/measures/${n}`;

/** 三、附则: 2026-01-01 to 2027-12-31. */
const inForce = (date: string): boolean => date >= '2026-01-01' && date <= '2027-12-31';
const yearOf = (date: string): number => Number(date.slice(0, 4));

export function judgeSongjiang(p: Project, who: ApplicantType, readings: SongjiangReadings): Verdict {
  const year = yearOf(p.date);
  const enterprise = { inForce: inForce(p.date), applicant: who === 'enterprise' };
  switch (p.matter) {
    case 'device-special-review': {
      const candidate: Candidate = {
        clause: article(1),
        conditions: { ...enterprise, municipalSupport: (p.facts.municipalSupport ?? 0) > 0 },
        determined: matchedWithinHalf(p.facts.municipalSupport ?? 0, p.facts.rdInvestment),
      };
      return decide(year, [withMatchedDeviceCap(candidate, readings)]);
    }
    case 'device-registration':
      return deviceRegistration(p, who, readings);
    case 'drug-approval': // 2: 分别给予最高 …
      return decide(year, [
        {
          clause: article(2),
          conditions: { ...enterprise, produced: p.facts.produced ?? true },
          discretionary: wan({ innovative: 300, improved: 200, generic: 100, veterinary: 30 }[p.facts.category]),
        },
      ]);
    case 'industrialisation': // 3
      return decide(year, [
        {
          clause: article(3),
          conditions: { ...enterprise, municipalSupport: p.facts.municipalSupport > 0 },
          determined: percent(50, p.facts.municipalSupport),
          annual: { name: 'industrialisation', cap: wanFen(500) },
        },
      ]);
    case 'overseas-registration': {
      // 4, first half
      const candidate: Candidate = {
        clause: article(4),
        conditions: {
          ...enterprise,
          soldLocally: p.facts.soldLocally ?? true,
          municipalSupport: p.facts.municipalSupport > 0,
        },
        determined: percent(50, p.facts.municipalSupport),
      };
      if (readings['songjiang-2025/overseas-annual-cap'] === 'licensing') return decide(year, [candidate]);
      return decide(year, [{ ...candidate, annual: { name: 'overseas', cap: wanFen(200) } }]);
    }
    case 'overseas-licensing': // 4, second half
      return decide(year, [
        {
          clause: article(4),
          conditions: {
            ...enterprise,
            unrelated: !(p.facts.relatedParties ?? false),
            reachesThreshold: fen(p.facts.upfrontPayment) >= wanFen(10_000),
            municipalSupport: p.facts.municipalSupport > 0,
          },
          determined: percent(50, p.facts.municipalSupport),
          annual: { name: 'overseas', cap: wanFen(200) },
        },
      ]);
    case 'contract-manufacturing': // 5
      return decide(year, [
        {
          clause: article(5),
          conditions: {
            ...enterprise,
            unrelated: !(p.facts.relatedParties ?? false),
            municipalSupport: p.facts.municipalSupport > 0,
          },
          determined: percent(100, p.facts.municipalSupport),
          annual: { name: 'contract-manufacturing', cap: wanFen(200) },
        },
      ]);
    case 'quality-certification': {
      // 7
      const anyEnterprise = readings['songjiang-2025/certification-scope'] === 'any-enterprise';
      const inScope = anyEnterprise || (p.facts.serviceInstitution ?? false);
      return decide(year, [
        {
          clause: article(7),
          conditions: { inForce: enterprise.inForce, applicant: enterprise.applicant && inScope },
          determined: least(percent(30, p.facts.investment), wan(200)),
        },
      ]);
    }
    case 'medical-ai': // 10: 不超过总投资额 30%，最高 100 万元
      return decide(year, [
        {
          clause: article(10),
          conditions: enterprise,
          discretionary: least(percent(30, p.facts.totalInvestment), wan(100)),
        },
      ]);
    case 'major-rd-special':
    case 'joint-lab':
    case 'drug-clinical-trial':
    case 'supply-chain-purchase':
    case 'supply-chain-cluster':
    case 'service-platform':
    case 'first-above-scale':
    case 'clean-room':
    case 'demonstration':
    case 'exchange-event':
    case 'industry-services':
      return notCovered;
  }
}

/** Article 1: the matched awards spend the closing 200万 a year only where it is read for the whole article. */
function withMatchedDeviceCap(candidate: Candidate, readings: SongjiangReadings): Candidate {
  if (readings['songjiang-2025/device-annual-cap'] === 'certificates') return candidate;
  return { ...candidate, annual: { name: 'devices', cap: wanFen(200) } };
}

/** Article 1: a special-review device is matched where the city gave money; 其他 get 20%. Never both. */
function deviceRegistration(
  p: ProjectOf<'device-registration'>,
  who: ApplicantType,
  readings: SongjiangReadings,
): Verdict {
  const { deviceClass, rdInvestment } = p.facts;
  const support = p.facts.municipalSupport ?? 0;
  const special = p.facts.specialReview ?? false;
  const conditions = { inForce: inForce(p.date), applicant: who === 'enterprise', produced: p.facts.produced ?? true };
  const year = yearOf(p.date);
  const judgedAsMatched = special && (support > 0 || readings['songjiang-2025/other-devices'] === 'outside-procedure');
  if (judgedAsMatched) {
    const candidate: Candidate = {
      clause: article(1),
      conditions: { ...conditions, municipalSupport: support > 0 },
      determined: matchedWithinHalf(support, rdInvestment),
    };
    return decide(year, [withMatchedDeviceCap(candidate, readings)]);
  }
  return decide(year, [
    {
      clause: article(1),
      conditions,
      determined: least(percent(20, rdInvestment), wan(deviceClass === 'III' ? 100 : 50)),
      annual: { name: 'devices', cap: wanFen(200) },
    },
  ]);
}
