import { Link } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";
import { deliveryStates } from "../format/states.ts";
import { leadWords } from "../texts/lead.ts";
import { Badge } from "../ui/badge.tsx";

/** Who was sent a lead, and how that went; each leads to its tries. */
export const LeadDeliveries = ({ lead: { deliveries } }: { lead: Schemas["LeadDetails"] }) =>
  deliveries.length === 0 ? (
    <p className="text-soft">{leadWords.noDelivery}</p>
  ) : (
    <ul className="grid w-full gap-1.5">
      {deliveries.map(({ id, destination_name, destination_id, status, attempts, last_status_code }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            to="/deliveries"
            search={({ client }) => ({ client, open: id })}
            className="font-medium hover:underline"
          >
            {destination_name ?? destination_id}
          </Link>
          <Badge look={deliveryStates[status].look}>{deliveryStates[status].label}</Badge>
          <span className="text-soft">
            {leadWords.attempts(attempts)}
            {last_status_code === null ? null : leadWords.answered(last_status_code)}
          </span>
        </li>
      ))}
    </ul>
  );
