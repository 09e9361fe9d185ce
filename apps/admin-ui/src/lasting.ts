import { queryClient } from "./query-client.ts";

/**
 * Sees to the end of a change, though the part of the page that asked for it may be gone by then, as it often is when a notice takes back
 * what it tells of: what `mutate` is given to call is not called any more where its component is gone. @param asked of `mutateAsync`
 */
export async function lasting<Answer>(
  asked: Promise<Answer>,
  { onDone, onFailed }: { onDone?: (answer: Answer) => void; onFailed?: (error: unknown) => void } = {},
): Promise<void> {
  try {
    const answer = await asked;
    onDone?.(answer);
  } catch (error) {
    onFailed?.(error);
  }
  void queryClient.invalidateQueries();
}
