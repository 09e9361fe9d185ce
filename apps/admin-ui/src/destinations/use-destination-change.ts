import { api, type Schemas } from "../api.ts";
import { lasting } from "../lasting.ts";

interface Sent {
  onDone?: (changed: Schemas["ChangedDestination"]) => void;
  onFailed?: (error: unknown) => void;
  /** null: whatever it is by now. */
  version?: number | null;
}

/** The change of a destination, against the version that was looked at: a colleague's is not written over. */
export function useDestinationChange() {
  const change = api.useMutation("patch", "/api/destinations/{destination_id}");
  type Body = NonNullable<Parameters<typeof change.mutate>[0]["body"]>;
  const send = (
    { id, updated_at }: Pick<Schemas["Destination"], "id" | "updated_at">,
    body: Body,
    { onDone, onFailed, version = updated_at }: Sent = {},
  ) =>
    void lasting(
      change.mutateAsync({
        params: {
          path: { destination_id: id },
          header: { "if-match": version === null ? "*" : `"${version}"` },
        },
        body,
      }),
      {
        ...(onDone === undefined ? {} : { onDone }),
        ...(onFailed === undefined ? {} : { onFailed }),
      },
    );
  return { error: change.error, isPending: change.isPending, send };
}
