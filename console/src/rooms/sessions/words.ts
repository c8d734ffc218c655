import { useMessage } from "../../languages/index.ts";

/** In person, remote, hybrid; what we have no word for is shown as it is. */
export function useForm(): (form: string) => string {
  const message = useMessage();
  return (form) => message(`sessions.form.${form}`) ?? form;
}

/** The question that a statement answers: its number, its founding, whom it is attributed to. */
export function useField(): (field: string) => string {
  const message = useMessage();
  return (field) => message(`field.${field}`) ?? field;
}

export function useKind(): (kind: string) => string {
  const message = useMessage();
  return (kind) => message(`outcome.${kind}`) ?? kind;
}

export function useAnswerWord(): (answer: string) => string {
  const message = useMessage();
  return (answer) => message(`answer.${answer}`) ?? answer;
}
