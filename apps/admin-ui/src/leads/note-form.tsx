import { useState, type FormEvent } from "react";
import { api } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { leadWords } from "../texts/lead.ts";
import { Button } from "../ui/button.tsx";
import { Refused } from "../ui/notices.tsx";

/** By which keys find it. */
export const noteField = "lead-note";

/** A note for colleagues. */
export function NoteForm({ leadId }: { leadId: string }) {
  const [text, setText] = useState("");
  const add = api.useMutation("post", "/api/leads/{lead_id}/notes");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { params: { path: { lead_id: leadId } }, body: { text: text.trim() } },
      {
        onSuccess: () => {
          setText("");
          void queryClient.invalidateQueries();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="flex w-full flex-wrap gap-2 print:hidden">
      <textarea
        id={noteField}
        aria-label={leadWords.note.label}
        placeholder={leadWords.note.label}
        rows={1}
        maxLength={5_000}
        required
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="bg-raised border-line placeholder:text-soft min-h-8 min-w-0 flex-1 rounded-md border px-3 py-1.5"
      />
      <Button type="submit" disabled={add.isPending}>
        {leadWords.note.add}
      </Button>
      <Refused error={add.error} />
    </form>
  );
}
