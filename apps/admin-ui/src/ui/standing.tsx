import type { Schemas } from "../api.ts";
import { inPlainWords } from "../format/in-plain-words.ts";
import { storyState } from "../format/states.ts";
import { Badge } from "./badge.tsx";
import { shared } from "../texts/shared.ts";
import { Said } from "./said.tsx";

/** Where something stands, in a word and a sentence, and what moves it on. */
export function Standing({
  stands,
}: {
  stands: NonNullable<Schemas["WhereIsMyLead"]["story"]>["stands"] | Schemas["LeadDetails"]["stands"];
}) {
  if (stands === null) return <p className="text-soft">{shared.unsaid}</p>;
  const { label, look } = storyState(stands.state);
  return (
    <>
      <Badge look={look}>{label}</Badge>
      <p>
        <Said text={inPlainWords(stands.sentence)} />
      </p>
      <p className="text-soft">
        <Said text={inPlainWords(stands.next)} />
      </p>
    </>
  );
}
