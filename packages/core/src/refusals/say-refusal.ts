import type { RefusalReason } from "@leadrelay/contracts/intake-counts";

/** A form that refuses posts, as far as its words need it. */
export interface RefusingForm {
  id: string;
  /** Its own field names → ours. */
  mapping: Readonly<Record<string, string>>;
}

interface Words {
  /** What was wrong with the posts. */
  why: string;
  /** What to do about it, for this form. */
  todo: (form: RefusingForm, fields: readonly string[]) => string;
}

const page = ({ id }: RefusingForm) => `\`leadrelay form show ${id}\``;

/** As a shell takes it for one word, whatever somebody called a field. */
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

function mapping(form: RefusingForm, fields: readonly string[]): string {
  const likely =
    fields.find((name) => /mail/i.test(name)) ?? fields.find((name) => /phone|tel|mob/i.test(name));
  const known =
    likely === undefined ? "THEIRS=email" : `${likely}=${/mail/i.test(likely) ? "email" : "phone"}`;
  const kept = Object.keys(form.mapping).length === 0 ? "" : "; the mapping it has stays beside it";
  return `Look at its mapping with ${page(form)}, and say which of its fields is the e-mail or the phone: \`leadrelay form change ${form.id} --map ${quoted(known)}\`${kept}.`;
}

const ofTheForm = (form: RefusingForm) =>
  `Send the form from its own page and look at what the browser posts; ${page(form)} tells where it should go.`;

const words: Record<RefusalReason, Words> = {
  no_contact: { why: "no e-mail and no phone was found", todo: mapping },
  invalid_contact: {
    why: "the e-mail or phone reaches nobody",
    todo: (form) =>
      `Look at the form's own page: does it send what was typed? ${page(form)} tells which of its fields count as e-mail and phone.`,
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
  unverified: {
    why: "the signature or key was not the source's",
    todo: () =>
      "`leadrelay source list` lists the sources: compare the secret or key that the other system has with the source's, or rotate it with `leadrelay source rotate`. Where nobody of yours posts there, somebody tries, and nothing is lost.",
  },
};

/** Why posts were refused, in words for an operator. */
export const sayRefusal = (reason: RefusalReason): string => words[reason].why;

/** What an operator can type next about a form that refuses for this reason; `fields`: what those of its last post were called. */
export const mendRefusal = (reason: RefusalReason, form: RefusingForm, fields: readonly string[]): string =>
  words[reason].todo(form, fields);
