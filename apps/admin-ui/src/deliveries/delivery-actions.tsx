import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { deliveries } from "../texts/deliveries.ts";
import { Button } from "../ui/button.tsx";
import { ReasonDialog } from "../ui/reason-dialog.tsx";
import { tellDone, tellFailed } from "../ui/toasts.tsx";

/** What the API says that one may do about a delivery. */
export function DeliveryActions({ delivery }: { delivery: Schemas["DeliveryDetails"] }) {
  const retry = api.useMutation("post", "/api/deliveries/{delivery_id}/retry");
  const cancel = api.useMutation("post", "/api/deliveries/{delivery_id}/cancel");
  const may = new Set(delivery.actions.map(({ operation }) => operation));
  const params = { path: { delivery_id: delivery.id } };
  const refresh = () => void queryClient.invalidateQueries();
  return (
    <>
      {may.has("retryDelivery") ? (
        <Button
          kind="main"
          disabled={retry.isPending}
          onClick={() =>
            retry.mutate({ params }, { onError: (error) => tellFailed(error), onSettled: refresh })
          }
        >
          {retry.isPending ? "Sending …" : "Send now"}
        </Button>
      ) : null}
      {may.has("cancelDelivery") ? (
        <ReasonDialog
          label="Cancel it"
          title="Send this to nobody any more?"
          error={cancel.error}
          isPending={cancel.isPending}
          onGiven={(reason, done) =>
            cancel.mutate(
              { params, body: { reason } },
              {
                onSuccess: () => {
                  done();
                  tellDone(deliveries.cancelled);
                },
                onSettled: refresh,
              },
            )
          }
        >
          The lead stays. {delivery.destination_name ?? "The destination"} does not hear of it, unless it is
          sent again by hand.
        </ReasonDialog>
      ) : null}
    </>
  );
}
