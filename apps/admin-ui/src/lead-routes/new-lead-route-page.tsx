import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../api.ts";
import { ClientField } from "../shell/client-field.tsx";
import { faultsOf } from "../format/faults.ts";
import { queryClient } from "../query-client.ts";
import { useClient } from "../shell/use-client.ts";
import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { Button } from "../ui/button.tsx";
import { Refused } from "../ui/notices.tsx";
import { Page, PageBody } from "../ui/page.tsx";
import { tellDone } from "../ui/toasts.tsx";
import { emptyRoute, toRoute } from "./route-draft.ts";
import { RouteForm } from "./route-form.tsx";
import { TryDraft } from "./try-draft.tsx";

/** A new route. */
export function NewLeadRoutePage() {
  const looked = useClient();
  const [client, setClient] = useState(looked);
  const [draft, setDraft] = useState(emptyRoute);
  const navigate = useNavigate();
  const create = api.useMutation("post", "/api/routes");
  const make = () => {
    if (client === undefined) return;
    create.mutate(
      { body: { client_id: client, ...toRoute(draft) } },
      {
        onSuccess: ({ id, name }) => {
          tellDone(texts.created(name));
          void queryClient.invalidateQueries();
          void navigate({
            to: "/routes/$routeId",
            params: { routeId: id },
            search: (before) => ({ client: before.client, tab: "preview" as const }),
          });
        },
      },
    );
  };
  return (
    <Page title={texts.newTitle}>
      <PageBody>
        <div className="max-w-sm">
          <ClientField
            value={client}
            onChange={(id) => {
              setClient(id);
              setDraft((before) => ({ ...before, members: [] }));
            }}
          />
        </div>
        <RouteForm
          clientId={client}
          draft={draft}
          faults={faultsOf(create.error)}
          onChange={setDraft}
          onSubmit={make}
        >
          <Refused error={create.error} />
          <div className="flex flex-wrap gap-2">
            <Button
              type="submit"
              kind="main"
              disabled={create.isPending}
              why={draft.members.length === 0 ? texts.noMembers : undefined}
            >
              {texts.create}
            </Button>
            <TryDraft clientId={client} draft={draft} />
          </div>
        </RouteForm>
      </PageBody>
    </Page>
  );
}
