// The story of a service call, told in C. Each step is a command and what can be seen after it.
#include "support.h"

static callout_engine *engine = NULL;
static int commands = 1;
static int version = -1;

// The manager does something with the job.
static void job(const char *body, const char *event) {
    callout_bytes receipt = {0};
    DONE(callout_execute(engine, command(++commands, JOB, version, body), &receipt, &error));
    version = version < 0 ? 1 : version + 1;
    CHECK(holds(&receipt, event));
}

// The manager may not, and nothing happens.
static void refused(const char *body, const char *code) {
    callout_bytes receipt = {0};
    REFUSED(callout_execute(engine, command(++commands, JOB, version, body), &receipt, &error),
            CALLOUT_REFUSED, code);
}

static void see(const char *query, const char *part) {
    callout_bytes answer = {0};
    DONE(callout_query(engine, question(query), &answer, &error));
    CHECK(holds(&answer, part));
}

static void the_job_is_done(void) {
    job(DRAFT, "\"event\":\"created\"");
    job("{\"activity\": {\"open\": {}}}", "\"event\":\"opened\"");
    refused("{\"activity\": {\"assign\": {\"technicians\": [\"" KOVO "\"]}}}", "ACTIVITY-ASSIGN-01");
    job("{\"activity\": {\"assign\": {\"technicians\": [\"" NOVAK "\"]}}}", "\"event\":\"assigned\"");
    see("{\"activity\": {\"list\": {\"filter\": {\"technician\": \"" NOVAK "\"}}}}",
        "\"status\":\"open\"");
    job("{\"activity\": {\"complete\": {}}}", "\"event\":\"completed\"");
    see("{\"activity\": {\"get\": {\"id\": \"" JOB "\"}}}", "\"status\":\"done\"");
    see("{\"activity\": {\"list\": {\"filter\": {\"search\": \"KOMPRESOR nebezi\"}}}}",
        "Kompresor neb\xC4\x9B\xC5\xBE\xC3\xAD");
}

static void photos_are_kept(void) {
    static const char photo[] = "\xFF\xD8\xFF\x00 a photo";
    const callout_str content = {photo, sizeof photo - 1};
    callout_bytes hash = {0}, back = {0};
    DONE(callout_blob_put(engine, callout_str_of(ASKER), content, &hash, &error));
    CHECK(hash.len == 64);
    const callout_str ask = said("{\"company\": \"" SERVIS "\", \"actor\": " TECHNICIAN
                                 ", \"query\": {\"blob\": {\"hash\": \"%s\"}}}", hash.data);
    DONE(callout_query(engine, ask, &back, &error));
    CHECK(back.len == content.len && memcmp(back.data, photo, back.len) == 0);
    CHECK(back.data[back.len] == '\0');
    callout_bytes_release(&hash);
    callout_bytes_release(&back);
}

static callout_status stop(void *calls, callout_str progress) {
    CHECK(strstr(progress.ptr, "\"stage\"") != NULL);
    *(int *)calls += 1;
    return CALLOUT_REFUSED;
}

static void the_host_follows(void) {
    callout_bytes changes = {0}, head = {0}, report = {0};
    const callout_str some = callout_str_of(QUERY("\"changes\": {\"after\": 3, \"limit\": 3}"));
    DONE(callout_query(engine, some, &changes, &error));
    CHECK(holds(&changes, "\"event\":\"created\""));
    DONE(callout_query(engine, callout_str_of(QUERY("\"changes\": {}")), &changes, &error));
    CHECK(holds(&changes, "\"event\":\"completed\""));

    const char *verify = QUERY("\"verify\": {\"head\": %s}");
    DONE(callout_query(engine, callout_str_of(HEAD), &head, &error));
    DONE(callout_query(engine, said(verify, head.data), &report, &error));
    CHECK(holds(&report, "\"problems\":[]"));
    callout_bytes_release(&head);
    const char *other = "{\"count\": 2, \"hash\": "
                        "\"0000000000000000000000000000000000000000000000000000000000000000\"}";
    DONE(callout_query(engine, said(verify, other), &report, &error));
    CHECK(holds(&report, "does not hold the head that was kept"));
    // Who is told may stop it.
    const callout_str proof = callout_str_of(QUERY("\"verify\": {}"));
    int calls = 0;
    DONE(callout_query_with_progress(engine, proof, stop, &calls, &report, &error));
    CHECK(calls == 1 && holds(&report, "\"stopped\":true"));
}

