import { api } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { settingsTexts } from "../texts/settings.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { tellDone, tellFailed } from "../ui/toasts.tsx";
import { When } from "../ui/when.tsx";
import { browserName } from "./browser-name.ts";

const words = settingsTexts.sessions;

/** Where one is signed in, each to be ended by itself. */
export function Sessions({ here }: { here: string | undefined }) {
  const { data } = api.useQuery("get", "/api/auth/list-sessions");
  const end = api.useMutation("post", "/api/auth/revoke-session");
  const endOthers = api.useMutation("post", "/api/auth/revoke-other-sessions");
  const then = (said: string) => ({
    onSuccess: () => tellDone(said),
    onError: (error: unknown) => tellFailed(error),
    onSettled: () => void queryClient.invalidateQueries(),
  });
  const sessions = data ?? [];
  return (
    <div className="grid justify-items-start gap-3">
      <ul className="border-line divide-line w-full divide-y rounded-md border">
        {sessions
          .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
          .map(({ id, userAgent, ipAddress, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <span className="grid min-w-0 flex-1">
                <span className="font-medium">{browserName(userAgent) ?? words.unknown}</span>
                <span className="text-soft text-xs">
                  {words.since} <When at={Date.parse(createdAt)} />
                  {ipAddress === null || ipAddress === "" ? null : ` ${words.from(ipAddress)}`}
                </span>
              </span>
              {id === here ? (
                <Badge look="good">{words.here}</Badge>
              ) : (
                <Button
                  disabled={end.isPending}
                  onClick={() => end.mutate({ body: { id } }, then(words.ended))}
                >
                  {words.end}
                </Button>
              )}
            </li>
          ))}
      </ul>
      {sessions.length < 2 ? null : (
        <Button
          kind="bad"
          disabled={endOthers.isPending}
          onClick={() => endOthers.mutate({ body: {} }, then(words.othersEnded))}
        >
          {words.endOthers}
        </Button>
      )}
    </div>
  );
}
