import { Link, useNavigate } from "@tanstack/react-router";
import { EllipsisVertical, Users } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { Schemas } from "../api.ts";
import { leadTexts } from "../texts/leads.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Menu } from "../ui/menu.tsx";
import { filtersIn, viewOf, type LeadsSearch, type LeadView } from "./list-search.ts";
import { SaveView } from "./save-view.tsx";
import { isSame, useViews } from "./use-views.ts";
import { ViewForm } from "./view-form.tsx";

/** Every lead, and the views that are kept. */
export function ViewTabs({ search }: { search: LeadsSearch }) {
  const { views, keep, change, remove } = useViews();
  const navigate = useNavigate();
  const [edited, setEdited] = useState<Schemas["SavedView"]>();
  const shown = viewOf(search);
  const current = views.find(({ id }) => id === search.view);
  const isChanged = current !== undefined && !isSame(current.view, shown);
  const texts = leadTexts.views;
  const show = (id: string | undefined, view: LeadView) =>
    void navigate({ to: "/leads", search: ({ client }) => ({ client, ...view, view: id }) });
  return (
    <div className="border-line flex items-center gap-1 overflow-x-auto border-b px-3 print:hidden">
      <nav aria-label={texts.label} className="flex gap-1">
        <Tab id={undefined} view={{}} isCurrent={current === undefined}>
          {texts.all}
        </Tab>
        {views.map(({ id, name, view, is_shared }) => (
          <Tab key={id} id={id} view={view} isCurrent={id === current?.id}>
            {name}
            {is_shared ? (
              <span title={texts.shared}>
                <Users aria-hidden className="size-3.5" />
                <span className="sr-only">{texts.shared}</span>
              </span>
            ) : null}
          </Tab>
        ))}
      </nav>
      <div className="ms-auto flex items-center gap-1 ps-2">
        {isChanged && current.may_change ? (
          <Button kind="quiet" onClick={() => change(current.id, { view: shown })}>
            {texts.saveChanges}
          </Button>
        ) : null}
        {isChanged || (current === undefined && (filtersIn(shown) > 0 || !isSame(shown, {}))) ? (
          <SaveView onGiven={(given) => keep({ ...given, view: shown }, ({ id, view }) => show(id, view))} />
        ) : null}
        {current?.may_change === true ? (
          <Menu
            label={texts.more(current.name)}
            className={`${buttonClass("quiet")} px-2!`}
            trigger={<EllipsisVertical aria-hidden className="size-4" />}
            items={[
              { key: "edit", title: texts.edit, onChoose: () => setEdited(current) },
              {
                key: "delete",
                title: texts.delete,
                onChoose: () => remove(current, () => show(undefined, {})),
              },
            ]}
          />
        ) : null}
      </div>
      {edited === undefined ? null : (
        <Dialog isOpen onClose={() => setEdited(undefined)} title={texts.editTitle(edited.name)}>
          <ViewForm
            kept={edited}
            onGiven={(given) => {
              setEdited(undefined);
              change(edited.id, given);
            }}
          />
        </Dialog>
      )}
    </div>
  );
}

const Tab = ({
  id,
  view,
  isCurrent,
  children,
}: {
  id: string | undefined;
  view: LeadView;
  isCurrent: boolean;
  children: ReactNode;
}) => (
  <Link
    to="/leads"
    search={({ client }) => ({ client, ...view, view: id })}
    // Else every lead is told as current beside each view of some.
    activeOptions={{ exact: true }}
    aria-current={isCurrent ? "page" : undefined}
    className="text-soft hover:text-ink aria-[current=page]:border-brand aria-[current=page]:text-ink flex h-9 items-center gap-1.5 border-b-2 border-transparent px-2 font-medium whitespace-nowrap"
  >
    {children}
  </Link>
);
