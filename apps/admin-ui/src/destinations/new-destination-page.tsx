import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { destinationForm as texts } from "../texts/destination-form.ts";
import { destinations } from "../texts/destinations.ts";
import { buttonClass } from "../ui/button.tsx";
import { Failed, Loading } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { Gallery } from "./gallery.tsx";
import { NewLeads } from "./new-leads.tsx";
import { NewSettings } from "./new-settings.tsx";
import { NewTest } from "./new-test.tsx";
import { useKinds } from "./use-kinds.ts";
import { WizardSteps } from "./wizard-steps.tsx";

const route = getRouteApi("/frame/destinations/new");

/** A new destination: its kind, its settings, a test that is seen to arrive, and which leads it gets. How far one is stands in the address. */
export function NewDestinationPage() {
  const { kind: name, id, step = "settings" } = route.useSearch();
  const kinds = useKinds();
  // Shown this once, so it stands nowhere but here.
  const [secret, setSecret] = useState<string>();
  if (kinds.data === undefined)
    return kinds.error === null ? (
      <Loading />
    ) : (
      <Failed error={kinds.error} retry={() => void kinds.refetch()} />
    );
  const kind = kinds.data.items.find((one) => one.kind === name);
  if (kind === undefined)
    return (
      <Page
        title={texts.newTitle}
        actions={
          <Link to="/destinations" className={buttonClass("quiet")}>
            {destinations.title}
          </Link>
        }
      >
        <Gallery kinds={kinds.data.items} />
      </Page>
    );
  const at = id === undefined ? "settings" : step;
  return (
    <Page
      title={`${texts.newTitle}: ${kind.title}`}
      beside={<WizardSteps at={at} />}
      actions={
        id === undefined ? (
          <Link to="/destinations/new" search={({ client }) => ({ client })} className={buttonClass("quiet")}>
            {texts.back}
          </Link>
        ) : null
      }
    >
      {id === undefined ? (
        <NewSettings key={kind.kind} kind={kind} environment={kinds.data.environment} onSecret={setSecret} />
      ) : at === "leads" ? (
        <NewLeads id={id} kind={kind} />
      ) : (
        <NewTest id={id} secret={secret} />
      )}
    </Page>
  );
}
