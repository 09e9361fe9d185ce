import { useNavigate } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { useState, type FormEvent } from "react";
import { askWhere } from "../where/asked.ts";
import { shell } from "../texts/shell.ts";

/** "Where is my lead?": in the frame of every page. */
export function WhereBox({ onAsked }: { onAsked: () => void }) {
  const [text, setText] = useState("");
  const navigate = useNavigate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    askWhere(text.trim());
    onAsked();
    void navigate({ to: "/where", search: ({ client }) => ({ client }) });
  };
  return (
    <form role="search" onSubmit={submit} className="relative">
      <Search aria-hidden className="text-soft pointer-events-none absolute start-2.5 top-2 size-4" />
      <input
        id="where-box"
        aria-label={shell.where.label}
        placeholder={shell.where.placeholder}
        maxLength={320}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={({ key, currentTarget }) => key === "Escape" && currentTarget.blur()}
        className="bg-raised border-line placeholder:text-soft h-8 w-full rounded-md border ps-8 pe-8"
      />
      <kbd className="border-line text-soft absolute end-2 top-1.5 rounded border px-1.5 text-[11px]">/</kbd>
    </form>
  );
}
