const longestEmail = 254;
/** What zod's `unicodeEmail` asks (its own copy would bring every other pattern along), less the signs that no mailbox's name has unquoted. */
const mailbox = /^[^\s@"<>()[\],;:\\]{1,64}@(.{1,255})$/u;
/** At least two labels, none empty, in any script, emoji too: nobody can be reached at `anna@gmail`. */
const domain = /^[\p{L}\p{M}\p{N}\p{So}_-]+(?:\.[\p{L}\p{M}\p{N}\p{So}_-]+)+$/u;

/** A syntactically valid address and nothing else, in any script. What else people type is read by `readEmail`. */
export const isEmail = (text: string): boolean =>
  text.length <= longestEmail && domain.test(mailbox.exec(text)?.[1] ?? "");
