import { useNavigate } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { shell } from "../texts/shell.ts";
import { askWhere } from "../where/asked.ts";
import { pageActions } from "./page-actions.ts";
import { looksLikeContact, type PaletteGroup, type PaletteItem } from "./palette-items.ts";
import { placesFor } from "./places.ts";
import { turnTheme, useIsDark } from "./theme.ts";
import { useClient } from "./use-client.ts";
import { useClients as useAllClients } from "./use-clients.ts";
import { useSignOut } from "./use-sign-out.ts";
import { useSwitchClient } from "./use-switch-client.ts";

/** All that the palette offers here, before it is narrowed by what is typed. */
export function usePaletteGroups(you: Schemas["You"], typed: string): PaletteGroup[] {
  const navigate = useNavigate();
  const { signOut } = useSignOut();
  const isDark = useIsDark();
  const words = shell.palette;
  const lead: PaletteItem = {
    id: "where",
    title: words.where(typed),
    run: () => {
      askWhere(typed);
      void navigate({ to: "/where", search: ({ client }) => ({ client }) });
    },
  };
  const found: PaletteGroup[] = typed === "" ? [] : [{ title: words.groups.lead, items: [lead] }];
  const others: PaletteGroup[] = [
    {
      title: words.groups.here,
      items: pageActions().map(({ title, key, run }) => ({
        id: `here ${title}`,
        title,
        run,
        ...(key === undefined ? {} : { keys: key }),
      })),
    },
    {
      title: words.groups.places,
      items: placesFor(you).map(({ to, title, chord }) => ({
        id: to,
        title,
        keys: `g ${chord}`,
        run: () => void navigate({ to, search: ({ client }) => ({ client }) }),
      })),
    },
    { title: words.groups.clients, items: useClients() },
    {
      title: words.groups.you,
      items: [
        { id: "theme", title: isDark ? shell.lightTheme : shell.darkTheme, run: turnTheme },
        { id: "sign-out", title: shell.signOut, run: signOut },
      ],
    },
  ];
  return looksLikeContact(typed) ? [...found, ...others] : [...others, ...found];
}

/** Whose leads can be looked at, but for those that are; each with its agency where there are several. */
function useClients(): PaletteItem[] {
  const choose = useSwitchClient();
  const chosen = useClient();
  const params = { query: { limit: 100 } };
  const { clients } = useAllClients();
  const agencies = api.useQuery("get", "/api/agencies", { params }, { staleTime: 300_000 });
  const items = clients.filter(({ deleted_at }) => deleted_at === null);
  if (items.length < 2) return [];
  const names = new Map(agencies.data?.items.map(({ id, name }) => [id, name]));
  const show = (client: string | undefined) => () => choose(client);
  return [
    ...(chosen === undefined ? [] : [{ id: "all", title: shell.allClients, run: show(undefined) }]),
    ...items
      .filter(({ id }) => id !== chosen)
      .map(({ id, name, agency_id }) => ({
        id,
        title: names.size < 2 ? name : `${name} · ${names.get(agency_id) ?? ""}`,
        run: show(id),
      })),
  ];
}
