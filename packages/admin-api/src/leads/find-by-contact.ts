import { emailBeginnings } from "@leadrelay/core/identity/email-beginnings";
import { phoneBeginnings } from "@leadrelay/core/phone/phone-beginnings";
import { highestText } from "@leadrelay/core/search/search-ranges";
import { callingCodes } from "@leadrelay/db/leads/calling-codes";
import { formRegions } from "@leadrelay/db/forms/form-regions";
import { searchIdentities } from "@leadrelay/db/leads/search-identities";
import { runOne } from "@leadrelay/db/run-batch";
import { clientIdsOf, type OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";
import { findInRanges, mostFound, type Found, type SearchPart } from "./find-in-ranges.ts";
import { nothingToSearch } from "./read-search.ts";

/** D1 counts an entry of the index, and the form. */
const readsPerForm = 2;
/** Of a client whose calling codes are asked for: its name, and live and test. */
const readsPerClient = 3;

/** Leads known under an e-mail address or phone number that is, or begins, so. */
export async function findByContact(
  by: "email" | "phone",
  text: string,
  part: SearchPart,
  dependencies: AdminDependencies,
): Promise<Found> {
  const mostForms = Math.ceil(part.pageSize / 8);
  // To ask each of many clients for its codes, and to look for each of them, would take what a small page may read.
  const mostCodes =
    part.scope.clients.length * readsPerClient <= part.pageSize ? Math.ceil(part.pageSize / 4) : 0;
  const beginnings =
    by === "email"
      ? emailBeginnings(text)
      : await readPhone(text, part.scope, dependencies, { mostForms, mostCodes });
  const spent = by === "email" ? 0 : readsPerForm * mostForms + readsPerClient * mostCodes;
  const limit = mostFound(part, { beginnings: beginnings.length, spent, perFound: 0 });
  const lists = await findInRanges(
    { beginnings, highest: highestText },
    part,
    (ranges) => searchIdentities(part.scope, by, ranges, limit),
    dependencies,
  );
  return { lists, limit, keep: () => true };
}

/**
 * What a phone may be stored as, by where the forms in question expect numbers from and where those are from that leads have (none asked with `mostCodes` 0). Throws the 400
 * of what is no number.
 */
export async function readPhone(
  text: string,
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "control" | "leadDatabase">,
  { mostForms, mostCodes, most }: { mostForms: number; mostCodes: number; most?: number },
): Promise<string[]> {
  const [regions, codes] = await Promise.all([
    runOne(dependencies.control, formRegions(scope, clientIdsOf(scope), mostForms)),
    mostCodes === 0
      ? []
      : askLeadDatabases(scope, dependencies, (clientIds) => callingCodes(scope, clientIds, mostCodes)),
  ]);
  const from = { regions, callingCodes: [...new Set(codes.flat())], ...(most === undefined ? {} : { most }) };
  const beginnings = phoneBeginnings(text, from);
  if (beginnings.length === 0) throw nothingToSearch("phone", "has too few digits");
  return beginnings;
}
