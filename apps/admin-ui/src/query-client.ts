import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { problemOf } from "./format/problem.ts";

/** Called with what no session allows any more; the router sends whoever sees it to sign in. */
const onSignedOut = new Set<() => void>();
export const whenSignedOut = (listener: () => void) => void onSignedOut.add(listener);
const tell = (error: unknown) => {
  if (problemOf(error).status === 401) for (const listener of onSignedOut) listener();
};

/** Answers are fresh for ten seconds, and are asked again when somebody comes back to the page. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: tell }),
  mutationCache: new MutationCache({ onError: tell }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays one; what did not answer is asked twice more.
      retry: (failures, error) => failures < 2 && problemOf(error).status >= 500,
    },
  },
});
