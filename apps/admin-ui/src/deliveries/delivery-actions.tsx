import { api, type Schemas } from "../api.ts";
import { lasting } from "../lasting.ts";
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
  const send = () =>
    void lasting(retry.mutateAsync({ params }), {
      onDone: () => tellDone(deliveries.retried),
      onFailed: tellFailed,
    });
  return (
    <>
      {may.has("retryDelivery") ? (
        <Button kind="main" disabled={retry.isPending} onClick={send}>
          {retry.isPending ? deliveries.retrying : deliveries.retry}
        </Button>
      ) : null}
      {may.has("cancelDelivery") ? (
        <ReasonDialog
          label={deliveries.cancel}
          title={deliveries.cancelTitle}
          error={cancel.error}
          isPending={cancel.isPending}
          onGiven={(reason, done) =>
            cancel.mutate(
              { params, body: { reason } },
              {
                onSuccess: () => {
                  done();
                  tellDone(deliveries.cancelled, { detail: deliveries.undoSends, undo: send });
                },
                onSettled: refresh,
              },
            )
          }
        >
          {deliveries.cancelWhat(delivery.destination_name ?? deliveries.theDestination)}
        </ReasonDialog>
      ) : null}
    </>
  );
}
