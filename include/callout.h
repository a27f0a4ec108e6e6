/*
 * Callout: the embeddable field-service engine. Generated from ffi/src; do not edit.
 *
 * CONCEPTS
 *   An engine keeps the data of one or more companies in one database file. A command asks for a
 *   change (draft an activity, assign a technician, complete it); it is executed durably and as a
 *   whole, or refused with a code. A receipt lists the events that were recorded. A question reads.
 *   Each request names its company and its actor; what the actor's role may not do is refused.
 *   Commands, questions and answers are JSON, UTF-8, with schemas for each noun of the trade
 *   (callout_schema): a new command is not a new function. Unknown fields are refused; answers may grow
 *   some: pass over those. Ids are UUIDs, also the host's own. Times have an offset, amounts are "12.50".
 *
 * THE FILE
 *   **One copy of SQLite for each database file in a process.** A second one (your own, Python's) that
 *   opens and closes the file next to an engine drops the engine's locks: commands get lost, the file
 *   breaks. Where it is seen, STORE-COPY-01; what is not seen in time is found later, as STORE-COPY-02
 *   or STORE-MOVED-01. Another process may read and write the file with any SQLite; in this one, read a
 *   callout_backup of it. Never open, copy or lock the file by other means while an engine has it.
 *   After fork() a child may not use, and not open, what its parent had open: STORE-FORK-01. Open
 *   after forking, or start the child as a program: always so where other threads are inside Callout or
 *   SQLite meanwhile, for a child then waits for ever. Freeing an engine in a child closes nothing.
 *
 * OWNERSHIP
 *   Each pointer of each function has a tag:
 *     [copied]            read before the function returns; keep or free it as you like
 *     [borrowed until X]  not yours; valid until X
 *     [owned]             yours now: free it with the function that is named there
 *     [nullable]          NULL is fine; without this tag NULL is refused, never a crash
 *   Outputs are NULL or zero from the first moment on and get a value only on success, so cleaning up
 *   may free them all, whatever happened; free what they held before using them again. Freeing NULL,
 *   or released bytes, does nothing. The order is free: what you got outlives the engine.
 *   Memory changes hands only as callout_bytes, which carries its owner's release, in both directions.
 *
 * THREADS
 *   [any-thread]            on any thread, also several at once
 *   [one-thread-at-a-time]  on any thread, never two at once
 *   [inside-callback]       may be called inside a callback only
 *   An engine and an error may be used from several threads. Callout keeps no thread of its own: a
 *   look-up at ARES resolves the name on one that ends with the call. Give yours 1 MiB of stack.
 *
 * ERRORS
 *   A callout_status says what to do next. Where the last parameter is not NULL it gets a
 *   callout_error: a stable code for programs, a sentence in English and in Czech, JSON details.
 *   After ENGINE-PANIC-01 the engine does nothing more (ENGINE-POISON-01): free it and open it again;
 *   the database holds what was executed before. Such a fault of Callout itself leaves a line on stderr;
 *   else it writes to no stream and installs no signal handler. Where memory runs out for something of
 *   the host's size (a request, a blob, a mail, a file) it answers ENGINE-MEMORY-01; where not even a
 *   little is left, the process ends. Of the environment, a look-up at ARES follows the proxy variables
 *   (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY); nothing else reads it.
 *
 * CALLBACKS
 *   **A callback must not unwind, throw, longjmp out or end the process.** Where its comment does not
 *   say otherwise, every function may be called inside it.
 *
 * EXAMPLE (tests/c/example.c)
 *
 * #include <callout.h>
 * #include <stdio.h>
 *
 * #define SERVIS "01920000-0000-7000-8000-000000000001"
 * #define JANA "{\"id\": \"01920000-0000-7000-8000-000000000002\", \"role\": \"manager\"}"
 *
 * int main(void) {
 *     callout_engine *engine = NULL;
 *     callout_bytes receipt = {0};
 *     callout_error *error = NULL;
 *     callout_status status = callout_open(callout_str_of("service.db"), NULL, &engine, &error);
 *     if (status == CALLOUT_OK) {
 *         status = callout_execute(engine, callout_str_of(
 *             "{\"id\": \"01920000-0000-7000-8000-000000000003\", \"company\": \"" SERVIS "\","
 *             " \"target\": \"" SERVIS "\", \"actor\": " JANA ", \"command\": {\"company\":"
 *             " {\"create\": {\"profile\": {\"name\": \"Servis\", \"registration_number\": \"58000003\","
 *             " \"email\": \"servis@modry-klic.example\", \"address\": {\"street\": \"Dlouha 1\","
 *             " \"city\": \"Praha\", \"postal_code\": \"110 00\", \"country\": \"CZ\"}},"
 *             " \"settings\": {\"zone\": \"Europe/Prague\"}}}}}"), &receipt, &error);
 *     }
 *     if (status == CALLOUT_OK)
 *         printf("%s\n", receipt.data);
 *     else
 *         fprintf(stderr, "%s: %s\n", callout_error_code(error).ptr, callout_error_message(error).ptr);
 *     callout_bytes_release(&receipt);
 *     callout_error_free(error);
 *     callout_free(engine);
 *     return status == CALLOUT_OK ? 0 : 1;
 * }
 */

