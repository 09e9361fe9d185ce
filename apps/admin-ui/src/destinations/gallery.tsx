import { Link } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";
import { kindGroups, kindTexts } from "../texts/destination-kinds.ts";
import { destinationForm as texts } from "../texts/destination-form.ts";
import { KindIcon } from "./kind-icon.tsx";

type Kind = Schemas["DestinationKind"];

/** All that leads can be sent to, under what it is for. */
export function Gallery({ kinds }: { kinds: readonly Kind[] }) {
  const grouped = new Set(kindGroups.flatMap((group) => group.kinds));
  const others = kinds.filter(({ kind }) => !grouped.has(kind)).map(({ kind }) => kind);
  const groups = [...kindGroups, { title: texts.otherGroup, kinds: others }]
    .map(({ title, kinds: names }) => ({
      title,
      items: names.flatMap((name) => kinds.filter(({ kind }) => kind === name)),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <div className="grid max-w-6xl gap-6 p-4">
      {groups.map(({ title, items }) => (
        <section key={title} aria-label={title} className="grid gap-2">
          <h2 className="text-soft text-xs font-medium">{title}</h2>
          <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
            {items.map((kind) => (
              <Card key={kind.kind} kind={kind} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Card({ kind: { kind, title, is_of_installation } }: { kind: Kind }) {
  const said = kindTexts[kind];
  return (
    <li className="border-line bg-surface hover:border-brand focus-within:border-brand relative flex gap-3 rounded-lg border p-3 transition-colors">
      <KindIcon kind={kind} />
      <span className="grid content-start gap-0.5">
        <Link
          to="/destinations/new"
          search={(before) => ({ ...before, kind, step: "settings" as const })}
          className="font-medium after:absolute after:inset-0"
        >
          {title}
        </Link>
        {said === undefined ? null : (
          <>
            <span className="text-soft">{said.does}</span>
            <span className="text-soft text-xs">{texts.needs(said.needs)}</span>
          </>
        )}
        {is_of_installation ? <span className="text-warn text-xs">{texts.ownersOnly}</span> : null}
      </span>
    </li>
  );
}
