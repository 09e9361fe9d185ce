import { emailBeginnings } from "@leadrelay/core/identity/email-beginnings";
import { phoneBeginnings } from "@leadrelay/core/phone/phone-beginnings";
import { highestText } from "@leadrelay/core/search/search-ranges";
import { formRegions } from "@leadrelay/db/forms/form-regions";
import { searchIdentities } from "@leadrelay/db/leads/search-identities";
import { runOne } from "@leadrelay/db/run-batch";
import { clientIdsOf, type OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { findInRanges, mostFound, type Found, type SearchPart } from "./find-in-ranges.ts";
import { nothingToSearch } from "./read-search.ts";

/** D1 counts an entry of the index, and the form. */
const readsPerForm = 2;

/** Leads known under an e-mail address or phone number that is, or begins, so. */
export async function findByContact(
  by: "email" | "phone",
  text: string,
  part: SearchPart,
  dependencies: AdminDependencies,
): Promise<Found> {
  const mostForms = Math.ceil(part.pageSize / 4);
  const beginnings =
    by === "email" ? emailBeginnings(text) : await readPhone(text, part.scope, dependencies, mostForms);
  const spent = by === "email" ? 0 : readsPerForm * mostForms;
  const limit = mostFound(part, { beginnings: beginnings.length, spent, perFound: 0 });
  const lists = await findInRanges(
    { beginnings, highest: highestText },
    part,
    (ranges) => searchIdentities(part.scope, by, ranges, limit),
    dependencies,
  );
  return { lists, limit, keep: () => true };
}

/** What a phone may be stored as, by where the forms in question expect numbers from. Throws the 400 of what is no number. */
export async function readPhone(
  text: string,
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
  mostForms: number,
): Promise<string[]> {
  const regions = await runOne(control, formRegions(scope, clientIdsOf(scope), mostForms));
  const beginnings = phoneBeginnings(text, regions);
  if (beginnings.length === 0) throw nothingToSearch("phone", "is no number of a country we know");
  return beginnings;
}
