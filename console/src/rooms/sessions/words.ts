import { useMessage } from "../../languages/index.ts";

/** In person, remote, hybrid; what we have no word for is shown as it is. */
export function useForm(): (form: string) => string {
  const message = useMessage();
  return (form) => message(`sessions.form.${form}`) ?? form;
}

/** Asia-Pacific of `asia-pacific`. */
export function useRegion(): (region: string) => string {
  const message = useMessage();
  return (region) => message(`region.${region}`) ?? region;
}

export function useKind(): (kind: string) => string {
  const message = useMessage();
  return (kind) => message(`outcome.${kind}`) ?? kind;
}

export function useAnswerWord(): (answer: string) => string {
  const message = useMessage();
  return (answer) => message(`answer.${answer}`) ?? answer;
}
