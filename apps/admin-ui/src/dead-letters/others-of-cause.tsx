import { Link } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { personContact, personName } from "../format/person.ts";
import { deadLetters } from "../texts/dead-letters.ts";
import { Loading } from "../ui/notices.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { When } from "../ui/when.tsx";

/** Open letters that died of the same as this one. */
export function OthersOfCause({ letter }: { letter: Schemas["DeadLetterDetails"] }) {
  const { id, client_id, destination_id, kind, cause, fingerprint } = letter;
  const query = {
    limit: 20,
    kind,
    cause: cause as NonNullable<Schemas["ReplayFilter"]["causes"]>[number],
    ...(client_id === null ? {} : { client_id }),
    ...(destination_id === null ? {} : { destination_id }),
    ...(fingerprint === "" ? {} : { fingerprint }),
  };
  const pages = api.useInfiniteQuery("get", "/api/dead-letters", { params: { query } }, byCursor);
  if (pages.isPending) return <Loading rows={2} />;
  return (
    <div className="w-full">
      <PagedList pages={pages} empty={<p className="text-soft">{deadLetters.letter.noOthers}</p>}>
        {(letters) => {
          const others = letters.filter((other) => other.id !== id);
          return others.length === 0 ? (
            <p className="text-soft">{deadLetters.letter.noOthers}</p>
          ) : (
            <ul className="grid gap-1">
              {others.map((other) => (
                <li key={other.id} className="flex flex-wrap gap-x-3">
                  <Link
                    to="/dead-letters"
                    search={(before) => ({ ...before, letter: other.id })}
                    className="text-brand hover:underline"
                  >
                    {personName(other)}
                  </Link>
                  <span className="text-soft min-w-0 flex-1 truncate">{personContact(other)}</span>
                  <span className="text-soft">
                    <When at={other.last_failed_at} />
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </PagedList>
    </div>
  );
}
