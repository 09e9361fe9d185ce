import { api, type Schemas } from "../api.ts";
import { lasting } from "../lasting.ts";
import { queryClient } from "../query-client.ts";
import { clientsTexts } from "../texts/clients.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { tellDone, tellFailed } from "../ui/toasts.tsx";

const words = clientsTexts.archive;

/** Archives a client, to be taken back at once or within thirty days. */
export function ArchiveButton({ client }: { client: Schemas["Client"] }) {
  const archive = api.useMutation("delete", "/api/clients/{client_id}");
  const restore = api.useMutation("post", "/api/clients/{client_id}/restore");
  const params = { path: { client_id: client.id } };
  const onSettled = () => void queryClient.invalidateQueries();
  const bringBack = () =>
    void lasting(restore.mutateAsync({ params }), {
      onDone: ({ name }) => tellDone(words.restored(name)),
      onFailed: tellFailed,
    });
  if (client.deleted_at !== null)
    return (
      <Button disabled={restore.isPending} onClick={bringBack}>
        {words.restore}
      </Button>
    );
  return (
    <ConfirmButton
      label={words.button}
      title={words.title(client.name)}
      confirm={words.confirm}
      error={archive.error}
      isPending={archive.isPending}
      onConfirmed={(done) =>
        archive.mutate(
          { params },
          {
            onSuccess: ({ name }) => {
              done();
              tellDone(words.done(name), { undo: bringBack });
            },
            onSettled,
          },
        )
      }
    >
      {words.why}
    </ConfirmButton>
  );
}
