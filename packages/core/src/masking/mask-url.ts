/** A page without its query and fragment: campaigns and scripts put contact details there. */
export const maskUrl = (url: string): string => url.replace(/[?#].*$/s, "");
