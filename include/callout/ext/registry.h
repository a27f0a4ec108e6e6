/*
 * callout.registry/1: a register of companies.
 *
 * Callout asks for a company number and is told what the register knows. A plugin offers this
 * capability through `get_capability("callout.registry/1")`; a host without a plugin hands the
 * same table to `callout_registry_register`.
 *
 * The answer is a proposal: it is read, checked and shown to a person, and nothing is stored
 * until a command says so. An answer that cannot be used is an error with a code `PLUGIN-ANSWER-*`.
 *
 * Functions must not unwind, throw or longjmp out.
 */
#ifndef CALLOUT_EXT_REGISTRY_H
#define CALLOUT_EXT_REGISTRY_H

#include "../types.h"

#ifdef __cplusplus
extern "C" {
#endif

#define CALLOUT_REGISTRY_CAPABILITY "callout.registry/1"
#define CALLOUT_REGISTRY_REVISION 1u

/* A register. Fields may be added at the end, within this revision. */
typedef struct callout_registry {
    uint32_t struct_size; /* sizeof(callout_registry) */

    void *user_data; /* the giver's; handed to both functions */

    /*
     * Looks a company up.
     * - `registration_number` [borrowed until return]: eight digits, checked.
     * - `answer` [owned by Callout]: what is put there is copied, then released with its
     *   `release`, before the look-up returns to its caller. It arrives empty.
     * - returns CALLOUT_OK with JSON in `answer` (schema `registry_entry`, 64 KiB at the most);
     *   CALLOUT_NOT_FOUND where the register knows no such company, which is an answer;
     *   CALLOUT_UNAVAILABLE or another status where there is no answer, with a reason as UTF-8
     *   in `answer` or with nothing.
     * Inside it every function of callout.h may be called except callout_look_up_company, which
     * gives CALLOUT_BUSY. No database lock is held.
     * [any-thread], also several at once. Required.
     */
    callout_status (*look_up)(void *user_data, callout_str registration_number, callout_bytes *answer);

    /*
     * Frees `user_data`. Called exactly once, after the last look_up: by callout_free, by the
     * call that ends last where one was under way, or at once where registering fails.
     * [any-thread] NULL: nothing to free.
     */
    void (*destroy)(void *user_data);
} callout_registry;

/* What `get_capability` gives: makes registers. A constant of the plugin. */
typedef struct callout_registry_factory {
    uint32_t struct_size; /* sizeof(callout_registry_factory) */

    uint32_t revision; /* CALLOUT_REGISTRY_REVISION */

    /*
     * Makes a register.
     * - `settings` [borrowed until return]: a JSON object of the host.
     * - `registry` [borrowed until return]: to be filled in. Its struct_size arrives as the size
     *   that the host knows: write no further, and refuse with CALLOUT_UNSUPPORTED what is too
     *   small. Where this fails nothing of it is used.
     * - `reason` [owned by Callout]: UTF-8, on failure. It arrives empty.
     * - returns CALLOUT_OK, or why not.
     * [any-thread]
     */
    callout_status (*create)(callout_str settings, callout_registry *registry,
                             callout_bytes *reason);
} callout_registry_factory;

#ifdef __cplusplus
}
#endif

#endif /* CALLOUT_EXT_REGISTRY_H */
