/** Characters a password has at least; long beats complicated, so nothing is asked of what they are. */
export const shortestPassword = 12;
/** Hashing costs no more for a longer one; this only stops somebody from posting a book. */
export const longestPassword = 128;

/** Whether an operator may choose this password; if not, why, in words for the person. */
export function judgePassword(password: string): { kind: "ok" } | { kind: "refused"; because: string } {
  if (password.length < shortestPassword)
    return { kind: "refused", because: `A password has at least ${shortestPassword} characters.` };
  if (password.length > longestPassword)
    return { kind: "refused", because: `A password has at most ${longestPassword} characters.` };
  return { kind: "ok" };
}
