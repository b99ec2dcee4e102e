/** Whether this address is one of a PostgreSQL database. */
export const isPostgresUrl = (raw: string): boolean => /^postgres(ql)?:\/\/./.test(raw) && URL.canParse(raw);
