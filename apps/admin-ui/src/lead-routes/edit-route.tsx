import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { faultsOf } from "../format/faults.ts";
import { lasting } from "../lasting.ts";
import { useMay } from "../shell/use-may.ts";
import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { shared } from "../texts/shared.ts";
import { Button } from "../ui/button.tsx";
import { Refused } from "../ui/notices.tsx";
import { tellDone, tellFailed } from "../ui/toasts.tsx";
import { useDraft } from "../ui/use-draft.ts";
import { draftOfRoute, toRoute, type RouteDraft } from "./route-draft.ts";
import { RouteForm } from "./route-form.tsx";
import { Standings } from "./standings.tsx";
import { TryDraft } from "./try-draft.tsx";

/** A route's form, and how its members stand. */
export function EditRoute({ route }: { route: Schemas["RouteDetails"] }) {
  const may = useMay("config:write", route.client_id);
  const change = api.useMutation("patch", "/api/routes/{route_id}");
  const before = draftOfRoute(route);
  const { draft, version, setDraft, begin } = useDraft(before, route.updated_at);
  // What was thrown away is drawn anew: conditions and switches keep what they show.
  const [round, setRound] = useState(0);
  const isChanged = JSON.stringify(toRoute(draft)) !== JSON.stringify(toRoute(before));
  const send = (
    to: RouteDraft,
    against: number,
    onDone: (version: number) => void,
    onFailed?: (error: unknown) => void,
  ) =>
    void lasting(
      change.mutateAsync({
        params: { path: { route_id: route.id }, header: { "if-match": `"${against}"` } },
        body: toRoute(to),
      }),
      {
        onDone: (changed) => {
          begin(draftOfRoute(changed), changed.updated_at);
          onDone(changed.updated_at);
        },
        ...(onFailed === undefined ? {} : { onFailed }),
      },
    );
  const save = () =>
    send(draft, version, (saved) =>
      tellDone(texts.saved, {
        detail: texts.savedDetail,
        undo: () => send(before, saved, () => setRound((last) => last + 1), tellFailed),
      }),
    );
  return (
    <div className="grid gap-6">
      <RouteForm
        key={round}
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
          <TryDraft clientId={route.client_id} routeId={route.id} draft={draft} />
          {isChanged ? (
            <Button
              kind="quiet"
              onClick={() => {
                begin();
                setRound(round + 1);
              }}
            >
              {texts.discard}
            </Button>
          ) : null}
        </div>
      </RouteForm>
      <Standings route={route} />
    </div>
  );
}
