import type { TabProps } from "../tab-props.ts";
import { RefusedPart } from "./refused-part.tsx";
import { TestPart } from "./test-part.tsx";

/** What comes in by the form: a test that is followed, and what was refused. */
export const PostsTab = ({ form, action }: TabProps) => (
  <>
    {form.deleted_at === null ? <TestPart form={form} action={action} /> : null}
    <RefusedPart form={form} />
  </>
);
