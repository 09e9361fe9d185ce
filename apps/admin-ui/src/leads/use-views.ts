import { api, type Schemas } from "../api.ts";
import { lasting } from "../lasting.ts";
import { queryClient } from "../query-client.ts";
import { useClient } from "../shell/use-client.ts";
import { leadTexts } from "../texts/leads.ts";
import { tellDone, tellFailed } from "../ui/toasts.tsx";
import type { LeadView } from "./list-search.ts";

type View = Schemas["SavedView"];
type NewView = { name: string; is_shared: boolean; client_id?: string; agency_id?: string; view: LeadView };

const changed = () => queryClient.invalidateQueries({ queryKey: ["get", "/api/saved-views"] });

/** The views that are kept, by name, one's own first; and how they are kept, changed and taken away. */
export function useViews() {
  const client = useClient();
  const query = client === undefined ? {} : { client_id: client };
  const { data } = api.useQuery("get", "/api/saved-views", { params: { query } }, { staleTime: 60_000 });
  const create = api.useMutation("post", "/api/saved-views");
  const change = api.useMutation("patch", "/api/saved-views/{view_id}");
  const remove = api.useMutation("delete", "/api/saved-views/{view_id}");
  const views = (data?.items ?? []).toSorted(
    (a, b) => Number(a.is_shared) - Number(b.is_shared) || a.name.localeCompare(b.name),
  );
  const onError = (error: unknown) => tellFailed(error);
  const keep = ({ view, ...rest }: NewView, done: (kept: View) => void) =>
    void lasting(create.mutateAsync({ body: { ...rest, view: given(view) } }), {
      onDone: (kept) => {
        tellDone(leadTexts.views.kept(kept.name));
        done(kept);
      },
      onFailed: tellFailed,
    });
  return {
    views,
    keep,
    isKeeping: create.isPending,
    change: (id: string, { view, ...to }: Partial<NewView>) =>
      change.mutate(
        {
          params: { path: { view_id: id } },
          body: { ...to, ...(view === undefined ? {} : { view: given(view) }) },
        },
        {
          onSuccess: ({ name }) => {
            tellDone(view === undefined ? leadTexts.views.saved(name) : leadTexts.views.changed(name));
            void changed();
          },
          onError,
        },
      ),
    remove: ({ id }: View, done: () => void) =>
      remove.mutate(
        { params: { path: { view_id: id } } },
        {
          onSuccess: ({ name, is_shared, client_id, agency_id, view }) => {
            const shared = {
              ...(client_id === null ? {} : { client_id }),
              ...(agency_id === null ? {} : { agency_id }),
            };
            tellDone(leadTexts.views.deleted(name), {
              undo: () => keep({ name, is_shared, ...shared, view }, () => {}),
            });
            void changed();
            done();
          },
          onError,
        },
      ),
  };
}

/** What is set of it. */
const given = (view: LeadView): Schemas["LeadView"] =>
  Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));

/** Whether a view shows what is looked at. */
export const isSame = (one: LeadView, other: LeadView): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const sorted = (view: LeadView) => Object.entries(given(view)).toSorted(([a], [b]) => (a < b ? -1 : 1));
