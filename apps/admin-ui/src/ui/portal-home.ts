/** Where what opens over a page belongs: within its content, so that no part of it stands outside every landmark. */
export const portalHome = (): HTMLElement | null => document.getElementById("content");
