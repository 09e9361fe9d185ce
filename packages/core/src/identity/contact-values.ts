import type { Channel } from "@leadrelay/contracts/channel";
import type { RequestContext } from "@leadrelay/contracts/submission-message";
import type { SubmissionFields } from "@leadrelay/contracts/submission-fields";
import { readEmail } from "../fields/read-email.ts";
import { readName } from "../fields/read-name.ts";
import { identityIp } from "../ip-lists/identity-ip.ts";
import { saysNothing } from "../placeholders/says-nothing.ts";
import { emailIdentity } from "./email-identity.ts";
import type { IdentityKind } from "./identity.ts";
import { phoneValue } from "./phone-value.ts";
import { readVisitorId } from "./read-visitor-id.ts";

/** A submission's contact details as they are stored and sent, and as they identify. */
export interface ContactValues {
  name: string | null;
  /** The address in what was typed (`Anna <anna@example.com>`), in its letters; as typed when there is none. */
  email: string | null;
  /** What was typed is no address: no identity, and kept and sent only where the lead has none. */
  emailInvalid: boolean;
  /** Formatted `+91-9999999999`, with ` x123` where it has an extension; as typed when it cannot be read, or says more than one number. */
  phone: string | null;
  phoneInvalid: boolean;
  /** Only what identifies: what cannot be read, what people type who give none, and a machine's IP are not here. */
  identities: Partial<Record<IdentityKind, string>>;
}

interface Circumstances {
  channel: Channel;
  defaultRegion: string | null;
  /** Further values for a phone number that the body had, in order. */
  otherPhones?: readonly string[] | undefined;
}

const longestIdentity = 256;

/** Normalises what was typed. Phone region: the country code given, else the form's, else the caller's country. */
export function contactValues(
  fields: SubmissionFields,
  context: RequestContext,
  { channel, defaultRegion, otherPhones = [] }: Circumstances,
): ContactValues {
  const hints = { countryCode: fields.country_code, defaultRegion, cfCountry: context.country };
  const phone = phoneValue([...(fields.phone === undefined ? [] : [fields.phone]), ...otherPhones], hints);
  const email = readEmail(fields.email ?? "");
  const typed = fields.email !== undefined && !saysNothing(fields.email) ? fields.email : null;
  const ip = channel === "browser" && context.ip !== null ? identityIp(context.ip) : null;
  const identities = {
    visitor_id: readVisitorId(fields.visitor_id) ?? undefined,
    email: emailIdentity(email),
    phone: phone.identity,
    ip: ip ?? undefined,
  };
  return {
    name: readName(fields.name) ?? null,
    email: email ?? typed,
    emailInvalid: email === null && typed !== null,
    phone: phone.text,
    phoneInvalid: phone.text !== null && !phone.ok,
    identities: usable(identities),
  };
}

const usable = (identities: Partial<Record<IdentityKind, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(identities).filter(([, value]) => value !== undefined && value.length <= longestIdentity),
  ) as Partial<Record<IdentityKind, string>>;
