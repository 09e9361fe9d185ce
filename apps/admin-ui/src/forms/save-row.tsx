import { formsTexts as texts } from "../texts/forms.ts";
import { Button } from "../ui/button.tsx";
import { Refused } from "../ui/notices.tsx";

/** What ends a small form: nothing while nothing is changed, then save, or leave it. */
export const SaveRow = ({
  isChanged,
  isPending,
  error,
  label = texts.save,
  onDiscard,
}: {
  isChanged: boolean;
  isPending: boolean;
  error: unknown;
  label?: string;
  onDiscard: () => void;
}) => (
  <>
    <Refused error={error} />
    {isChanged ? (
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="main" disabled={isPending}>
          {isPending ? texts.saving : label}
        </Button>
        <Button kind="quiet" onClick={onDiscard}>
          {texts.discard}
        </Button>
      </div>
    ) : null}
  </>
);
