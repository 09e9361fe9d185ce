import { longestPassword, shortestPassword } from "@leadrelay/contracts/password-length";

/** Whether an operator may choose this password; if not, why, in words for the person. */
export function judgePassword(password: string): { kind: "ok" } | { kind: "refused"; because: string } {
  if (password.length < shortestPassword)
    return { kind: "refused", because: `A password has at least ${shortestPassword} characters.` };
  if (password.length > longestPassword)
    return { kind: "refused", because: `A password has at most ${longestPassword} characters.` };
  return { kind: "ok" };
}
