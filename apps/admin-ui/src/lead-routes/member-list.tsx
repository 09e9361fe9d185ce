import { useEffect, useRef, useState } from "react";
import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { MemberRow } from "./member-row.tsx";
import { movedTo, sharesOf, type MemberDraft, type RouteDraft } from "./route-draft.ts";

/** Members in their order, which is changed by dragging, by the arrows, or by Alt and an arrow key; the new place is said. */
export function MemberList({
  clientId,
  mode,
  members,
  faults,
  onChange,
}: {
  clientId: string | undefined;
  mode: RouteDraft["mode"];
  members: readonly MemberDraft[];
  faults: Readonly<Record<string, string>>;
  onChange: (members: readonly MemberDraft[]) => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState("");
  const shares = sharesOf({ mode, members });
  const move = (from: number, to: number) => {
    const moved = members[from];
    if (moved === undefined || to < 0 || to >= members.length || from === to) return;
    onChange(movedTo(members, from, to));
    setSaid(texts.moved(moved.name, to + 1, members.length));
  };
  // What is dragged is told by what stands there then, not when dragging was set up.
  const latest = useRef(move);
  useEffect(() => {
    latest.current = move;
  });
  const order = members.map(({ id }) => id).join(" ");
  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    let end = () => {};
    let isOver = false;
    // Only who drags needs it: it comes after the page.
    const begin = async () => {
      const { dragOrder } = await import("../ui/drag-order.ts");
      if (!isOver) end = dragOrder(element, (from, to) => latest.current(from, to));
    };
    void begin();
    return () => {
      isOver = true;
      end();
    };
  }, [order]);
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ol ref={list} className="grid gap-2">
        {members.map((member, index) => (
          <MemberRow
            key={member.id}
            clientId={clientId}
            member={member}
            index={index}
            isLast={index === members.length - 1}
            share={mode === "weighted" ? (shares[index] ?? 0) : null}
            fault={faultOf(faults, index)}
            onChange={(changed) => onChange(members.map((one, at) => (at === index ? changed : one)))}
            onMove={(to) => move(index, to)}
            onRemove={() => onChange(members.filter((_, at) => at !== index))}
          />
        ))}
      </ol>
    </>
  );
}

const faultOf = (faults: Readonly<Record<string, string>>, index: number): string | undefined =>
  Object.entries(faults).find(([field]) => field.startsWith(`members.${index}.`))?.[1];
