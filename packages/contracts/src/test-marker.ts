/** A field of a post by which whoever sends it says that it is a test: `yes`. `leadrelay send` does; a page that is tried out may. */
export const testMarker = { name: "__leadrelay_test", value: "yes" } as const;
