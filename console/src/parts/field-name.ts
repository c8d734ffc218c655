import { useMessage } from "../languages/index.ts";

/** The question that a statement answers: its number, its founding, whom it is attributed to; `reported-outcome-3`. */
export function useFieldName(): (field: string) => string {
  const message = useMessage();
  return (field) => {
    const [, base = field, number = ""] = /^(.+)-(\d+)$/.exec(field) ?? [];
    return message(`field.${field}`) ?? message(`field.${base}`, { number }) ?? field;
  };
}
