import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { api } from "../api.ts";
import { personName } from "../format/person.ts";
import { deliveryStates } from "../format/states.ts";
import { Badge } from "../ui/badge.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { Failed, Loading } from "../ui/notices.tsx";
import { Section } from "../ui/section.tsx";
import { When } from "../ui/when.tsx";
import { Attempts } from "./attempts.tsx";
import { DeliveryActions } from "./delivery-actions.tsx";

/** A delivery beside the list: what it waits for, what can be done, and every try with what was sent and answered. */
export function DeliveryPanel({ deliveryId, onClose }: { deliveryId: string; onClose: () => void }) {
  const {
    data: delivery,
    error,
    refetch,
  } = api.useQuery(
    "get",
    "/api/deliveries/{delivery_id}",
    { params: { path: { delivery_id: deliveryId } } },
    { refetchInterval: ({ state }) => (state.data?.status === "in_flight" ? 2_000 : 15_000) },
  );
  return (
    <aside
      aria-label="The delivery that is open"
      className="border-line bg-surface sticky top-0 h-[100dvh] w-full overflow-y-auto lg:w-[28rem] lg:border-s"
      onKeyDown={({ key }) => key === "Escape" && onClose()}
    >
      <div className="border-line bg-surface sticky top-0 flex min-h-13 items-center gap-2 border-b px-4 py-2">
        <h2 className="min-w-0 flex-1 truncate text-[15px] font-semibold">
          {delivery === undefined
            ? "Delivery"
            : `${personName(delivery)} to ${delivery.destination_name ?? "nobody"}`}
        </h2>
        <Button kind="quiet" aria-label="Close" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      {delivery === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <div className="divide-line grid divide-y">
          <Section title="Where it stands">
            <Badge look={deliveryStates[delivery.status].look}>{deliveryStates[delivery.status].label}</Badge>
            <p>{delivery.what_next}</p>
            {delivery.next_attempt_at === null ? null : (
              <p className="text-soft">
                Next try <When at={delivery.next_attempt_at} relative />
              </p>
            )}
            <div className="flex flex-wrap gap-2">
              <DeliveryActions delivery={delivery} />
              {delivery.lead_id === null ? null : (
                <Link to="/leads/$leadId" params={{ leadId: delivery.lead_id }} className={buttonClass()}>
                  Open the lead
                </Link>
              )}
            </div>
          </Section>
          <Section title={`Tries (${delivery.attempts} of ${delivery.max_attempts})`}>
            <Attempts attempts={delivery.attempts_made} />
          </Section>
        </div>
      )}
    </aside>
  );
}
