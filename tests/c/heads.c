// A hook after each commit, well and badly given.
#include "support.h"
#include <pthread.h>

#define THREADS 4
#define NOTES 5

struct heard {
    callout_engine *engine;
    pthread_mutex_t alone;
    char newest[128];
    unsigned long long most;
    int told, destroyed;
};

static void hear(void *user_data, callout_str company, callout_str head) {
    struct heard *heard = user_data;
    unsigned long long count = 0;
    CHECK(company.len == 36 && strcmp(company.ptr, SERVIS) == 0);
    CHECK(head.len == strlen(head.ptr) && head.len < sizeof heard->newest);
    CHECK(sscanf(head.ptr, "{\"count\":%llu", &count) == 1);
    pthread_mutex_lock(&heard->alone);
    heard->told++;
    if (count > heard->most) {
        heard->most = count;
        snprintf(heard->newest, sizeof heard->newest, "%s", head.ptr);
    }
    pthread_mutex_unlock(&heard->alone);
}

static void destroy(void *user_data) {
    ((struct heard *)user_data)->destroyed++;
}

static callout_commit_hook hook_of(struct heard *heard) {
    return (callout_commit_hook){sizeof(callout_commit_hook), heard, hear, destroy};
}

static struct heard nothing(void) {
    return (struct heard){.alone = PTHREAD_MUTEX_INITIALIZER};
}

static int newest_is(callout_engine *engine, const struct heard *heard) {
    callout_bytes head = {0};
    DONE(callout_query(engine, callout_str_of(HEAD), &head, &error));
    return holds(&head, heard->newest);
}

static void commits_are_told(void) {
    struct heard heard = nothing(), second = nothing();
    const callout_commit_hook hook = hook_of(&heard), other = hook_of(&second);
    callout_engine *engine = founded("told.db", 0);
    DONE(callout_after_commit(engine, &hook, &error));
    DONE(drafted(engine, 30, &error));
    CHECK(heard.told == 1 && newest_is(engine, &heard));
    // Its receipt is given again, and a refused command leaves nothing.
    DONE(drafted(engine, 30, &error));
    callout_bytes receipt = {0};
    REFUSED(callout_execute(engine, command(31, JOB, 1, "{\"activity\": {\"open\": {}}}"), &receipt,
                            &error), CALLOUT_NOT_FOUND, "RECORD-FIND-01");
    CHECK(heard.told == 1 && heard.destroyed == 0);

    DONE(callout_after_commit(engine, &other, &error));
    CHECK(heard.destroyed == 1);
    DONE(drafted(engine, 32, &error));
    CHECK(heard.told == 1 && second.told == 1 && newest_is(engine, &second));
    DONE(callout_after_commit(engine, NULL, &error));
    CHECK(second.destroyed == 1);
    DONE(drafted(engine, 33, &error));
    CHECK(second.told == 1);
    DONE(callout_after_commit(engine, &hook, &error));
    callout_free(engine);
    CHECK(heard.destroyed == 2 && second.destroyed == 1);
}

// Asks, executes, which is not told, and frees the engine under its own feet.
static void busy(void *user_data, callout_str company, callout_str head) {
    struct heard *heard = user_data;
    hear(heard, company, head);
    CHECK(newest_is(heard->engine, heard));
    DONE(drafted(heard->engine, 41, &error));
    CHECK(heard->told == 1);
    callout_free(heard->engine);
    CHECK(heard->destroyed == 0);
}

static void a_hook_may_do_anything(void) {
    struct heard heard = nothing();
    callout_commit_hook hook = hook_of(&heard);
    heard.engine = founded("busy.db", 0);
    hook.committed = busy;
    DONE(callout_after_commit(heard.engine, &hook, &error));
    DONE(drafted(heard.engine, 40, &error));
    CHECK(heard.told == 1 && heard.destroyed == 1);
}

// Whatever fails, what was taken over is destroyed once; what was not taken is left alone.
static void registering_fails(void) {
    struct heard heard = nothing();
    callout_commit_hook hook = hook_of(&heard);
    callout_engine *engine = NULL;
    struct {
        callout_commit_hook known;
        void *later;
    } newer;
    DONE(callout_open_memory(&engine, &error));
    REFUSED(callout_after_commit(NULL, &hook, &error), CALLOUT_INVALID, "BORDER-POINTER-01");
    CHECK(heard.destroyed == 1);
    hook.committed = NULL;
    REFUSED(callout_after_commit(engine, &hook, &error), CALLOUT_INVALID, "BORDER-POINTER-01");
    CHECK(heard.destroyed == 2);
    memset(&newer, 0, sizeof newer);
    newer.known = hook_of(&heard);
    newer.known.struct_size = sizeof newer;
    newer.later = &newer;
    REFUSED(callout_after_commit(engine, &newer.known, &error), CALLOUT_UNSUPPORTED,
            "BORDER-STRUCT-02");
    CHECK(heard.destroyed == 3);
    hook = hook_of(&heard);
    hook.struct_size = 8;
    REFUSED(callout_after_commit(engine, &hook, &error), CALLOUT_INVALID, "BORDER-STRUCT-01");
    callout_free(engine);
    CHECK(heard.destroyed == 3 && heard.told == 0);
}

struct worker {
    callout_engine *engine;
    int number, failures;
};

// The helpers of support.h share a buffer, so a worker writes its own requests.
static void *work(void *argument) {
    struct worker *worker = argument;
    for (int n = 0; n < NOTES; n++) {
        char request[1024];
        callout_bytes receipt = {0};
        snprintf(request, sizeof request,
                 "{\"id\": \"01920000-0000-7000-8000-0000000c%02d%02d\", \"company\": \"" SERVIS
                 "\", \"actor\": " MANAGER ", \"command\": " DRAFT "}", worker->number, n);
        worker->failures += callout_execute(worker->engine, callout_str_of(request), &receipt,
                                            NULL) != CALLOUT_OK;
        callout_bytes_release(&receipt);
    }
    return NULL;
}

static void the_greatest_count_is_the_newest(void) {
    struct heard heard = nothing();
    const callout_commit_hook hook = hook_of(&heard);
    callout_engine *engine = founded("threads.db", 0);
    pthread_t threads[THREADS];
    struct worker workers[THREADS];
    DONE(callout_after_commit(engine, &hook, &error));
    for (int n = 0; n < THREADS; n++) {
        workers[n] = (struct worker){engine, n, 0};
        CHECK(pthread_create(&threads[n], NULL, work, &workers[n]) == 0);
    }
    for (int n = 0; n < THREADS; n++) {
        CHECK(pthread_join(threads[n], NULL) == 0);
        CHECK(workers[n].failures == 0);
    }
    CHECK(heard.told == THREADS * NOTES && newest_is(engine, &heard));
    callout_bytes report = {0};
    DONE(callout_query(engine, said(QUERY("\"verify\": {\"head\": %s}"), heard.newest), &report, &error));
    CHECK(holds(&report, "\"problems\":[]"));
    callout_free(engine);
}

int main(void) {
    commits_are_told();
    a_hook_may_do_anything();
    registering_fails();
    the_greatest_count_is_the_newest();
    return outcome();
}
