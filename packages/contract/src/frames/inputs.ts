// What is asked with a frame's address.

import * as z from 'zod/mini';

/**
 * A frame is asked for by its address alone, in which no key stands. Which page it is for tells `page`: the SHA-256 of the
 * page's publishable key, in hexadecimal digits.
 */
export const FrameQuery = z.strictObject({ page: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });
export type FrameQuery = z.infer<typeof FrameQuery>;
