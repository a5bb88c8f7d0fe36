// Types of columns that tables share.

import type { ColumnType } from 'kysely';

/** A column that PostgreSQL answers as `Date` and takes as `Date`. */
export type Timestamp = ColumnType<Date, Date, Date>;
