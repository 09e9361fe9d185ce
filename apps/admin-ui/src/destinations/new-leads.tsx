import { Link } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { destinationForm as texts } from "../texts/destination-form.ts";
import { buttonClass } from "../ui/button.tsx";

/** The last step, which may be skipped: which leads it gets, and how they are written for it. */
export function NewLeads({ id, kind }: { id: string; kind: Schemas["DestinationKind"] }) {
  const { data } = api.useQuery("get", "/api/destinations/{destination_id}", {
    params: { path: { destination_id: id } },
  });
  const params = { destinationId: id };
  return (
    <div className="grid max-w-6xl gap-4 p-4">
      {data?.enabled === true ? (
        <p role="status" className="text-good font-medium">
          {texts.isOn}{" "}
          <Link
            to="/not-sent"
            search={{ client: data.client_id, rule: "no_destination" as const }}
            className="text-brand font-normal underline"
          >
            {texts.cameBefore}
          </Link>
        </p>
      ) : null}
      <section className="grid gap-3">
        <h2 className="text-sm font-semibold">{texts.leadsTitle}</h2>
        <p className="text-soft max-w-prose">{texts.leadsHelp}</p>
        <div className="flex flex-wrap gap-2">
          <Link
            to="/destinations/$destinationId"
            params={params}
            search={({ client }) => ({ client, tab: "overview" as const })}
            className={buttonClass("main")}
          >
            {texts.done}
          </Link>
          <Link
            to="/destinations/$destinationId"
            params={params}
            search={({ client }) => ({ client, tab: "filter" as const })}
            className={buttonClass()}
          >
            {texts.toFilter}
          </Link>
          {kind.mapping === null ? null : (
            <Link
              to="/destinations/$destinationId"
              params={params}
              search={({ client }) => ({ client, tab: "mapping" as const })}
              className={buttonClass()}
            >
              {texts.toMapping}
            </Link>
          )}
        </div>
      </section>
    </div>
  );
}
