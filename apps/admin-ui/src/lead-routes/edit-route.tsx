import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { faultsOf } from "../format/faults.ts";
import { queryClient } from "../query-client.ts";
import { useMay } from "../shell/use-may.ts";
import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { shared } from "../texts/shared.ts";
import { Button } from "../ui/button.tsx";
import { Refused } from "../ui/notices.tsx";
import { tellDone } from "../ui/toasts.tsx";
import { draftOfRoute, toRoute, type RouteDraft } from "./route-draft.ts";
import { RouteForm } from "./route-form.tsx";
import { Standings } from "./standings.tsx";

/** A route's form, and how its members stand. */
export function EditRoute({ route }: { route: Schemas["RouteDetails"] }) {
  const may = useMay("config:write");
  const change = api.useMutation("patch", "/api/routes/{route_id}");
  const before = draftOfRoute(route);
  const [draft, setDraft] = useState(before);
  const isChanged = JSON.stringify(toRoute(draft)) !== JSON.stringify(toRoute(before));
  const send = (to: RouteDraft, version: string, onDone: (version: string) => void) =>
    change.mutate(
      { params: { path: { route_id: route.id }, header: { "if-match": version } }, body: toRoute(to) },
      {
        onSuccess: ({ updated_at }) => onDone(`"${updated_at}"`),
        onSettled: () => void queryClient.invalidateQueries(),
      },
    );
  const save = () =>
    send(draft, `"${route.updated_at}"`, (version) =>
      tellDone(texts.saved, {
        detail: texts.savedDetail,
        undo: () => send(before, version, () => setDraft(before)),
      }),
    );
  return (
    <div className="grid gap-6">
      <RouteForm
        clientId={route.client_id}
        draft={draft}
        faults={faultsOf(change.error)}
        onChange={setDraft}
        onSubmit={save}
      >
        <Refused error={change.error} />
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            kind="main"
            disabled={change.isPending || !isChanged}
            why={may ? undefined : texts.mayNot}
          >
            {change.isPending ? shared.saving : shared.save}
          </Button>
          {isChanged ? (
            <Button kind="quiet" onClick={() => setDraft(before)}>
              {texts.discard}
            </Button>
          ) : null}
        </div>
      </RouteForm>
      <Standings route={route} />
    </div>
  );
}
