import { ChevronDown } from "lucide-react";
import type { Schemas } from "../api.ts";
import { personName } from "../format/person.ts";
import { useMay } from "../shell/use-may.ts";
import { leadTexts } from "../texts/leads.ts";
import { Menu } from "../ui/menu.tsx";
import { useMoveLead } from "./move-lead.ts";
import { useStages } from "./use-clients.ts";

/** Where a lead stands, and where it can be moved to; only told to who may not move it. */
export function StageMenu({
  lead,
  trigger,
  onMove,
}: {
  lead: Schemas["Lead"];
  trigger?: string;
  /** Told before it is moved to another stage. */
  onMove?: () => void;
}) {
  const mayMove = useMay("leads:write", lead.client_id);
  const stages = useStages(lead.client_id, lead.status);
  const move = useMoveLead();
  if (!mayMove) return trigger === undefined ? <span>{lead.status}</span> : null;
  return (
    <Menu
      label={leadTexts.moveLabel(personName(lead), lead.status, trigger)}
      className={`hover:bg-calm-tint hover:border-line inline-flex h-7 items-center gap-1 rounded-md border border-transparent px-2 ${trigger === undefined ? "-ms-2" : "-me-2"}`}
      trigger={
        <>
          <span className="max-w-36 truncate">{trigger ?? lead.status}</span>
          <ChevronDown aria-hidden className="text-soft size-3.5 shrink-0" />
        </>
      }
      items={stages.map((stage) => ({
        key: stage,
        title: stage,
        isChosen: stage === lead.status,
        onChoose: () => {
          if (stage !== lead.status) onMove?.();
          move(lead, stage);
        },
      }))}
    />
  );
}
