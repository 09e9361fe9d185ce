import { useRouter } from "@tanstack/react-router";
import { afterSwitch } from "./after-switch.ts";
import { useClients } from "./use-clients.ts";

/** Looks at another client, or at all of them, without what only the one before had. */
export function useSwitchClient(): (id: string | undefined) => void {
  const router = useRouter();
  const { clients } = useClients();
  return (id) => {
    const known = clients.find((client) => client.id === id);
    const to = afterSwitch(
      router.state.location,
      id === undefined ? undefined : (known ?? { id, stages: [] }),
    );
    void router.navigate({ to: to.pathname, search: () => to.search });
  };
}