#ifndef CALLOUT_H
#define CALLOUT_H

#include "callout/types.h"
#include "callout/ext/commit_hook.h"
#include "callout/ext/mailer.h"
#include "callout/ext/registry.h"

// The version of this header; compare with `callout_version`.
#define CALLOUT_VERSION "0.1.0"
// The same as a number; compare with `callout_version_number`.
#define CALLOUT_VERSION_NUMBER 1000u
// What a `callout_open_options` begins as.
#define CALLOUT_OPEN_OPTIONS_INIT \
  { (uint32_t)sizeof(callout_open_options), CALLOUT_DURABILITY_FULL, 0, 0, 0, 0 }

// The ABI of the functions in this header. A library serves all programs that were built for
// its ABI version; inside one, things are only added.
#define CALLOUT_ABI_VERSION 1

// A commit survives a power cut. The default.
#define CALLOUT_DURABILITY_FULL 0

// A commit survives a crash of the process; a power cut may take the last commands, never their
// order.
#define CALLOUT_DURABILITY_NORMAL 10

// A power cut may take the file: for imports and measurements.
#define CALLOUT_DURABILITY_OFF 20

// Callout itself: one for all threads of a host.
typedef struct callout_engine callout_engine;

// Why something was not done. Owned by whoever asked for it through the last parameter of a
// function; never changes, so any thread may read it.
typedef struct callout_error callout_error;

// How an engine is opened. Begin with `CALLOUT_OPEN_OPTIONS_INIT`; zero is the default of every
// field, and fields may be added at the end.
typedef struct callout_open_options {
  // `sizeof(callout_open_options)`.
  uint32_t struct_size;
  // One of `CALLOUT_DURABILITY_*`.
  int32_t durability;
  // Milliseconds that a call waits for others, all in all, before `CALLOUT_BUSY`; 0: 10,000.
  uint32_t busy_timeout_ms;
  // 1: `callout_plugin_load` may load libraries. A plugin runs as part of the process and may
  // do all that the process may; 0: it may not.
  uint32_t allow_plugins;
  // 1: only to be read and verified; nothing is touched, commands answer `CALLOUT_REFUSED`.
  uint32_t read_only;
  // So many MiB the `-wal` file may grow to while somebody reads an old state; 0: 256.
  uint32_t most_wal_mib;
} callout_open_options;

// Told how far a backup or a proof is [borrowed until return], schema `progress`: `{"stage":
// "copy", "done": 1024, "total": 5000}`. Anything but `CALLOUT_OK` ends it. [any-thread]
typedef callout_status (*callout_progress)(void *user_data, callout_str progress);

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// The version of the library, such as `0.1.0`. A NUL stands behind it.
//
// - returns [borrowed until the library is unloaded].
// [any-thread] @since 0.1
callout_str callout_version(void);

