import { api } from "../api.ts";

/** The way out: the session ends, and the page is loaded anew, so that nothing that was seen or searched for stays in it. */
export function useSignOut(): { signOut: () => void; isPending: boolean } {
  const { mutate, isPending } = api.useMutation("post", "/api/auth/sign-out");
  const signOut = () => mutate({ body: {} }, { onSuccess: () => location.assign("/sign-in") });
  return { signOut, isPending };
}
