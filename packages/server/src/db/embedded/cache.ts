// How much of the database the embedded engine holds in memory by itself. It takes that much at every start and never
// gives it back; what is not in it comes from the operating system's own cache. The default, 128 MB, is for machines that
// do nothing else.

/** Setting of the engine (PostgreSQL manual, "Resource Consumption"). */
export const CACHE_SETTING = 'shared_buffers=32MB';
