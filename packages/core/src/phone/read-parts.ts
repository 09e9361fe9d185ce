/** What stands in a phone field beside the number itself. */
export interface PhoneParts {
  /** Digits, `+`, brackets and blanks. */
  number: string;
  extension?: string | undefined;
  /** Words behind the number, or before it with no colon between; some of them with digits of their own. */
  remark?: string | undefined;
}

const extensionWord =
  "(?:ext(?:ension|n)?|durchwahl|dw|klappe|poste|anexo|interno|int|ramal|dahili|wew|w(?=[.])|доб(?:авочный)?|вн|转|轉|分机|分機|内線|內線|내선)";
const extension = new RegExp(
  `^(.*[\\d)])[\\s,;.\\-/(]*(?:${extensionWord}|x|#)[.:=\\s#]*(\\d{1,7})\\)?$`,
  "iu",
);
/** `Ext. 12, 080 4123 4567` */
const extensionInFront = new RegExp(`^${extensionWord}[.:=\\s#]*(\\d{1,7})[\\s,;:/-]+(?=[+(\\d])`, "iu");

/** `tel:`, `Mob. `, `p:` (Meta's), `WhatsApp `; a letter alone could be meant as a digit. */
const label = /^\p{L}[\p{L}\p{M}\s.'-]*[:=#][\s./-]*(?=[+(\d])/u;
const wordsInFront = /^((?![OoIlQSsBZz]+[\s\d])\p{L}{2}[\p{L}\p{M}\s.'-]*)(?=[+(\d])/u;

/** WhatsApp's links and ids hold a whole number without its +. */
const whatsApp =
  /^(?:(?:https?:\/\/)?(?:www\.)?(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?phone=)\+?(\d{7,15})(?:[/?&#].*)?|(\d{7,15})(?::\d+)?@(?:c\.us|s\.whatsapp\.net))$/i;

/** Words of two letters or more apart from the number, or anything in brackets. */
const remark = /^([^\p{L}]*\d\)?)(?:\s*\(|[\s,:][\s,.\-–—:]*(?=\p{L}{2}))(?![OoIlQSsBZz]+\b)(\p{L}.*)$/su;

/** What surrounds a number and is no part of it; not `*` and `?`, which stand where a digit is kept back. */
const edges = /^[^\p{L}\d+(*?]+|[^\p{L}\d)*?]+$/gu;

const number = /^[+\d\s().\-‐-―−ー~·•'’:_,/|]+$/u;

/**
 * Takes a phone field's text apart. Undefined where something in it could stand for a digit (`4321O`, `98765*3210`), or letters are part
 * of the number: nothing is read of it that was not typed.
 * @param text as `plainNumber` gives it
 */
export function readParts(text: string): PhoneParts | undefined {
  const linked = whatsApp.exec(text);
  if (linked !== null) return { number: `+${linked[1] ?? linked[2]}` };
  const labelled = withContext(text).replaceAll(edges, "").replace(carrier, "($1) ");
  const [before = "", first] = extensionInFront.exec(labelled) ?? [];
  const unlabelled = labelled.slice(before.length).replace(label, "");
  const words = wordsInFront.exec(unlabelled)?.[1];
  const bare = unlabelled.slice(words?.length ?? 0);
  const extended = extensionOf(bare);
  const beside = remark.exec(extended?.[1] ?? bare);
  const spelled = (beside?.[1] ?? extended?.[1] ?? bare).replaceAll(edges, "");
  if (!number.test(spelled)) return undefined;
  return {
    number: spelled.replaceAll(/[^+\d()]+/g, " ").trim(),
    extension: extended?.[2] ?? first,
    remark: beside?.[2] ?? words?.trim(),
  };
}

/** Brazil's way to say that a carrier's code stands there when it is dialled: `0xx11 98765-4321`. */
const carrier = /^\(?0 ?xx ?(\d\d)\)?/i;

/** Behind a whole number only: `98765x43210` is none with an extension. */
const extensionOf = (text: string) => {
  const found = extension.exec(text);
  return (found?.[1]?.replaceAll(/\D/g, "").length ?? 0) < fewestDigits ? null : found;
};

const fewestDigits = 6;

/** `tel:98765-43210;phone-context=+91` says its country behind it (RFC 3966). */
const withContext = (text: string) =>
  text.replace(
    /^(?:tel:)?(.*?);phone-context=(\+\d{1,3})?[^;]*/i,
    (_, local: string, code?: string) => `${code ?? ""}${local}`,
  );