// The version of the library as a number: 1,000,000 for each major, 1,000 for each minor, 1 for
// each patch. Equal to `CALLOUT_VERSION_NUMBER` of the header that belongs to it.
// [any-thread] @since 0.1
uint32_t callout_version_number(void);

// The ABI that a library loaded by hand speaks: compare it with `CALLOUT_ABI_VERSION`.
// [any-thread] @since 0.1
uint32_t callout_abi_version(void);

// The status that the function returned; `CALLOUT_OK` for no error.
// - `error` [borrowed until return, nullable]: the error.
// [any-thread] @since 0.1
callout_status callout_error_status(const struct callout_error *error);

// The stable code, such as `RECORD-VERSION-01`: for programs. All codes are in
// `callout_codes`. A NUL stands behind it; it is empty for no error.
// - `error` [borrowed until return, nullable]: the error.
// - returns [borrowed until `error` is freed].
// [any-thread] @since 0.1
callout_str callout_error_code(const struct callout_error *error);

// A sentence in English: what is wrong and what to do next. A NUL stands behind it.
// - `error` [borrowed until return, nullable]: the error.
// - returns [borrowed until `error` is freed].
// [any-thread] @since 0.1
callout_str callout_error_message(const struct callout_error *error);

// The same sentence in Czech. A NUL stands behind it.
// - `error` [borrowed until return, nullable]: the error.
// - returns [borrowed until `error` is freed].
// [any-thread] @since 0.1
callout_str callout_error_message_cs(const struct callout_error *error);

// A JSON object with the values of the sentence, and more: `path` says where a request does not
// fit, `faults` all such places, `changed` what happened since the version that was seen. A NUL
// stands behind it.
// - `error` [borrowed until return, nullable]: the error.
// - returns [borrowed until `error` is freed].
// [any-thread] @since 0.1
callout_str callout_error_details(const struct callout_error *error);

// The page about the code, from the folder of the documentation: `codes/RECORD-VERSION-01.md`. A
// NUL stands behind it.
// - `error` [borrowed until return, nullable]: the error.
// - returns [borrowed until `error` is freed].
// [any-thread] @since 0.1
callout_str callout_error_page(const struct callout_error *error);

// Frees an error and the texts that were borrowed from it.
// - `error` [owned, nullable]: the error; NULL does nothing.
// [any-thread] @since 0.1
void callout_error_free(struct callout_error *error);

// Releases bytes, whoever gave them: the same as calling `bytes->release(bytes)` where there is
// one. What was released, or never filled, may be released again.
// - `bytes` [owned, nullable]: the content is freed, the struct itself stays the caller's.
// [any-thread] @since 0.1
void callout_bytes_release(callout_bytes *bytes);

// Opens a service database, and makes it where there is none: one SQLite file. Several engines
// and processes may have it open.
// - `path` [copied]: the file.
// - `options` [copied, nullable]: how; NULL for the defaults.
// - `engine` [owned]: free it with `callout_free`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
//
// `CALLOUT_DATA` for a file that is no database or was cut short, `CALLOUT_UNSUPPORTED` for one
// of a newer Callout, `CALLOUT_REFUSED` for another program's, which is left as it is,
// `CALLOUT_UNAVAILABLE` where it cannot be opened.
// [any-thread] @since 0.1
callout_status callout_open(callout_str path,
                            const struct callout_open_options *options,
                            struct callout_engine **engine,
                            struct callout_error **error);

// Opens an engine that keeps everything in memory and forgets it when it is freed: for tests.
// - `engine` [owned]: free it with `callout_free`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_open_memory(struct callout_engine **engine, struct callout_error **error);

// Frees an engine and does not wait: no call with it may begin any more. A call that is under way,
// such as one whose callback frees the engine, still ends by itself; the last of them, or this
// one, runs the `destroy` of what was registered. What was got from the engine stays valid.
// - `engine` [owned, nullable]: NULL does nothing.
// [any-thread] @since 0.1
void callout_free(struct callout_engine *engine);

