/** 申报主体: enterprise 企业 · public-institution 事业单位 · private-non-enterprise 民办非企业单位 · park 园区 · industry-organisation 行业组织 */
export const APPLICANT_TYPES = [
  'enterprise',
  'public-institution',
  'private-non-enterprise',
  'park',
  'industry-organisation',
] as const;

export type ApplicantType = (typeof APPLICANT_TYPES)[number];
