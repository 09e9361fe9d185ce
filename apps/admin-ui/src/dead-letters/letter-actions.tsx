import { api, type Schemas } from "../api.ts";
import { inPlainWords } from "../format/in-plain-words.ts";
import { lasting } from "../lasting.ts";
import { queryClient } from "../query-client.ts";
import { deadLetters } from "../texts/dead-letters.ts";
import { Button } from "../ui/button.tsx";
import { ReasonDialog } from "../ui/reason-dialog.tsx";
import { tellDone, tellFailed } from "../ui/toasts.tsx";

const words = deadLetters.letter;

/** What the API says that one may do about a letter. */
export function LetterActions({ letter }: { letter: Schemas["DeadLetterDetails"] }) {
  const replay = api.useMutation("post", "/api/dead-letters/{dead_letter_id}/replay");
  const discard = api.useMutation("post", "/api/dead-letters/{dead_letter_id}/discard");
  const reopen = api.useMutation("post", "/api/dead-letter-groups/reopen");
  const may = new Set(letter.actions.map(({ operation }) => operation));
  const params = { path: { dead_letter_id: letter.id } };
  const refresh = () => void queryClient.invalidateQueries();
  const failed = (error: unknown) => tellFailed(error);
  const undo = (discarded_since: number) => {
    const { client_id, destination_id, kind, cause, last_status_code, fingerprint } = letter;
    const group = { client_id, destination_id, kind, cause, status_code: last_status_code, fingerprint };
    void lasting(reopen.mutateAsync({ body: { ...group, discarded_since } }), {
      onDone: () => tellDone(words.reopened),
      onFailed: failed,
    });
  };
  return (
    <>
      {may.has("replayDeadLetter") ? (
        <Button
          kind="main"
          disabled={replay.isPending}
          onClick={() =>
            replay.mutate(
              { params },
              {
                onSuccess: ({ what_next }) => tellDone(words.replayed, { detail: inPlainWords(what_next) }),
                onError: failed,
                onSettled: refresh,
              },
            )
          }
        >
          {replay.isPending ? words.replaying : words.replay}
        </Button>
      ) : null}
      {may.has("discardDeadLetter") ? (
        <ReasonDialog
          label={deadLetters.discardOne}
          title={deadLetters.group.title(1)}
          error={discard.error}
          isPending={discard.isPending}
          onGiven={(reason, done) =>
            discard.mutate(
              { params, body: { reason } },
              {
                onSuccess: ({ at }) => {
                  done();
                  tellDone(words.given, { undo: () => undo(at) });
                },
                onSettled: refresh,
              },
            )
          }
        >
          {deadLetters.group.what(letter.destination_name ?? deadLetters.beforeAny)}
        </ReasonDialog>
      ) : null}
    </>
  );
}
