/** Refusals that the engine knows by itself; all others are named by the rule book. */
export const NOT_COVERED = 'not-covered';
export const NOT_IN_FORCE = 'not-in-force';
export const APPLICANT_TYPE = 'applicant-type';
export const YEARS_EXHAUSTED = 'years-exhausted';

/** All of them: every rule book names them. */
export const OWN_REASONS = [NOT_COVERED, NOT_IN_FORCE, APPLICANT_TYPE, YEARS_EXHAUSTED] as const;
