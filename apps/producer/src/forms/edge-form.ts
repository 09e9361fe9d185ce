import type { FormSnapshot } from "@leadrelay/contracts/form-snapshot";
import type { HoneypotMode } from "@leadrelay/contracts/honeypot-mode";
import { compileMapping, noMapping, type FieldMapping } from "@leadrelay/core/fields/field-mapping";
import { compileAllowedHosts, noHosts, type AllowedHosts } from "@leadrelay/core/redirect/allowed-hosts";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { rememberOrigins } from "./origin-memory.ts";

/** A form's snapshot, prepared so that a request only compares. */
export interface EdgeForm {
  /** As messages name the form; null while KV cannot tell. */
  named: SubmissionMessage["form"];
  hosts: AllowedHosts;
  /** The origin of an Origin or Referer header's value if its host is listed, else null. */
  listedOrigin: (header: string) => string | null;
  mapping: FieldMapping;
  /** Absolute http(s), or null. */
  thankYouUrl: string | null;
  redirectStatus: FormSnapshot["redirect_status"];
  /** null: the Worker's setting applies. */
  honeypotMode: HoneypotMode | null;
  /** As it came: `hostedAt` reads it. */
  hosted?: unknown;
}

/** What a form is taken for while KV cannot tell: nothing is allowed that a snapshot would have to allow. */
export const unknownForm: EdgeForm = {
  named: null,
  hosts: noHosts,
  listedOrigin: () => null,
  mapping: noMapping,
  thankYouUrl: null,
  redirectStatus: 301,
  honeypotMode: null,
};

export function prepareForm(snapshot: FormSnapshot): EdgeForm {
  const { form_id, client_id, database, default_region } = snapshot;
  const hosts = compileAllowedHosts(snapshot.allowed_hosts);
  return {
    named: { form_id, client_id, database, default_region },
    hosts,
    listedOrigin: rememberOrigins(hosts),
    mapping: compileMapping(snapshot.field_mapping),
    thankYouUrl: httpUrl(snapshot.thank_you_url),
    redirectStatus: snapshot.redirect_status,
    honeypotMode: honeypotModeOf(snapshot),
    hosted: snapshot.hosted_page,
  };
}

function honeypotModeOf({ bot_detection, honeypot_mode }: FormSnapshot): HoneypotMode | null {
  if (honeypot_mode !== undefined) return honeypot_mode;
  if (bot_detection === null) return null;
  return bot_detection ? "log" : "off";
}

function httpUrl(text: string | null): string | null {
  const url = text === null ? null : URL.parse(text);
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") ? url.href : null;
}
