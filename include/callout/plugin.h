/*
 * A Callout plugin: a shared library that exports one table.
 *
 * The smallest plugin is in examples/plugins/registry_c. It includes this header and the one of
 * each capability that it offers, and links with nothing of Callout.
 *
 * HOW IT IS LOADED
 *   The host calls callout_plugin_load with an absolute path; it must have allowed plugins when
 *   it opened the engine. Then, in this order:
 *   1. the symbol `callout_plugin_entry` is looked up;
 *   2. `abi_version` and `struct_size` are compared. Nothing of the plugin is called before, and a
 *      plugin of another version is refused by both numbers;
 *   3. `init` runs;
 *   4. `get_capability` is asked for what the host knows, by an id with a revision such as
 *      "callout.registry/1". NULL means that the plugin does not offer it, which is no error;
 *   5. the revision in what it gave is compared with the one that was asked for;
 *   6. instances are made, and plugged into that engine.
 *   When the engine is freed, instances are destroyed, then `deinit` runs, then the library is
 *   unloaded: never while an instance is left.
 *   One plugin is loaded at a time. Inside all that is called of it meanwhile, also to clean up
 *   after a failure, callout_plugin_load gives CALLOUT_BUSY on the same thread. Do not wait there
 *   for another thread that loads one: it waits for this load to end.
 *
 * WHAT A PLUGIN MAY DO
 *   Plugins propose, Callout disposes: a plugin gets values and gives values, and what it gives is
 *   bounded and held to the same rules as what a user types. What it said is kept with its id.
 *   A plugin runs as part of the host's process, so the host loads only what it trusts.
 *
 * VERSIONS
 *   CALLOUT_PLUGIN_ABI_VERSION changes when this table changes in a way that old plugins break on;
 *   fields that are added at its end do not change it. Each capability has a revision of its own: a
 *   changed meaning is a new revision, and a host may ask for several.
 *
 * MEMORY
 *   Texts that come in are borrowed until the function returns. What goes out is a callout_bytes
 *   that carries the giver's own `release`: each side frees its own memory.
 *
 * THREADS
 *   Each function has a tag. [any-thread]: on any thread, also several at once.
 *   [one-thread-at-a-time]: on any thread, never two at once.
 *
 * **No function may unwind, throw, longjmp out or end the process.**
 */
#ifndef CALLOUT_PLUGIN_H
#define CALLOUT_PLUGIN_H

#include "types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The version of the table below. */
#define CALLOUT_PLUGIN_ABI_VERSION 1u

typedef struct callout_plugin {
    uint32_t struct_size; /* sizeof(callout_plugin) */

    uint32_t abi_version; /* CALLOUT_PLUGIN_ABI_VERSION */

    /*
     * Who made it and what it is: "vendor.register". Lower case letters, digits, '-', '_' and
     * dots, at most 64 bytes. A constant, NUL-terminated. It stays the same for ever: it is kept
     * with everything that came from the plugin.
     */
    const char *id;

    /* Its version: "1.2.0". A constant, NUL-terminated. */
    const char *version;

    /*
     * Before anything else. May run several times in a process, once for each load; each run
     * that returned CALLOUT_OK is followed by one `deinit`.
     * - `reason` [owned by Callout]: UTF-8, on failure. It arrives empty.
     * [one-thread-at-a-time] NULL: nothing to do.
     */
    callout_status (*init)(callout_bytes *reason);

    /*
     * After everything else.
     * [any-thread] NULL: nothing to do.
     */
    void (*deinit)(void);

    /*
     * The factory of a capability: a constant of the type that its header names, or NULL where the
     * plugin does not offer it, in this revision.
     * - `capability` [borrowed until return]: an id with its revision, NUL-terminated.
     * - returns [borrowed until `deinit`].
     * [any-thread] Required.
     */
    const void *(*get_capability)(const char *capability);
} callout_plugin;

/* What stands before the one symbol of a plugin. Build the rest with hidden visibility. */
#if defined(_WIN32)
#define CALLOUT_PLUGIN_EXPORT __declspec(dllexport)
#elif defined(__GNUC__)
#define CALLOUT_PLUGIN_EXPORT __attribute__((visibility("default")))
#else
#define CALLOUT_PLUGIN_EXPORT
#endif

/* The one symbol. A plugin defines it; a host looks it up by name. */
extern CALLOUT_PLUGIN_EXPORT const callout_plugin callout_plugin_entry;

#ifdef __cplusplus
}
#endif

#endif /* CALLOUT_PLUGIN_H */
