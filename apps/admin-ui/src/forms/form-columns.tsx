import { Link } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";
import type { Look } from "../format/states.ts";
import { formsTexts as texts } from "../texts/forms.ts";
import { shared } from "../texts/shared.ts";
import { Badge } from "../ui/badge.tsx";
import { Sparkline } from "../ui/sparkline.tsx";
import type { Column } from "../ui/table.tsx";
import { When } from "../ui/when.tsx";

type Form = Schemas["Form"];
type Activity = Schemas["FormActivity"]["items"][number];

/** How a form stands, worst first. */
export function stateOf(form: Form, activity: Activity | undefined): { label: string; look: Look } {
  if (form.deleted_at !== null) return { label: texts.states.deleted, look: "calm" };
  if (activity !== undefined && activity.refused > 0 && activity.refused >= activity.taken)
    return { label: texts.states.refusing, look: "bad" };
  if (activity?.is_quiet === true) return { label: texts.states.quiet, look: "warn" };
  if (form.snapshot.state === "waiting") return { label: texts.states.waiting, look: "busy" };
  return { label: texts.states.live, look: "good" };
}

/** What the list of forms shows; whose a form is only where there are several clients. */
export function formColumns({
  activity,
  clients,
}: {
  activity: ReadonlyMap<string, Activity>;
  clients: ReadonlyMap<string, string>;
}): Column<Form>[] {
  const client: Column<Form> = {
    title: texts.columns.client,
    cell: ({ client_id }) => <span className="text-soft">{clients.get(client_id) ?? shared.none}</span>,
    wide: true,
  };
  return [
    {
      title: texts.columns.name,
      cell: ({ id, name }) => (
        <Link to="/forms/$formId" params={{ formId: id }} className="hover:underline">
          {name}
        </Link>
      ),
    },
    {
      title: texts.columns.state,
      cell: (form) => {
        const { label, look } = stateOf(form, activity.get(form.id));
        return <Badge look={look}>{label}</Badge>;
      },
    },
    ...(clients.size > 1 ? [client] : []),
    {
      title: texts.columns.last,
      cell: ({ id }) => {
        const at = activity.get(id)?.last_taken_at ?? null;
        return <span className="text-soft">{at === null ? texts.never : <When at={at} relative />}</span>;
      },
    },
    {
      title: texts.columns.week,
      cell: ({ id, name }) => {
        const known = activity.get(id);
        return (
          <span className="flex items-center gap-3 max-sm:justify-end">
            <span className="tabular-nums">{texts.week(known?.taken ?? 0)}</span>
            {known === undefined ? null : (
              <Sparkline values={known.days.map(({ taken }) => taken)} label={texts.weekChart(name)} />
            )}
          </span>
        );
      },
    },
    {
      title: texts.columns.refused,
      cell: ({ id }) => count(activity.get(id)?.refused, "text-bad"),
      wide: true,
    },
    {
      title: texts.columns.honeypot,
      cell: ({ id }) => count(activity.get(id)?.honeypot, "text-soft"),
      wide: true,
    },
  ];
}

const count = (value = 0, look: string) => (
  <span className={`tabular-nums ${value === 0 ? "text-soft" : look}`}>{value}</span>
);
