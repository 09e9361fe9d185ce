import { Link } from "@tanstack/react-router";
import { CircleCheck, LoaderCircle } from "lucide-react";
import { api, type Schemas } from "../api.ts";
import { personName } from "../format/person.ts";
import { firstRunTexts as texts } from "../texts/first-run.ts";
import { buttonClass } from "../ui/button.tsx";

const askEveryMs = 2_000;

/** Waits for a form's first lead; then that it is there, and what comes next. */
export function FirstLead({ form }: { form: Pick<Schemas["Form"], "id" | "client_id"> }) {
  const query = { client_id: form.client_id, form_id: form.id, limit: 1 };
  const { data } = api.useQuery(
    "get",
    "/api/leads",
    { params: { query } },
    { refetchInterval: ({ state }) => (state.data?.items.length ? false : askEveryMs) },
  );
  const lead = data?.items[0];
  return (
    <div role="status" className="grid min-w-0 content-start gap-2">
      <h3 className="font-medium">{texts.steps[1]}</h3>
      {lead === undefined ? (
        <div className="border-line grid justify-items-center gap-2 rounded-lg border border-dashed px-4 py-8 text-center">
          <LoaderCircle aria-hidden className="text-brand size-5 animate-spin" />
          <p className="font-medium">{texts.waiting}</p>
          <p className="text-soft">{texts.waitingWhy}</p>
        </div>
      ) : (
        <div className="bg-good-tint grid justify-items-start gap-2 rounded-lg px-4 py-4">
          <p className="text-good flex items-center gap-2 font-semibold">
            <CircleCheck aria-hidden className="size-4" />
            {texts.received}
          </p>
          <p className="break-words">{texts.receivedFrom(personName(lead))}</p>
          <Link to="/leads/$leadId" params={{ leadId: lead.id }} className={buttonClass()}>
            {texts.openLead}
          </Link>
        </div>
      )}
      {lead === undefined ? null : (
        <div className="grid justify-items-start gap-2 pt-2">
          <h3 className="font-medium">{texts.steps[2]}</h3>
          <p className="text-soft">{texts.next}</p>
          <Link to="/destinations/new" className={buttonClass("main")}>
            {texts.addDestination}
          </Link>
        </div>
      )}
    </div>
  );
}