// Executes a command: all of it, durably, or nothing. The same command sent again, with the same
// id, gives the first receipt again.
// - `engine` [borrowed until return].
// - `request` [copied]: JSON, schema `request` of `engine`:
//   `{"id", "company", "actor", "target", "expected", "command": {"activity": {"open": {}}}}`.
// - `receipt` [owned]: JSON, schema `receipt`; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_execute(const struct callout_engine *engine,
                               callout_str request,
                               callout_bytes *receipt,
                               struct callout_error **error);

// Executes several commands in one transaction: all or nothing, or each with its outcome. In place
// of a value of a later command may stand what an earlier one made: `{"$receipt": 0, "take":
// "target"}`, and so its `version` and its `part`. A refusal names its command in `batch` of its
// details.
// - `engine` [borrowed until return].
// - `batch` [copied]: JSON, schema `batch_request` of `engine`: `{"company", "actor", "mode",
//   "commands": [{"id", "target", "expected", "command"}]}`.
// - `outcomes` [owned]: JSON, schema `batch_receipt`; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_batch(const struct callout_engine *engine,
                             callout_str batch,
                             callout_bytes *outcomes,
                             struct callout_error **error);

// Answers a question from one moment: about records, timelines, trees, persons, and `changes`
// (what happened after a sequence number; a host that follows asks again from time to time),
// `head` (to be kept elsewhere), `verify` (whether what is stored is what happened), `blob`
// (bytes), `calendar_entry`.
// - `engine` [borrowed until return].
// - `question` [copied]: JSON, schema `query_request` of `engine`:
//   `{"company", "actor", "query": {"activity": {"get": {"id": "..."}}}}`.
// - `answer` [owned]: JSON, schema `view` or `page` of the noun that was asked about, `changes`,
//   `verification` or `calendar_entry` of `engine`, a head as `{"count", "hash"}`; for `blob` the
//   bytes themselves. Release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_query(const struct callout_engine *engine,
                             callout_str question,
                             callout_bytes *answer,
                             struct callout_error **error);

// The same, told how far it is: for `verify`, which takes as long as the journal is long. Other
// questions are too short to tell.
// - `engine` [borrowed until return].
// - `question` [copied]: as for `callout_query`.
// - `progress`: what is told, or NULL; any other answer than `CALLOUT_OK` stops it, and the answer
//   says so.
// - `user_data` [borrowed until return, nullable]: for `progress`.
// - `answer` [owned]: as of `callout_query`; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_query_with_progress(const struct callout_engine *engine,
                                           callout_str question,
                                           callout_progress progress,
                                           void *user_data,
                                           callout_bytes *answer,
                                           struct callout_error **error);

// Copies one moment of the database into a new file while others work on it, and proves the copy
// before it has its name. It is a whole database by itself; cancelled or failed, it leaves
// nothing. A host never copies the file itself: closing it drops the engine's locks.
// - `engine` [borrowed until return].
// - `path` [copied]: the new file; `CALLOUT_CONFLICT` where there is something already.
// - `progress`: what is told, or NULL.
// - `user_data` [borrowed until return, nullable]: for `progress`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_backup(const struct callout_engine *engine,
                              callout_str path,
                              callout_progress progress,
                              void *user_data,
                              struct callout_error **error);

// Writes what an update of Callout reads in another form anew, and sorts anew what lists show by a
// name or title after another language of the company, some streams a call: answers
// `{"renewed", "more"}`; call it until `more` is false. Others work on meanwhile.
// - `engine` [borrowed until return].
// - `request` [copied]: JSON, schema `renew_request` of `engine`.
// - `renewed` [owned]: JSON; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_renew(const struct callout_engine *engine,
                             callout_str request,
                             callout_bytes *renewed,
                             struct callout_error **error);

// Registers what is told, after each commit, the new head of the company, to be kept elsewhere:
// see `callout/ext/commit_hook.h`. An engine has one hook: another takes its place.
// - `engine` [borrowed until return].
// - `hook` [copied, nullable]: the table, taken as `callout_registry_register` does; NULL: none.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_after_commit(const struct callout_engine *engine,
                                    const callout_commit_hook *hook,
                                    struct callout_error **error);

