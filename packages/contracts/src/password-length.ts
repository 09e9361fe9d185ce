/** Characters a password has at least; long beats complicated, so nothing is asked of what they are. */
export const shortestPassword = 12;

/** Hashing costs no more for a longer one; this only stops somebody from posting a book. */
export const longestPassword = 128;
