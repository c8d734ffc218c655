/** How long a subscription waits for its confirmation, in microseconds: then the address is erased. */
export const WAITING_MICROS = 48 * 3_600_000_000;
