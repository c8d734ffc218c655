import { useMessage } from "../../languages/index.ts";

/** A language by its name in the language of the interface; one that we have no word for by its tag. */
export function useLanguageName(): (tag: string) => string {
  const message = useMessage();
  return (tag) => message(`language.${tag.slice(0, 2)}`) ?? tag;
}
