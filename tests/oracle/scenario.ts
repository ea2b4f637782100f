/** The input of scenario.md, written out once more by hand: the oracle shares no code with `src/`. */

export type ApplicantType =
  'enterprise' | 'public-institution' | 'private-non-enterprise' | 'park' | 'industry-organisation';

/** Facts with a default in scenario.md are optional here; the policies apply the default where they read them. */
interface CaseFacts {
  'major-rd-special': { municipalSupport: number };
  'joint-lab': { annualInvestment: number[] };
  'drug-clinical-trial': { phase: 'I' | 'II' | 'III'; rdInvestment: number; municipalSupport?: number };
  'drug-approval': {
    category: 'innovative' | 'improved' | 'generic' | 'veterinary';
    produced?: boolean;
    rdInvestment: number;
    municipalSupport?: number;
  };
  'device-special-review': { rdInvestment: number; municipalSupport?: number };
  'device-registration': {
    deviceClass: 'II' | 'III';
    inVitroDiagnostic?: boolean;
    specialReview?: boolean;
    produced?: boolean;
    rdInvestment: number;
    municipalSupport?: number;
  };
  industrialisation: { municipalSupport: number };
  'supply-chain-purchase': { purchaseAmount: number; relatedParties?: boolean };
  'supply-chain-cluster': Record<string, never>;
  'service-platform': { constructionCost: number };
  'first-above-scale': Record<string, never>;
  'contract-manufacturing': { municipalSupport: number; relatedParties?: boolean };
  'clean-room': { investment: number };
  'overseas-registration': { municipalSupport: number; soldLocally?: boolean };
  'overseas-licensing': { upfrontPayment: number; municipalSupport: number; relatedParties?: boolean };
  demonstration: { municipalSupport: number };
  'exchange-event': { cost: number };
  'industry-services': Record<string, never>;
  'quality-certification': { investment: number; serviceInstitution?: boolean };
  'medical-ai': { totalInvestment: number };
}

export type Matter = keyof CaseFacts;
export type Facts<M extends Matter> = CaseFacts[M];
export type ProjectOf<M extends Matter> = { id: string; name?: string; matter: M; date: string; facts: CaseFacts[M] };
export type Project = { [M in Matter]: ProjectOf<M> }[Matter];

/** The readings; the first choice of each is the default. */
export const minhangReadings = {
  'minhang-2025/ivd-class-iii-cap': ['rules', 'opinions'],
  'minhang-2025/device-annual-cap': ['separate', 'shared'],
  'minhang-2025/phase-iii': ['not-listed', 'covered'],
  'minhang-2025/other-drugs': ['excluded', 'higher'],
} as const;
export const songjiangReadings = {
  'songjiang-2025/device-annual-cap': ['article', 'certificates'],
  'songjiang-2025/other-devices': ['unmatched', 'outside-procedure'],
  'songjiang-2025/overseas-annual-cap': ['article', 'licensing'],
  'songjiang-2025/certification-scope': ['any-enterprise', 'service-institutions'],
} as const;

type Chosen<T extends Record<string, readonly string[]>> = { -readonly [K in keyof T]: T[K][number] };
export type MinhangReadings = Chosen<typeof minhangReadings>;
export type SongjiangReadings = Chosen<typeof songjiangReadings>;

export interface Scenario {
  name?: string;
  applicant: { type: ApplicantType };
  readings?: Partial<MinhangReadings & SongjiangReadings>;
  projects: Project[];
}
