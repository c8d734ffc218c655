import { useMessage, type Values } from "../languages/index.ts";

/**
 * What a `Possible` says in `why`: a message id of ours (`second-person`, said by `why.second-person`), or a sentence of
 * the node, shown as it is. An id may carry values as JSON behind a space: `not-yet {"instant":"…"}`.
 */
export function useReason(): (why: string) => string {
  const message = useMessage();
  return (why) => {
    const gap = why.indexOf(" {");
    const id = gap < 0 ? why : why.slice(0, gap);
    const values = gap < 0 ? {} : (JSON.parse(why.slice(gap + 1)) as Values);
    return message(`why.${id}`, values) ?? message(id, values) ?? why;
  };
}
