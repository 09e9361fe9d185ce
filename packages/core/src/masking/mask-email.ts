import { isEmail } from "../fields/is-email.ts";

/** `a•••@example.com`: enough to tell two people apart in a list, not enough to write to them. What is no address is hidden whole. */
export function maskEmail(email: string): string {
  if (!isEmail(email)) return "•••";
  const at = email.lastIndexOf("@");
  const [first = "", ...rest] = email.slice(0, at);
  return `${rest.length === 0 ? "" : first}•••${email.slice(at)}`;
}
