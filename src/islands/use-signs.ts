/** What a visitor does who is about to use an island. */
export const SIGNS = ['pointerenter', 'pointerdown', 'focusin', 'touchstart'] as const;
