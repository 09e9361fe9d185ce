/** Something@something, or as many digits as a phone number has, written together or in groups. */
const contact = /\S@\S|\p{Nd}(?:[\s().\-/]{0,2}\p{Nd}){6,}/u;

/** Whether a text holds what may be an e-mail address or a phone number; rather once too often than too seldom. */
export const quotesContact = (text: string): boolean => contact.test(text);
