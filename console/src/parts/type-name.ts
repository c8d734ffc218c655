import { useMessage } from "../languages/index.ts";

/** A type of STIX or of ours in words: `indicator`, `entente-session`. One that we do not know is shown as it is. */
export function useTypeName(): (type: string) => string {
  const message = useMessage();
  return (type) => message(`object.type.${type}`) ?? type;
}
