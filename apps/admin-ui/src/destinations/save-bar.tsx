import { shared } from "../texts/shared.ts";
import { destinations as texts } from "../texts/destinations.ts";
import { Button } from "../ui/button.tsx";
import { Refused } from "../ui/notices.tsx";

/** What a form ends with: what it was refused for, and its buttons. */
export const SaveBar = ({
  isChanged,
  isPending,
  error,
  why,
  onDiscard,
}: {
  isChanged: boolean;
  isPending: boolean;
  error: unknown;
  /** Why nothing may be changed. */
  why?: string | undefined;
  onDiscard: () => void;
}) => (
  <div className="grid gap-3">
    <Refused error={error} />
    <div className="flex flex-wrap gap-2">
      <Button type="submit" kind="main" disabled={isPending || !isChanged} why={why}>
        {isPending ? shared.saving : shared.save}
      </Button>
      {isChanged ? (
        <Button kind="quiet" onClick={onDiscard}>
          {texts.discard}
        </Button>
      ) : null}
    </div>
  </div>
);
