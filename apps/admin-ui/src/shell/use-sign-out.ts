import { useNavigate } from "@tanstack/react-router";
import { api } from "../api.ts";
import { queryClient } from "../query-client.ts";

/** The way out: the session ends, and nothing of it stays in the page. */
export function useSignOut(): { signOut: () => void; isPending: boolean } {
  const navigate = useNavigate();
  const { mutate, isPending } = api.useMutation("post", "/api/auth/sign-out");
  const signOut = () =>
    mutate(
      { body: {} },
      {
        onSuccess: () => {
          queryClient.clear();
          void navigate({ to: "/sign-in" });
        },
      },
    );
  return { signOut, isPending };
}
