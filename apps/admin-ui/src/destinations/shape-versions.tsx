import type { Schemas } from "../api.ts";
import { mapping as texts } from "../texts/mapping.ts";
import { Button } from "../ui/button.tsx";
import { When } from "../ui/when.tsx";

type Shape = Schemas["ShownShape"]["shape"];

/** Filters and mappings that it had, newest first; each can be gone back to. */
export function ShapeVersions({
  shown: { versions },
  onBack,
}: {
  shown: Schemas["ShownShape"];
  /** undefined: one may not. */
  onBack: ((version: number) => void) | undefined;
}) {
  if (versions.length === 0) return null;
  return (
    <section aria-label={texts.versions} className="grid gap-2">
      <h2 className="text-soft text-xs font-medium">{texts.versions}</h2>
      <ol className="border-line divide-line divide-y rounded-lg border">
        {versions.map(({ version, shape, restores, created_at, created_by }, index) => (
          <li key={version} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <span className="font-medium">{texts.version(version)}</span>
            <span className="text-soft">{restores === null ? inWords(shape) : texts.restores(restores)}</span>
            <span className="text-soft ms-auto text-xs">
              {created_by === null ? null : `${created_by} · `}
              <When at={created_at} />
            </span>
            {index === 0 ? (
              <span className="text-good text-xs font-medium">{texts.inForce}</span>
            ) : onBack === undefined ? null : (
              <Button kind="quiet" aria-label={texts.goBackTo(version)} onClick={() => onBack(version)}>
                {texts.goBack}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function inWords(shape: Shape): string {
  const rows = shape?.mapping?.rows.length ?? 0;
  const parts = [
    ...(shape?.filter == null ? [] : [texts.hasFilter]),
    ...(rows === 0 ? [] : [texts.hasRows(rows)]),
  ];
  return parts.length === 0 ? texts.noShape : parts.join(", ");
}
