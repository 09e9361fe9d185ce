import type { SubmissionFields } from "@leadrelay/contracts/submission-fields";

const fewestPhoneDigits = 6;
const longestEmail = 254;
/** zod's `unicodeEmail` (its own copy would bring every other pattern along), in any script. */
const unicodeEmail = /^[^\s@"]{1,64}@[^\s@]{1,255}$/u;
/** A domain of at least two labels, none empty: nobody can be reached at `anna@gmail`. */
const dottedDomain = /@[^.]+(?:\.[^.]+)+$/;

/** A syntactically valid address, in any script. */
export const isEmail = (text: string): boolean =>
  text.length <= longestEmail && unicodeEmail.test(text) && dottedDomain.test(text);

/** Enough digits, in any script, to be a phone number; whether it can be dialled is decided later. */
export const isPhone = (text: string): boolean => (text.match(/\p{Nd}/gu)?.length ?? 0) >= fewestPhoneDigits;

export interface ContactProblem {
  field: "email" | "phone";
  detail: string;
}

/** Empty when the person can be reached by at least one of e-mail and phone; otherwise what is wrong with each. */
export function contactProblems({ email, phone }: SubmissionFields): ContactProblem[] {
  if ((email !== undefined && isEmail(email)) || (phone !== undefined && isPhone(phone))) return [];
  return [
    {
      field: "email",
      detail:
        email === undefined
          ? "Enter an e-mail address, or a phone number."
          : "This is not a complete e-mail address, such as anna@example.com.",
    },
    {
      field: "phone",
      detail:
        phone === undefined
          ? "Enter a phone number, or an e-mail address."
          : `A phone number has at least ${fewestPhoneDigits} digits.`,
    },
  ];
}
