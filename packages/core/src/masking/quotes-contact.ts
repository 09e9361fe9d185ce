/** Something@something, or as many digits as a phone number has, written together or in groups. */
const contact = /\S@\S|\p{Nd}(?:[\s().\-/]{0,2}\p{Nd}){6,}/u;

/** Whether a text holds what may be an e-mail address or a phone number, also as a link escapes them; rather once too often than too seldom. */
export const quotesContact = (text: string): boolean =>
  contact.test(text) || (text.includes("%") && contact.test(unescaped(text)));

/** Each escaped character by itself: one that is broken does not hide the others. */
const unescaped = (text: string) =>
  text.replaceAll(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
