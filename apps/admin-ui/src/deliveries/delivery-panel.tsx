import { Link } from "@tanstack/react-router";
import { api } from "../api.ts";
import { personName } from "../format/person.ts";
import { deliveryStates } from "../format/states.ts";
import { Badge } from "../ui/badge.tsx";
import { buttonClass } from "../ui/button.tsx";
import { Failed, Loading } from "../ui/notices.tsx";
import { Section } from "../ui/section.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
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
    <SidePanel
      label="The delivery that is open"
      title={
        delivery === undefined
          ? "Delivery"
          : `${personName(delivery)} to ${delivery.destination_name ?? "nobody"}`
      }
      onClose={onClose}
    >
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
    </SidePanel>
  );
}
