import { z } from 'zod';
import { APPLICANT_TYPES } from '../domain/applicants.ts';

export { APPLICANT_TYPES, type ApplicantType } from '../domain/applicants.ts';

export const applicantType = z.enum(APPLICANT_TYPES);

/** 主体的写法: what words of the texts mean which types of applicant; of words that overlap the longer count. */
export const applicantWords = z.strictObject({ words: z.string().min(1), types: z.array(applicantType).min(1) });
export type ApplicantWords = z.output<typeof applicantWords>;

/** content/applicants.yaml */
export const applicantWordsFile = z.array(applicantWords).min(1);