// Keeps bytes for commands to name, the same bytes once; the query `blob` reads them back.
// - `engine` [borrowed until return].
// - `caller` [copied]: JSON, schema `caller` of `engine`: `{"company", "actor"}`.
// - `content` [copied]: any bytes, not only text; 32 MiB at the most.
// - `hash` [owned]: their name, 64 hexadecimal digits; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_blob_put(const struct callout_engine *engine,
                                callout_str caller,
                                callout_str content,
                                callout_bytes *hash,
                                struct callout_error **error);

// Takes in an e-mail: its bytes and files are kept as evidence, to be filed under customer,
// equipment or activity. The same bytes twice are one mail; the second receipt has no events.
// - `engine` [borrowed until return].
// - `caller` [copied]: JSON, schema `caller` of `engine`: `{"company", "actor"}`.
// - `message` [copied]: the message as a mail server keeps it (RFC 5322); 25 MiB at the most.
// - `receipt` [owned]: JSON, schema `receipt`; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`. Codes `MAIL-READ-*`.
// [any-thread] @since 0.1
callout_status callout_receive(const struct callout_engine *engine,
                               callout_str caller,
                               callout_str message,
                               callout_bytes *receipt,
                               struct callout_error **error);

// Delivers queued messages through a mailer that Callout brings: call it every minute. Due again
// by itself (`retry_after`) is what no attempt can have brought and may be taken later.
// - `engine` [borrowed until return].
// - `request` [copied]: JSON, schema `deliver_request` of `engine`: `{"company", "actor"}`.
// - `mailer` [copied]: JSON, schema `mailer` of `toolbox`: `{"folder": {"path"}}` or
//   `{"smtp": {"host", "port", "hello"}}`. What it says is an outcome and no error.
// - `delivered` [owned]: JSON, schema `deliveries`; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_deliver(const struct callout_engine *engine,
                               callout_str request,
                               callout_str mailer,
                               callout_bytes *delivered,
                               struct callout_error **error);

// The same through a mailer of the host's own; see `callout/ext/mailer.h`.
// - `engine` [borrowed until return].
// - `request` [copied]: JSON, schema `deliver_request` of `engine`.
// - `mailer` [borrowed until return]: the table.
// - `delivered` [owned]: JSON, schema `deliveries`; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_deliver_through(const struct callout_engine *engine,
                                       callout_str request,
                                       const callout_mailer *mailer,
                                       callout_bytes *delivered,
                                       struct callout_error **error);

// Keeps a technician's calendar on a server: reads what was done by hand, writes what is planned.
// Call it every few minutes; what the server says is an outcome and no error.
// - `engine` [borrowed until return].
// - `request` [copied]: JSON, schema `sync_calendar_request` of `engine`.
// - `server` [copied]: JSON, schema `calendar_server` of `toolbox`: `{"caldav": {"url"}}`.
// - `round` [owned]: JSON, schema `calendar_round`; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_sync_calendar(const struct callout_engine *engine,
                                     callout_str request,
                                     callout_str server,
                                     callout_bytes *round,
                                     struct callout_error **error);

// Renders a version of a job sheet or invoice as PDF or Word. What was signed or issued is made
// once: later calls give the same bytes.
// - `engine` [borrowed until return].
// - `request` [copied]: JSON, schema `render_request` of `engine`: `{"company", "actor", "page"}`.
// - `file` [owned]: JSON, schema `file`: `{"name", "media_type", "blob", ...}`, whose bytes the
//   query `blob` reads. Release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_render(const struct callout_engine *engine,
                              callout_str request,
                              callout_bytes *file,
                              struct callout_error **error);

// Plugs in a register of companies; the last one plugged in is asked first. See
// `callout/ext/registry.h` for what its functions must do.
// - `engine` [borrowed until return].
// - `id` [copied]: its name, such as `ares`: lower case letters, digits, `-`, `_` and dots.
// - `registry` [copied]: the table. `destroy` runs exactly once: with the engine (`callout_free`),
//   or before this returns where it fails. NULL, or a wrong `struct_size`: nothing is called.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_registry_register(const struct callout_engine *engine,
                                         callout_str id,
                                         const callout_registry *registry,
                                         struct callout_error **error);

