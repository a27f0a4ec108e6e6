// Mail that comes and mail that goes: the mailers of Callout and one of the host's own.
#include "support.h"

#define MAIL                                                                          \
    "From: Jana <jana@kovo.example>\r\nSubject: Lis\r\n\r\nNejde. I\xC4\x8CO 59610000\r\n"

static callout_engine *engine = NULL;
static int commands = 1;

static callout_str caller(void) {
    return callout_str_of(ASKER);
}

static void a_mail_is_taken_in_once(void) {
    callout_bytes out = {0};
    const callout_str mail = callout_str_of(MAIL);
    DONE(callout_receive(engine, caller(), mail, &out, &error));
    CHECK(holds(&out, "\"event\":\"received\""));
    DONE(callout_receive(engine, caller(), mail, &out, &error));
    CHECK(holds(&out, "\"events\":[]"));
    DONE(callout_find_facts(mail, callout_str_of("{}"), &out, &error));
    CHECK(holds(&out, "\"value\":\"59610000\""));
    DONE(callout_find_facts(mail, callout_str_of("{\"registration_numbers\": [\"59610000\"]}"), &out, &error));
    CHECK(holds(&out, "\"registration_numbers\":[]"));
    REFUSED(callout_find_facts(mail, callout_str_of("{\"ours\": []}"), &out, &error),
            CALLOUT_INVALID, "REQUEST-FIELD-01");
    REFUSED(callout_receive(engine, caller(), callout_str_of(""), &out, &error), CALLOUT_INVALID,
            "MAIL-READ-01");
    REFUSED(callout_receive(engine, said("{\"company\": \"" SERVIS "\", \"actor\": " TECHNICIAN "}"),
                            mail, &out, &error), CALLOUT_REFUSED, "ACCESS-ROLE-01");
}

static void queue(const char *subject) {
    callout_bytes receipt = {0};
    DONE(callout_execute(engine, said("{\"id\": \"01920000-0000-7000-8000-%012d\", \"company\": \""
        SERVIS "\", \"actor\": " MANAGER ", \"command\": {\"message\": {\"queue\": {\"purpose\":"
        " \"letter\", \"to\": [{\"person\": \"" KOVO "\", \"value\": \"jana@kovo.example\"}], \"subject\":"
        " \"%s\", \"text\": \"x\"}}}}", ++commands, subject), &receipt, &error));
    callout_bytes_release(&receipt);
}

struct script {
    callout_status status;
    const char *answer;
    int asked, released;
};

static void release(callout_bytes *bytes) {
    ((struct script *)bytes->private_data)->released++;
    bytes->release = NULL;
}

static callout_status carry(void *user_data, callout_str envelope, callout_str message,
                            callout_bytes *answer) {
    struct script *script = user_data;
    callout_bytes head = {0};
    script->asked++;
    CHECK(strstr(envelope.ptr, "\"to\":[\"jana@kovo.example\"]") != NULL);
    CHECK(message.len > 100 && memchr(message.ptr, '\r', message.len) != NULL);
    // Calling back in is allowed: no lock is held.
    DONE(callout_query(engine, callout_str_of(HEAD), &head, &error));
    callout_bytes_release(&head);
    if (script->answer) {
        answer->data = script->answer;
        answer->len = strlen(script->answer);
        answer->release = release;
        answer->private_data = script;
    }
    return script->status;
}

