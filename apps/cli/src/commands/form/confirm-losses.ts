import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { plain } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { confirmed } from "../shared/confirmed.ts";
import { lostEntries } from "./change-mapping.ts";
import { mappingWords } from "./form-details.ts";
import type { Mapping } from "./mapping-options.ts";

type Form = components["schemas"]["Form"];

interface Wanted {
  field_mapping?: Mapping;
  allowed_hosts?: readonly string[];
}

/**
 * Whether a change may be made. What it takes away is shown as it is and as it will be; entries of the mapping, without which
 * a form may refuse every lead, are asked about.
 */
export async function confirmLosses(
  cli: Cli,
  form: Form,
  { field_mapping, allowed_hosts }: Wanted,
  yes: true | undefined,
): Promise<boolean> {
  const until = form.allowed_hosts;
  if (allowed_hosts !== undefined && lostHosts(until, allowed_hosts).length > 0)
    beforeAfter(cli, "Allowed hosts", until.join("\n"), allowed_hosts.join("\n"));
  if (field_mapping === undefined) return true;
  const lost = lostEntries(form.field_mapping, field_mapping);
  if (lost.length === 0) return true;
  beforeAfter(cli, "Fields", mappingWords(form.field_mapping), mappingWords(field_mapping));
  const message = `In the form ${form.name} (${form.form_key}): ${lost.join(", ")}?`;
  return confirmed(cli, { yes, message });
}

function beforeAfter({ results }: Cli, what: string, before: string, after: string): void {
  const lines = [
    [`${what} until now`, before],
    [`${what} from now on`, after === "" ? "none" : after],
  ] as const;
  results.note(renderDetails(lines, plain).trimEnd());
}

/** Hosts that may post no more; none where any may. */
const lostHosts = (before: readonly string[], after: readonly string[]) =>
  after.length === 0 ? [] : before.filter((host) => !after.some((one) => covers(bare(one), host)));

const bare = (host: string) =>
  host
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/$/, "");

const covers = (one: string, host: string) =>
  one === host || (one.startsWith("*.") && host.endsWith(one.slice(1)));
