import { shell } from "../texts/shell.ts";
import { Dialog } from "../ui/dialog.tsx";
import type { Binding } from "./bindings.ts";
import { Keys } from "./keys.tsx";

/** Every key that does something here, out of the table that binds them. */
export function KeysDialog({ bindings, onClose }: { bindings: readonly Binding[]; onClose: () => void }) {
  const groups = Object.entries(Object.groupBy(bindings, ({ group }) => group));
  return (
    <Dialog isOpen onClose={onClose} title={shell.keys.title} width="wide">
      <div className="gap-8 sm:columns-2">
        {groups.map(([group, of]) => (
          <section key={group} className="mb-5 grid break-inside-avoid gap-1.5">
            <h3 className="text-soft text-xs font-medium">{shell.keys.groups[group as Binding["group"]]}</h3>
            <dl className="grid gap-1.5">
              {of.map(({ keys, what }) => (
                <div key={keys} className="flex items-center gap-3">
                  <dt className="order-last">
                    <Keys keys={keys} />
                  </dt>
                  <dd className="min-w-0 flex-1">{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
