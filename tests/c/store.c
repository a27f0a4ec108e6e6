// The file: another SQLite in this process, a fork, reading only, backups.
#include "support.h"
#include <dlfcn.h>
#include <sys/wait.h>
#include <unistd.h>

static int draft_number = 30;

static callout_status draft(callout_engine *engine, callout_error **error) {
    char id[40];
    callout_bytes receipt = {0};
    snprintf(id, sizeof id, "01920000-0000-7000-8000-%012d", ++draft_number);
    callout_status status = callout_execute(engine, command(draft_number, id, -1, DRAFT), &receipt,
                                            error);
    callout_bytes_release(&receipt);
    return status;
}

static int heads_are(callout_engine *engine, const char *part) {
    callout_bytes head = {0};
    DONE(callout_query(engine, callout_str_of(HEAD), &head, &error));
    return holds(&head, part);
}

// A child has its parent's memory and none of its locks.
static void forked(callout_engine *engine) {
    pid_t child = fork();
    if (child == 0) {
        callout_engine *again = NULL;
        callout_bytes head = {0};
        REFUSED(draft(engine, &error), CALLOUT_REFUSED, "STORE-FORK-01");
        REFUSED(callout_query(engine, callout_str_of(HEAD), &head, &error), CALLOUT_REFUSED,
                "STORE-FORK-01");
        // SQLite would take its parent's locks for its own, and take none.
        REFUSED(callout_open(callout_str_of("store.db"), NULL, &again, &error), CALLOUT_REFUSED,
                "STORE-FORK-01");
        CHECK(again == NULL);
        callout_free(engine);
        DONE(callout_open(callout_str_of("child.db"), NULL, &again, &error));
        callout_free(again);
        _exit(failures ? 1 : 0);
    }
    int status = -1;
    CHECK(child > 0 && waitpid(child, &status, 0) == child && status == 0);
    DONE(draft(engine, &error));
}

typedef struct sqlite3 sqlite3;

// The system's SQLite beside the one inside Callout, where there is one.
static void another_copy(callout_engine *engine) {
    void *library = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        fprintf(stderr, "skipped: another copy of SQLite (there is no libsqlite3.so.0)\n");
        return;
    }
    int (*open)(const char *, sqlite3 **);
    int (*exec)(sqlite3 *, const char *, void *, void *, void *);
    int (*close)(sqlite3 *);
    *(void **)&open = dlsym(library, "sqlite3_open");
    *(void **)&exec = dlsym(library, "sqlite3_exec");
    *(void **)&close = dlsym(library, "sqlite3_close");
    sqlite3 *other = NULL;
    callout_engine *second = NULL;
    CHECK(open("store.db", &other) == 0);
    CHECK(exec(other, "SELECT count(*) FROM callout_event", NULL, NULL, NULL) == 0);
    REFUSED(draft(engine, &error), CALLOUT_REFUSED, "STORE-COPY-01");
    REFUSED(callout_open(callout_str_of("store.db"), NULL, &second, &error), CALLOUT_REFUSED,
            "STORE-COPY-01");
    // It drops our locks, but not the one that keeps it from taking itself for the last one.
    CHECK(close(other) == 0);
    DONE(draft(engine, &error));
    dlclose(library);
}

static callout_status count(void *user_data, callout_str progress) {
    int *left = user_data;
    CHECK(progress.len && strstr(progress.ptr, "\"stage\":\""));
    return (*left)-- > 0 ? CALLOUT_OK : CALLOUT_REFUSED;
}

static void backed_up(callout_engine *engine) {
    int calls = 100;
    callout_engine *copy = NULL;
    callout_open_options options = CALLOUT_OPEN_OPTIONS_INIT;
    DONE(callout_backup(engine, callout_str_of("copy.db"), count, &calls, &error));
    CHECK(calls < 98);
    REFUSED(callout_backup(engine, callout_str_of("copy.db"), NULL, NULL, &error),
            CALLOUT_CONFLICT, "STORE-BACKUP-01");
    calls = 1;
    REFUSED(callout_backup(engine, callout_str_of("cancelled.db"), count, &calls, &error),
            CALLOUT_REFUSED, "STORE-BACKUP-02");
    CHECK(access("cancelled.db", F_OK) != 0);

    options.read_only = 1;
    options.most_wal_mib = 8;
    DONE(callout_open(callout_str_of("copy.db"), &options, &copy, &error));
    CHECK(heads_are(copy, "\"count\":"));
    REFUSED(draft(copy, &error), CALLOUT_REFUSED, "STORE-READ-01");
    callout_free(copy);

    // A program that was built before these fields were there.
    options.struct_size = offsetof(callout_open_options, read_only);
    DONE(callout_open(callout_str_of("copy.db"), &options, &copy, &error));
    DONE(draft(copy, &error));
    callout_free(copy);
    options.struct_size = sizeof options;
    options.read_only = 2;
    REFUSED(callout_open(callout_str_of("copy.db"), &options, &copy, &error), CALLOUT_INVALID,
            "BORDER-NUMBER-01");
}

static void refused_in_memory(void) {
    callout_engine *engine = NULL;
    DONE(callout_open_memory(&engine, &error));
    REFUSED(callout_backup(engine, callout_str_of("memory.db"), NULL, NULL, &error),
            CALLOUT_UNSUPPORTED, "BUILD-FEATURE-01");
    callout_free(engine);
}

int main(void) {
    callout_engine *engine = founded("store.db", 0);
    forked(engine);
    another_copy(engine);
    backed_up(engine);
    refused_in_memory();
    callout_free(engine);
    return outcome();
}