// A task is created and done in one transaction; a refusal says which command it was.
static void several_at_once(void) {
    const char *ask = "{\"company\": \"" SERVIS "\", \"actor\": " MANAGER ", \"commands\": ["
                      "{\"id\": \"01920000-0000-7000-8000-000000000951\","
                      " \"command\": {\"task\": {\"create\": {\"title\": \"%s\"}}}},"
                      "{\"id\": \"01920000-0000-7000-8000-000000000952\","
                      " \"target\": {\"$receipt\": 0, \"take\": \"target\"},"
                      " \"command\": {\"task\": {\"complete\": {}}}}]}";
    callout_bytes outcomes = {0};
    REFUSED(callout_batch(engine, said(ask, " "), &outcomes, &error), CALLOUT_INVALID,
            "TASK-TITLE-01");
    DONE(callout_batch(engine, said(ask, "Call"), &outcomes, &error));
    CHECK(holds(&outcomes, "\"event\":\"completed\""));
    see("{\"task\": {\"list\": {}}}", "\"status\":\"done\"");
}

static void it_is_all_there_after_opening_again(void) {
    callout_free(engine);
    engine = NULL;
    DONE(callout_open(callout_str_of("story.db"), NULL, &engine, &error));
    see("{\"activity\": {\"get\": {\"id\": \"" JOB "\"}}}", "\"status\":\"done\"");
}

// The header, the library and the number belong together.
static void versions(void) {
    unsigned major = 0, minor = 0, patch = 0;
    CHECK(strcmp(callout_version().ptr, CALLOUT_VERSION) == 0);
    CHECK(callout_version().len == strlen(CALLOUT_VERSION));
    CHECK(callout_version_number() == CALLOUT_VERSION_NUMBER);
    CHECK(callout_abi_version() == CALLOUT_ABI_VERSION);
    CHECK(sscanf(CALLOUT_VERSION, "%u.%u.%u", &major, &minor, &patch) == 3);
    CHECK(major * 1000000 + minor * 1000 + patch == CALLOUT_VERSION_NUMBER);
}

// What needs no engine.
static void toolbox(void) {
    static const char mail[] = "From: Jana <jana@firma.example>\r\n"
                               "Subject: =?utf-8?Q?Z=C3=A1vada?=\r\n\r\nNejde to.\r\n";
    callout_bytes out = {0};
    DONE(callout_check_registration_number(callout_str_of(" 596 10 000"), &out, &error));
    CHECK(holds(&out, "59610000"));
    REFUSED(callout_check_registration_number(callout_str_of("59610001"), &out, &error), CALLOUT_INVALID,
            "REGISTRY-NUMBER-02");
    DONE(callout_read_email(callout_str_of(mail), &out, &error));
    CHECK(holds(&out, "\"subject\":\"Z\xC3\xA1vada\""));
    REFUSED(callout_read_email(callout_str_of(""), &out, &error), CALLOUT_INVALID, "MAIL-READ-01");
    DONE(callout_schema(callout_str_of("activity"), &out, &error));
    CHECK(holds(&out, "\"command\":"));
    REFUSED(callout_schema(callout_str_of("cellar"), &out, &error), CALLOUT_NOT_FOUND,
            "BORDER-SCHEMA-01");
    DONE(callout_codes(&out, &error));
    CHECK(holds(&out, "\"RECORD-VERSION-01\""));
    DONE(callout_reasons(&out, &error));
    CHECK(holds(&out, "\"TAX-EXEMPT-01\""));
    DONE(callout_labels(&out, &error));
    CHECK(holds(&out, "\"name\":\"hand_over\""));
    const char *asked = "{\"reason\": {\"code\": \"TAX-EXEMPT-01\"}, \"language\": \"en\"}";
    DONE(callout_say(callout_str_of(asked), &out, &error));
    CHECK(holds(&out, "The supplier pays no VAT."));
    asked = "{\"reason\": {\"code\": \"NO-SUCH-01\"}, \"language\": \"en\"}";
    REFUSED(callout_say(callout_str_of(asked), &out, &error), CALLOUT_INVALID, "REQUEST-CHOICE-01");
}

int main(void) {
    versions();
    engine = founded("story.db", 0);
    the_job_is_done();
    photos_are_kept();
    the_host_follows();
    several_at_once();
    it_is_all_there_after_opening_again();
    toolbox();
    callout_free(engine);
    return outcome();
}
