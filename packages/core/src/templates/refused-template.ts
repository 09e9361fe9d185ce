/** Why a template is refused, in words for whoever wrote it, without a subject. */
export class RefusedTemplate extends Error {}
