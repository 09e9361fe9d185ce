import { Link } from "@tanstack/react-router";
import { PanelRight } from "lucide-react";
import type { ReactNode } from "react";
import { personContact, personName } from "../format/person.ts";
import { leadStands } from "../format/states.ts";
import { leadTexts } from "../texts/leads.ts";
import { shared } from "../texts/shared.ts";
import { Badge } from "../ui/badge.tsx";
import type { DataColumn } from "../ui/data-table.tsx";
import { When } from "../ui/when.tsx";
import { StageMenu } from "./stage-menu.tsx";
import { Suspicion } from "./suspicion.tsx";
import type { ListedLead } from "./use-leads.ts";

/** Every column there is, in the order it is offered in. */
export const columnIds = [
  "contact",
  "email",
  "phone",
  "project",
  "stage",
  "delivery",
  "suspicion",
  "source",
  "campaign",
  "client",
  "posts",
  "first",
  "last",
] as const;
/** A column by what the address calls it. */
export type ColumnId = (typeof columnIds)[number];

/** What is shown while nobody chose. */
export const usualColumns: readonly ColumnId[] = [
  "contact",
  "project",
  "stage",
  "delivery",
  "client",
  "posts",
  "last",
];

/** The columns that the address or a view names, those it does not know left out. */
export function readColumns(text: string | undefined): readonly ColumnId[] {
  const names = text?.split(",") ?? [];
  const known = names.flatMap((name) => columnIds.find((id) => id === name) ?? []);
  return known.length === 0 ? usualColumns : [...new Set(known)];
}

/** In one line; all of it on hover, and to who does not see it. */
const soft = (text: string | null | undefined) => (
  <span className="text-soft line-clamp-1 break-all" title={text ?? undefined}>
    {text ?? shared.none}
  </span>
);
const came = ({ attribution: { latest, first } }: ListedLead) => latest ?? first;

const cells: Readonly<Record<ColumnId, (lead: ListedLead) => ReactNode>> = {
  contact: (lead) => <span className="block sm:min-w-32">{soft(personContact(lead))}</span>,
  email: ({ contact_email }) => soft(contact_email),
  phone: ({ contact_phone }) => soft(contact_phone),
  project: ({ project }) => soft(project),
  stage: (lead) => (
    <span className="flex items-center gap-2">
      <StageMenu lead={lead} />
      {lead.is_test ? <Badge look="calm">{shared.test}</Badge> : null}
    </span>
  ),
  delivery: ({ stands, last_sent_at }) => {
    const { label, look } = leadStands[stands ?? (last_sent_at === null ? "undelivered" : "delivered")];
    return <Badge look={look}>{label}</Badge>;
  },
  suspicion: ({ suspicion_score: score }) => <Suspicion score={score} />,
  source: (lead) => soft(came(lead)?.utm_source),
  campaign: (lead) => soft(came(lead)?.utm_campaign),
  client: ({ client_name }) => soft(client_name),
  posts: ({ submission_count }) => <span className="tabular-nums">{submission_count}</span>,
  first: ({ first_submitted_at: at }) => <When at={at} />,
  last: ({ last_submitted_at: at }) => <When at={at} />,
};

/** Where there is little room these are left out. */
const wide: ReadonlySet<ColumnId> = new Set([
  "project",
  "source",
  "campaign",
  "client",
  "posts",
  "suspicion",
  "first",
]);

/** The columns of the table: who it is first. @param isBeside a lead is open beside, which takes the room of the wide ones */
export function tableColumns(
  ids: readonly ColumnId[],
  {
    isBeside,
    isOfMany,
    sorted,
    open,
  }: {
    isBeside: boolean;
    /** Of several clients: else it is not told whose each is. */
    isOfMany: boolean;
    sorted: (id: ColumnId | "name") => DataColumn<ListedLead>["sorted"];
    open: (lead: ListedLead) => void;
  },
): DataColumn<ListedLead>[] {
  const shown = ids.filter((id) => (id !== "client" || isOfMany) && !(isBeside && wide.has(id)));
  const column = (id: ColumnId): DataColumn<ListedLead> => {
    const order = sorted(id);
    return {
      id,
      title: leadTexts.columnNames[id],
      cell: cells[id],
      isWide: wide.has(id),
      ...(order === undefined ? {} : { sorted: order }),
    };
  };
  const byName = sorted("name");
  return [
    {
      id: "name",
      title: leadTexts.columnNames.name,
      cell: (lead) => <Name lead={lead} onOpen={() => open(lead)} />,
      ...(byName === undefined ? {} : { sorted: byName }),
    },
    ...shown.map(column),
  ];
}

/** The name leads to the whole lead, the button beside it opens it here. */
const Name = ({ lead, onOpen }: { lead: ListedLead; onOpen: () => void }) => (
  <span className="group flex items-center gap-1">
    <Link to="/leads/$leadId" params={{ leadId: lead.id }} data-page className="truncate hover:underline">
      {personName(lead)}
    </Link>
    <button
      type="button"
      data-opens
      aria-label={leadTexts.openBeside(personName(lead))}
      title={leadTexts.openBeside(personName(lead))}
      onClick={onOpen}
      className="text-soft hover:text-ink grid size-6 shrink-0 place-items-center rounded opacity-0 group-hover:opacity-100 focus-visible:opacity-100 max-sm:hidden"
    >
      <PanelRight aria-hidden className="size-3.5" />
    </button>
  </span>
);
