import { environmentSchema, type Environment } from "@leadrelay/contracts/environment";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { derivedId } from "@leadrelay/core/ids/derived-id";
import { parseArgs } from "node:util";
import * as z from "zod/mini";
import type { Tenant } from "../seed/tenant.ts";
import { checkAllowedHost, checkMakeUrl, checkRegion, checkThankYou } from "./check-values.ts";
import { WrongOption } from "./wrong-option.ts";

const text = { type: "string" } as const;
const options = {
  client: text,
  "form-key": text,
  "make-url": text,
  "allowed-host": { type: "string", multiple: true },
  agency: text,
  "thank-you": text,
  region: text,
  "api-key": text,
  environment: text,
  "owner-email": text,
  "public-url": text,
  help: { type: "boolean", short: "h" },
} as const;

export interface TenantOptions extends Tenant {
  /** Whom to invite as the agency's owner, and where the link leads; null for nobody. */
  owner: { email: string; origin: string } | null;
}

/**
 * Ids follow from the client's name and the form key, so that a second run changes what the first one made. A form key that
 * another client has is refused by the database.
 * @returns null when help was asked for.
 * @throws WrongOption
 */
export function readTenantOptions(args: readonly string[]): TenantOptions | null {
  const values = parse(args);
  if (values.help) return null;
  const required = (name: "client" | "form-key" | "make-url") => {
    const value = values[name]?.trim();
    if (!value) throw new WrongOption(`--${name} is missing`);
    return value;
  };
  const name = required("client");
  const formKey = required("form-key");
  if (!/^[\w-]{1,64}$/.test(formKey))
    throw new WrongOption("--form-key takes 1 to 64 letters, digits, _ and -");
  const environment = readEnvironment(values.environment);
  const client = { id: `cli_${derivedId("client", name)}`, name };
  return {
    owner: readOwner(values["owner-email"], values["public-url"]),
    agency: { id: "agc_installation", name: values.agency?.trim() || "Agency" },
    client,
    form: {
      id: `form_${derivedId("form", client.id, formKey)}`,
      formKey,
      name: formKey,
      allowedHosts: (values["allowed-host"] ?? []).map(checkAllowedHost),
      thankYouUrl: values["thank-you"] === undefined ? null : checkThankYou(values["thank-you"]),
      defaultRegion: values.region === undefined ? null : checkRegion(values.region),
    },
    destination: {
      // The client's only one: all its forms' leads go there.
      id: `dst_${derivedId("destination", client.id, "make")}`,
      name: "Make",
      url: checkMakeUrl(required("make-url"), environment),
      apiKey: values["api-key"] ?? null,
      environments: [environment],
      takesTests: false,
    },
  };
}

function readOwner(email: string | undefined, publicUrl: string | undefined): TenantOptions["owner"] {
  if (email === undefined && publicUrl === undefined) return null;
  const address = z.safeParse(z.email(), email?.trim().toLowerCase());
  if (!address.success) throw new WrongOption("--owner-email takes an e-mail address");
  const url = URL.parse(publicUrl ?? "");
  if (url === null || !/^https?:$/.test(url.protocol) || /[…<>{}]|YOUR_/.test(publicUrl ?? ""))
    throw new WrongOption("--public-url takes the consumer's address, such as https://relay.example.com");
  return { email: address.data, origin: url.origin };
}

function readEnvironment(value = "production"): Environment {
  const parsed = z.safeParse(environmentSchema, value);
  if (!parsed.success) throw new WrongOption("--environment takes production or development");
  return parsed.data;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new WrongOption(reasonOf(error));
  }
}
