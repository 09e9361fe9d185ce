import { Link } from "@tanstack/react-router";
import { inPlainWords } from "../format/in-plain-words.ts";
import { api } from "../api.ts";
import { personName } from "../format/person.ts";
import { deliveryStates } from "../format/states.ts";
import { deliveries } from "../texts/deliveries.ts";
import { shared } from "../texts/shared.ts";
import { Badge } from "../ui/badge.tsx";
import { buttonClass } from "../ui/button.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { Failed, Loading } from "../ui/notices.tsx";
import { Section } from "../ui/section.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { Attempts } from "./attempts.tsx";
import { DeliveryActions } from "./delivery-actions.tsx";
import { EarlierAttempts } from "./earlier-attempts.tsx";
import { Said } from "../ui/said.tsx";

const words = deliveries.panel;

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
    { refetchInterval: ({ state }) => (state.data?.status === "in_flight" ? 2_000 : 30_000) },
  );
  return (
    <SidePanel
      label={words.label}
      title={
        delivery === undefined
          ? words.title
          : words.heading(personName(delivery), delivery.destination_name ?? words.nobody)
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
          <Section title={words.stands}>
            <Badge look={deliveryStates[delivery.status].look}>{deliveryStates[delivery.status].label}</Badge>
            <p>
              <Said text={inPlainWords(delivery.what_next)} />
            </p>
            {delivery.status === "in_flight" ? (
              <p className="text-soft">{words.underWay}</p>
            ) : delivery.next_attempt_at === null ? null : (
              <p className="text-soft">
                {words.next} <Countdown at={delivery.next_attempt_at} />
              </p>
            )}
            <div className="flex flex-wrap gap-2">
              <DeliveryActions delivery={delivery} />
              {delivery.lead_id === null ? null : (
                <Link
                  to="/leads/$leadId"
                  params={{ leadId: delivery.lead_id }}
                  data-page
                  className={buttonClass()}
                >
                  {shared.openLead}
                </Link>
              )}
              {delivery.dead_letter?.state === "open" ? (
                <Link
                  to="/dead-letters"
                  search={({ client }) => ({ client, letter: delivery.dead_letter_id ?? undefined })}
                  className={buttonClass("quiet")}
                >
                  {words.letter}
                </Link>
              ) : null}
            </div>
          </Section>
          <Section title={words.tries(delivery.attempts, delivery.max_attempts)}>
            {delivery.attempts_made.length === 0 ? <p className="text-soft">{words.noTries}</p> : null}
            <Attempts attempts={delivery.attempts_made} />
            {delivery.earlier_attempts === null ? null : (
              <EarlierAttempts deliveryId={delivery.id} before={delivery.earlier_attempts} />
            )}
          </Section>
          {delivery.receiver_id === null ? null : (
            <Section title={words.id}>
              <p className="break-all">{delivery.receiver_id}</p>
            </Section>
          )}
        </div>
      )}
    </SidePanel>
  );
}
