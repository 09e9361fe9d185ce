import { useNavigate } from "@tanstack/react-router";
import { LogOut } from "lucide-react";
import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { Button } from "../ui/button.tsx";
import { shell } from "../texts/shell.ts";

/** Who is signed in, and the way out. */
export function YouMenu({ you }: { you: Schemas["You"] }) {
  const navigate = useNavigate();
  const signOut = api.useMutation("post", "/api/auth/sign-out");
  const leave = () =>
    signOut.mutate(
      { body: {} },
      {
        onSuccess: () => {
          queryClient.clear();
          void navigate({ to: "/sign-in" });
        },
      },
    );
  return (
    <div className="border-line flex items-center gap-2 border-t pt-2">
      <span className="text-soft min-w-0 flex-1 truncate px-2" title={you.name}>
        {you.name}
      </span>
      <Button
        kind="quiet"
        aria-label={shell.signOut}
        title={shell.signOut}
        disabled={signOut.isPending}
        onClick={leave}
      >
        <LogOut aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
