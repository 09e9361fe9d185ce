import { useState } from "react";
import { api } from "../api.ts";
import { deliveries } from "../texts/deliveries.ts";
import { Button } from "../ui/button.tsx";
import { Failed, Loading } from "../ui/notices.tsx";
import { Attempts } from "./attempts.tsx";

/** The tries before those that a delivery shows at once, when asked for. */
export function EarlierAttempts({ deliveryId, before }: { deliveryId: string; before: number }) {
  const [isAsked, setIsAsked] = useState(false);
  const { data, error, refetch } = api.useQuery(
    "get",
    "/api/deliveries/{delivery_id}",
    { params: { path: { delivery_id: deliveryId }, query: { attempts_before: before } } },
    { enabled: isAsked },
  );
  if (!isAsked) return <Button onClick={() => setIsAsked(true)}>{deliveries.panel.earlier}</Button>;
  if (data === undefined)
    return error === null ? <Loading rows={2} /> : <Failed error={error} retry={() => void refetch()} />;
  return (
    <>
      <Attempts attempts={data.attempts_made} />
      {data.earlier_attempts === null ? null : (
        <EarlierAttempts deliveryId={deliveryId} before={data.earlier_attempts} />
      )}
    </>
  );
}
