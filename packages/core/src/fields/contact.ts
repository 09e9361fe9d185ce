import type { SubmissionFields } from "@leadrelay/contracts/submission-fields";
import { withoutTemplates } from "../placeholders/without-templates.ts";
import { readEmail } from "./read-email.ts";

const fewestPhoneDigits = 6;
const enoughDigits = new RegExp(`^(?:\\P{Nd}*\\p{Nd}){${fewestPhoneDigits}}`, "u");
/** Most numbers are written in these, which takes less to find. */
const enoughAsciiDigits = new RegExp(`^(?:\\D*\\d){${fewestPhoneDigits}}`);

/** Enough digits, in any script and outside a template, to be a phone number; whether it can be dialled is decided later. */
export function isPhone(text: string): boolean {
  const plain = withoutTemplates(text);
  return enoughAsciiDigits.test(plain) || enoughDigits.test(plain);
}

export interface ContactProblem {
  field: "email" | "phone";
  detail: string;
}

/** Empty when the person can be reached by at least one of e-mail and phone; otherwise what is wrong with each. */
export function contactProblems({ email, phone }: SubmissionFields): ContactProblem[] {
  if ((email !== undefined && readEmail(email) !== null) || (phone !== undefined && isPhone(phone)))
    return [];
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
