/*
 * A host's hook after each commit, for keeping heads elsewhere.
 *
 * A head says how long a company's journal is, with a hash over all of it. Kept where the disk of
 * the store cannot take it along, it lets the query `verify` see a file that was set back to an
 * older state, or cut. A host hands the table to `callout_after_commit`.
 *
 * Functions must not unwind, throw or longjmp out.
 */
#ifndef CALLOUT_EXT_COMMIT_HOOK_H
#define CALLOUT_EXT_COMMIT_HOOK_H

#include "../types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A hook. Fields may be added at the end, within this ABI version. */
typedef struct callout_commit_hook {
    uint32_t struct_size; /* sizeof(callout_commit_hook) */

    void *user_data; /* the giver's; handed to both functions */

    /*
     * Told the new head of a company after a commit of this engine that appended events: by a
     * command, a mail taken in, a page rendered for the record, each message marked and concluded.
     * - `company` [borrowed until return]: its id. A NUL stands behind it.
     * - `head` [borrowed until return]: JSON as the query `head` gives it, `{"count": 12, "hash":
     *   "..."}`, and as `head` or `since` of the query `verify` takes it. A NUL stands behind it.
     * The command is done and has its receipt, whatever becomes of the hook; the call waits for
     * it. Where threads execute at once, the heads of a company may come out of order: the
     * greater count is the newer one. What the hook misses, the next head covers.
     * Not told: a command that appended nothing, such as one that is answered with its first
     * receipt; what the hook itself executes; what other engines and processes commit.
     * Inside it every function of callout.h may be called. No database lock is held.
     * [any-thread], the one that executes, also several at once. Required.
     */
    void (*committed)(void *user_data, callout_str company, callout_str head);

    /*
     * Frees `user_data`. Called exactly once, after the last `committed`: where another hook or
     * none takes its place, by callout_free, by the call that ends last where one was under way,
     * or at once where registering fails.
     * [any-thread] NULL: nothing to free.
     */
    void (*destroy)(void *user_data);
} callout_commit_hook;

#ifdef __cplusplus
}
#endif

#endif /* CALLOUT_EXT_COMMIT_HOOK_H */
