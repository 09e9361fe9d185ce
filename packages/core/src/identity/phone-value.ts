import { isBlank } from "../fields/choose-value.ts";
import { formatPhone, type PhoneHints } from "../phone/format-phone.ts";
import { isCodeAlone } from "../phone/is-code-alone.ts";
import { phoneIdentity } from "../phone/phone-identity.ts";
import { withoutTemplates } from "../placeholders/without-templates.ts";

/** A submission's phone number: as it is stored and sent, and as it identifies. */
interface PhoneValue {
  text: string | null;
  /** It was read. */
  ok: boolean;
  identity: string | undefined;
}

/**
 * The phone number of all that a body gave for one, the first that identifies somebody before the first that can be read, before the
 * first as typed. What is only words for nothing, or the calling code a form fills in, is none.
 */
export function phoneValue(given: readonly string[], hints: PhoneHints): PhoneValue {
  const values = given
    .filter((typed) => !isBlank("phone", typed) && !isCodeAlone(typed))
    .map((typed) => valueOf(typed, hints));
  return (
    values.find(({ identity }) => identity !== undefined) ??
    values.find(({ ok }) => ok) ??
    values[0] ?? { text: null, ok: false, identity: undefined }
  );
}

/** The extension goes with the number: whoever calls needs it. It tells nobody apart, for the same person leaves it out next time. */
function valueOf(typed: string, hints: PhoneHints): PhoneValue {
  const phone = formatPhone(withoutTemplates(typed), hints);
  if (!phone.ok) return { text: typed, ok: false, identity: undefined };
  const { formatted, extension } = phone;
  const whole = extension === undefined ? formatted : `${formatted} x${extension}`;
  return { text: phone.typed === undefined ? whole : typed, ok: true, identity: phoneIdentity(formatted) };
}
