import type { components } from "@leadrelay/client/schema.gen";
import { readServerUrl } from "../settings/server-url.ts";

/** Where the installation says that forms post to, if it does; what a settings file would refuse counts as nothing. */
export function intakeTold({
  intake_url,
}: Partial<Pick<components["schemas"]["You"], "intake_url">>): string | undefined {
  if (typeof intake_url !== "string") return undefined;
  const read = readServerUrl(intake_url);
  return read.kind === "origin" ? read.origin : undefined;
}
