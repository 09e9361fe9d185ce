import { api } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { clientsTexts } from "../texts/clients.ts";
import { Button } from "../ui/button.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { Refused } from "../ui/notices.tsx";
import { When } from "../ui/when.tsx";

const words = clientsTexts.callbacks;
const weekSeconds = 7 * 24 * 60 * 60;

/** Where a client's CRM posts what became of leads; its secret is shown once. */
export function Callbacks({ clientId, mayChange }: { clientId: string; mayChange: boolean }) {
  const path = { client_id: clientId };
  const { data } = api.useQuery("get", "/api/clients/{client_id}/callbacks", { params: { path } });
  const rotate = api.useMutation("post", "/api/clients/{client_id}/callbacks");
  const renew = (done: () => void) =>
    rotate.mutate(
      { params: { path }, body: { overlap_seconds: weekSeconds } },
      { onSuccess: done, onSettled: () => void queryClient.invalidateQueries() },
    );
  if (data === undefined) return null;
  const hasSecret = data.callback_key !== null;
  return (
    <div className="grid w-full gap-3">
      <p className="text-soft">{hasSecret ? words.why : `${words.why} ${words.none}`}</p>
      {rotate.data === undefined ? null : <CodeBlock title={words.secret} code={rotate.data.secret} />}
      {data.addresses === null
        ? null
        : (["link", "activity", "outcome"] as const).map((kind) => (
            <CodeBlock key={kind} title={words.addresses[kind]} code={data.addresses?.[kind] ?? ""} />
          ))}
      {data.previous_secret_until === null ? null : (
        <p className="text-soft">
          {words.until} <When at={data.previous_secret_until} />
        </p>
      )}
      {!mayChange ? null : hasSecret ? (
        <ConfirmButton
          kind="plain"
          label={words.renew}
          title={words.renewTitle}
          confirm={words.make}
          error={rotate.error}
          isPending={rotate.isPending}
          onConfirmed={renew}
        >
          {words.renewWhy}
        </ConfirmButton>
      ) : (
        <div className="grid justify-items-start gap-2">
          <Refused error={rotate.error} />
          <Button disabled={rotate.isPending} onClick={() => renew(() => undefined)}>
            {words.make}
          </Button>
        </div>
      )}
    </div>
  );
}
