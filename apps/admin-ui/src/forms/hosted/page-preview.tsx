import { getRouteApi } from "@tanstack/react-router";
import { api } from "../../api.ts";
import { formsTexts } from "../../texts/forms.ts";
import type { HostedPage } from "../hosted-page.ts";

const texts = formsTexts.page;
const frame = getRouteApi("/frame");
type Page = HostedPage;

/** The page as visitors will see it: a picture of it, in which nothing can be filled in. */
export function PagePreview({ page, clientId }: { page: Page; clientId: string }) {
  const you = frame.useRouteContext({ select: (context) => context.you });
  const client = api.useQuery("get", "/api/clients/{client_id}", {
    params: { path: { client_id: clientId } },
  });
  const agency = you.agencies.find(({ id }) => id === client.data?.agency_id)?.name;
  return (
    <figure className="grid min-w-0 gap-2 lg:sticky lg:top-16">
      <figcaption className="text-soft text-xs font-medium">{texts.preview}</figcaption>
      <div className="border-line bg-canvas rounded-lg border p-4 sm:p-8">
        <div
          aria-hidden
          className="border-line bg-surface mx-auto grid max-w-md gap-4 rounded-xl border p-6 text-base break-words"
        >
          <p className="text-brand text-sm font-semibold">{agency}</p>
          <p className="text-xl leading-7 font-bold">{page.title}</p>
          {page.intro
            .split("\n")
            .filter((line) => line.trim() !== "")
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
          {page.fields.map((field, index) => (
            <Shown key={index} field={field} />
          ))}
          {page.consent === null ? null : <Tick>{page.consent}</Tick>}
          <p>
            <span className="bg-brand text-brand-ink inline-block rounded-lg px-5 py-2.5 font-semibold">
              {page.button}
            </span>
          </p>
        </div>
      </div>
    </figure>
  );
}

const Tick = ({ children }: { children: string }) => (
  <p className="flex items-start gap-2.5">
    <span className="border-soft mt-0.5 size-5 shrink-0 rounded border" />
    <span className="min-w-0">{children}</span>
  </p>
);

function Shown({ field: { label, kind, is_required, options } }: { field: Page["fields"][number] }) {
  if (kind === "checkbox") return <Tick>{label}</Tick>;
  return (
    <div className="grid gap-1">
      <p className="font-semibold">
        {label} {is_required ? null : <span className="text-soft font-normal">{texts.optional}</span>}
      </p>
      <p
        className={`border-soft text-soft rounded-lg border px-3 py-2 ${kind === "textarea" ? "min-h-24" : "min-h-11"}`}
      >
        {kind === "select" ? options.join(" · ") : ""}
      </p>
    </div>
  );
}
