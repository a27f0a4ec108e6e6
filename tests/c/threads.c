// One engine, several threads: commands, questions and errors at once, and a register that is
// plugged in meanwhile.
#include "support.h"
#include <pthread.h>

#define THREADS 4
#define JOBS 5

struct worker {
    callout_engine *engine;
    int number, failures;
};

static callout_status nobody(void *user_data, callout_str registration_number, callout_bytes *answer) {
    (void)user_data, (void)registration_number, (void)answer;
    return CALLOUT_NOT_FOUND;
}

// The helpers of support.h share a buffer, so a worker writes its own requests.
static void *work(void *argument) {
    struct worker *worker = argument;
    const callout_registry table = {sizeof table, NULL, nobody, NULL};
    for (int n = 0; n < JOBS; n++) {
        char request[1024];
        callout_bytes receipt = {0}, page = {0}, entry = {0};
        callout_error *error = NULL;
        snprintf(request, sizeof request,
                 "{\"id\": \"01920000-0000-7000-8000-0000000b%02d%02d\", \"company\": \"" SERVIS
                 "\", \"actor\": " MANAGER ", \"command\": " DRAFT "}", worker->number, n);
        worker->failures += callout_execute(worker->engine, callout_str_of(request), &receipt,
                                            NULL) != CALLOUT_OK;
        worker->failures += callout_query(worker->engine, callout_str_of("{\"company\": \"" SERVIS
            "\", \"actor\": " MANAGER ", \"query\": {\"activity\": {\"list\": {}}}}"), &page,
                                          NULL) != CALLOUT_OK;
        worker->failures += callout_query(worker->engine, callout_str_of("{}"), &entry, &error) !=
                            CALLOUT_INVALID;
        worker->failures += callout_registry_register(worker->engine, callout_str_of("nobody"),
                                                      &table, NULL) != CALLOUT_OK;
        worker->failures += callout_look_up_company(worker->engine, callout_str_of("59610000"), 0,
                                                    &entry, NULL) != CALLOUT_OK;
        callout_error_free(error);
        callout_bytes_release(&entry);
        callout_bytes_release(&page);
        callout_bytes_release(&receipt);
    }
    return NULL;
}

int main(void) {
    callout_engine *engine = founded("threads.db", 0);
    pthread_t threads[THREADS];
    struct worker workers[THREADS];
    callout_bytes report = {0}, page = {0};
    int drafts = 0;

    for (int n = 0; n < THREADS; n++) {
        workers[n] = (struct worker){engine, n, 0};
        CHECK(pthread_create(&threads[n], NULL, work, &workers[n]) == 0);
    }
    for (int n = 0; n < THREADS; n++) {
        CHECK(pthread_join(threads[n], NULL) == 0);
        CHECK(workers[n].failures == 0);
    }
    // Each job has a number of its own, and the journal is whole.
    DONE(callout_query(engine, question("{\"activity\": {\"list\": {\"limit\": 100}}}"), &page, &error));
    for (const char *at = page.data; at && (at = strstr(at, "\"status\":\"draft\"")); at++)
        drafts++;
    CHECK(drafts == THREADS * JOBS);
    CHECK(strstr(page.data, "SA-") && strstr(page.data, "00020\""));
    callout_bytes_release(&page);
    DONE(callout_query(engine, callout_str_of(QUERY("\"verify\": {}")), &report, &error));
    CHECK(holds(&report, "\"problems\":[]"));
    callout_free(engine);
    return outcome();
}
