import { useMessage } from "../../languages/index.ts";

/** A property in words; one that nobody has named yet by its own name, spaces for underscores. */
export function usePropertyName(): (key: string) => string {
  const message = useMessage();
  return (key) => message(`object.prop.${key}`) ?? key.replaceAll("_", " ");
}
