/**
 * Something@something, its sign also as wide scripts and people who hide from robots write it; or as many digits as a phone number has,
 * written together or in groups, with any dash and any invisible sign between them.
 */
const contact =
  /\S[@\uff20\ufe6b]\S|\S\s?[([{]at[)\]}]\s?\S|\p{Nd}(?:[\s().\-/\p{Pd}\p{Cf}\u00b7\u2022_~|\u2212]{0,2}\p{Nd}){6,}/iu;

/** Escaped more often than this, nothing reads it. */
const mostEscapes = 3;

/** Whether a text holds what may be an e-mail address or a phone number, also as a link or a page escapes them; rather once too often than too seldom. */
export function quotesContact(text: string): boolean {
  let read = text;
  for (let times = 0; times <= mostEscapes; times += 1) {
    if (contact.test(read)) return true;
    const further = unescaped(read);
    if (further === read) return false;
    read = further;
  }
  return false;
}

/** Each escaped character by itself: one that is broken does not hide the others. */
const unescaped = (text: string) =>
  text.includes("%") || text.includes("&#")
    ? text
        .replaceAll(/%([2-7][0-9a-f])/gi, (_, code: string) => characterOf(Number.parseInt(code, 16)))
        .replaceAll(/&#x0{0,5}([2-7][0-9a-f]);?/gi, (_, code: string) =>
          characterOf(Number.parseInt(code, 16)),
        )
        .replaceAll(/&#0{0,5}(\d{2,3});?/g, (_, code: string) => characterOf(Number(code)))
    : text;

const characterOf = (code: number) => String.fromCharCode(code);
