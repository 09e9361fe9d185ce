import { LogOut } from "lucide-react";
import type { Schemas } from "../api.ts";
import { shell } from "../texts/shell.ts";
import { Button } from "../ui/button.tsx";
import { useSignOut } from "./use-sign-out.ts";

/** Who is signed in, and the way out. */
export function YouMenu({ you }: { you: Schemas["You"] }) {
  const { signOut, isPending } = useSignOut();
  return (
    <div className="border-line flex items-center gap-2 border-t pt-2">
      <span className="text-soft min-w-0 flex-1 truncate px-2" title={you.name}>
        {you.name}
      </span>
      <Button
        kind="quiet"
        aria-label={shell.signOut}
        title={shell.signOut}
        disabled={isPending}
        onClick={signOut}
      >
        <LogOut aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
