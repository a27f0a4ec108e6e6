// What the C programs share: saying what went wrong, and making requests.
#ifndef CALLOUT_TEST_SUPPORT_H
#define CALLOUT_TEST_SUPPORT_H

#include <callout.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define CHECK(what)                                                                   \
    do {                                                                              \
        if (!(what)) {                                                                \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #what);                \
            failures++;                                                               \
        }                                                                             \
    } while (0)

// A call that must succeed; the error is printed where it does not.
#define DONE(call)                                                                    \
    do {                                                                              \
        callout_error *error = NULL;                                                  \
        if ((call) != CALLOUT_OK) {                                                   \
            fprintf(stderr, "%s:%d: %s: %s %s\n", __FILE__, __LINE__,                 \
                    callout_error_code(error).ptr, callout_error_message(error).ptr,  \
                    callout_error_details(error).ptr);                                \
            failures++;                                                               \
        }                                                                             \
        callout_error_free(error);                                                    \
    } while (0)

// A call that must be refused with a status and a code.
#define REFUSED(call, wanted_status, wanted_code)                                     \
    do {                                                                              \
        callout_error *error = NULL;                                                  \
        callout_status got = (call);                                                  \
        if (got != (wanted_status) || callout_error_status(error) != got ||           \
            strcmp(callout_error_code(error).ptr, wanted_code) != 0) {                \
            fprintf(stderr, "%s:%d: %d %s: %s\n", __FILE__, __LINE__, (int)got,       \
                    callout_error_code(error).ptr, callout_error_message(error).ptr); \
            failures++;                                                               \
        }                                                                             \
        callout_error_free(error);                                                    \
    } while (0)

#define SERVIS "01920000-0000-7000-8000-00000000a001"
#define JANA "01920000-0000-7000-8000-00000000a002"
#define NOVAK "01920000-0000-7000-8000-00000000a003"
#define KOVO "01920000-0000-7000-8000-00000000a004"
#define JOB "01920000-0000-7000-8000-00000000a005"

#define MANAGER "{\"id\": \"" JANA "\", \"role\": \"manager\"}"
#define TECHNICIAN "{\"id\": \"" NOVAK "\", \"role\": \"technician\"}"

// Who asks where what is asked stands beside.
#define ASKER "{\"company\": \"" SERVIS "\", \"actor\": " MANAGER "}"

// A question of the manager's: `%s` in it is filled in by `said`.
#define QUERY(what) "{\"company\": \"" SERVIS "\", \"actor\": " MANAGER ", \"query\": {" what "}}"
#define HEAD QUERY("\"head\": {}")

// The body that founds SERVIS.
#define FOUND                                                                         \
    "{\"company\": {\"create\": {\"profile\": {\"name\": \"Servis\","                  \
    " \"registration_number\": \"58000003\", \"email\": \"servis@modry-klic.example\","        \
    " \"address\": {\"street\": \"Dlouha 1\", \"city\": \"Praha\","                   \
    " \"postal_code\": \"110 00\", \"country\": \"CZ\"}},"                            \
    " \"settings\": {\"zone\": \"Europe/Prague\"}}}}"

// The body that drafts a job for KOVO.
#define DRAFT                                                                         \
    "{\"activity\": {\"create\": {\"kind\": \"one_off\", \"customer\": \"" KOVO "\","  \
    " \"title\": \"Kompresor neb\xC4\x9B\xC5\xBE\xC3\xAD\"}}}"

static char text[8][8192];
static int texts = 0;

// A formatted text that lives for the next seven of them.
static inline callout_str said(const char *format, ...) {
    char *place = text[texts++ % 8];
    va_list values;
    va_start(values, format);
    vsnprintf(place, sizeof text[0], format, values);
    va_end(values);
    return callout_str_of(place);
}

// A command of the manager; `number` makes its id, a negative version leaves it out.
static inline callout_str command(int number, const char *target, int version, const char *body) {
    char expected[32] = "";
    if (version >= 0)
        snprintf(expected, sizeof expected, "\"expected\": %d, ", version);
    return said("{\"id\": \"01920000-0000-7000-8000-%012d\", \"company\": \"" SERVIS "\","
                " \"actor\": " MANAGER ", \"target\": \"%s\", %s\"command\": %s}",
                number, target, expected, body);
}

// A question of the manager.
static inline callout_str question(const char *body) {
    return said("{\"company\": \"" SERVIS "\", \"actor\": " MANAGER ", \"query\": %s}", body);
}

// Whether an answer holds a piece of text; releases the answer.
static inline int holds(callout_bytes *answer, const char *part) {
    int found = answer->data && strlen(answer->data) == answer->len && strstr(answer->data, part);
    if (!found)
        fprintf(stderr, "no %s in %s\n", part, answer->data ? answer->data : "nothing");
    callout_bytes_release(answer);
    return found;
}

// An engine on a new file, with the company founded, a customer and a technician.
static inline callout_engine *founded(const char *path, uint32_t allow_plugins) {
    callout_open_options options = CALLOUT_OPEN_OPTIONS_INIT;
    callout_engine *engine = NULL;
    callout_bytes receipt = {0};
    options.durability = CALLOUT_DURABILITY_OFF;
    options.allow_plugins = allow_plugins;
    DONE(callout_open(callout_str_of(path), &options, &engine, &error));
    DONE(callout_execute(engine, command(1, SERVIS, -1, FOUND), &receipt, &error));
    callout_bytes_release(&receipt);
    DONE(callout_execute(engine, command(900, KOVO, -1, "{\"customer\": {\"create\":"
                         " {\"name\": \"Kovo s.r.o.\"}}}"), &receipt, &error));
    callout_bytes_release(&receipt);
    DONE(callout_execute(engine, command(901, NOVAK, -1, "{\"technician\": {\"create\":"
                         " {\"name\": \"Jan Nov\xC3\xA1k\"}}}"), &receipt, &error));
    callout_bytes_release(&receipt);
    return engine;
}

// Drafts a job for KOVO; `number` makes the ids of both.
static inline callout_status drafted(callout_engine *engine, int number, callout_error **error) {
    char id[40];
    callout_bytes receipt = {0};
    snprintf(id, sizeof id, "01920000-0000-7000-8000-%012d", number);
    callout_status status = callout_execute(engine, command(number, id, -1, DRAFT), &receipt, error);
    callout_bytes_release(&receipt);
    return status;
}

static inline int outcome(void) {
    if (failures)
        fprintf(stderr, "%d failures\n", failures);
    return failures ? 1 : 0;
}

#endif
