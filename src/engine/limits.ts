/** Characters of the name of a scenario or project, at most: what is read and what forms let pass. */
export const LONGEST_NAME = 60;
