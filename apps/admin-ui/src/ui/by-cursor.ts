/** How a list of the API goes on. */
export const byCursor = {
  pageParamName: "cursor",
  initialPageParam: null,
  getNextPageParam: ({ next_cursor }: { next_cursor: string | null }) => next_cursor ?? undefined,
};