// Plugs in one of the registers that Callout brings; the last one plugged in is asked first.
// - `engine` [borrowed until return].
// - `settings` [copied]: JSON, schema `registry` of `toolbox`: `{"ares": {}}`, or
//   `{"recorded": {"exchanges": [...]}}` for work without a network.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_registry_open(const struct callout_engine *engine,
                                     callout_str settings,
                                     struct callout_error **error);

// Looks a company up in the registers that are plugged in. Nothing is stored: what comes back is
// a proposal to put into a command. Inside the `look_up` of a register it gives `CALLOUT_BUSY`.
// - `engine` [borrowed until return].
// - `registration_number` [copied]: the number as people write it, such as `596 10 000`.
// - `number_checked`: 1 where one that fails its check was compared with a paper; else 0.
// - `entry` [owned]: JSON, schema `registry_entry` of `toolbox`, or `null` where the
//   register that answered knows no such company. Release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`. `CALLOUT_UNSUPPORTED` without a
//   register, `CALLOUT_UNAVAILABLE` where none answers, `CALLOUT_DATA` for what cannot be used.
// [any-thread] @since 0.1
callout_status callout_look_up_company(const struct callout_engine *engine,
                                       callout_str registration_number,
                                       int32_t number_checked,
                                       callout_bytes *entry,
                                       struct callout_error **error);

// Loads a plugin (see `callout/plugin.h`) and plugs in what it offers. It is unloaded with the
// engine. Off unless `allow_plugins` was set when the engine was opened.
// - `engine` [borrowed until return].
// - `path` [copied]: the library, as an absolute path. Nothing is searched for.
// - `settings` [copied]: a JSON object for the plugin; empty for none.
// - `loaded` [owned]: JSON, `{"id", "version", "capabilities"}`; without capabilities, the plugin
//   is unloaded. Release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`. Codes `PLUGIN-*`.
// [any-thread] @since 0.1
callout_status callout_plugin_load(const struct callout_engine *engine,
                                   callout_str path,
                                   callout_str settings,
                                   callout_bytes *loaded,
                                   struct callout_error **error);

// Checks a Czech or Slovak company number as people write it: form and check digit.
// - `text` [copied]: such as `596 10 000`.
// - `registration_number` [owned]: its eight digits; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`. `REGISTRY-NUMBER-01` and `-02`.
// [any-thread] @since 0.1
callout_status callout_check_registration_number(callout_str text,
                                                 callout_bytes *registration_number,
                                                 struct callout_error **error);

// Reads an e-mail (RFC 5322 with MIME). What was lost stands in `lost`, what was odd in `notes`.
// - `message` [copied]: the bytes of the message, in whatever encodings; 25 MiB at the most.
// - `mail` [owned]: JSON, schema `read_mail`; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`. Codes `MAIL-READ-*`.
// [any-thread] @since 0.1
callout_status callout_read_email(callout_str message,
                                  callout_bytes *mail,
                                  struct callout_error **error);

// Finds what an enquiry says: whom to answer, companies and their numbers, phones, addresses,
// serial numbers, each with the words it stands in. Nothing is decided and nothing stored.
// - `message` [copied]: the bytes of the message, as for `callout_read_email`.
// - `own` [copied]: JSON, schema `own_addresses` of `toolbox`: what is ours; `{}` for nothing.
// - `facts` [owned]: JSON, schema `enquiry_facts`; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`. Codes `MAIL-READ-*`.
// [any-thread] @since 0.1
callout_status callout_find_facts(callout_str message,
                                  callout_str own,
                                  callout_bytes *facts,
                                  struct callout_error **error);

