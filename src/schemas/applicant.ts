import { z } from 'zod';
import { APPLICANT_TYPES } from '../domain/applicants.ts';

export { APPLICANT_TYPES, type ApplicantType } from '../domain/applicants.ts';

export const applicantType = z.enum(APPLICANT_TYPES);