static void a_carrier_of_ones_own(void) {
    static const struct {
        callout_status status;
        const char *answer, *outcome;
    } cases[] = {
        {CALLOUT_OK, "250 taken", "\"outcome\":\"sent\",\"detail\":\"250 taken\""},
        {CALLOUT_OK, NULL, "\"outcome\":\"sent\""},
        {CALLOUT_UNAVAILABLE, "later", "\"permanent\":false"},
        {CALLOUT_BUSY, NULL, "\"permanent\":false"},
        {CALLOUT_REFUSED, "no such user", "\"permanent\":true"},
        {CALLOUT_INVALID, "\xFF", "\"permanent\":true"},
        {CALLOUT_INTERNAL, "broken line", "\"outcome\":\"unknown\""},
        {4711, NULL, "\"outcome\":\"unknown\""},
    };
    for (size_t n = 0; n < sizeof cases / sizeof *cases; n++) {
        struct script script = {cases[n].status, cases[n].answer, 0, 0};
        const callout_mailer mailer = {sizeof mailer, &script, carry};
        callout_bytes out = {0};
        queue("Termin");
        DONE(callout_deliver_through(engine, caller(), &mailer, &out, &error));
        CHECK(holds(&out, cases[n].outcome));
        CHECK(script.asked == 1 && script.released == (cases[n].answer != NULL));
        // Nothing is sent twice by itself, whatever became of it.
        DONE(callout_deliver_through(engine, caller(), &mailer, &out, &error));
        CHECK(holds(&out, "\"delivered\":[]"));
        CHECK(script.asked == 1);
    }
}

static callout_status boast(void *user_data, callout_str envelope, callout_str message,
                            callout_bytes *answer) {
    struct script *script = user_data;
    (void)envelope, (void)message;
    script->asked++;
    answer->data = "x";
    answer->len = SIZE_MAX;
    answer->release = release;
    answer->private_data = script;
    return script->status;
}

// An answer of a length that none has is not read; who gives it has not said what became of it.
// The round ends there, and the next message waits for the next one.
static void a_carrier_that_boasts(void) {
    struct script script = {CALLOUT_OK, NULL, 0, 0};
    const callout_mailer mailer = {sizeof mailer, &script, boast};
    callout_bytes out = {0};
    queue("Prvni");
    queue("Druha");
    DONE(callout_deliver_through(engine, caller(), &mailer, &out, &error));
    CHECK(holds(&out, "\"outcome\":\"unknown\",\"reason\":\"PLUGIN-ANSWER-02"));
    CHECK(script.asked == 1 && script.released == 1);
    DONE(callout_deliver_through(engine, caller(), &mailer, &out, &error));
    CHECK(script.asked == 2);
    callout_bytes_release(&out);
}

static void carriers_that_are_none(void) {
    struct script script = {CALLOUT_OK, NULL, 0, 0};
    struct {
        callout_mailer known;
        uintptr_t later;
    } newer = {{sizeof newer, &script, carry}, 0};
    callout_mailer mailer = {sizeof mailer, &script, NULL};
    callout_bytes out = {0};
    queue("Zustane");
    REFUSED(callout_deliver_through(engine, caller(), NULL, &out, &error), CALLOUT_INVALID,
            "BORDER-POINTER-01");
    REFUSED(callout_deliver_through(engine, caller(), &mailer, &out, &error), CALLOUT_INVALID,
            "BORDER-POINTER-01");
    mailer.struct_size = 4;
    REFUSED(callout_deliver_through(engine, caller(), &mailer, &out, &error), CALLOUT_INVALID,
            "BORDER-STRUCT-01");
    newer.later = 1;
    REFUSED(callout_deliver_through(engine, caller(), &newer.known, &out, &error),
            CALLOUT_UNSUPPORTED, "BORDER-STRUCT-02");
    REFUSED(callout_deliver(engine, caller(), callout_str_of("{\"pigeon\": {}}"), &out, &error),
            CALLOUT_INVALID, "REQUEST-CHOICE-01");
    REFUSED(callout_deliver(engine, caller(), callout_str_of(
        "{\"smtp\": {\"host\": \"\", \"port\": 25, \"hello\": \"x\"}}"), &out, &error),
            CALLOUT_INVALID, "MAIL-SERVER-01");
    REFUSED(callout_deliver(engine, said("{\"company\": \"" SERVIS "\", \"actor\": " TECHNICIAN "}"),
        callout_str_of("{\"folder\": {\"path\": \"out\"}}"), &out, &error), CALLOUT_REFUSED,
            "ACCESS-ROLE-01");
    CHECK(script.asked == 0);
    // It still waits, and goes where it can.
    DONE(callout_deliver(engine, caller(), callout_str_of("{\"folder\": {\"path\": \"out\"}}"), &out,
                         &error));
    CHECK(holds(&out, "\"subject\":\"Zustane\""));
}

