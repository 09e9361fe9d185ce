import { clientsOfFormKeys } from "@leadrelay/db/forms/clients-of-form-keys";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { isInScope } from "@leadrelay/db/scope/is-in-scope";
import type { AdminDependencies } from "../dependencies.ts";

/** What a record in KV says of whose it is: the edge knew the client, or only the form's key. */
interface Owned {
  client_id: string | null;
  form_key: string;
}

/** Whose record it is: a client of the scope; null for nobody's, which the installation's owners see; undefined for others'. */
export type OwnerOf = (record: Owned) => string | null | undefined;

/** Finds out whose these records are. */
export async function ownersOf(
  records: readonly Owned[],
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<OwnerOf> {
  const keys = records.flatMap(({ client_id, form_key }) => (client_id === null ? [form_key] : []));
  const found =
    keys.length === 0
      ? new Map<string, string>()
      : await runOne(control, clientsOfFormKeys(scope, [...new Set(keys)]));
  return ({ client_id, form_key }) => {
    const owner = client_id ?? found.get(form_key) ?? null;
    return isInScope(scope, owner) ? owner : undefined;
  };
}
