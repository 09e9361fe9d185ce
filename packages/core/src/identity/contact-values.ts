import type { Channel } from "@leadrelay/contracts/channel";
import type { RequestContext } from "@leadrelay/contracts/submission-message";
import type { SubmissionFields } from "@leadrelay/contracts/submission-fields";
import { isEmail } from "../fields/contact.ts";
import { identityIp } from "../ip-lists/identity-ip.ts";
import { formatPhone } from "../phone/format-phone.ts";
import type { IdentityKind } from "./identity.ts";
import { readVisitorId } from "./read-visitor-id.ts";

/** A submission's contact details as they are stored and sent, and as they identify. */
export interface ContactValues {
  name: string | null;
  email: string | null;
  /** What was typed is no address (`none`, `n/a`): no identity, and kept and sent only where the lead has none. */
  emailInvalid: boolean;
  /** Formatted `+91-9999999999`; as typed when it cannot be parsed. */
  phone: string | null;
  phoneInvalid: boolean;
  /** Only what identifies: an unparseable phone, what is no e-mail address and a machine's IP are not here. */
  identities: Partial<Record<IdentityKind, string>>;
}

const longestIdentity = 256;

/** Normalises what was typed. Phone region: the country code given, else the form's, else the caller's country. */
export function contactValues(
  fields: SubmissionFields,
  context: RequestContext,
  { channel, defaultRegion }: { channel: Channel; defaultRegion: string | null },
): ContactValues {
  const phone = fields.phone === undefined ? null : readPhone(fields, context, defaultRegion);
  const emailInvalid = fields.email !== undefined && !isEmail(fields.email);
  const ip = channel === "browser" && context.ip !== null ? identityIp(context.ip) : null;
  const identities = {
    visitor_id: readVisitorId(fields.visitor_id) ?? undefined,
    email: emailInvalid ? undefined : fields.email?.toLowerCase(),
    phone: phone?.ok ? phone.formatted : undefined,
    ip: ip ?? undefined,
  };
  return {
    name: fields.name ?? null,
    email: fields.email ?? null,
    emailInvalid,
    phone: phone === null ? null : phone.ok ? phone.formatted : phone.typed,
    phoneInvalid: phone !== null && !phone.ok,
    identities: usable(identities),
  };
}

function readPhone(fields: SubmissionFields, context: RequestContext, defaultRegion: string | null) {
  return formatPhone(fields.phone ?? "", {
    countryCode: fields.country_code ?? null,
    defaultRegion,
    cfCountry: context.country,
  });
}

const usable = (identities: Partial<Record<IdentityKind, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(identities).filter(([, value]) => value !== undefined && value.length <= longestIdentity),
  ) as Partial<Record<IdentityKind, string>>;
