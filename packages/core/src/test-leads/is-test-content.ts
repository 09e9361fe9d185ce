import type { SubmissionFields } from "@leadrelay/contracts/submission-fields";

/**
 * True when one of the client's test strings stands in the name, e-mail, project or location, in any letter case.
 * A blank string matches nothing: it would make every lead a test.
 */
export function isTestContent(fields: SubmissionFields, strings: readonly string[]): boolean {
  const { name, email, project, location } = fields;
  const texts = [name, email, project, location].map((text) => (text ?? "").toLowerCase());
  const wanted = strings.map((text) => text.trim().toLowerCase()).filter((text) => text !== "");
  return wanted.some((text) => texts.some((given) => given.includes(text)));
}
