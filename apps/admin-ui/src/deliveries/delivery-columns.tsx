import { Link } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";
import { personName } from "../format/person.ts";
import { deliveryStates } from "../format/states.ts";
import { deliveries } from "../texts/deliveries.ts";
import { shared } from "../texts/shared.ts";
import { Badge } from "../ui/badge.tsx";
import { Countdown } from "../ui/countdown.tsx";
import type { Column } from "../ui/table.tsx";
import { When } from "../ui/when.tsx";

const words = deliveries.columns;

/** What a list of deliveries tells of each. */
export const deliveryColumns: readonly Column<Schemas["Delivery"]>[] = [
  {
    title: words.who,
    cell: (delivery) => (
      <Link
        from="/deliveries"
        to="/deliveries"
        data-opens
        search={(before) => ({ ...before, open: delivery.id })}
        className="hover:underline"
      >
        {personName(delivery)}
      </Link>
    ),
  },
  { title: words.to, cell: ({ destination_name }) => destination_name ?? shared.none },
  {
    title: words.state,
    cell: ({ status, next_attempt_at }) => (
      <span className="flex flex-wrap items-center gap-2">
        <Badge look={deliveryStates[status].look}>{deliveryStates[status].label}</Badge>
        {status === "pending" && next_attempt_at !== null ? (
          <span className="text-soft">
            <Countdown at={next_attempt_at} />
          </span>
        ) : null}
      </span>
    ),
  },
  {
    title: words.tries,
    cell: ({ attempts, max_attempts }) => (
      <span className="tabular-nums">{deliveries.tries(attempts, max_attempts)}</span>
    ),
    wide: true,
  },
  {
    title: words.answer,
    cell: ({ last_status_code, last_error }) => (
      <span className="text-soft line-clamp-1" title={last_error ?? undefined}>
        {last_error ?? last_status_code ?? shared.none}
      </span>
    ),
    wide: true,
    long: true,
  },
  { title: words.made, cell: ({ created_at }) => <When at={created_at} /> },
];