// Writes an entry for a calendar as a file (RFC 5545). A later file of the same visit replaces it.
// - `asked` [copied]: JSON, schema `calendar_file` of `toolbox`: `{"entry", "method": "publish"}`;
//   or `"request"`, `"cancel"`. The entry is what the query `calendar_entry` gave.
// - `file` [owned]: the bytes of an `.ics`; release them with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`. Codes `CALENDAR-ENTRY-*`.
// [any-thread] @since 0.1
callout_status callout_calendar_file(callout_str asked,
                                     callout_bytes *file,
                                     struct callout_error **error);

// Writes a technician's visits as a file to which a calendar subscribes (RFC 5545, RFC 7986).
// - `asked` [copied]: JSON, schema `calendar_feed` of `engine`: what that query gave.
// - `file` [owned]: the bytes of an `.ics`; release them with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`. `CALENDAR-ENTRY-*`, `-FEED-*`.
// [any-thread] @since 0.1
callout_status callout_calendar_feed(callout_str asked,
                                     callout_bytes *file,
                                     struct callout_error **error);

// Writes when somebody is busy as a file (VFREEBUSY, RFC 5545).
// - `asked` [copied]: JSON, schema `busy_file` of `toolbox`.
// - `file` [owned]: the bytes of an `.ics`; release them with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`. Codes `CALENDAR-BUSY-*`.
// [any-thread] @since 0.1
callout_status callout_busy_file(callout_str asked,
                                 callout_bytes *file,
                                 struct callout_error **error);

// Reads a calendar file of anybody (RFC 5545, 5546). `notes` say what was odd, `lost` what went.
// - `file` [copied]: the bytes of an `.ics`; 10 MiB at the most.
// - `calendar` [owned]: JSON, schema `read_calendar`; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`. Codes `CALENDAR-READ-*`.
// [any-thread] @since 0.1
callout_status callout_read_calendar(callout_str file,
                                     callout_bytes *calendar,
                                     struct callout_error **error);

// Asks a tool that needs no engine, by its name: `holidays` of a country, `free_busy` of somebody,
// `find_slots` for a piece of work, `expand_recurrence` of a rule, `plan_routes` of technicians.
// - `name` [copied]: which tool; `TOOL-NAME-01` lists those that there are.
// - `asked` [copied]: JSON, schema of that name of `toolbox`.
// - `answer` [owned]: JSON, schema with `_answer` behind it; release: `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`. `TOOL-*`, `SLOT-ASK-*`.
// [any-thread] @since 0.1
callout_status callout_tool(callout_str name,
                            callout_str asked,
                            callout_bytes *answer,
                            struct callout_error **error);

// The JSON Schemas of a noun (`activity`, `company`, ...), of `engine` (requests, receipts) or of
// `toolbox`: what its commands, queries and answers look like.
// - `name` [copied]: whose schemas.
// - `schemas` [owned]: a JSON object, name to schema; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`. `BORDER-SCHEMA-01` lists names.
// [any-thread] @since 0.1
callout_status callout_schema(callout_str name,
                              callout_bytes *schemas,
                              struct callout_error **error);

// All codes that an error may have, with status, parameters and text in English and Czech.
// - `codes` [owned]: a JSON array; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_codes(callout_bytes *codes, struct callout_error **error);

// All reasons of amounts and coverages, with parameters and text in English and Czech.
// - `reasons` [owned]: a JSON array; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_reasons(callout_bytes *reasons, struct callout_error **error);

// What nouns, statuses and verbs are called in English and Czech: labels of buttons and columns.
// - `labels` [owned]: a JSON array of `{"kind", "name", "en", "cs"}`; `kind` is `noun`, `status`
//   or `verb`. Release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_labels(callout_bytes *labels, struct callout_error **error);

// Says a reason in a language, with dates and numbers as the language writes them.
// - `asked` [copied]: `{"reason": {"code": "TAX-EXEMPT-01"}, "language": "en"}`; `en` or `cs`.
// - `said` [owned]: UTF-8 text; release it with `callout_bytes_release`.
// - `error` [owned, nullable]: free it with `callout_error_free`.
// [any-thread] @since 0.1
callout_status callout_say(callout_str asked, callout_bytes *said, struct callout_error **error);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* CALLOUT_H */
