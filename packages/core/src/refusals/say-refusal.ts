import type { RefusalReason } from "@leadrelay/contracts/intake-counts";

interface Words {
  /** What was wrong with the posts. */
  why: string;
  /** What to do about it, for the form with this id. */
  todo: (formId: string, fields: readonly string[]) => string;
}

const page = (formId: string) => `\`leadrelay form show ${formId}\``;

/** Names of fields hold no quote (the producer's `fieldNames`). */
function mapping(formId: string, fields: readonly string[]): string {
  const likely =
    fields.find((name) => /mail/i.test(name)) ?? fields.find((name) => /phone|tel|mob/i.test(name));
  const known =
    likely === undefined ? "THEIRS=email" : `${likely}=${/mail/i.test(likely) ? "email" : "phone"}`;
  return `Look at its fields with ${page(formId)}, and say which of them is the e-mail or the phone: \`leadrelay form change ${formId} --map '${known}'\` (a mapping replaces the one before).`;
}

const ofTheForm = (formId: string) =>
  `Send the form from its own page and look at what the browser posts; ${page(formId)} tells where it should go.`;

const words: Record<RefusalReason, Words> = {
  no_contact: { why: "no e-mail and no phone was found", todo: mapping },
  invalid_contact: {
    why: "the e-mail or phone reaches nobody",
    todo: (formId) =>
      `Look at the form's own page: does it send what was typed? ${page(formId)} tells which of its fields count as e-mail and phone.`,
  },
  empty_body: { why: "the body was empty", todo: ofTheForm },
  unreadable_body: { why: "the body could not be read", todo: ofTheForm },
  unsupported_body: { why: "the body was of a kind that nobody reads", todo: ofTheForm },
  too_large: { why: "there was too much in it", todo: ofTheForm },
  too_many_fields: { why: "there were more than 200 fields", todo: ofTheForm },
  bad_idempotency_key: {
    why: "its Idempotency-Key was none",
    todo: () => "Mend whatever posts there: the key is 1 to 255 visible ASCII characters without blanks.",
  },
};

/** Why posts were refused, in words for an operator. */
export const sayRefusal = (reason: RefusalReason): string => words[reason].why;

/** What an operator can type next about a form that refuses for this reason; `fields`: what those of its last post were called. */
export const mendRefusal = (reason: RefusalReason, formId: string, fields: readonly string[]): string =>
  words[reason].todo(formId, fields);
