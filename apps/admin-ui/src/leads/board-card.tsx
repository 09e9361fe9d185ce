import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState, type MouseEvent } from "react";
import { personContact, personName } from "../format/person.ts";
import { useMay } from "../shell/use-may.ts";
import { leadTexts } from "../texts/leads.ts";
import { shared } from "../texts/shared.ts";
import { Badge } from "../ui/badge.tsx";
import { When } from "../ui/when.tsx";
import { StageMenu } from "./stage-menu.tsx";
import { useLazily } from "./use-lazily.ts";
import type { ListedLead } from "./use-leads.ts";

/** Whom somebody moved by the menu: the card that had the focus is gone, and its like in another column takes it over. */
let moved: string | undefined;

/** A lead on the board. A press opens it beside, its name leads to all of it; it is moved by dragging and by its menu. */
export function BoardCard({
  lead,
  isOpen,
  onOpen,
}: {
  lead: ListedLead;
  isOpen: boolean;
  onOpen: () => void;
}) {
  const card = useRef<HTMLLIElement>(null);
  const [isDragged, setIsDragged] = useState(false);
  const mayMove = useMay("leads:write", lead.client_id);
  useLazily(
    () => import("./drag.ts"),
    ({ dragLead }) => (card.current === null || !mayMove ? null : dragLead(card.current, lead, setIsDragged)),
    [lead, mayMove],
  );
  useEffect(() => {
    if (moved !== lead.id) return undefined;
    moved = undefined;
    // The menu that closes meanwhile gives the focus back to a button that is gone.
    const later = setTimeout(() => card.current?.focus(), 50);
    return () => clearTimeout(later);
  }, [lead.id]);
  const press = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest("a, button, [role=menu]") === null) onOpen();
  };
  return (
    <li
      ref={card}
      tabIndex={-1}
      data-row
      data-open={isOpen || undefined}
      onClick={press}
      className={`bg-raised border-line data-open:border-brand hover:border-soft grid cursor-pointer gap-1 rounded-md border p-3 ${isDragged ? "opacity-50" : ""}`}
    >
      <div className="flex items-start gap-2">
        <Link
          to="/leads/$leadId"
          params={{ leadId: lead.id }}
          data-page
          draggable={false}
          className="min-w-0 flex-1 truncate font-medium hover:underline"
        >
          {personName(lead)}
        </Link>
        {lead.is_test ? <Badge look="calm">{shared.test}</Badge> : null}
      </div>
      <span className="text-soft truncate">{personContact(lead) ?? shared.none}</span>
      {lead.project === null ? null : <span className="text-soft truncate">{lead.project}</span>}
      <div className="text-soft flex items-center justify-between gap-2 text-xs">
        <When at={lead.last_submitted_at} />
        <StageMenu
          lead={lead}
          trigger={leadTexts.moveTo}
          onMove={() => {
            moved = lead.id;
          }}
        />
      </div>
    </li>
  );
}