static void a_calendar_on_a_server(void) {
    callout_bytes out = {0};
    const char *request = "{\"company\": \"" SERVIS "\", \"actor\": " MANAGER ", "
        "\"technician\": \"01920000-0000-7000-8000-00000000beef\", \"calendar\": \"/visits/\"}";
    const char *server = "{\"caldav\": {\"url\": \"http://127.0.0.1:9\", \"timeout_ms\": 2000}}";
    REFUSED(callout_sync_calendar(engine, said(request), callout_str_of("{\"exchange\": {}}"), &out,
                                  &error), CALLOUT_INVALID, "REQUEST-CHOICE-01");
    REFUSED(callout_sync_calendar(engine, said(request), callout_str_of("{\"caldav\": {\"url\": \"\"}}"),
                                  &out, &error), CALLOUT_INVALID, "CALENDAR-SERVER-01");
    REFUSED(callout_sync_calendar(engine, said("{}"), callout_str_of(server), &out, &error),
            CALLOUT_INVALID, "REQUEST-FIELD-02");
    REFUSED(callout_sync_calendar(engine, said(request), callout_str_of(server), &out, &error),
            CALLOUT_NOT_FOUND, "RECORD-FIND-01");
}

static void registers_that_callout_brings(void) {
    callout_bytes out = {0};
    DONE(callout_registry_open(engine, callout_str_of(
        "{\"ares\": {\"base_url\": \"http://127.0.0.1:9\", \"timeout_ms\": 5000}}"), &error));
    REFUSED(callout_look_up_company(engine, callout_str_of("59610000"), 0, &out, &error),
            CALLOUT_UNAVAILABLE, "REGISTRY-DOWN-01");
    DONE(callout_registry_open(engine, callout_str_of("{\"recorded\": {\"exchanges\": []}}"), &error));
    REFUSED(callout_registry_open(engine, callout_str_of(
        "{\"recorded\": {\"exchanges\": [\"rubbish\"]}}"), &error), CALLOUT_DATA, "REGISTRY-READ-01");
    REFUSED(callout_registry_open(engine, callout_str_of("{\"vies\": {}}"), &error), CALLOUT_INVALID,
            "REQUEST-CHOICE-01");
}

static void documents_that_are_not_there(void) {
    callout_bytes out = {0};
    REFUSED(callout_render(engine, said("{\"company\": \"" SERVIS "\", \"actor\": " MANAGER
        ", \"page\": {\"document\": \"" KOVO "\", \"version\": 1, \"format\": \"pdf\"}}"), &out,
        &error), CALLOUT_NOT_FOUND, "RECORD-FIND-01");
    REFUSED(callout_render(engine, said("{\"company\": \"" SERVIS "\", \"actor\": " MANAGER
        ", \"page\": {\"document\": \"" KOVO "\", \"version\": 1, \"format\": \"odt\"}}"), &out,
        &error), CALLOUT_INVALID, "REQUEST-CHOICE-01");
    REFUSED(callout_query(engine, callout_str_of(QUERY("\"calendar_entry\": {\"visit\": \"" KOVO "\"}")),
                          &out, &error), CALLOUT_NOT_FOUND, "RECORD-FIND-01");
}

int main(void) {
    engine = founded("mail.db", 0);
    a_mail_is_taken_in_once();
    a_carrier_of_ones_own();
    a_carrier_that_boasts();
    carriers_that_are_none();
    a_calendar_on_a_server();
    registers_that_callout_brings();
    documents_that_are_not_there();
    callout_free(engine);
    return outcome();
}
